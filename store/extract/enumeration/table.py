"""Tables in a sentence: places or things with a figure each (서울까지 3시간, 부산은 5시간, 목포 4시간)."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from store.extract.document import TextBlock, Token
from store.extract.enumeration.items import NOUN, Part, is_among, is_range
from store.extract.enumeration.lists import Listing

_ROW = r"(?:n[nb]*p?|[nfu~b]+p)f[fu~b]*"
_ROWS = re.compile(rf"{_ROW}(?:,{_ROW}){{2,}}")
_NAMED = r"[nfub]+p[nb]+"
_NAMED_ROWS = re.compile(rf"(?<![nfub]){_NAMED}(?:,{_NAMED}){{2,}}")
"""1위는 가람, 2위는 누리, 3위는 한빛"""

_UNIT = re.compile(r"\d\s?[천백십만억조여]*\s?(?P<unit>[^\d\s()]+)")
_FEWEST = 3
_PARTICLES = frozenset({"JX", "JKS", "JKB"})


def table_lists(block: TextBlock, tokens: list[Token]) -> list[Listing]:
    """Find runs of three or more names with a figure each, all of one unit, or with a name each."""
    found = []
    kinds = _kinds(tokens)
    for match in _ROWS.finditer(kinds):
        rows = _rows(tokens, kinds, *match.span())
        items = [block.span(tokens[first].start, tokens[end - 1].end) for first, end in rows]
        units = Counter(unit["unit"] for item in items if (unit := _last_unit(item.text)) is not None)
        if len(items) >= _FEWEST and len(units) == 1 and units.total() == len(items):
            found.append(Listing(block.span(items[0].start, items[-1].end), items, "list:table"))
    for match in _NAMED_ROWS.finditer(kinds):
        rows = _cut(kinds, *match.span())
        if {_particle(tokens, kinds, row) for row in rows} == {"은"}:
            items = [block.span(tokens[first].start, tokens[end - 1].end) for first, end in rows]
            found.append(Listing(block.span(items[0].start, items[-1].end), items, "list:table"))
    return found


def _last_unit(text: str) -> re.Match[str] | None:
    """Find the last figure outside of brackets, with its unit."""
    found = list(_UNIT.finditer(re.sub(r"\([^()]*\)$", "", text)))
    return found[-1] if found else None


def _rows(tokens: list[Token], kinds: str, first: int, end: int) -> list[Part]:
    """Cut a run at its commas, and what is no row of its own off its start."""
    rows = _cut(kinds, first, end)
    own, others = _particle(tokens, kinds, rows[0]), {_particle(tokens, kinds, row) for row in rows[1:]}
    if own not in others and len(others) == 1 and (others != {""} or own in ("은", "이")):
        return rows[1:]  # 기온은 18도, 나래 20도, 갈매 21도: the first is no row
    leading = _words(tokens, rows[0])
    usual = max(len(_words(tokens, row)) for row in rows[1:])
    at = leading[-usual] if len(leading) > usual else leading[0]
    dotted = any(token.tag == "SP" for token in tokens[leading[0] : at])
    return [(leading[0] if dotted else at, rows[0][1]), *rows[1:]]


def _cut(kinds: str, first: int, end: int) -> list[Part]:
    cuts = [first - 1, *(at for at in range(first, end) if kinds[at] == ","), end]
    return [(before + 1, after) for before, after in pairwise(cuts)]


def _particle(tokens: list[Token], kinds: str, row: Part) -> str:
    """Give the particle between a row's name and its figure, 은 for 는 and 이 for 가."""
    at = kinds.find("p", *row)
    form = tokens[at].form if at >= 0 else ""
    return {"는": "은", "가": "이"}.get(form, form)


def _words(tokens: list[Token], row: Part) -> list[int]:
    """Give the tokens that begin a word of a row."""
    first, end = row
    return [i for i in range(first, end) if i == first or tokens[i].start > tokens[i - 1].end]


def _kinds(tokens: list[Token]) -> str:
    """Write each token as a letter: noun, figure, unit, particle, bracket, ~ and comma; x for all others."""
    kinds: list[str] = []
    depth = 0
    for i, token in enumerate(tokens):
        depth += token.tag == "SSO"
        glued = bool(kinds) and kinds[-1] in "fu" and token.start == tokens[i - 1].end
        if depth:
            kinds.append("b")
        elif token.tag == "SN":
            kinds.append("f")
        elif token.tag in NOUN or (token.tag == "SP" and token.form in "·ㆍ"):
            counts = glued or (
                i > 0 and tokens[i - 1].tag in ("SN", "NR") and token.tag in ("NNB", "NR", "SW")
            )
            kinds.append("x" if is_among(token) else "u" if counts else "n")
        elif is_range(token):
            kinds.append("~")
        else:
            kinds.append("," if token.form == "," else "p" if token.tag in _PARTICLES else "x")
        depth -= token.tag == "SSC" and depth > 0
    return "".join(kinds)
