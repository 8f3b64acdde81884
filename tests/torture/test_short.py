"""A short version of every torture: the whole of it is ``make torture``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture import adding, anchoring, bombs, damage, mutations, saving, sharing, unwritable
from tests.torture.run import Run, Tally

SEED = 1
FEW_BOMBS = ("entities.xml", "deep.json", "deep.html", "binary.txt")


def faults(run: Run, tally: Tally) -> list[str]:
    return [*tally.faults, *(row.name for row in run.rows(tally) if not row.met)]


@pytest.mark.parametrize(
    ("run", "trials"),
    [
        (saving.RUN, 3),
        (adding.RUN, 1),
        (sharing.RUN, 80),
        (anchoring.RUN, 300),
        (damage.RUN, 6),
        (unwritable.RUN, 1),
    ],
    ids=lambda value: value.name if isinstance(value, Run) else "",
)
def test_a_few_trials(run: Run, trials: int, tmp_path: Path) -> None:
    tally = run.trials(tmp_path, SEED, range(trials))
    if tally.skipped:
        pytest.skip(tally.skipped)
    assert faults(run, tally) == []


def test_a_few_mutations() -> None:
    tally = mutations.try_all(False, SEED, range(150))
    tally.add(mutations.try_all(True, SEED, range(150, 165)))
    assert tally.counts["readings"]
    assert faults(mutations.EXTRACTION, tally) == []


def test_a_few_bombs(tmp_path: Path) -> None:
    tally = bombs.add_all(tmp_path, list(FEW_BOMBS), "a few")
    assert faults(bombs.RUN, tally) == []
    assert tally.counts["refused"] == len(FEW_BOMBS)
