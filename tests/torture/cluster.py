"""Reading on a cluster on loopback: one worker against two, and two of which one is killed half way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

from store.dedup.paragraphs import fold
from store.desk import Desk
from store.work.cluster import read_on_cluster
from tests.bench.generate import generate
from tests.torture.run import Row, Run, Tally

ARTICLES = 10_000
TRIALS = ("one worker", "two workers", "one of two killed")


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Read as many articles in each way, and look whether all are read, each once."""
    tally = Tally()
    for number in numbers:
        name = TRIALS[number]
        home = folder / name.replace(" ", "-")
        with Desk.open(home) as desk, _cluster(2 if name != TRIALS[0] else 1) as (address, workers):
            made = generate(ARTICLES, seed)
            while batch := [(fold(raw), b"") for raw in islice(made, 500)]:
                desk._archive.add(batch)
            total = desk.count()
            _warm_up(desk, address)
            began, before = time.monotonic(), len(desk.unread_by_reader(limit=-1))
            for progress in read_on_cluster(desk, address):
                if "killed" in name and len(workers) > 1 and progress.read > before // 2:
                    workers.pop().send_signal(signal.SIGKILL)
                    tally.count("workers killed")
            tally.peak(f"{name}: articles a second", before / (time.monotonic() - began))
            tally.count("articles", total)
            tally.count("not read", len(desk.unread_by_reader(limit=-1)))
    return tally


def rows(tally: Tally) -> list[Row]:
    """Tell whether all was read, and how fast."""
    one, two, killed = (tally.most.get(f"{name}: articles a second", 0.0) for name in TRIALS)
    return [
        Row("articles a cluster did not read", tally.counts.get("not read", 0), bound=0),
        Row("workers killed half way", tally.counts.get("workers killed", 0)),
        Row("articles a second, two workers", two, baseline=one, detail="baseline: one worker"),
        Row("articles a second, one of two killed", killed, baseline=one, detail="baseline: one worker"),
    ]


def _warm_up(desk: Desk, address: str) -> None:
    """Have every worker load its reader, outside of what is timed."""
    next(read_on_cluster(desk, address))


@contextmanager
def _cluster(workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Run a scheduler and workers, each a process of its own on loopback."""
    from aiohttp.test_utils import unused_port

    address = f"tcp://127.0.0.1:{unused_port()}"
    port = address.rpartition(":")[2]
    with ExitStack() as stack:
        _run(stack, "dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        running = [
            _run(stack, "dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
            for _ in range(workers)
        ]
        yield address, running


def _run(stack: ExitStack, module: str, *arguments: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


RUN = Run("cluster", len(TRIALS), 1, trials, rows)
