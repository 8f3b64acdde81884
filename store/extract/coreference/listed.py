"""Bodies that the tagger's lists of names hold, where the tagger itself has passed over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import word_finder
from store.extract.lexicon import words

LISTED, GROUP = 0.59, 0.84
"""A listed name is believed below what the tagger says of it, but for a band, which it takes for a person."""

SHORTEST = 3
"""Shorter names are words as well."""

LISTS = Path(__file__).parents[1] / "ner" / "lists"
_BODIES = "companies foreign_companies agencies associations media parties teams universities"


def find_listed(block: TextBlock) -> Iterator[Candidate]:
    """Give the bodies of a block that the lists name, unless the name is a common noun too."""
    bodies, groups = _finders()
    for start, end in bodies(block.text):
        if not _is_common(block, start, end):
            yield Candidate(block.index, start, end, "OG", LISTED, tagged=True)
    for start, end in groups(block.text):
        if not _is_common(block, start, end):
            yield Candidate(block.index, start, end, "OG", GROUP)


def _is_common(block: TextBlock, start: int, end: int) -> bool:
    """Say whether the morphology takes a name for a noun or for several words that no name is made of."""
    inside = tokens_inside(block, start, end)
    return not inside or all(token.tag not in ("NNP", "SL", "SN") for token in inside)


@cache
def _finders() -> tuple[Callable[[str], list[tuple[int, int]]], Callable[[str], list[tuple[int, int]]]]:
    places = words("places", "countries") | words("places", "regions") | words("places", "others")
    known = {name for stem in _BODIES.split() for name in read_names(stem)} - places
    return word_finder(known), word_finder(read_names("groups"))


def read_names(stem: str) -> list[str]:
    """Give the names of a list that are long enough to be nothing else."""
    lines = (LISTS / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if len(line) >= SHORTEST and not line.startswith("#")]
