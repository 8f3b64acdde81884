"""Reading on a Dask cluster: everything is read, and what went wrong is told with the cure."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from distributed import LocalCluster

from store.desk import Desk
from store.model import Article, ReaderName, SinmunError
from store.work.cluster import read_on_cluster
from store.work.worker import Reply, read_articles

SEEDS = Path(__file__).parents[1] / "seeds"


def test_a_cluster_reads_as_the_desk_does(home: Path) -> None:
    from store.reading import open_reader

    with backfill(home) as (desk, cluster):
        total = desk.count()
        *_, last = read_on_cluster(desk, cluster.scheduler_address)
        assert (last.read, last.waiting, last.reason) == (total, 0, "")
        assert not desk.unread_by_reader()
        article = desk.article(desk.headlines(limit=1)[0].id)
        assert desk.reading(article.id) == open_reader("fast").read(article)
        assert list(read_on_cluster(desk, cluster.scheduler_address)) == []


@contextmanager
def backfill(home: Path) -> Iterator[tuple[Desk, LocalCluster]]:
    """Give a desk with articles that wait, and a cluster of one worker in this process."""
    with (
        Desk.open(home) as desk,
        LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,
    ):
        list(desk.add([str(SEEDS / "001_nadella_visit.txt"), str(SEEDS / "012_archive.jsonl")]))
        yield desk, cluster


def test_what_was_read_is_kept_when_the_scheduler_is_lost_and_the_next_run_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.work.cluster.BATCH", 1)
    monkeypatch.setattr("store.work.cluster.AHEAD", 1)
    monkeypatch.setattr("store.work.cluster.CONNECTING", "200ms")
    with backfill(home) as (desk, cluster):
        total = desk.count()
        running = read_on_cluster(desk, cluster.scheduler_address)
        assert next(running).read == 1
        cluster.close()
        with pytest.raises(SinmunError, match=r"what was read is kept: run the command again"):
            list(running)
        left = len(desk.unread_by_reader())
        assert 0 < left < total
    with backfill(home) as (desk, cluster):
        *_, last = read_on_cluster(desk, cluster.scheduler_address)
        assert last.read == left
        assert not desk.unread_by_reader()


def test_an_article_that_cannot_be_read_is_told_and_the_others_are_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with backfill(home) as (desk, cluster):
        bad = desk.headlines(limit=1)[0].id

        def read_some(articles: Sequence[Article], reader: ReaderName) -> list[Reply]:
            if any(article.id == bad for article in articles):
                raise RecursionError("too deep")
            return read_articles(articles, reader)

        monkeypatch.setattr("store.work.cluster.read_articles", read_some)
        told = list(read_on_cluster(desk, cluster.scheduler_address))
        assert [each.reason for each in told if each.reason] == [f"{bad}: RecursionError: too deep"]
        assert (told[-1].read, told[-1].waiting) == (desk.count() - 1, 0)
        assert desk.unread_by_reader() == [bad]


def test_workers_of_another_version_are_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with backfill(home) as (desk, cluster):
        monkeypatch.setattr("store.work.cluster.VERSION", "another")
        with pytest.raises(SinmunError, match=r"another sinmun: install this one there"):
            list(read_on_cluster(desk, cluster.scheduler_address))
        assert len(desk.unread_by_reader()) == desk.count()


def test_no_scheduler_is_told_with_the_cure(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.work.cluster.CONNECTING", "200ms")
    with Desk.open(home) as desk:
        list(desk.add([str(SEEDS / "001_nadella_visit.txt")]))
        with pytest.raises(SinmunError, match=r"run the command again"):
            list(read_on_cluster(desk, "tcp://127.0.0.1:9"))


def test_what_answers_and_is_no_scheduler_is_told(home: Path) -> None:
    with Desk.open(home) as desk, socket.create_server(("127.0.0.1", 0)) as server:
        list(desk.add([str(SEEDS / "001_nadella_visit.txt")]))

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 8)
                connection.recv(1)

        answering = threading.Thread(target=answer, daemon=True)
        answering.start()
        with pytest.raises(SinmunError, match="no scheduler of Dask: check the address"):
            list(read_on_cluster(desk, f"tcp://127.0.0.1:{server.getsockname()[1]}"))
        answering.join(5)


def test_a_cluster_without_workers_is_told_and_what_was_read_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.work.cluster.PATIENCE", "100ms")
    with (
        Desk.open(home) as desk,
        LocalCluster(n_workers=0, processes=False, dashboard_address=None) as cluster,
    ):
        list(desk.add([str(SEEDS / "001_nadella_visit.txt")]))
        with pytest.raises(SinmunError, match=r"no workers.*run the command again"):
            list(read_on_cluster(desk, cluster.scheduler_address))
