from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from store.archive.schema import MIGRATIONS
from store.database import REVISION, Database
from store.migrations import Told
from store.model import SinmunError

FIRST = REVISION + "CREATE TABLE things (name TEXT);"
SECOND = "ALTER TABLE things ADD COLUMN size INTEGER;\nUPDATE things SET size = 1;\n"


def test_a_file_is_migrated_with_a_dated_backup(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite3"
    old = Database(path, [FIRST])
    with old.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('a')")
    old.close()
    new = Database(path, [FIRST, SECOND])
    assert new.rows("SELECT * FROM things") == [("a", 1)]
    assert new.row("PRAGMA user_version") == (2,)
    new.close()
    (backup,) = tmp_path.glob("data.sqlite3.schema-1-*")
    with sqlite3.connect(backup) as connection:
        assert connection.execute("SELECT * FROM things").fetchall() == [("a",)]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite3"
    Database(path, [FIRST]).close()
    with pytest.raises(sqlite3.OperationalError):
        Database(path, [FIRST, SECOND + "SELECT * FROM nothing;"])
    again = Database(path, [FIRST])
    assert again.rows("SELECT name FROM pragma_table_info('things')") == [("name",)]
    again.close()


def test_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite3"
    Database(path, [FIRST, SECOND]).close()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(SinmunError, match="newer sinmun"):
        Database(path, [FIRST])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "archive.sqlite3"
    path.write_bytes(damage)
    path.with_name("archive.sqlite3-wal").write_bytes(b"old")
    if damage.startswith(b"SQLite"):
        path.write_bytes(damage[:60] + b"\0\0\0\0" + damage[64:])
    database = Database(path, MIGRATIONS)
    assert len(database.notices) == 1
    assert database.row("SELECT count(*) FROM articles") == (0,)
    database.close()
    (aside,) = tmp_path.glob("archive.sqlite3.damaged-????????-??????")
    assert aside.name in database.notices[0]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite3"
    path.touch()
    database = Database(path, MIGRATIONS)
    assert database.notices == []
    database.close()


def test_a_place_that_is_none_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SinmunError, match=r"not a folder|can't be opened"):
        Database(tmp_path / "file" / "data.sqlite3", [FIRST])
    with pytest.raises(SinmunError, match="can't be opened"):
        Database(tmp_path / "missing" / "data.sqlite3", [FIRST])


def test_a_full_disk_is_explained_and_nothing_is_half_done(tmp_path: Path) -> None:
    database = Database(tmp_path / "data.sqlite3", [FIRST])
    database.row("PRAGMA max_page_count = 10")
    with pytest.raises(SinmunError, match="disk is full"), database.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('small')")
        connection.execute("INSERT INTO things VALUES (?)", ("x" * 100_000,))
    assert database.rows("SELECT * FROM things") == []
    with database.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('fits')")
    assert database.rows("SELECT * FROM things") == [("fits",)]
    database.close()


def test_others_changes_are_told_from_own_ones(tmp_path: Path) -> None:
    ours, theirs = (Database(tmp_path / "data.sqlite3", [FIRST]) for _ in range(2))
    mark = ours.foreign()
    with ours.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('ours')")
    assert ours.foreign() == mark
    with theirs.writing() as connection:
        connection.execute("INSERT INTO things VALUES ('theirs')")
    assert ours.foreign() == mark + 1
    ours.close()
    theirs.close()


def test_threads_write_one_after_another(tmp_path: Path) -> None:
    database = Database(tmp_path / "data.sqlite3", [FIRST])

    def write() -> None:
        for _ in range(25):
            with database.writing() as connection:
                connection.execute("INSERT INTO things VALUES ('x')")

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert database.row("SELECT count(*) FROM things") == (100,)
    assert database.revision() == 100
    assert database.check() == []
    database.close()


def test_what_is_long_tells_how_far_it_is_and_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite3"
    Database(path, [FIRST]).close()
    heard: list[tuple[int, int]] = []
    made: list[str] = []

    def long(connection: sqlite3.Connection, told: Told) -> None:
        made.append("long")
        told(1, 2)

    def stopped(connection: sqlite3.Connection, told: Told) -> None:
        connection.execute("CREATE TABLE half (n)")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Database(path, [FIRST, long, stopped], told=lambda *how_far: heard.append(how_far))
    assert heard == [(1, 2)]
    again = Database(path, [FIRST, long, "CREATE TABLE half (n);\n"])
    assert again.rows("SELECT * FROM half") == [] and made == ["long"]
    again.close()
