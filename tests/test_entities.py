"""What the archive tells of a name, at the desk and by ``sinmun entities``."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import msgspec
import pytest

from store.archive.schema import MIGRATIONS
from store.database import Database
from store.desk import Desk
from store.extract.version import VERSION
from store.model import Quotation, RoleFact, SinmunError, Statistic
from tests.samples import article, reading, what
from tui.cli import main

pytestmark = pytest.mark.usefixtures("in_english")


def add(desk: Desk, number: int, month: str, title: str = "대표") -> None:
    of = article(number, published=f"{month}-05T09:30")
    desk._archive.add([(of, b"")])
    read = reading(of, VERSION)
    facts = [
        msgspec.structs.replace(fact, title=title, organization="한빛전자")
        if isinstance(fact, RoleFact)
        else fact
        for fact in read.facts
    ]
    desk.keep_reading(msgspec.structs.replace(read, facts=tuple(facts)))


def test_a_page_tells_all_of_a_person() -> None:
    with Desk.open() as desk:
        for number, (month, title) in enumerate(
            [("2024-03", "부사장"), ("2024-01", "부사장"), ("2024-06", "대표")], 1
        ):
            add(desk, number, month, title)
        page = desk.entity("정다운")
    assert (page.name, page.type, page.articles, page.mentions, page.quotations) == ("정다운", "PS", 3, 3, 3)
    assert page.months == (
        ("2024-01", 1),
        ("2024-02", 0),
        ("2024-03", 1),
        ("2024-04", 0),
        ("2024-05", 0),
        ("2024-06", 1),
    )
    assert [(held.title, held.organization, held.first, held.last, held.articles) for held in page.roles] == [
        ("대표", "한빛전자", "2024-06-05", "2024-06-05", 1),
        ("부사장", "한빛전자", "2024-01-05", "2024-03-05", 2),
    ]
    assert [said.date for said in page.said] == ["2024-06-05", "2024-03-05", "2024-01-05"]
    assert page.said[0].source == "가온신문" and page.said[0].article == article(3).id
    assert [(other.name, other.type, other.articles) for other in page.company] == [("한빛전자", "OG", 3)]


def test_other_names_and_a_name_that_nobody_has() -> None:
    with Desk.open() as desk:
        add(desk, 1, "2024-01")
        assert desk.entity("한빛 전자").names == ("HBE",)
        assert desk.entity("HBE") == desk.entity("한빛전자")
        desk.correct("split", "한빛전자", "HBE")
        assert desk.entity("한빛전자").names == ()
        with pytest.raises(SinmunError, match="sinmun entities"):
            desk.entity("없는 이름")


def test_corrected_names_are_one_entity() -> None:
    with Desk.open() as desk:
        add(desk, 1, "2024-01")
        add(desk, 2, "2024-02")
        desk.correct("rename", "정다운", "정다온")
        desk.correct("merge", "한빛전자", "한빛그룹")
        desk.correct("retype", "한빛그룹", type="LC")
        page = desk.entity("정다온")
        assert desk.entity("정다운") == page
        assert page.name == "정다온" and page.names == ("정다운",) and page.quotations == len(page.said) == 2
        assert isinstance(page.said[0].quotation, Quotation)
        assert page.said[0].quotation.speaker.name == "정다온"
        assert [(other.name, other.type) for other in page.company] == [("한빛그룹", "LC")]
        rows = [(row.name, row.type, row.articles, row.mentions) for row in desk.entities()]
        assert rows == [("정다온", "PS", 2, 2), ("한빛그룹", "LC", 2, 2)]
        assert [row.articles for row in desk.entities("date:2024-02")] == [1, 1]
        assert desk.count("person:정다온") == desk.count("speaker:정다온 org:한빛그룹") == 2
        assert desk.count("person:정다운") == 2 and desk.count("-person:정다온") == 0


def test_an_article_that_has_two_names_of_one_counts_once() -> None:
    with Desk.open() as desk:
        add(desk, 1, "2024-01")
        add(desk, 2, "2024-02")
        desk.correct("merge", "정다운", "한빛전자")
        desk.correct("retype", "한빛전자", type="OG")
        assert [(row.name, row.articles, row.mentions) for row in desk.entities()] == [("한빛전자", 2, 4)]
        assert [row.articles for row in desk.entities("date:2024-02")] == [1]


def test_the_command_shows_statements_and_figures(capsys: pytest.CaptureFixture[str]) -> None:
    with Desk.open() as desk:
        add(desk, 1, "2024-03")
        page, read = desk.entity("정다운"), desk.reading(article(1).id)
        assert read is not None
        facts = [
            msgspec.structs.replace(fact, measure="HBE 투자액") if isinstance(fact, Statistic) else fact
            for fact in read.facts
        ]
        desk.keep_reading(msgspec.structs.replace(read, facts=tuple(facts)))
    assert main(["entities", "show", "정다운"]) == 0
    head, role, said, *_ = capsys.readouterr().out.splitlines()
    assert head.split() == ["PS", "1", "1", "정다운"]
    assert role.split() == ["♟", "2024-03-05", "한빛전자", "대표"]
    assert said.strip().startswith(f"❝ 2024-03-05  {article(1).id}  ")
    assert main(["entities", "show", "정다운", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["said"][0]["quotation"]["text"] == page.said[0].quotation.text
    assert main(["entities", "show", "한빛전자"]) == 0
    assert f"# 2024-03-05  {article(1).id}  HBE 투자액 · 1조2300억여원" in capsys.readouterr().out
    assert main(["entities", "show", "없는이름"]) == 1


def test_a_new_edition_forgets_the_entities_of_the_old_one() -> None:
    with Desk.open() as desk:
        add(desk, 1, "2024-01")
        desk._archive.add([(article(1, body="이제는 아무도 나오지 않는다."), b"")])
        assert desk.entities() == []


def test_an_archive_of_an_earlier_version_learns_its_entities(tmp_path: Path, home: Path) -> None:
    with Desk.open() as desk:
        add(desk, 1, "2024-01")
        expected = desk.entity("정다운")
    (tmp_path / "old").mkdir()
    donor = home / "archive.sqlite3"
    old = Database(tmp_path / "old" / "archive.sqlite3", MIGRATIONS[:2], {"donor": donor})
    with old.writing() as connection:
        for table in ("articles", "texts", "readings"):
            connection.execute(f"INSERT INTO {table} SELECT * FROM donor.{table}")
    old.close()
    with Desk.open(tmp_path / "old") as desk:
        assert desk.entity("정다운") == expected
        # The words were not carried over: an index without a copy of the text can't be read.
        assert desk.repair() and desk.check() == []


def test_the_command_lists_and_corrects(capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> tuple[int, str]:
        code = main(["entities", *words])
        return code, capsys.readouterr().out

    with Desk.open() as desk:
        add(desk, 1, "2024-01")
    code, out = run("--json")
    assert code == 0
    assert [json.loads(line) for line in out.splitlines()] == [
        {"name": "정다운", "type": "PS", "articles": 1, "mentions": 1},
        {"name": "한빛전자", "type": "OG", "articles": 1, "mentions": 1},
    ]
    assert run("merge", "정다온", "정다운") == (1, ""), "no article has that name: rename is what is meant"
    assert run("merge", "정다운", "정다온")[0] == run("split", "없는이", "정다운")[0] == 1
    assert run("rename", "정다운", "정다온") == (0, "정다운 → 정다온\n")
    assert run("retype", "한빛전자", "LC") == (0, "한빛전자: LC\n")
    assert run("split", "한빛전자", "HBE") == (0, "한빛전자 ≠ HBE\n")
    code, out = run("person:정다운")
    assert [line.split()[-1] for line in out.splitlines()] == ["정다온", "한빛전자"]
    assert run("undo") == (0, "taken back: 한빛전자 ≠ HBE\n")
    with Desk.open() as desk:
        assert len(desk.corrections()) == 2 and what(desk.undo()) == "한빛전자 ≠ HBE"
        assert len(desk.corrections()) == 3
    with pytest.raises(SystemExit):
        run("retype", "한빛전자", "XX")


def test_the_tables_answer_by_their_indexes(home: Path) -> None:
    Desk.open().close()
    with sqlite3.connect(home / "archive.sqlite3") as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT count(*) FROM mentions m JOIN mentions o ON o.row = m.row"
            " WHERE m.key = 'x'"
        ).fetchall()
    assert all("SEARCH" in step[3] for step in plan)
