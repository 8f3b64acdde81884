"""Which article is read next, in other processes: the opened one precisely, then what waits, newest first.

What waits is read fast. While nothing does and nobody asks, what was read fast is read again precisely:
first what was opened, then the newest, and only so much a sitting.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from store.extract.version import VERSION
from store.model import Article, ReaderName, Reading, SinmunError

if TYPE_CHECKING:
    from store.desk import Desk

KEEP_SECONDS = 1.0
"""How long readings that nobody waits for are gathered: few transactions, and as much is lost by a crash."""
IDLE_SECONDS = 20.0
MOST_READ_AGAIN = 200


class Worker(Protocol):
    """What reads articles elsewhere: ``store.work.worker.ReadingWorker``, or a test's own."""

    at_once: int

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        """Begin to read an article, with the best reader or with the one named."""

    def close(self) -> None:
        """Let go of the processes."""


class ReadingQueue:
    """Reads what is wanted and, while nothing is, whatever has not been read; it goes on where it ended."""

    def __init__(
        self,
        desk: Desk,
        start: Callable[[], Worker],
        arrived: Callable[[Reading], None],
        failed: Callable[[str, str], None],
        progressed: Callable[[], None] = lambda: None,
    ) -> None:
        """``start`` gives the worker; ``arrived`` and ``failed`` hear what came of an article.

        ``progressed`` is told when ``waiting``, the number of articles that wait, is another.
        """
        self.waiting = 0
        self._desk = desk
        self._start = start
        self._worker: Worker | None = None
        self._arrived, self._failed, self._progressed = arrived, failed, progressed
        self._current: dict[str, ReaderName | None] = {}
        self._wanted: list[str] = []
        self._held: dict[str, Reading] = {}
        self._kept_at = 0.0
        self._keeping = asyncio.Lock()
        self._given_up: set[str] = set()
        self._read_again = 0
        self._only_fast = False
        self._work = asyncio.Event()

    def want(self, article_id: str, known: Reading | None = None) -> None:
        """Read this article before all others; one that is ``known`` only if it can be read better."""
        if known is not None and (known.reader == "precise" or self._only_fast):
            return
        if self._current.get(article_id, "fast") != "fast":
            return
        self._wanted = [article_id, *(other for other in self._wanted if other != article_id)]
        self._given_up.discard(article_id)
        self._work.set()

    def wake(self) -> None:
        """Look for articles that have not been read: some may have come."""
        self._work.set()

    async def run(self) -> None:
        """Read on and on, until cancelled."""
        worker = self._worker = self._start()
        await self._count()
        await asyncio.gather(*(self._go_on(worker) for _ in range(worker.at_once)))

    def close(self) -> None:
        """Let go of the worker."""
        if self._worker is not None:
            self._worker.close()

    async def _go_on(self, worker: Worker) -> None:
        idle = False
        while True:
            self._work.clear()
            following = self._next() or (self._next_again() if idle else None)
            if following is not None:
                await self._read(worker, *following)
            elif self._held:
                await self._keep()
            else:
                idle = not await self._woken()

    async def _woken(self) -> bool:
        """Wait for work; tell whether there is some, or nobody has asked for a while."""
        leisure = not self._only_fast and self._read_again < MOST_READ_AGAIN
        try:
            await asyncio.wait_for(self._work.wait(), IDLE_SECONDS if leisure else None)
        except TimeoutError:
            return False
        await self._count()
        return True

    def _next(self) -> tuple[str, ReaderName | None] | None:
        if self._wanted:
            return self._wanted.pop(0), None
        passed = self._given_up | self._current.keys() | self._held.keys()
        waiting = self._desk.unread_by_reader(limit=len(passed) + 1)
        found = next((article_id for article_id in waiting if article_id not in passed), None)
        return (found, "fast") if found else None

    def _next_again(self) -> tuple[str, ReaderName | None] | None:
        if self._only_fast or self._read_again >= MOST_READ_AGAIN:
            return None
        passed = self._given_up | self._current.keys()
        known = self._desk.read_fast(limit=len(passed) + 1)
        found = next((article_id for article_id in known if article_id not in passed), None)
        self._read_again += found is not None
        return (found, None) if found else None

    async def _read(self, worker: Worker, article_id: str, reader: ReaderName | None) -> None:
        self._current[article_id] = reader
        try:
            reading = await asyncio.wrap_future(worker.submit(self._desk.article(article_id), reader))
            self._only_fast |= reader is None and reading.reader == "fast"
            self._held[article_id] = reading
            if reader is None or monotonic() - self._kept_at > KEEP_SECONDS:
                await self._keep()
        except (SinmunError, BrokenExecutor, OSError) as error:
            self._given_up.add(article_id)
            self._wanted = [other for other in self._wanted if other != article_id]
            self._failed(article_id, str(error))
        finally:
            del self._current[article_id]

    async def _keep(self) -> None:
        """Keep the readings that were gathered, and tell of them."""
        async with self._keeping:
            held = dict(self._held)
            try:
                kept = await asyncio.to_thread(self._kept, list(held.values()))
            finally:
                for article_id, reading in held.items():
                    if self._held.get(article_id) is reading:
                        del self._held[article_id]
            self._kept_at = monotonic()
        for reading in kept:
            if reading.version != VERSION:
                self._given_up.add(reading.article)
            self._arrived(reading)
        await self._count()

    def _kept(self, readings: list[Reading]) -> list[Reading]:
        self._desk.keep_readings(readings)
        return [self._desk.reading(reading.article) or reading for reading in readings]

    async def _count(self) -> None:
        now = await asyncio.to_thread(self._desk.waiting)
        if now != self.waiting:
            self.waiting = now
            self._progressed()
