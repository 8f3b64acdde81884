"""Lists of things in marks that 등 closes: '값이 비싸다', '길이 멀다' 등의 의견."""

from __future__ import annotations

import re

from store.extract.document import TextBlock
from store.extract.enumeration.lists import Listing

_WORDS = (
    r"(?:'[^'\n]{1,80}'|‘[^‘’\n]{1,80}’|\"[^\"\n]{1,160}\"|“[^“”\n]{1,160}”"
    r"|<[^<>\n]{1,40}>|《[^《》\n]{1,40}》)"
)
_PARTED = r"(?:,\s?|·|[과와]\s|,?\s및\s|\s)"
_QUOTED = re.compile(rf"(?P<items>{_WORDS}(?:{_PARTED}{_WORDS})+)(?P<among>\s?등(?=[\s가-힣,.]))?")
_ONE = re.compile(_WORDS)


def quoted_lists(block: TextBlock) -> list[Listing]:
    """Find rows of words in marks: two that 등 closes, or three."""
    found = []
    for match in _QUOTED.finditer(block.text):
        start = match.start()
        items = [block.span(start + m.start(), start + m.end()) for m in _ONE.finditer(match["items"])]
        if len(items) > 2 or (match["among"] and len(items) == 2):
            found.append(Listing(block.span(items[0].start, items[-1].end), items, "list:quoted"))
    return found
