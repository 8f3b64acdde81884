"""Reading in another process: the same reading, errors told, a killed process replaced."""

from __future__ import annotations

import os
import signal
from concurrent.futures import CancelledError

import msgspec
import pytest

from store.model import Article, Block, SinmunError
from store.work.worker import ReadingWorker, Reply, Request, answer, read_article

ARTICLE = Article(
    id="a1",
    source="own.txt",
    blocks=(
        Block("해온시, 도서관 세 곳 새로 연다", "title"),
        Block('윤서진 해온시장은 "책 읽는 도시를 만들겠다"고 말했다.', "paragraph"),
    ),
)


@pytest.fixture(scope="module")
def worker():
    with ReadingWorker() as started:
        yield started


def test_the_process_reads_as_this_one_does(worker: ReadingWorker) -> None:
    assert worker.submit(ARTICLE, "fast").result(60) == read_article(ARTICLE, "fast")


def test_a_killed_process_is_told_and_replaced(worker: ReadingWorker) -> None:
    worker.submit(ARTICLE, "fast").result(60)
    (process,) = worker.processes.started
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert worker.submit(ARTICLE, "fast").result(60).article == "a1"


def test_a_closed_worker_leaves_no_process() -> None:
    worker = ReadingWorker()
    asked = worker.submit(ARTICLE, "fast")
    while not worker.processes.started:
        assert not asked.done()
    worker.close()
    assert all(process.returncode is not None for process in worker.processes.started)
    with pytest.raises((SinmunError, CancelledError)):
        asked.result(60)


def test_a_request_gets_its_answer() -> None:
    asked = msgspec.msgpack.encode(Request([ARTICLE], "fast"))
    (reply,) = msgspec.msgpack.decode(answer(asked), type=list[Reply])
    assert reply.reading == read_article(ARTICLE, "fast")


def test_some_are_read_in_one_request(worker: ReadingWorker) -> None:
    other = msgspec.structs.replace(ARTICLE, id="a2")
    replies = worker.submit_together([ARTICLE, other], "fast").result(60)
    assert [reply.reading for reply in replies] == [read_article(each, "fast") for each in (ARTICLE, other)]
