"""Reading on a Dask cluster: everything is read, and what went wrong is told with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from distributed import LocalCluster

from store.desk import Desk
from store.model import SinmunError
from store.work.cluster import read_on_cluster

SEEDS = Path(__file__).parents[1] / "seeds"


def test_a_cluster_reads_as_the_desk_does(home: Path) -> None:
    from store.reading import open_reader

    with (
        Desk.open(home) as desk,
        LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,
    ):
        list(desk.add([str(SEEDS / "001_nadella_visit.txt"), str(SEEDS / "012_archive.jsonl")]))
        total = desk.count()
        *_, last = read_on_cluster(desk, cluster.scheduler_address)
        assert (last.read, last.waiting, last.reason) == (total, 0, "")
        assert not desk.unread_by_reader()
        article = desk.article(desk.headlines(limit=1)[0].id)
        assert desk.reading(article.id) == open_reader("fast").read(article)
        assert list(read_on_cluster(desk, cluster.scheduler_address)) == []


def test_no_scheduler_is_told_with_the_cure(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.work.cluster.CONNECTING", "200ms")
    with Desk.open(home) as desk:
        list(desk.add([str(SEEDS / "001_nadella_visit.txt")]))
        with pytest.raises(SinmunError, match=r"run the command again"):
            list(read_on_cluster(desk, "tcp://127.0.0.1:9"))


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
