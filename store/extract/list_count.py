"""What a list is about, and whether it has as many items as the text announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import Document
from store.extract.lists import Listing
from store.extract.numerals import parse_native
from store.model import Quantity

_AFTER = re.compile(
    r"\s?(?:등\s?)?(?:총\s|모두\s)?(?:(?P<figure>\d{1,6})|(?P<word>양|두|세|네|다섯|여섯|일곱|여덟|아홉|열))"
    r"\s?(?P<unit>개국|개사|개소|개교|개|국|곳|사람|사|명|인|가지|나라|회사|기업|도시|지역|기관|작품|종목|종|팀|건|대)"
)
_HEAD = re.compile(r"\s?등(?:의|이\s|인)?\s?(?P<head>[가-힣A-Za-z0-9]+(?:\s[가-힣A-Za-z0-9]+)?)")
_BEFORE = re.compile(r"(?P<head>[가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+)?)(?:인|은|는|:)\s?[△▲◇○①▷■□◆•]?\s?$")
_PARTICLES = re.compile(r"(?:으로|에서|에게|이라고|라고|까지|부터|과의|와의|[을를은는이가의에로과와도])$")


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
    return number != len(listing.items) and (not figures or number != total)


def _times(listing: Listing, quantity: Quantity) -> int:
    return next((count for figure, count in listing.groups if figure.start == quantity.start), 1)


def _announced(
    document: Document, listing: Listing, quantities: Sequence[Quantity]
) -> tuple[int, str] | None:
    """Give the number that announces a list: 등 22곳 after it, or 6가지 before a marked one."""
    evidence, text = listing.evidence, document.blocks[listing.evidence.block].text
    after = _AFTER.match(text, evidence.end)
    if after and listing.rule != "list:lines":
        count = 2 if after["word"] == "양" else int(after["figure"] or parse_native(after["word"]) or 0)
        return count, after["unit"]
    if listing.rule in ("list:marked", "list:lines"):
        for quantity in reversed(quantities):
            near = evidence.block - quantity.block
            if quantity.unit == "가지" and isinstance(quantity.value, int) and 0 <= near <= 1:
                if near == 0 and quantity.start >= evidence.start:
                    continue
                return quantity.value, quantity.unit
    return None


def heading(document: Document, listing: Listing, quantities: Sequence[Quantity]) -> str | None:
    """Say what the items are, in the article's words: 등 수도권 → 수도권, 신사업인 A, B → 신사업."""
    text = document.blocks[listing.evidence.block].text
    after = _HEAD.match(text, listing.evidence.end)
    if after:
        head = _PARTICLES.sub("", after["head"])
        return head or None
    before = _BEFORE.search(text, max(0, listing.evidence.start - 30), listing.evidence.start)
    if before:
        return before["head"]
    for quantity in quantities:
        if quantity.unit == "가지" and 0 <= listing.evidence.block - quantity.block <= 1:
            block = document.blocks[quantity.block].text
            noun = re.match(r"\s?(?P<head>[가-힣]+)", block[quantity.end :])
            return _PARTICLES.sub("", noun["head"]) if noun else None
    return None
