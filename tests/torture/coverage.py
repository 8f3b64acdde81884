"""Coverage-guided damage with atheris, where that is installed: ``pip install atheris``."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from tests.torture.command import ROOT
from tests.torture.mutate import samples
from tests.torture.run import Row, Run, Tally

MINUTES = 60
BOUNDS = (
    "-max_total_time=60",
    "-timeout=20",
    "-rss_limit_mb=2500",
    "-max_len=20000",
    "-print_final_stats=1",
)


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Search for a minute a trial; what ends the search is a fault, and the input that did it is kept."""
    if importlib.util.find_spec("atheris") is None:
        return Tally(skipped="atheris is not installed")
    tally = Tally()
    for name, data in samples():
        corpus = folder / "corpus" / name
        corpus.parent.mkdir(exist_ok=True)
        corpus.write_bytes(data)
    for number in numbers:
        start_at = f"-seed={seed * MINUTES + number + 1}"
        done = subprocess.run(
            [sys.executable, "-m", "tests.torture.fuzz", str(folder / "corpus"), *BOUNDS, start_at],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        tally.count("minutes")
        for line in done.stderr.splitlines():
            if line.startswith("stat::number_of_executed_units:"):
                tally.count("inputs", int(line.split()[1]))
        if done.returncode:
            tally.fault("foreign", f"minute {number}: {done.stderr[-400:]}")
    return tally


def _rows(tally: Tally) -> list[Row]:
    told = f"{tally.counts['minutes']} minutes, {tally.counts.get('inputs', 0)} inputs"
    return [Row("faults found by coverage", tally.counts.get("foreign", 0), None, 0, told)]


RUN = Run("coverage", MINUTES, 5, trials, _rows)
