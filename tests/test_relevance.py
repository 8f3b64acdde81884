"""The order of relevance, and words of the headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.desk import Desk
from store.model import Article, Block

NEWS = {
    1: ("금리 인상 검토", "금리를 올릴지 금리까지 살핀다."),
    2: ("물가 소식", "물가가 올랐고 금리도 한 번 언급됐다."),
    3: ("은행 소식", "금리가 화제다. 금리는 오른다. 금리의 영향이 크다. 금리로 쏠린다."),
    4: ("데이터 센터 착공", "물류 소식이다."),
    5: ("축제 소식", "데이터센터가 열리고 데이터가 모인다. 센터도 선다."),
}


@pytest.fixture
def desk(home: Path) -> Desk:
    desk = Desk.open()
    for number, (title, body) in NEWS.items():
        article = Article(
            id=f"{number:012x}",
            source="news.txt",
            published=f"2025-01-0{number}T09:00",
            blocks=(Block(title, "title"), Block(body, "paragraph")),
        )
        desk._archive.add([(article, b"")])
    return desk


def found(desk: Desk, query: str, order: str = "relevance") -> list[int]:
    return [int(each.id, 16) for each in desk.headlines(query, order=order)]  # type: ignore[arg-type]


def test_what_is_most_about_the_words_stands_first(desk: Desk) -> None:
    assert found(desk, "금리", "newest") == [3, 2, 1]
    assert found(desk, "금리") == [1, 3, 2]
    assert found(desk, "금리를 OR 물가")[0] == 2
    assert found(desk, "금*") == [1, 3, 2]
    assert desk.position(f"{3:012x}", "금리", "relevance") == 1
    assert desk.headlines("금리", order="relevance", offset=1, limit=1)[0].id == f"{3:012x}"


def test_a_query_without_words_stays_newest_first(desk: Desk) -> None:
    assert found(desk, "is:unread") == found(desk, "") == [5, 4, 3, 2, 1]


def test_a_shelf_is_weighed_by_its_words(desk: Desk) -> None:
    desk.save_shelf("돈", "금리")
    assert found(desk, "shelf:돈") == [1, 3, 2]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("headline:금리", [1]),
        ("제목:소식", [5, 3, 2]),
        ("제목:소식 금리", [3, 2]),
        ("headline:데이터센터", [4]),
        ('headline:"데이터 센터"', [4]),
        ("headline:데이*", [4]),
        ("-제목:소식", [4, 1]),
        ("제목:물류", []),
    ],
)
def test_words_of_the_headline(desk: Desk, query: str, wanted: list[int]) -> None:
    assert found(desk, query, "newest") == wanted


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("읽음:아니오", "is:unread"),
        ("읽음:예", "is:read"),
        ("자리:잃음", "is:orphan"),
        ("있음:메모", "has:note"),
        ("번호:0000", "id:0000"),
        ("묶음:0", "story:0"),
        ("확실성:전해들음", "certainty:hearsay"),
        ("종류:직함", "kind:role"),
        ("기자:김", "author:김"),
    ],
)
def test_every_field_has_a_korean_name(desk: Desk, korean: str, english: str) -> None:
    assert found(desk, korean) == found(desk, english)
