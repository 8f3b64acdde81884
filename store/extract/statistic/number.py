"""A number where it stands, and a number with what it measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from store.extract.document import TextBlock
from store.extract.statistic.phrase import Covered, Phrase
from store.extract.statistic.series import Series
from store.extract.statistic.whose import Told
from store.model import Quantity, Time

CHANGES = ("증가", "감소")
"""How a measure ends that is of a change."""

_RATES = frozenset({"%", "%p", "bp"})


class Page(NamedTuple):
    """A block with each of its names as one noun; what times and quantities cover, its times, its bodies."""

    block: TextBlock
    covered: dict[int, tuple[int, int]]
    times: list[Time]
    bodies: list[tuple[int, int]]


class Measured(NamedTuple):
    """A quantity with what it measures, the whole that it is a share of, and of whom it is told."""

    quantity: Quantity
    measure: str | None
    whole: str | None = None
    told: Told | None = None


class Number(NamedTuple):
    """A number where it stands: ``first`` is where its sentence starts, ``beside`` the phrase before it.

    ``before`` is the number before it in the block, ``bodies`` are the places of organisations.
    """

    block: TextBlock
    quantity: Quantity
    first: int
    covered: Covered
    before: Measured | None
    beside: Phrase | None
    series: Series
    bodies: Sequence[tuple[int, int]]

    @property
    def lead(self) -> str:
        """The words of the sentence before the number."""
        return self.block.text[self.first : self.quantity.start]

    @property
    def gap(self) -> str | None:
        """The words between the number before it in the sentence and this one; None where it is the first."""
        before = self.before
        if before is None or before.quantity.start < self.first:
            return None
        return self.block.text[before.quantity.end : self.quantity.start]


def is_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities can be of one thing: the same unit, or percent and its points."""
    return one.unit == other.unit or (one.unit in _RATES and other.unit in _RATES)
