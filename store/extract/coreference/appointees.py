"""Persons of a list of appointments, whatever their names look like: ▲부사장 한도윤 이가람."""

from __future__ import annotations

from collections.abc import Iterator

from store.extract.coreference.candidate import Candidate
from store.extract.document import TextBlock
from store.extract.personnel import find_appointed

APPOINTED = 0.95


def find_appointees(block: TextBlock) -> Iterator[Candidate]:
    """Give who stands behind an office in a list of appointments."""
    for appointed in find_appointed(block.text):
        for start, end in appointed.persons:
            yield Candidate(block.index, start, end, "PS", APPOINTED)
