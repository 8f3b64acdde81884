"""Bodies that the tagger's lists of names hold, where the tagger itself has passed over them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import WordFinder, word_finder
from store.extract.harvest import is_foreign_word
from store.extract.lexicon import words

LISTED, WHOLE, GROUP, CLUB = 0.59, 0.71, 0.84, 0.91
"""A listed name is believed below what the tagger says of it, but for a band, which it takes for a person.

A long one is believed above a word of the tagger's, which may be but the first of it (아시아·경제).
"""

SHORTEST = 3
"""Shorter names are words as well."""

LONG = 5
"""A name of so many syllables is one though the morphology takes it for several nouns: 국립환경과학원."""

LISTS = Path(__file__).parents[1] / "ner" / "lists"
_BODIES = "companies foreign_companies agencies associations media parties teams universities"


def find_listed(block: TextBlock) -> Iterator[Candidate]:
    """Give the bodies and clubs of a block that the lists name, unless the name is a common noun too."""
    find, bands = _finder()
    for start, end in find(block.text):
        name = block.text[start:end]
        if name in clubs():
            yield Candidate(block.index, start, end, "OG", CLUB)
        elif not _is_common(block, start, end):
            weight = GROUP if name in bands else WHOLE if len(name) >= LONG else LISTED
            yield Candidate(block.index, start, end, "OG", weight, tagged=weight < GROUP)


def _is_common(block: TextBlock, start: int, end: int) -> bool:
    """Say whether the morphology takes a name for a noun or for several words that no name is made of."""
    inside = tokens_inside(block, start, end)
    if any(token.tag in ("NNP", "SL", "SN") for token in inside):
        return False
    name = block.text[start:end]
    return len(inside) < 2 or not (len(name) >= LONG or is_foreign_word(name))


@cache
def _finder() -> tuple[WordFinder, frozenset[str]]:
    places = words("places", "countries") | words("places", "regions") | words("places", "others")
    bodies = {name for stem in _BODIES.split() for name in _read(stem)} - places
    bands = frozenset(_read("groups"))
    return word_finder(bodies | bands | clubs().keys()), bands


@cache
def clubs() -> dict[str, str]:
    """Give each club, with a space and without, and what it is called for short: 전북 현대 → 전북."""
    towns = words("places", "regions") | words("places", "towns")
    firms = frozenset(_read("companies")) | words("organizations", "known")
    owners = words("organizations", "known") | words("organizations", "groups")
    firsts = sorted(towns | owners | words("organizations", "owners"), key=lambda word: (-len(word), word))
    found = {}
    for name in sorted(set(_read("teams")) - firms):
        first = next((first for first in firsts if name.startswith(first)), name)
        rest = name[len(first) :].strip()
        if len(rest) > 1:
            found[f"{first}{rest}"] = first
            if rest not in towns:
                found[f"{first} {rest}"] = first
    return found


def _read(stem: str) -> list[str]:
    """Give the names of a list that are long enough to be nothing else."""
    lines = (LISTS / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if len(line) >= SHORTEST and not line.startswith("#")]
