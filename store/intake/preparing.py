"""Sources to articles ready for the archive: parsed, folded and fingerprinted, by every core where many come.

``python -m store.intake.preparing`` is one of the processes that do so; the result is what one alone would
give.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice

import msgspec

from store.ingest.failure import Failure
from store.intake.arrival import Arrival
from store.work.processes import EndedError, Processes, cores, serve_as_process

FEW = 200
"""As many sources are prepared here: only for more it pays to start processes."""
PORTION = 24
PORTION_BYTES = 500_000
LARGE_BYTES = 4_000_000
"""A source of so many bytes is prepared here, article by article, so that it is never held as a whole."""
MOST_PROCESSES = 8

Source = tuple[str, bytes]
Portion = list[Source | Failure]


class Answer(msgspec.Struct, frozen=True):
    """What a process made of its sources; ``arrived`` tells in their order which is an arrival."""

    arrived: list[bool]
    arrivals: list[Arrival]
    failures: list[Failure]


def prepare_all(sources: Iterable[Source | Failure]) -> Iterator[Arrival | Failure]:
    """Prepare every article of the sources, in their order."""
    left = iter(sources)
    for source in islice(left, FEW if cores() > 1 else None):
        yield from _prepare_here(source)
    yield from _prepare_by_processes(left)


def prepare(sources: Iterable[Source]) -> Iterator[Arrival | Failure]:
    """Prepare sources in this process, their articles with the keys by which stories find them."""
    from store.dedup.signature import describe

    found = [each for source in sources for each in _prepare_here(source)]
    arrivals = [each for each in found if isinstance(each, Arrival)]
    keys = iter([described.keys for described in describe([each.article for each in arrivals])])
    for each in found:
        yield each._replace(keys=next(keys)) if isinstance(each, Arrival) else each


def _prepare_here(source: Source | Failure) -> Iterator[Arrival | Failure]:
    from store.dedup.paragraphs import fold
    from store.ingest import ingest

    if isinstance(source, Failure):
        yield source
        return
    for found in ingest(*source):
        yield found if isinstance(found, Failure) else Arrival(fold(found), found.raw)


def _prepare_by_processes(sources: Iterator[Source | Failure]) -> Iterator[Arrival | Failure]:
    count = min(cores(), MOST_PROCESSES)
    processes = Processes("store.intake.preparing", count)
    threads = ThreadPoolExecutor(count, thread_name_prefix="preparing")
    waiting: deque[tuple[Portion, Future[list[Arrival | Failure]] | None]] = deque()
    try:
        for portion in _portions(sources):
            waiting.append(
                (portion, threads.submit(_ask, processes, portion) if _is_small(portion) else None)
            )
            if len(waiting) > 2 * count:
                yield from _result(*waiting.popleft())
        while waiting:
            yield from _result(*waiting.popleft())
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        processes.close()


def _portions(sources: Iterable[Source | Failure]) -> Iterator[Portion]:
    """Gather sources that are prepared as one; a failure and a large source stand alone."""
    portion: list[Source | Failure] = []
    size = 0
    for source in sources:
        if portion and (not _is_small([source]) or len(portion) >= PORTION or size > PORTION_BYTES):
            yield portion
            portion, size = [], 0
        portion.append(source)
        size += LARGE_BYTES if isinstance(source, Failure) else len(source[1])
    if portion:
        yield portion


def _is_small(portion: Portion) -> bool:
    return not any(isinstance(source, Failure) or len(source[1]) > LARGE_BYTES for source in portion)


def _ask(processes: Processes, portion: Portion) -> list[Arrival | Failure]:
    given = msgspec.msgpack.decode(processes.ask(msgspec.msgpack.encode(portion)), type=Answer)
    arrivals, failures = iter(given.arrivals), iter(given.failures)
    return [next(arrivals) if arrived else next(failures) for arrived in given.arrived]


def _result(
    portion: Portion, prepared: Future[list[Arrival | Failure]] | None
) -> Iterator[Arrival | Failure]:
    if prepared is not None:
        # Whatever ended the process, the sources are prepared: here, one after the other.
        with suppress(EndedError):
            yield from prepared.result()
            return
    for source in portion:
        yield from _prepare_here(source)


def answer(request: bytes) -> bytes:
    """Give the encoded Answer to an encoded list of sources."""
    found = list(prepare(msgspec.msgpack.decode(request, type=list[Source])))
    return msgspec.msgpack.encode(
        Answer(
            [isinstance(each, Arrival) for each in found],
            [each for each in found if isinstance(each, Arrival)],
            [each for each in found if isinstance(each, Failure)],
        )
    )


if __name__ == "__main__":
    serve_as_process(answer)
