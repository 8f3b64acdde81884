"""Reading all that waits in processes of its own."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from store.desk import Desk
from store.extract.version import VERSION
from store.model import Article, Reading, SinmunError
from store.work import catching_up
from store.work.catching_up import read_waiting
from tests.samples import article, reading


class Fails:
    """A worker that reads at once, every third article excepted."""

    made: list[int]

    def __init__(self, processes: int) -> None:
        Fails.made = [*Fails.made, processes]

    def __enter__(self) -> Fails:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def submit(self, of: Article, reader: str) -> Future[Reading]:
        assert reader == "fast"
        future: Future[Reading] = Future()
        if int(of.id, 16) % 3 == 0:
            future.set_exception(SinmunError("the reading process ended"))
        else:
            future.set_result(reading(of, VERSION))
        return future


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    Fails.made = []
    monkeypatch.setattr(catching_up, "ReadingWorker", Fails)
    monkeypatch.setattr(catching_up, "WORTH_A_PROCESS", 2)
    desk = Desk.open()
    desk._archive.add([(article(number), b"") for number in range(1, 8)])
    return desk


def test_everything_is_read_but_what_fails(desk: Desk) -> None:
    told = list(read_waiting(desk, most=3))
    assert (told[-1].read, told[-1].waiting) == (5, 0)
    assert sum(bool(each.reason) for each in told) == 2
    assert desk.waiting() == 2 and Fails.made == [3]


def test_it_goes_on_where_it_stopped(desk: Desk) -> None:
    some = read_waiting(desk, most=1)
    for _ in range(3):
        next(some)
    some.close()  # type: ignore[attr-defined]
    assert 0 < 7 - desk.waiting() <= 3
    list(read_waiting(desk, most=1))
    assert desk.waiting() == 2


def test_nothing_waits_for_nothing(desk: Desk) -> None:
    desk.keep_readings([reading(article(number), VERSION) for number in range(1, 8)])
    assert list(read_waiting(desk)) == [] and Fails.made == []
