"""Other names in parentheses: 마이크로소프트(MS), 한빛전자(HBE); not a stake, an age, a party or a ticker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from store.extract.coreference.candidate import Candidate, Taken
from store.extract.coreference.spread import is_short_for, surface
from store.extract.document import TextBlock
from store.extract.harvest import is_korean_name
from store.extract.lexicon import words
from store.model import EntityType

ALIAS = 0.9

_PARENTHESES = re.compile(r"['’]?\s?[(（]([^()（）]{1,40})[)）]")
_INTRODUCED = re.compile(
    r"^(?:이하|약칭|영문명|영어명|영문|미국명|한국명|중국명|일본명|활동명|본명|예명|법명|가명|별칭"
    r"|옛|구|현|前|現)[ :]+"
)
_NO_ALIAS = re.compile(r"\d|[%:=@]|지분|사진|종합|현지|기준|연합뉴스|가제|가칭|이하 |^[A-Z]?\d")
_PARTED = re.compile("[·,/]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&+./ -]*")
_HANJA = re.compile(r"[一-鿿·]+")
_PART = re.compile(r"[^·,/\s]+")
_HANGUL_NAME = re.compile(r"[가-힣]{2,}(?: [가-힣]+){0,3}")
_HANGUL = re.compile(r"[가-힣A-Za-z0-9]{2,12}")


def find_aliases(
    blocks: Sequence[TextBlock], mentions: Sequence[Candidate], taken: Taken
) -> tuple[list[Candidate], list[tuple[str, str]]]:
    """Give the mentions with those in parentheses added, and the pairs of names that mean the same."""
    added: list[Candidate] = []
    pairs: list[tuple[str, str]] = []
    partial: list[Candidate] = []
    at = {(mention.block, mention.start, mention.end) for mention in mentions}
    for mention in mentions:
        block = blocks[mention.block]
        spelt = _spelt_before(block, mention)
        if spelt and ((mention.block, *spelt) in at or taken.take(mention.block, *spelt)):
            pairs.append((surface(blocks, mention), block.text[slice(*spelt)]))
            added.append(Candidate(mention.block, *spelt, mention.type, ALIAS))
        if known := _known_as(block, mention, at):
            pairs.append((known, surface(blocks, mention)))
        for start, end in _in_parentheses(block, mention):
            within = [m for m in mentions if m.block == mention.block and start < m.start and m.end == end]
            if (mention.block, start, end) in at or within or taken.take(mention.block, start, end):
                pairs.append((surface(blocks, mention), block.text[start:end]))
                added.append(Candidate(mention.block, start, end, mention.type, ALIAS))
                partial += within
    merged = {(c.block, c.start): c for c in (*mentions, *added) if c not in partial}
    return sorted(merged.values()), pairs


def _in_parentheses(block: TextBlock, mention: Candidate) -> Iterator[tuple[int, int]]:
    """Give where the other names of a mention stand in the parentheses right behind it.

    Beside its characters stands how they are read abroad: 이소명(李小明·리샤오밍).
    """
    match = _PARENTHESES.match(block.text, mention.end)
    if not match:
        return
    introduced = _INTRODUCED.match(match[1])
    parts = _parts(block.text, match.start(1) + (introduced.end() if introduced else 0), match.end(1))
    read = mention.type == "PS" and any(_HANJA.fullmatch(block.text, *part) for part in parts)
    name = block.text[mention.start : mention.end]
    for start, end in parts:
        if _is_alias(name, block.text[start:end], mention.type, introduced=bool(introduced) or read):
            yield start, end


def _known_as(block: TextBlock, nickname: Candidate, at: Set[tuple[int, int, int]]) -> str | None:
    """Give what goes by a quoted nickname that is told as one: '달이(Dari)'라는 애칭으로도 불리는 가온-B."""
    match = _NICKNAMED.match(block.text, nickname.end)
    if match is None:
        return None
    named = [end for number, start, end in at if (number, start) == (nickname.block, match.end())]
    return block.text[match.end() : named[0]] if named else None


_NICKNAMED = re.compile(
    r"(?: ?\([^()]{1,20}\))?['’]?(?:이?라는|으로|로) (?:애칭|별명|별칭|이름)?(?:으로|로)?도? ?"
    r"(?:불리는|알려진) "
)


def _spelt_before(block: TextBlock, name: Candidate) -> tuple[int, int] | None:
    """Give the Latin words before a name in parentheses, which spell it: Nova Labs(노바랩스)."""
    text = block.text
    if name.type == "LC" or text[name.start - 1 : name.start] != "(" or text[name.end : name.end + 1] != ")":
        return None
    match = _SPELT.search(text, max(0, name.start - 40), name.start - 1)
    return match.span(1) if match and _HANGUL_NAME.fullmatch(text, name.start, name.end) else None


_SPELT = re.compile(r"(?<![A-Za-z0-9가-힣])([A-Z][A-Za-z0-9&.]+(?: [A-Z][A-Za-z0-9&.]+){0,3}) ?$")


def find_nicknamed(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[tuple[str, str]]:
    """Give the pairs of a quoted nickname and who goes by it, right behind."""
    at = {(mention.block, mention.start, mention.end) for mention in mentions if mention.type == "PS"}
    return [
        (surface(blocks, mention), full)
        for mention in mentions
        if mention.type == "PS" and (full := _called(blocks[mention.block], mention, at))
    ]


def _called(block: TextBlock, nickname: Candidate, at: Set[tuple[int, int, int]]) -> str | None:
    """Give who goes by a quoted nickname, told right behind it: '달토끼' 김모씨, '달토끼'(김모씨·49)."""
    match = _REAL_NAME.match(block.text, nickname.end)
    quoted = block.text[nickname.start - 1 : nickname.start] in ("'", "‘")
    return match[1] if match and quoted and (nickname.block, *match.span(1)) in at else None


_REAL_NAME = re.compile(r"['’](?: |\(| ?\()([가-힣]{1,3}모? ?씨|[가-힣]{3})(?![가-힣])")


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the names that parentheses hold: two in 연방준비제도(Fed·연준), one in 오스발드(秋·冬)."""
    if led := _LED.fullmatch(text, start, end):
        return [led.span(1)]
    if "," in text[start:end] and (both := _LATIN_PAIR.fullmatch(text, start, end)):
        return [both.span(1), both.span(2)]
    spans = [match.span() for match in _PART.finditer(text, start, end)]
    mixed = len({text[first] < "가" for first, _ in spans}) == 2 and _PARTED.search(text, start, end)
    return spans if mixed and len(spans) == 2 else [(start, end)]


_LATIN_PAIR = re.compile(r"([A-Z][A-Za-z&. -]+), ?([A-Z][A-Za-z&-]{1,9})")
"""A name in Latin letters and its initials: (Narae Music Awards, NMA)."""

_LED = re.compile(r"([A-Z][A-Za-z]{1,8})·[가-힣]{2,6} [가-힣]{3}")
"""A body's letters, and behind them who leads it: 새빛과학원(SIST·총장 …)."""


def _is_alias(name: str, alias: str, type_: EntityType, *, introduced: bool) -> bool:
    if _NO_ALIAS.search(alias) and not (type_ == "PD" and _LATIN.fullmatch(alias)):
        return False
    if _LATIN.fullmatch(alias) or _HANJA.fullmatch(alias):
        return alias.upper() not in words("organizations", "no_aliases")
    if type_ == "PS":
        written = bool(_LATIN.fullmatch(name)) and bool(_HANGUL_NAME.fullmatch(alias))
        return introduced or written or (is_korean_name(alias) and not is_korean_name(name))
    if type_ == "LC" or not _HANGUL.fullmatch(alias):
        return False
    return (
        introduced
        or (type_ == "OG" and alias[:2] == name[:2] and len(alias) < len(name))
        or is_short_for(alias, name)
        or (type_ == "OG" and len(name) > len(alias) + 2 and alias in words("organizations", "known"))
        or (type_ == "OG" and bool(_LATIN.fullmatch(name)))
        or type_ == "PD"
    )
