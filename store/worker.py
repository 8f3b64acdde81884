"""Reading in another process, so that the screen never waits for Kiwi."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType

from store.model import Article, ReaderName, Reading


class ReadingWorker:
    """Reads articles in a spawned process that starts on the first ``submit``."""

    def __init__(self, processes: int = 1) -> None:
        """Use up to ``processes`` processes; each holds about 600 MB once it has read an article."""
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        """Read an article with ``reader``, or with the best that is installed.

        The future raises ``BrokenProcessPool`` where the process was killed; the next ``submit`` starts anew.
        """
        try:
            return self._started().submit(read_article, article, reader)
        except BrokenProcessPool:
            self.close()
            return self._started().submit(read_article, article, reader)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_ignore_interrupt,
            )
        return self._pool

    def close(self) -> None:
        """Forget what is queued and let the process end."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> ReadingWorker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def read_article(article: Article, reader: ReaderName | None = None) -> Reading:
    """Read one article in this process: a pure function that any pool or cluster can run."""
    from store.reading import open_reader

    return open_reader(reader).read(article)


def _ignore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
