"""Reading in another process, so that the screen never waits for Kiwi.

The process is this module run as a program: a JSON line in (article and reader), a JSON line out (reading or
error). It ends when its standard input does, so that none is left behind.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import BinaryIO

import msgspec

from store.model import Article, ReaderName, Reading, SinmunError

NICENESS = 5
"""How far the reading stands back behind the screen."""


class Request(msgspec.Struct, frozen=True):
    """What the process is asked: an article, and the reader or None for the best that is installed."""

    article: Article
    reader: ReaderName | None = None


class Reply(msgspec.Struct, frozen=True):
    """What the process answers: a reading, or why there is none."""

    reading: Reading | None = None
    error: str = ""


class ReadingWorker:
    """Reads articles, one at a time, in a process that starts on the first ``submit``."""

    def __init__(self) -> None:
        """Start nothing yet; the process holds about 600 MB once it has read an article."""
        self._thread: ThreadPoolExecutor | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._closed = False

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        """Read an article with ``reader``, or with the best that is installed.

        The future raises SinmunError where the article can't be read or the process was killed; the next
        ``submit`` starts another.
        """
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="reading")
        return self._thread.submit(self._ask, Request(article, reader))

    def close(self) -> None:
        """Forget what is queued and end the process at once."""
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)
        with self._starting:
            self._closed = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def __enter__(self) -> ReadingWorker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, request: Request) -> Reading:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(msgspec.json.encode(request) + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        if not line:
            raise SinmunError("the reading process ended before it answered: open the article again")
        reply = msgspec.json.decode(line, type=Reply)
        if reply.reading is None:
            raise SinmunError(reply.error)
        return reply.reading

    def _running(self) -> subprocess.Popen[bytes]:
        with self._starting:
            if self._closed:
                raise SinmunError("the reading process was closed")
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "store.worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            return self._process


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer each line of ``requests`` with a line of ``replies`` until there are no more."""
    for line in requests:
        replies.write(msgspec.json.encode(_answer(line)) + b"\n")
        replies.flush()


def read_article(article: Article, reader: ReaderName | None = None) -> Reading:
    """Read one article in this process: a pure function that any pool or cluster can run."""
    from store.reading import open_reader

    return open_reader(reader).read(article)


def _answer(line: bytes) -> Reply:
    request = msgspec.json.decode(line, type=Request)
    try:
        return Reply(read_article(request.article, request.reader))
    except SinmunError as error:
        return Reply(error=str(error))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    serve(sys.stdin.buffer, sys.stdout.buffer)
