"""Reading all that waits in processes of its own."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

import pytest

from store.desk import Desk
from store.extract.version import VERSION
from store.model import Article, SinmunError
from store.work import catching_up
from store.work.catching_up import read_waiting
from store.work.worker import Reply
from tests.samples import article, reading


class Fails:
    """Reads at once: a third of the articles cannot be read, and the process ends at the fifth."""

    made: list[int]
    asked: list[int]

    def __init__(self, processes: int) -> None:
        Fails.made = [*Fails.made, processes]

    def __enter__(self) -> Fails:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def submit_together(self, articles: Sequence[Article], reader: str) -> Future[list[Reply]]:
        assert reader == "fast"
        Fails.asked = [*Fails.asked, len(articles)]
        future: Future[list[Reply]] = Future()
        if any(int(of.id, 16) == 5 for of in articles):
            future.set_exception(SinmunError("the reading process ended"))
        else:
            future.set_result([_reply(of) for of in articles])
        return future


def _reply(of: Article) -> Reply:
    if int(of.id, 16) % 3 == 0:
        return Reply(error="unreadable")
    return Reply(reading(of, VERSION))


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    Fails.made, Fails.asked = [], []
    monkeypatch.setattr(catching_up, "ReadingWorker", Fails)
    monkeypatch.setattr(catching_up, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(catching_up, "TOGETHER", {"fast": 2})
    desk = Desk.open()
    desk._archive.add([(article(number), b"") for number in range(1, 8)])
    return desk


def test_everything_is_read_but_what_fails(desk: Desk) -> None:
    told = list(read_waiting(desk, most=3))
    assert (told[-1].read, told[-1].waiting) == (4, 0)
    assert sorted(each.reason for each in told if each.reason) == [
        "the reading process ended",
        "unreadable",
        "unreadable",
    ]
    assert desk.waiting() == 3 and Fails.made == [3]


def test_what_was_with_an_article_that_ends_the_process_is_read(desk: Desk) -> None:
    list(read_waiting(desk, most=1))
    assert sorted(Fails.asked) == [1, 1, 1, 2, 2, 2]
    assert desk.reading(article(5).id) is None


def test_it_goes_on_where_it_stopped(desk: Desk) -> None:
    some = read_waiting(desk, most=1)
    next(some)
    some.close()  # type: ignore[attr-defined]
    assert 0 < 7 - desk.waiting() <= 2
    list(read_waiting(desk, most=1))
    assert desk.waiting() == 3


def test_nothing_waits_for_nothing(desk: Desk) -> None:
    desk.keep_readings([reading(article(number), VERSION) for number in range(1, 8)])
    assert list(read_waiting(desk)) == [] and Fails.made == []
