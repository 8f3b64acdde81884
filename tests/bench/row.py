"""One figure of a benchmark, beside what it is measured against."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A measured figure beside its baseline; the target bounds the ratio, or with a ``+`` the difference."""

    name: str
    measured: float
    baseline: float
    target: str
    unit: str
    detail: str = ""

    @property
    def ratio(self) -> float:
        """Give measured over baseline."""
        return self.measured / self.baseline if self.baseline else float("inf")

    @property
    def met(self) -> bool:
        """Tell whether the target is met: ``<= 1.3`` and ``>= 2`` are ratios, ``<= +5`` a difference."""
        sign, bound = self.target.split()
        figure = self.measured - self.baseline if bound.startswith("+") else self.ratio
        return figure <= float(bound) if sign == "<=" else figure >= float(bound)

    def beside(self, smaller: Row, target: str = "<= 1.3") -> Row:
        """Give this figure beside the same one of a smaller archive."""
        return Row(
            name=f"growth: {self.name}",
            measured=self.measured,
            baseline=smaller.measured,
            target=target,
            unit=self.unit,
            detail="baseline: a tenth of the articles and notes",
        )


def paired(
    measured: Callable[[], float], baseline: Callable[[], float], runs: int = 7, warmups: int = 1
) -> tuple[float, float]:
    """Time two things in turn, A B A B …, so that a drifting machine drifts for both; give both medians."""
    ours: list[float] = []
    theirs: list[float] = []
    for run in range(runs + warmups):
        pair = measured(), baseline()
        if run >= warmups:
            ours.append(pair[0])
            theirs.append(pair[1])
    return statistics.median(ours), statistics.median(theirs)


def seconds(function: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def settled(work: Callable[[], object]) -> float:
    """Give the processor's seconds of a piece of work, which pays neither for the litter of the one before
    nor for what else the machine does.
    """
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began
