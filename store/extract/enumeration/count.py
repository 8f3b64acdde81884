"""What a list is about, and whether it has as many items as the text announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import Document, TextBlock, Token
from store.extract.enumeration.lists import Listing
from store.extract.quantity.numerals import parse_native
from store.extract.word_groups import word_group
from store.model import Quantity

_AFTER = re.compile(
    r"\s?(?:등\s?)?(?:총\s|모두\s)?(?:(?P<figure>\d{1,6})|(?P<word>양|두|세|네|다섯|여섯|일곱|여덟|아홉|열))"
    r"\s?(?P<unit>개국|개사|개소|개교|개|국|곳|사람|사|명|인|가지|나라|회사|기업|도시|지역|기관|작품|종목|종|팀|건|대)"
)
_AMONG = re.compile(r"\s?등(?:의|인)?\s")
_NOUN = frozenset({"NNG", "NNP", "XPN", "XSN", "SL"})
_STOP = frozenset({"JKO", "JKB", "JX", "JC", "EF", "EC", "SF", "SP", "SSO", "SS"})
_LEADS_ON = {"JKS": ("VV", "VA"), "VCP": ("ETM",)}
"""Particles after which a description goes on only with these (수요가 큰 나라, 국제적인 문제)."""

_REACH = 14

_RUNNING = ("list:comma", "list:dot", "list:pair")
"""Lists in running text, which may name only a few of many: 서울, 부산 등 7곳."""


def disagrees(document: Document, listing: Listing, quantities: Sequence[Quantity]) -> bool:
    """Tell whether a number beside the list is neither that of its items nor the sum of their figures."""
    evidence = listing.evidence
    announced = _announced(document, listing, quantities)
    if announced is None:
        return False
    number, unit = announced
    figures = [
        q
        for q in quantities
        if q.unit == unit
        and q.block == evidence.block
        and evidence.start <= q.start
        and q.end <= evidence.end
    ]
    total = sum((q.value or 0) * _times(listing, q) for q in figures)
    few = number > 2 * len(listing.items) or len(listing.items) == 2 < number
    if not figures and listing.rule in _RUNNING and few:
        return False
    dots = sum(len(re.findall(r"[·ㆍ]", item.text)) for item in listing.items)
    return number not in (len(listing.items), len(listing.items) + dots) and (not figures or number != total)


_EACH = re.compile(r"각(?:각)?\s?$")


def _times(listing: Listing, quantity: Quantity) -> int:
    """Give to how many a figure is given: 각 distributes it, in brackets too (대구·인천(각 3곳))."""
    for figure, count in listing.groups:
        if figure.start == quantity.start:
            return count
    item = next((item for item in listing.items if item.start <= quantity.start < item.end), None)
    before = item.text[: quantity.start - item.start] if item else ""
    return 1 + len(re.findall(r"[·ㆍ,]", before)) if _EACH.search(before) else 1


def _announced(
    document: Document, listing: Listing, quantities: Sequence[Quantity]
) -> tuple[int, str] | None:
    """Give the number that announces a list: 등 22곳 after it, or 6가지 before a marked one."""
    evidence, text = listing.evidence, document.blocks[listing.evidence.block].text
    after = _AFTER.match(text, evidence.end)
    if after and listing.rule != "list:lines":
        count = 2 if after["word"] == "양" else int(after["figure"] or parse_native(after["word"]) or 0)
        among = after.group().lstrip().startswith("등")
        return (count, after["unit"]) if among or count <= 2 * len(listing.items) else None
    announcing = _announcing(listing, quantities)
    if announcing and isinstance(announcing.value, int):
        return announcing.value, announcing.unit
    return None


def _announcing(listing: Listing, quantities: Sequence[Quantity]) -> Quantity | None:
    """Give the N가지 that announces a marked list, in its own block or the one before."""
    if listing.rule not in ("list:marked", "list:lines"):
        return None
    evidence = listing.evidence
    for quantity in reversed(quantities):
        before = (quantity.block, quantity.start) < (evidence.block, evidence.start)
        if quantity.unit == "가지" and before and evidence.block - quantity.block <= 1:
            return quantity
    return None


def heading(document: Document, listing: Listing, quantities: Sequence[Quantity]) -> str | None:
    """Say what the items are, in the article's words: 등 수도권 → 수도권, 신사업인 A, B → 신사업."""
    block, evidence = document.blocks[listing.evidence.block], listing.evidence
    counted = _AFTER.match(block.text, evidence.end)
    after = counted or _AMONG.match(block.text, evidence.end)
    if after:
        return _noun_after(block, after.end())
    announcing = _announcing(listing, quantities)
    if announcing:
        return _noun_after(document.blocks[announcing.block], announcing.end)
    if listing.rule == "list:marked" and (head := _HEADING.search(block.text, 0, evidence.start)):
        return head[1]
    return _noun_before(block, evidence.start)


_HEADING = re.compile(r"[◇◆□■]\s?([^◇◆□■▲△]{1,30}?)\s*$")
"""A heading with its mark, right before the items under it: ◇새빛전자 ▲사장 …."""


def _noun_before(block: TextBlock, start: int) -> str | None:
    """Give the noun in front of a list that is its topic or stands in apposition (신사업인 A, B, C)."""
    at = block.token_at(start) - 1
    if at > 1 and block.tokens[at].tag == "ETM" and block.tokens[at - 1].tag == "VCP":
        at -= 2
    elif at > 0 and block.tokens[at - 1].tag in _NOUN and _leads(block.tokens[at]):
        at -= 1
    else:
        return None
    last = at
    while at >= 0 and block.tokens[at].tag in _NOUN:
        at -= 1
    noun = block.text[block.tokens[at + 1].start : block.tokens[last].end] if at < last else None
    return None if noun in word_group("no_item") else noun


def _leads(token: Token) -> bool:
    return token.tag == "JX" or token.form == ":"


def _noun_after(block: TextBlock, start: int) -> str | None:
    """Give the noun that a list or its number describes, past clauses (수요가 큰 나라 → 나라)."""
    at = block.token_at(start)
    phrase: list[Token] = []
    found: list[Token] = []
    window = block.tokens[at : at + _REACH]
    for index, token in enumerate(window):
        if token.tag in _NOUN:
            phrase.append(token)
            continue
        if any(part.tag != "XSN" for part in phrase):
            found = phrase
        phrase = []
        following = window[index + 1].tag if index + 1 < len(window) else ""
        if token.tag in _STOP or (
            token.tag in _LEADS_ON and (not found or following not in _LEADS_ON[token.tag])
        ):
            break
    noun = phrase or found
    return block.text[noun[0].start : noun[-1].end] if noun else None
