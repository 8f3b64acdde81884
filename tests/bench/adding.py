"""A folder of articles added by every core, and by one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from store.desk import Desk
from store.work.processes import cores
from tests.bench.generate import generate
from tests.bench.row import Row, paired, seconds

FILES = 2_000


def rows() -> Iterator[Row]:
    """Measure how long a folder takes; on one core there is nothing to compare."""
    with tempfile.TemporaryDirectory(prefix="sinmun-bench-") as place:
        folder = Path(place) / "news"
        _write(folder)

        def add(count: int) -> float:
            with (
                tempfile.TemporaryDirectory(dir=place) as home,
                Desk.open(Path(home)) as desk,
                patch("store.intake.preparing.cores", lambda: count),
            ):
                return seconds(lambda: list(desk.add([str(folder)])))

        every, one = paired(lambda: add(cores()), lambda: add(1), runs=3)
    yield Row(
        name=f"adding {FILES:,} files, {cores()} cores",
        measured=every,
        baseline=one,
        target="<= 0.8" if cores() > 1 else "<= 1.1",
        unit="s",
        detail="baseline: one core",
    )


def _write(folder: Path) -> None:
    folder.mkdir()
    for number, raw in enumerate(generate(FILES, seed=5)):
        lines = [
            raw.lines[0].text,
            (raw.published or "").replace("T", " "),
            *(each.text for each in raw.lines[1:]),
        ]
        (folder / f"{number:05}.txt").write_text("\n".join(lines), encoding="utf-8")
