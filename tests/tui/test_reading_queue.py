"""Which article is read next, by which reader, and what is kept when."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from store.desk import Desk
from store.extract.version import VERSION
from store.model import Article, ReaderName, Reading
from tests.samples import article, reading
from tui import reading_queue
from tui.reading_queue import ReadingQueue

ARTICLES = 5


class Told:
    """A worker whose answers come when they are given, and what the queue tells."""

    def __init__(self, at_once: int = 1, precise: bool = True) -> None:
        self.at_once = at_once
        self.precise = precise
        self.asked: list[tuple[Article, ReaderName | None, Future[Reading]]] = []
        self.arrived: list[str] = []
        self.counts: list[int] = []

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        future: Future[Reading] = Future()
        self.asked.append((article, reader, future))
        return future

    def close(self) -> None:
        pass

    def answer(self, number: int) -> None:
        of, reader, future = self.asked[number]
        made = "precise" if reader is None and self.precise else "fast"
        future.set_result(msgspec.structs.replace(reading(of, VERSION), reader=made))

    def order(self) -> list[tuple[int, str]]:
        return [(int(of.id, 16), reader or "best") for of, reader, _ in self.asked]


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with Desk.open() as opened:
        opened._archive.add([(article(number), b"") for number in range(1, ARTICLES + 1)])
        yield opened


async def settled(told: Told, asked: int) -> None:
    async with asyncio.timeout(10):
        while len(told.asked) < asked:
            await asyncio.sleep(0)


def run(desk: Desk, told: Told, steps: object) -> ReadingQueue:
    async def go() -> ReadingQueue:
        queue = ReadingQueue(
            desk,
            lambda: told,
            lambda read: told.arrived.append(read.article),
            lambda *_: None,
            lambda: told.counts.append(queue.waiting),
        )
        running = asyncio.create_task(queue.run())
        await steps(queue)  # type: ignore[operator]
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        return queue

    return asyncio.run(go())


def test_what_waits_is_read_fast_newest_first_and_what_is_opened_precisely(desk: Desk) -> None:
    told = Told()

    async def steps(queue: ReadingQueue) -> None:
        await settled(told, 1)
        queue.want(article(2).id)
        told.answer(0)
        await settled(told, 2)
        told.answer(1)
        await settled(told, 3)

    run(desk, told, steps)
    assert told.order() == [(5, "fast"), (2, "best"), (4, "fast")]
    assert desk.headline(article(2).id).reader == "precise"
    assert told.arrived == [article(5).id, article(2).id]
    assert told.counts == [5, 4, 3]


def test_several_are_read_at_once_each_by_one(desk: Desk) -> None:
    told = Told(at_once=3)

    async def steps(queue: ReadingQueue) -> None:
        await settled(told, 3)
        told.answer(1)
        await settled(told, 4)

    run(desk, told, steps)
    assert [number for number, _ in told.order()] == [5, 4, 3, 2]


def test_readings_that_nobody_waits_for_are_kept_together(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()
    monkeypatch.setattr(reading_queue, "KEEP_SECONDS", 1e9)
    monkeypatch.setattr(reading_queue, "monotonic", lambda: 1.0)

    async def steps(queue: ReadingQueue) -> None:
        for number in range(ARTICLES):
            await settled(told, number + 1)
            assert desk.waiting() == ARTICLES
            told.answer(number)
        async with asyncio.timeout(10):
            while len(told.arrived) < ARTICLES:
                await asyncio.sleep(0)

    before = desk._archive.database.revision()
    run(desk, told, steps)
    assert desk._archive.database.revision() == before + 1
    assert len(told.arrived) == ARTICLES


def test_what_was_read_fast_is_read_again_when_nobody_asks(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()
    monkeypatch.setattr(reading_queue, "IDLE_SECONDS", 0.01)
    desk.keep_readings([reading(article(number), VERSION) for number in range(1, ARTICLES + 1)])
    desk.mark_read(article(3).id)

    async def steps(queue: ReadingQueue) -> None:
        await settled(told, 1)
        told.answer(0)
        await settled(told, 2)

    run(desk, told, steps)
    assert told.order() == [(3, "best"), (5, "best")]


def test_without_a_precise_reader_nothing_is_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told(precise=False)
    monkeypatch.setattr(reading_queue, "IDLE_SECONDS", 0.01)
    desk.keep_readings([reading(article(number), VERSION) for number in range(1, ARTICLES + 1)])

    async def steps(queue: ReadingQueue) -> None:
        await settled(told, 1)
        told.answer(0)
        while not told.arrived:
            await asyncio.sleep(0)
        queue.want(article(1).id, desk.reading(article(1).id))
        for _ in range(100):
            await asyncio.sleep(0)

    run(desk, told, steps)
    assert len(told.asked) == 1


def test_an_article_that_fails_is_passed_over(desk: Desk) -> None:
    told = Told()

    async def steps(queue: ReadingQueue) -> None:
        await settled(told, 1)
        queue.want(article(5).id)
        told.asked[0][2].set_exception(OSError("no room"))
        await settled(told, 2)

    run(desk, told, steps)
    assert told.order() == [(5, "fast"), (4, "fast")]
