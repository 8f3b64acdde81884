"""Reading on a cluster on loopback: one worker, two, one of two killed half way, and the scheduler killed."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store.dedup.paragraphs import fold
from store.desk import Desk
from store.model import SinmunError
from store.work.cluster import read_on_cluster
from tests.bench.generate import generate
from tests.torture.run import Row, Run, Tally

ARTICLES = 10_000
TRIALS = ("one worker", "two workers", "one of two killed", "the scheduler killed")


class Cluster(NamedTuple):
    """A scheduler and its workers, each a process of its own."""

    address: str
    scheduler: subprocess.Popen[bytes]
    workers: list[subprocess.Popen[bytes]]


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Read as many articles in each way, and look whether all are read, each once."""
    tally = Tally()
    for number in numbers:
        name = TRIALS[number]
        with Desk.open(folder / name.replace(" ", "-")) as desk:
            made = generate(ARTICLES, seed)
            while batch := [(fold(raw), b"") for raw in islice(made, 500)]:
                desk._archive.add(batch)
            tally.count("articles", desk.count())
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            _read(desk, name, tally)
            more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
            tally.peak("MB more that the command holds", more / 1000, name)
            tally.count("not read", len(desk.unread_by_reader(limit=-1)))
    return tally


def _read(desk: Desk, name: str, tally: Tally) -> None:
    with _cluster(1 if name == TRIALS[0] else 2) as cluster:
        _warm_up(desk, cluster.address)
        began, waiting = time.monotonic(), desk.waiting()
        victim = {TRIALS[2]: cluster.workers[0], TRIALS[3]: cluster.scheduler}.get(name)
        try:
            for progress in read_on_cluster(desk, cluster.address):
                if victim and progress.read > waiting // 2:
                    victim.send_signal(signal.SIGKILL)
                    victim = None
                    tally.count(f"{name}: killed")
        except SinmunError as error:
            if "run the command again" not in str(error):
                tally.fault("errors without a cure", str(error))
            tally.peak(f"{name}: part that was kept", 1 - desk.waiting() / waiting)
            return _read(desk, TRIALS[1], Tally())
    tally.peak(f"{name}: articles a second", waiting / (time.monotonic() - began))
    return None


def rows(tally: Tally) -> list[Row]:
    """Tell whether all was read, and how fast."""
    one, two, killed = (tally.most.get(f"{name}: articles a second", 0.0) for name in TRIALS[:3])
    return [
        Row("articles a cluster did not read", tally.counts.get("not read", 0), bound=0),
        Row("errors without a cure", tally.counts.get("errors without a cure", 0), bound=0),
        Row("workers killed half way", tally.counts.get("one of two killed: killed", 0)),
        Row("schedulers killed half way", tally.counts.get("the scheduler killed: killed", 0)),
        Row("part kept then", tally.most.get("the scheduler killed: part that was kept", 0.0)),
        Row("articles a second, two workers", two, baseline=one, detail="baseline: one worker"),
        Row("articles a second, one of two killed", killed, baseline=one, detail="baseline: one worker"),
        Row(
            "MB more that the command holds",
            tally.most.get("MB more that the command holds", 0.0),
            bound=300,
            detail=tally.which.get("MB more that the command holds", ""),
        ),
    ]


def _warm_up(desk: Desk, address: str) -> None:
    """Have every worker load its reader, outside of what is timed."""
    next(read_on_cluster(desk, address))


@contextmanager
def _cluster(workers: int) -> Iterator[Cluster]:
    """Run a scheduler and workers, each a process of its own on loopback."""
    from aiohttp.test_utils import unused_port

    address = f"tcp://127.0.0.1:{unused_port()}"
    port = address.rpartition(":")[2]
    with ExitStack() as stack:
        scheduler = _run(stack, "dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        running = [
            _run(stack, "dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
            for _ in range(workers)
        ]
        yield Cluster(address, scheduler, running)


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
