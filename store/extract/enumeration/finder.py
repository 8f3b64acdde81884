"""Explicit lists: marked items, names and figures in a row, and whether their number is the one announced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import Document
from store.extract.enumeration.count import disagrees, heading
from store.extract.enumeration.dotted import dotted_lists
from store.extract.enumeration.lists import Listing
from store.extract.enumeration.marked import marked_lists
from store.extract.enumeration.ordinal import ordinal_lists
from store.extract.enumeration.plain import plain_lists
from store.extract.enumeration.quoted import quoted_lists
from store.model import Entity, Enumeration, Quantity

CONFIDENCE = {
    "list:marked": 0.95,
    "list:lines": 0.9,
    "list:comma": 0.9,
    "list:table": 0.9,
    "list:dot": 0.85,
    "list:ordinal": 0.85,
    "list:quoted": 0.8,
    "list:pair": 0.8,
}
"""How often a list found by each rule is one."""


_MARKED = re.compile(r"['’\"”>》][,·과와 ]+[\s및]*['‘\"“<《]")
"""Two things in marks beside each other."""


def find_enumerations(
    document: Document, quantities: Sequence[Quantity], entities: Sequence[Entity]
) -> list[Enumeration]:
    """Find the lists of an article; ``count`` is flagged where their number is not the announced one."""
    names = {(span.block, span.start, span.end) for entity in entities for span in entity.mentions}
    listings = [*marked_lists(document), *ordinal_lists(document)]
    for block in document.blocks:
        if block.role in ("dateline", "byline"):
            continue
        plain, dotted = plain_lists(block, names), dotted_lists(block)
        quoted = quoted_lists(block) if _MARKED.search(block.text) else []
        if not (plain or quoted or dotted):
            continue
        taken = [
            (part.start, part.end)
            for listing in listings
            for part in (*listing.items, listing.evidence)
            if part.block == block.index
        ]
        plain = _free(plain, taken)
        plain += _free(quoted, taken + _places(plain))
        listings += plain + _free(dotted, taken + _places(plain))
    listings.sort(key=lambda listing: (listing.evidence.block, listing.evidence.start))
    return [_enumeration(document, listing, quantities) for listing in listings]


def _places(listings: list[Listing]) -> list[tuple[int, int]]:
    return [(listing.evidence.start, listing.evidence.end) for listing in listings]


def _free(listings: list[Listing], taken: list[tuple[int, int]]) -> list[Listing]:
    return [
        listing
        for listing in listings
        if not any(start < listing.evidence.end and listing.evidence.start < end for start, end in taken)
    ]


def _enumeration(document: Document, listing: Listing, quantities: Sequence[Quantity]) -> Enumeration:
    evidence = listing.evidence
    return Enumeration(
        evidence.text,
        evidence.block,
        evidence.start,
        evidence.end,
        items=tuple(listing.items),
        about=heading(document, listing, quantities),
        confidence=CONFIDENCE[listing.rule],
        rule=listing.rule,
        flags=("count",) if disagrees(document, listing, quantities) else (),
    )
