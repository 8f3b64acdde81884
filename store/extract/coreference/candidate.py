"""Candidates: stretches of a block that some rule, or the tagger, takes for a name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from store.extract.document import TextBlock, Token
from store.model import EntityType


class Candidate(NamedTuple):
    """A possible mention; ``weight`` says how much its rule is believed where two candidates disagree.

    ``tagged`` is set where the tagger alone says so: a rule's word about the type counts above that.
    """

    block: int
    start: int
    end: int
    type: EntityType
    weight: float
    tagged: bool = False


def tokens_inside(block: TextBlock, start: int, end: int) -> list[Token]:
    """Give the morphemes of a block that lie wholly inside ``start:end``."""
    inside = block.tokens[block.token_at(start) : block.token_at(end)]
    return [token for token in inside if token.end <= end]


class Taken:
    """The stretches of each block that are spoken for; no two of them overlap."""

    def __init__(self) -> None:
        """Start with everything free."""
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def overlapping(self, block: int, start: int, end: int) -> list[tuple[int, int]]:
        """Give the taken stretches that share a character with ``start:end``."""
        spans = self._spans.get(block, [])
        i = max(0, bisect_left(spans, (start, start)) - 1)
        found = []
        while i < len(spans) and spans[i][0] < end:
            if spans[i][1] > start:
                found.append(spans[i])
            i += 1
        return found

    def blocks(self, block: int, start: int, end: int) -> bool:
        """Say whether a taken stretch overlaps ``start:end`` and is not a smaller part of it (제7차 …)."""
        return any(
            first < start or end < last or (first, last) == (start, end)
            for first, last in self.overlapping(block, start, end)
        )

    def take(self, block: int, start: int, end: int) -> bool:
        """Take a stretch if it is free; say whether it was."""
        if self.overlapping(block, start, end):
            return False
        insort(self._spans.setdefault(block, []), (start, end))
        return True

    def release(self, block: int, start: int, end: int) -> None:
        """Make a taken stretch free again."""
        self._spans[block].remove((start, end))


def settle(candidates: Iterable[Candidate], taken: Taken) -> list[Candidate]:
    """Keep, of candidates that overlap, the one most believed, then the longest; in the order of reading."""
    kept = [
        c
        for c in sorted(candidates, key=lambda c: (-c.weight, c.start - c.end, c.block, c.start, c.type))
        if c.start < c.end and taken.take(c.block, c.start, c.end)
    ]
    return sorted(kept)
