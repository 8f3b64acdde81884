"""Whether confidence means something where it was not looked at: ``python -m tests.gold.calibration``.

Our own texts are split in folds. For each kind of fact, what its confidence is off by is taken from the other
folds (shrunk, as they hold few) and applied to the fold that is left out. If confidence is as good as these
texts can make it, that betters nothing: its Brier score (mean square of confidence less 1 for right and 0 for
wrong; lower is better) is no higher than that of the confidences so mended.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.model import ReaderName
from tests.gold.score import Scores, measure

FOLDS = 5
KINDS = ("forecasts", "enumerations", "events")
SHRINKING = 10
"""Facts that are counted as right as their confidence says, beside those of a fold."""

Judged = list[tuple[float, bool]]


class Calibration(NamedTuple):
    """A kind's facts: their mean confidence, the share right, and Brier scores as given and as mended."""

    kind: str
    count: int
    confidence: float
    right: float
    brier: float
    mended: float


def folds_of(scores: Scores, kind: str, count: int = FOLDS) -> list[Judged]:
    """Split a kind's judged facts by their texts, every ``count``-th text in one fold."""
    texts = sorted({name for name, _ in scores.judged_in})
    return [
        [fact for name in texts[at::count] for fact in scores.judged_in.get((name, kind), ())]
        for at in range(count)
    ]


def calibrate(kind: str, folds: Sequence[Judged]) -> Calibration:
    """Measure the confidences of a kind, each fold beside what the others would make of them."""
    facts = [fact for fold in folds for fact in fold]
    mended = [
        (min(1.0, max(0.0, sure + _shift([f for i, f in enumerate(folds) if i != at]))), right)
        for at, fold in enumerate(folds)
        for sure, right in fold
    ]
    return Calibration(
        kind,
        len(facts),
        _mean([sure for sure, _ in facts]),
        _mean([float(right) for _, right in facts]),
        brier(facts),
        brier(mended),
    )


def brier(facts: Judged) -> float:
    """Give the mean square of what confidence is off by; 0 for none."""
    return _mean([(sure - right) ** 2 for sure, right in facts])


def _shift(folds: Sequence[Judged]) -> float:
    off = [right - sure for fold in folds for sure, right in fold]
    return sum(off) / (len(off) + SHRINKING)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def table(scores: Scores) -> Iterator[str]:
    """Give the measures of each kind as a Markdown table."""
    yield "| kind | facts | mean confidence | share right | Brier | mended by the other folds |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for kind in KINDS:
        it = calibrate(kind, folds_of(scores, kind))
        figures = f"{it.confidence:.2f} | {it.right:.2f} | {it.brier:.3f} | {it.mended:.3f}"
        yield f"| {kind} | {it.count} | {figures} |"


def main(argv: Sequence[str]) -> None:
    """Print the table for the reader that is asked for, by default the fast one."""
    named: dict[bool, ReaderName] = {True: "precise", False: "fast"}
    for line in table(measure(named["precise" in argv])):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
