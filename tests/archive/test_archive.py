from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from store.archive.archive import Archive
from store.model import Block, SinmunError
from store.notebook.index import NotebookIndex
from store.search.sql import compile_query
from tests.samples import article, reading


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    index = NotebookIndex(tmp_path / "notebook.sqlite3")
    opened = Archive(tmp_path / "archive.sqlite3", index.database.path)
    yield opened
    opened.close()
    index.database.close()


def found(archive: Archive, query: str) -> list[str]:
    return archive.ids(compile_query(query, archive.vocabulary()))


def test_an_article_comes_back_as_it_was_added(archive: Archive) -> None:
    assert archive.add([(article(1), "원문".encode())]) == ["added"]
    assert archive.article(article(1).id) == article(1)
    assert archive.raw(article(1).id).decode() == "원문"


def test_a_known_article_is_told_and_a_changed_one_keeps_its_earlier_edition(archive: Archive) -> None:
    archive.add([(article(1), b"first")])
    archive.keep_readings([reading(article(1), "1")])
    archive.mark_read(article(1).id, True)
    changed = article(1, body="정다운 대표는 자리에서 물러난다.")
    assert archive.add([(article(1), b"again"), (changed, b"second"), (changed, b"")]) == [
        "known",
        "updated",
        "known",
    ]
    assert archive.article(article(1).id) == changed
    assert archive.reading(article(1).id, "1") is None
    assert archive.counts() == (1, 1)
    assert found(archive, "적자") == found(archive, "끝나다") == found(archive, "speaker:정다운") == []
    assert found(archive, "자리") == [article(1).id]
    stored = archive.database.row("SELECT article, raw FROM editions")
    assert stored is not None and "적자는 끝났다" in stored[0]
    assert archive.check() == []


def test_a_batch_is_added_as_a_whole_or_not_at_all(archive: Archive) -> None:
    broken = msgspec.structs.replace(article(2), blocks=(Block("\ud800", "title"),))
    with pytest.raises(UnicodeEncodeError):
        archive.add([(article(1), b""), (broken, b"")])
    assert archive.counts() == (0, 0)
    assert found(archive, "적자") == []
    archive.add([(article(1), b"")])
    assert archive.counts() == (1, 1)


def test_ids_may_be_shortened_but_not_guessed(archive: Archive) -> None:
    archive.add([(article(0x1A), b""), (article(0x1B), b"")])
    assert archive.article("00000000001a").id == article(0x1A).id
    for wrong in ("00000000001", "ff", "", "%", "0000'", "\ud800", "a\0"):
        with pytest.raises(SinmunError):
            archive.article(wrong)


def test_a_reading_is_of_one_version(archive: Archive) -> None:
    archive.add([(article(number), b"") for number in range(3)])
    assert archive.without_reading("1", 10) == archive.ids()
    archive.keep_readings([reading(article(1), "1")])
    assert archive.reading(article(1).id, "1") == reading(article(1), "1")
    assert archive.reading(article(1).id, "2") is None
    assert article(1).id not in archive.without_reading("1", 10)
    assert archive.without_reading("2", 10)[-1] == article(1).id
    with pytest.raises(SinmunError):
        archive.keep_readings([reading(article(9), "1")])


def test_a_new_reading_replaces_what_the_old_one_indexed(archive: Archive) -> None:
    archive.add([(article(1), b"")])
    archive.keep_readings([reading(article(1), "1")])
    assert archive.vocabulary().knows("끝나다") and found(archive, "끝나다")
    bare = msgspec.structs.replace(reading(article(1), "2"), entities=(), facts=(), terms="새말")
    archive.keep_readings([bare])
    assert found(archive, "새말") == found(archive, "적자는") == [article(1).id]
    for gone in ("끝나다", "speaker:정다운", "org:한빛전자", "kind:role", "certainty:hearsay"):
        assert found(archive, gone) == []
    assert found(archive, "source:가온신문") == [article(1).id]
    names = archive.database.rows("SELECT DISTINCT field FROM names")
    assert names == [("source",)]


def test_counts_follow_every_change(archive: Archive) -> None:
    archive.add([(article(number), b"") for number in range(5)])
    for number in (0, 1, 1):
        archive.mark_read(article(number).id, True)
    archive.mark_read(article(0).id, False)
    assert archive.counts() == (5, 4)
    assert archive.check() == []
    with sqlite3.connect(archive.database.path) as connection:
        connection.execute("UPDATE tallies SET n = 7 WHERE name = 'unread'")
    assert len(archive.check()) == 1


def test_an_article_without_a_date_stands_where_it_was_added(archive: Archive) -> None:
    archive.add([(article(1, published="2015-01-01T00:00"), b""), (article(2, published=None), b"")])
    archive.add([(article(3, published="2015-01-01T00:00"), b"")])
    assert archive.ids() == [article(2).id, article(3).id, article(1).id]
