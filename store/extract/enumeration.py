"""Explicit lists: marked items, names and figures in a row, and whether their number is the one announced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import Document, TextBlock
from store.model import Entity, Enumeration, Quantity, Span

_MARK = r"[△▲▷▶◇◆○●□■①-⑳ⓐ-ⓩ•▪]"
_MARKED = re.compile(rf"{_MARK}\s?(?P<item>[^△▲▷▶◇◆○●□■①-⑳ⓐ-ⓩ•▪]+)")
_TAIL = re.compile(r"\s?(?:등|을|를|이|가|의|은|는|다|이다|으로|로)(?:[\s,.·]|$).*$", re.S)


def find_enumerations(
    document: Document, quantities: Sequence[Quantity], entities: Sequence[Entity]
) -> list[Enumeration]:
    """Find the lists of an article, each with its items as spans."""
    found: list[Enumeration] = []
    for block in document.blocks:
        found += _marked(block)
    return found


def _marked(block: TextBlock) -> list[Enumeration]:
    matches = list(_MARKED.finditer(block.text))
    if len(matches) < 2:
        return []
    items: list[Span] = []
    for index, match in enumerate(matches):
        text = match["item"].rstrip()
        if index == len(matches) - 1:
            text = _TAIL.sub("", text)
        start = match.start("item")
        items.append(block.span(start, start + len(text)))
    start, end = items[0].start - 1, items[-1].end
    return [
        Enumeration(
            block.text[start:end], block.index, start, end, items=tuple(items), confidence=0.95, rule="marked"
        )
    ]
