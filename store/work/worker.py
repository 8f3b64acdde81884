"""Reading in other processes, so that the screen never waits for Kiwi.

``python -m store.work.worker`` is one of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

import msgspec

from store.model import Article, ReaderName, Reading, SinmunError
from store.work.processes import EndedError, Processes, cores, serve_as_process

PROCESS_BYTES = 700_000_000
"""What a process holds once it has read an article."""
MOST_BESIDE_A_SCREEN = 4


def processes_at_most() -> int:
    """Give as many processes as there are cores and free memory for; at least one."""
    if not hasattr(os, "sysconf") or "SC_AVPHYS_PAGES" not in os.sysconf_names:
        return cores()
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(cores(), free // PROCESS_BYTES))


def processes_beside_a_screen() -> int:
    """Give as many processes as leave a core to the screen; at least one."""
    return max(1, min(processes_at_most(), cores() - 1, MOST_BESIDE_A_SCREEN))


class Request(msgspec.Struct, frozen=True):
    """What the process is asked: articles, and the reader or None for the best that is installed."""

    articles: Sequence[Article]
    reader: ReaderName | None = None


class Reply(msgspec.Struct, frozen=True):
    """What the process answers for each article: a reading, or why there is none."""

    reading: Reading | None = None
    error: str = ""


class ReadingWorker:
    """Reads articles in processes that start when they are needed, one request at a time in each."""

    def __init__(self, processes: int = 1) -> None:
        """Start nothing yet; a process holds about 600 MB once it has read an article.

        ``at_once`` is how many requests it answers at the same time.
        """
        self.at_once = processes
        self.processes = Processes("store.work.worker", processes)
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="reading")

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        """Read an article with ``reader``, or with the best that is installed.

        The future raises SinmunError where the article can't be read or the process was killed; the next
        ``submit`` starts another.
        """
        return self._threads.submit(self._read, article, reader)

    def submit_together(self, articles: Sequence[Article], reader: ReaderName) -> Future[list[Reply]]:
        """Read some articles in one request, which takes less time than one by one.

        Which of them can't be read their replies tell; the future raises SinmunError where the process ended.
        """
        return self._threads.submit(self._ask, Request(articles, reader))

    def close(self) -> None:
        """Forget what is queued and end the processes at once."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self.processes.close()

    def __enter__(self) -> ReadingWorker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, article: Article, reader: ReaderName | None) -> Reading:
        (reply,) = self._ask(Request([article], reader))
        if reply.reading is None:
            raise SinmunError(reply.error)
        return reply.reading

    def _ask(self, request: Request) -> list[Reply]:
        try:
            answer = self.processes.ask(msgspec.msgpack.encode(request))
        except EndedError as error:
            raise SinmunError(
                "the reading process ended before it answered: open the article again"
            ) from error
        return msgspec.msgpack.decode(answer, type=list[Reply])


def read_article(article: Article, reader: ReaderName | None = None) -> Reading:
    """Read one article in this process: a pure function that any pool or cluster can run."""
    from store.reading import open_reader

    return open_reader(reader).read(article)


def read_articles(articles: Sequence[Article], reader: ReaderName | None) -> list[Reply]:
    """Read some articles, as many together as is fastest; where that fails, each by itself."""
    from store.reading import TOGETHER, open_reader

    replies: list[Reply] = []
    most = TOGETHER[open_reader(reader).name]
    for first in range(0, len(articles), most):
        some = articles[first : first + most]
        try:
            replies += map(Reply, open_reader(reader).read_together(some))
        except SinmunError:
            replies += [_reply(each, reader) for each in some]
    return replies


def answer(encoded: bytes) -> bytes:
    """Give the encoded Replies to an encoded Request."""
    request = msgspec.msgpack.decode(encoded, type=Request)
    return msgspec.msgpack.encode(read_articles(request.articles, request.reader))


def _reply(article: Article, reader: ReaderName | None) -> Reply:
    try:
        return Reply(read_article(article, reader))
    except SinmunError as error:
        return Reply(error=str(error))


if __name__ == "__main__":
    serve_as_process(answer)
