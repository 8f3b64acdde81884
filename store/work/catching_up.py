"""Reading every article that waits, by every core; what was read is kept, and it goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import islice

import msgspec

from store.desk import Desk
from store.model import ReaderName, Reading, SinmunError
from store.work.worker import ReadingWorker, processes_at_most

WORTH_A_PROCESS = 50
"""Articles that take about as long to read as a process to start."""


class Progress(msgspec.Struct, frozen=True):
    """How many were read and how many wait; ``reason`` tells why the last one could not be read this time."""

    read: int
    waiting: int
    reason: str = ""


def read_waiting(desk: Desk, reader: ReaderName = "fast", most: int | None = None) -> Iterator[Progress]:
    """Read what this version has not read, newest first, in up to ``most`` processes; tell after each."""
    waiting = desk.unread_by_reader(limit=-1)
    count = min(most or processes_at_most(), -(-len(waiting) // WORTH_A_PROCESS))
    read = failed = 0
    for outcome in _outcomes(desk, waiting, reader, count):
        reason = ""
        try:
            desk.keep_reading(outcome.result())
            read += 1
        except SinmunError as error:
            failed += 1
            reason = str(error)
        yield Progress(read, len(waiting) - read - failed, reason)


def _outcomes(desk: Desk, ids: list[str], reader: ReaderName, count: int) -> Iterator[Future[Reading]]:
    """Give the readings as they are done; each process has one article and one that waits for it."""
    if not ids:
        return
    with ReadingWorker(count) as worker:
        left = iter(ids)
        running = {worker.submit(desk.article(each), reader) for each in islice(left, 2 * count)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {worker.submit(desk.article(each), reader) for each in islice(left, len(done))}
            yield from done
