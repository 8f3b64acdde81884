"""Countries that no table has, by the name that they call themselves: 새나공화국, then 새나 총리."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.extract.coreference.candidate import Candidate
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of
from store.extract.lexicon import words

WHOLE, SHORT = 0.95, 0.955
"""Believed above a person beside a title, for 새나 총리 is the head of 새나."""

_STATES = ("공화국", "왕국", "연방국", "토후국")
_STATE = re.compile(rf"{NAME_START}([가-힣]{{2,6}}?)(?:민주)?(?:{any_of(_STATES)}){NAME_END}")


def state_names(blocks: Sequence[TextBlock]) -> set[str]:
    """Give what the countries of an article are called for short that it names in full."""
    found = {
        match[1]
        for block in blocks
        if any(state in block.text for state in _STATES)
        for match in _STATE.finditer(block.text)
    }
    known = words("places", "countries") | words("places", "regions")
    return found - known - words("places", "no_states")


def find_states(blocks: Sequence[TextBlock], names: set[str]) -> Iterator[Candidate]:
    """Give each mention of the countries of ``names``, in full or in short."""
    if not names:
        return
    pattern = re.compile(rf"{NAME_START}({any_of(names)})((?:민주)?(?:{any_of(_STATES)}))?{NAME_END}")
    for block in blocks:
        for match in pattern.finditer(block.text):
            weight = WHOLE if match[2] else SHORT
            yield Candidate(block.index, match.start(), match.end(), "LC", weight)
