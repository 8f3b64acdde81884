"""Reading every article that waits, by every core; what was read is kept, and it goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import islice

import msgspec

from store.desk import Desk
from store.model import Article, ReaderName, SinmunError
from store.reading import TOGETHER
from store.work.worker import ReadingWorker, Reply, processes_at_most

WORTH_A_PROCESS = 50
"""Articles that take about as long to read as a process to start."""


class Progress(msgspec.Struct, frozen=True):
    """How many were read and how many wait; ``reason`` tells what could not be read this time, and why."""

    read: int
    waiting: int
    reason: str = ""


def read_waiting(desk: Desk, reader: ReaderName = "fast", most: int | None = None) -> Iterator[Progress]:
    """Read what this version has not read, newest first, in up to ``most`` processes; tell after each batch.

    A batch that cannot be read is read one by one, so that only the article at fault is left.
    """
    waiting = desk.unread_by_reader(limit=-1)
    count = min(most or processes_at_most(), -(-len(waiting) // WORTH_A_PROCESS))
    read = failed = 0
    for replies in _replies(desk, waiting, reader, count) if waiting else ():
        readings = [reply.reading for reply in replies if reply.reading]
        reasons = [reply.error for reply in replies if reply.error]
        try:
            desk.keep_readings(readings)
            read += len(readings)
            failed += len(reasons)
        except SinmunError as error:
            failed += len(replies)
            reasons.append(str(error))
        yield Progress(read, len(waiting) - read - failed, "; ".join(reasons))


def _replies(desk: Desk, ids: Sequence[str], reader: ReaderName, count: int) -> Iterator[list[Reply]]:
    """Give the replies to each batch as they come; each process has one batch and one that waits for it."""
    left = iter(ids)
    batches = iter(lambda: [desk.article(each) for each in islice(left, TOGETHER[reader])], [])
    running: dict[Future[list[Reply]], list[Article]] = {}
    with ReadingWorker(count) as worker:
        while True:
            for batch in islice(batches, max(0, 2 * count - len(running))):
                running[worker.submit_together(batch, reader)] = batch
            if not running:
                return
            done = wait(running, return_when=FIRST_COMPLETED).done
            for future in [each for each in running if each in done]:
                batch = running.pop(future)
                fault = future.exception()
                if isinstance(fault, SinmunError) and len(batch) > 1:
                    running |= {worker.submit_together([each], reader): [each] for each in batch}
                elif isinstance(fault, SinmunError):
                    yield [Reply(error=str(fault))]
                else:
                    yield future.result()
