"""``doctor --repair``: every kind of damage is repaired as far as it can be, and told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store.desk import Desk
from store.extract.version import VERSION
from store.repair import repair
from tests.samples import article, reading
from tui.cli import main

pytestmark = pytest.mark.usefixtures("in_english")

COUNT = 40


def fill(home: Path) -> None:
    with Desk.open(home) as desk:
        desk._archive.add([(article(number), b"raw") for number in range(COUNT)])
        for number in range(3):
            desk.keep_reading(reading(article(number), VERSION))
            desk.annotate(article(number).id, note=f"메모 {number}", tags=["확인"])


def run(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def sound(home: Path) -> None:
    with Desk.open(home) as desk:
        assert desk.check() == [] and desk.notices == []
        assert desk.count() == desk.count("착공") == COUNT
        assert desk.count("끝나다") == desk.count("speaker:정다운") == desk.count("tag:확인") == 3
        assert desk.counts().annotations == 3
        assert desk.entity("정다운").articles == 3
        assert sum(map(len, desk.stories())) == COUNT


def test_what_is_sound_is_left_alone(home: Path) -> None:
    assert repair(home) == []
    fill(home)
    assert repair(home) == []
    sound(home)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE tallies SET n = 7", "the counts of articles"),
        ("DELETE FROM words_docsize WHERE id > 30", "the words and names"),
        ("DELETE FROM words_data", "the words and names"),
        ("UPDATE words_data SET block = x'00ff00' WHERE id > 10", "the words and names"),
        ("DELETE FROM names WHERE row = 5", "the words and names"),
        ("INSERT INTO names VALUES ('source', 'x', 999)", "the words and names"),
        ("DELETE FROM mentions WHERE row = 2", "the mentions and roles"),
        ("UPDATE mentions SET n = n + 1 WHERE row = 1", "the mentions and roles"),
        ("INSERT INTO mentions VALUES ('x', 20, 'PS', 'x', '', 1, 0)", "the mentions and roles"),
        ("INSERT INTO roles VALUES ('x', 1, '시장', '')", "the mentions and roles"),
        ("UPDATE articles SET story = 'gone' WHERE row > 9", "the stories"),
        ("REPLACE INTO anchors VALUES (1, 999)", "the stories"),
    ],
)
def test_what_is_derived_in_the_archive_is_made_anew(home: Path, statement: str, told: str) -> None:
    fill(home)
    run(home / "archive.sqlite3", statement)
    with Desk.open(home) as desk:
        (problem,) = desk.check()
        assert told in problem and "--repair" in problem
    (done,) = repair(home)
    assert told in done
    sound(home)


@pytest.mark.parametrize(
    "statement", ["UPDATE readings SET reading = x'00ff' WHERE row = 2", "DELETE FROM readings WHERE row = 2"]
)
def test_an_article_whose_reading_is_damaged_is_read_again(home: Path, statement: str) -> None:
    fill(home)
    run(home / "archive.sqlite3", statement)
    with Desk.open(home) as desk:
        assert any("some readings" in problem for problem in desk.check())
    assert any("some readings" in done for done in repair(home))
    with Desk.open(home) as desk:
        assert desk.check() == []
        assert desk.count() == COUNT and desk.count("speaker:정다운") == 2
        assert desk.reading(article(1).id) is None and article(1).id in desk.unread_by_reader()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tallies SET n = 9",
        "DELETE FROM annotations",
        "UPDATE annotations SET annotation = replace(annotation, '메모 1', '다른 말')",
        "DELETE FROM tags",
        "INSERT INTO tags VALUES ('x', 'ffff', 'ffff', 'x')",
    ],
)
def test_the_index_of_the_notebook_is_made_anew(home: Path, statement: str) -> None:
    fill(home)
    run(home / "notebook.sqlite3", "PRAGMA recursive_triggers = OFF", statement)
    with Desk.open(home) as desk:
        assert any("--repair" in problem for problem in desk.check())
    assert any("index of the notebook was made anew" in line for line in repair(home))
    sound(home)


def test_a_page_that_rotted_is_set_aside(home: Path) -> None:
    fill(home)
    page = home / "notebook" / f"{article(1).id}.json"
    page.write_text("{", encoding="utf-8")
    told = repair(home)
    assert len(told) == 1 and "set aside" in told[0]
    assert len(list((home / "notebook").glob(f"{page.name}.damaged-*"))) == 1
    with Desk.open(home) as desk:
        assert desk.counts().annotations == 2 and desk.check() == []


def overwrite(path: Path, where: Callable[[int], bool]) -> None:
    """Put noise into the pages of a database that are chosen by their number."""
    run(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    for number in range(1, len(data) // 4096):
        if where(number):
            data[number * 4096 : (number + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(data)


def leaves_of(path: Path, table: str) -> set[int]:
    with sqlite3.connect(path) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    data = path.read_bytes()
    page = data[(root - 1) * 4096 : root * 4096]
    assert page[0] == 5
    cells = int.from_bytes(page[3:5], "big")
    places = [int.from_bytes(page[12 + 2 * i : 14 + 2 * i], "big") for i in range(cells)]
    return {int.from_bytes(page[place : place + 4], "big") - 1 for place in places}


def test_a_damaged_index_of_the_archive_is_made_anew(home: Path) -> None:
    fill(home)
    run(home / "archive.sqlite3", "PRAGMA writable_schema = ON", "UPDATE articles SET unread = 1")
    with sqlite3.connect(home / "archive.sqlite3") as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'newest'").fetchone()
    connection.close()
    overwrite(home / "archive.sqlite3", lambda number: number == root - 1)
    told = repair(home)
    assert any("archive.sqlite3" in line for line in told)
    sound(home)


def test_of_a_damaged_archive_the_rest_is_saved(home: Path) -> None:
    fill(home)
    path = home / "archive.sqlite3"
    run(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    lost = sorted(leaves_of(path, "texts"))[2]
    overwrite(path, lambda number: number == lost)
    told = "\n".join(repair(home))
    assert "set aside" in told and "lost" in told
    with Desk.open(home) as desk:
        assert desk.check() == [] and desk.counts().annotations == 3
        left = desk.count()
        assert COUNT - 20 <= left < COUNT
        desk._archive.add([(article(number), b"raw") for number in range(COUNT)])
        assert desk.count() == desk.count("착공") == COUNT
        assert desk.check() == []
    assert len(list(home.glob("archive.sqlite3.damaged-????????-??????"))) == 1


def test_a_damaged_index_file_of_the_notebook_costs_no_note(home: Path) -> None:
    fill(home)
    overwrite(home / "notebook.sqlite3", lambda number: number > 1)
    told = "\n".join(repair(home))
    assert "notebook.sqlite3 was damaged" in told
    sound(home)


def test_the_command_says_what_it_did(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(home)
    assert main(["doctor", "--repair"]) == 0
    assert "nothing to repair" in capsys.readouterr().out
    run(home / "archive.sqlite3", "UPDATE tallies SET n = 7")
    assert main(["doctor"]) == 1
    assert "doctor --repair" in capsys.readouterr().out
    assert main(["doctor", "--repair"]) == 0
    out = capsys.readouterr().out
    assert "repaired: the counts of articles" in out and "everything is sound" in out
