"""Queries kept as shelves: used in other queries, undone, shared, and refused where they mean nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.desk import Desk, Shelf
from store.model import SinmunError
from store.search.errors import QueryError
from tests.samples import article, what


@pytest.fixture
def desk(home: Path) -> Desk:
    desk = Desk.open()
    for number, body in {1: "금리가 올랐다.", 2: "금리 인하를 기다린다.", 3: "비가 왔다."}.items():
        desk._archive.add([(article(number, body), b"")])
    return desk


def found(desk: Desk, query: str) -> list[int]:
    return sorted(int(headline.id, 16) for headline in desk.headlines(query))


def test_a_shelf_is_a_word_of_the_query_language(desk: Desk) -> None:
    desk.save_shelf("돈", "금리 OR 환율")
    assert found(desk, "shelf:돈") == found(desk, "책꽂이:돈") == [1, 2]
    assert found(desk, "shelf:돈 -인하") == [1]
    assert found(desk, "-shelf:돈 OR 인하") == [2, 3]
    desk.save_shelf("내린 돈", "shelf:돈 인하")
    assert found(desk, 'shelf:"내린 돈"') == found(desk, "shelf:내린돈") == [2]
    assert desk.shelves() == (
        Shelf(name="내린 돈", query="shelf:돈 인하"),
        Shelf(name="돈", query="금리 OR 환율"),
    )


def test_a_shelf_holds_for_notes_too(desk: Desk) -> None:
    desk.annotate(article(1).id, note="확인", tags=["경제"])
    desk.annotate(article(3).id, note="확인")
    desk.save_shelf("경제", "tag:경제")
    assert [note.article for note, _ in desk.notes("shelf:경제")] == [article(1).id]


def test_a_shelf_is_changed_removed_and_undone(desk: Desk) -> None:
    desk.save_shelf("돈", "금리")
    desk.save_shelf(" 돈 ", "환율")
    assert desk.shelves() == (Shelf(name="돈", query="환율"),)
    assert what(desk.undo()) == "shelf:돈"
    assert desk.shelves() == (Shelf(name="돈", query="금리"),)
    desk.remove_shelf("돈")
    assert desk.shelves() == ()
    assert desk.undo() and desk.shelves() == (Shelf(name="돈", query="금리"),)
    assert desk.redo() and desk.shelves() == ()


@pytest.mark.parametrize("query", ["(금리", "shelf:없는것", "shelf:돈", "shelf:둘", ""])
def test_a_shelf_that_means_nothing_is_refused(desk: Desk, query: str) -> None:
    desk.save_shelf("돈", "금리")
    desk.save_shelf("둘", "shelf:돈")
    with pytest.raises((QueryError, SinmunError)):
        desk.save_shelf("돈", query)
    assert {shelf.name: shelf.query for shelf in desk.shelves()} == {"돈": "금리", "둘": "shelf:돈"}
    with pytest.raises(SinmunError):
        desk.remove_shelf("셋")


def test_a_shelf_whose_meaning_went_says_where(desk: Desk) -> None:
    desk.save_shelf("돈", "금리")
    desk.save_shelf("둘", "인하 shelf:돈")
    desk.remove_shelf("돈")
    with pytest.raises(QueryError) as mistake:
        desk.headlines("비 shelf:둘")
    assert mistake.value.caret == 8 and "둘" in str(mistake.value) and "돈" in str(mistake.value)


def test_another_desk_sees_a_shelf_and_a_hand_edit(desk: Desk, home: Path) -> None:
    mark, _ = desk.changed_since(0)
    with Desk.open() as other:
        other.save_shelf("돈", "금리")
    assert desk.changed_since(mark)[1]
    path = home / "notebook" / "_shelves.json"
    tables = json.loads(path.read_text())
    tables["shelves"]["1"]["query"] = "비"
    path.write_text(json.dumps(tables))
    assert found(desk, "shelf:돈") == [3]
    path.write_text("{")
    assert desk.shelves() == () and any("shelves" in notice for notice in desk.notices)
    assert desk.check() == []
