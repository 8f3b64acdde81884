"""Which article is read next, one at a time in another process: the opened one, then the newest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from typing import TYPE_CHECKING, Protocol

from store.model import Article, ReaderName, Reading, SinmunError

if TYPE_CHECKING:
    from store.desk import Desk


class Worker(Protocol):
    """What reads articles elsewhere: ``store.worker.ReadingWorker``, or a test's own."""

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        """Begin to read an article."""

    def close(self) -> None:
        """Let go of the process."""


class ReadingQueue:
    """Reads what is wanted and, while nothing is, whatever has not been read yet."""

    def __init__(
        self,
        desk: Desk,
        start: Callable[[], Worker],
        arrived: Callable[[Reading], None],
        failed: Callable[[str, str], None],
    ) -> None:
        """``start`` gives the worker when it is needed; ``arrived`` and ``failed`` hear what came of it."""
        self._desk = desk
        self._start = start
        self._worker: Worker | None = None
        self._arrived = arrived
        self._failed = failed
        self._current: str | None = None
        self._wanted: list[str] = []
        self._given_up: set[str] = set()
        self._work = asyncio.Event()

    def want(self, article_id: str) -> None:
        """Read this article before all others."""
        if article_id == self._current:
            return
        self._wanted = [article_id, *(other for other in self._wanted if other != article_id)]
        self._given_up.discard(article_id)
        self._work.set()

    def wake(self) -> None:
        """Look for articles that have not been read: some may have come."""
        self._work.set()

    async def run(self) -> None:
        """Read on and on, until cancelled."""
        while True:
            article_id = self._current = self._next()
            if article_id is None:
                self._work.clear()
                await self._work.wait()
                continue
            await self._read(article_id)

    def close(self) -> None:
        """Let go of the worker."""
        if self._worker is not None:
            self._worker.close()

    def _next(self) -> str | None:
        if self._wanted:
            return self._wanted.pop(0)
        waiting = self._desk.unread_by_reader(limit=len(self._given_up) + 1)
        return next((article_id for article_id in waiting if article_id not in self._given_up), None)

    async def _read(self, article_id: str) -> None:
        try:
            article = self._desk.article(article_id)
            if self._worker is None:
                self._worker = self._start()
            reading = await asyncio.wrap_future(self._worker.submit(article))
            kept = await asyncio.to_thread(self._desk.keep_reading, reading)
        except (SinmunError, BrokenExecutor, OSError) as error:
            self._given_up.add(article_id)
            self._failed(article_id, str(error))
            return
        if self._desk.reading(article_id) is None:
            self._given_up.add(article_id)
        self._arrived(kept)
