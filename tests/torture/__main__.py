"""Run every torture, or those that are named, and print what each showed; also in ``torture.json``.

With ``--keep`` what was stopped goes on where it was; without, and once it is finished, it begins anew.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from tests.torture import (
    adding,
    anchoring,
    bombs,
    cluster,
    coverage,
    damage,
    desks,
    feeds,
    mutations,
    saving,
    sharing,
    unwritable,
)
from tests.torture.run import Row, Run, Tally

RUNS = [
    saving.RUN,
    adding.RUN,
    sharing.RUN,
    desks.RUN,
    mutations.READERS,
    mutations.EXTRACTION,
    coverage.RUN,
    bombs.RUN,
    feeds.RUN,
    anchoring.RUN,
    damage.RUN,
    unwritable.RUN,
    cluster.RUN,
]


class Progress(msgspec.Struct):
    """How many trials of a run are done, and what they showed."""

    done: int = 0
    tally: Tally = msgspec.field(default_factory=Tally)


class State(msgspec.Struct):
    """What is kept between two starts."""

    seed: int
    runs: dict[str, Progress] = {}


def main() -> int:
    """Run; give 1 where anything was not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *(run.name for run in RUNS)], help="only these")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--share", type=float, default=1.0, help="a part of the trials, such as 0.1")
    parser.add_argument("--keep", type=Path, help="keep the state in this folder, and go on from it")
    parser.add_argument("--out", type=Path, default=Path("torture.json"))
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="sinmun-torture-"))
    folder.mkdir(parents=True, exist_ok=True)
    chosen = [run for run in RUNS if not given.names or run.name in given.names]
    try:
        state = _state(folder / "state.json", given.seed)
        rows = [
            row for run in chosen for row in _told(run, folder, state, max(1, round(run.total * given.share)))
        ]
        # What is finished begins anew the next time.
        for run in chosen:
            del state.runs[run.name]
        _save(folder, state)
    finally:
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)
    given.out.write_bytes(msgspec.json.format(msgspec.json.encode(rows), indent=1))
    return 0 if all(row.met for row in rows) else 1


def _state(path: Path, seed: int) -> State:
    kept = msgspec.json.decode(path.read_bytes(), type=State) if path.exists() else State(seed)
    if kept.seed != seed:
        sys.exit(f"{path} is of seed {kept.seed}: name that seed, or another folder")
    return kept


def _save(folder: Path, state: State) -> None:
    (folder / "state.json").write_bytes(msgspec.json.encode(state))


def _told(run: Run, folder: Path, state: State, total: int) -> list[Row]:
    progress = state.runs.setdefault(run.name, Progress())
    began = time.monotonic()
    while progress.done < total and not progress.tally.skipped:
        numbers = range(progress.done, min(progress.done + run.portion, total))
        place = folder / f"{run.name}-{numbers.start}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        progress.tally.add(run.trials(place, state.seed, numbers))
        progress.done = numbers.stop
        shutil.rmtree(place)
        _save(folder, state)
    if progress.tally.skipped:
        print(f"{run.name}: skipped: {progress.tally.skipped}", flush=True)
        return []
    print(f"{run.name}: {progress.done} trials, {time.monotonic() - began:.0f} s", flush=True)
    rows = run.rows(progress.tally)
    for row in rows:
        print(_line(row), flush=True)
    for fault in progress.tally.faults:
        print(f"    {fault}", flush=True)
    return rows


def _line(row: Row) -> str:
    baseline = "" if row.baseline is None else f"{row.baseline:.10g}"
    bound = "" if row.bound is None else f"<= {row.bound:.10g} {'met' if row.met else 'MISSED'}"
    return f"  {row.name:46} {row.measured:>10.6g} {baseline:>10} {bound:16} {row.detail}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
