"""What a rule goes by, in words: the table ``rules.tsv`` made searchable."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from store.extract.lexicon import read_rows

_METHODS = ("explicit", "pronoun", "carried", "none")


class Rule(NamedTuple):
    """A rule's name in the table, what it goes by in Korean and in English, and an example."""

    name: str
    korean: str
    english: str
    example: str


def rule_of(name: str) -> Rule | None:
    """Give the row of a fact's rule, whatever its speaker was found by; None for no rule of the table."""
    base, _, last = name.rpartition(".")
    name = base if last in _METHODS else name
    return _rules().get(name.removesuffix("-verbless"))


@cache
def _rules() -> dict[str, Rule]:
    return {row[0]: Rule(*row) for row in read_rows("rules")}
