"""What a run is made of: numbered trials that may stop anywhere and go on, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

MAX_NAMED = 20


class Tally(msgspec.Struct):
    """What some trials saw: ``counts`` add up, ``most`` are the largest, ``faults`` say what was wrong."""

    counts: dict[str, int] = {}
    most: dict[str, float] = {}
    which: dict[str, str] = {}
    faults: list[str] = []
    skipped: str = ""

    def count(self, name: str, number: int = 1) -> None:
        """Add to a count."""
        self.counts[name] = self.counts.get(name, 0) + number

    def peak(self, name: str, value: float, of: str = "") -> None:
        """Keep the largest value of a name, and of what it was."""
        if value >= self.most.get(name, 0.0):
            self.most[name] = value
            self.which[name] = of

    def fault(self, name: str, detail: str) -> None:
        """Count a fault and say what it was."""
        self.count(name)
        self.faults.append(f"{name}: {detail}"[:500])

    def add(self, other: Tally) -> None:
        """Add what other trials saw."""
        for name, number in other.counts.items():
            self.count(name, number)
        for name, value in other.most.items():
            self.peak(name, value, other.which.get(name, ""))
        self.faults = [*self.faults, *other.faults][:MAX_NAMED]
        self.skipped = self.skipped or other.skipped


class Row(msgspec.Struct, frozen=True):
    """One line of the table; ``bound`` is the most that may be measured, None where the figure only tells."""

    name: str
    measured: float
    baseline: float | None = None
    bound: float | None = None
    detail: str = ""

    @property
    def met(self) -> bool:
        """Tell whether the figure is within its bound."""
        return self.bound is None or self.measured <= self.bound


class Run(msgspec.Struct, frozen=True):
    """A run: ``trials(folder, seed, numbers)`` tries some of its ``total`` trials in an empty folder.

    A trial's outcome depends on the seed and its number alone, so that trials may be tried in any portions.
    """

    name: str
    total: int
    portion: int
    trials: Callable[[Path, int, range], Tally]
    rows: Callable[[Tally], list[Row]]
