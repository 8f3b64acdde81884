from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.desk import Desk
from store.extract.version import VERSION
from store.migrations import untold
from store.search.annotations import compile_annotation_query
from store.search.dates import date_bounds
from store.search.errors import QueryError
from store.search.josa import JOSA, stems_of
from store.search.sql import compile_query
from tests.samples import article, reading, span

Find = Callable[[str], list[int]]

BODIES = {
    1: "한국은행이 금리를 올렸다.",
    2: "한국 은행들은 금리 인하를 기다린다.",
    3: "생성 AI가 시장을 바꾼다고 전문가는 말했다.",
    4: "생성AI를 배우는 회의가 서울에서는 처음이다.",
    5: "전문 지식보다 경험이 앞선다.",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Desk.open(tmp_path_factory.mktemp("search")) as opened:
        for number, body in BODIES.items():
            opened._archive.add([(article(number, body), b"")])
        spoken = article(6)
        opened._archive.add([(spoken, b"")])
        opened.keep_reading(reading(spoken, VERSION))
        opened.annotate(spoken.id, note="공장 부지 확인", tags=["생성 AI"], status="accepted")
        opened.annotate(spoken.id, span=span(spoken, 1, "흑자"), tags=["수치"])
        opened.mark_read(article(1).id)
        yield opened


@pytest.fixture
def find(desk: Desk) -> Find:
    return lambda query: sorted(int(headline.id, 16) for headline in desk.headlines(query))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("금리", [1, 2]),
        ("금리를", [1]),
        ("서울", [4]),
        ("한국은행", [1, 2]),
        ("한국 은행", [1, 2]),
        ("생성AI", [3, 4]),
        ("생성 ai", [3, 4]),
        ("전문가", [3]),
        ('"금리 인하"', [2]),
        ('"인하 금리"', []),
        ("“금리 인하”", [2]),
        ("금리 -인하", [1]),
        ("금리 -(한국은행 OR 없음)", [2]),
        ("전문*", [3, 5]),
        ("서울 OR 전문*", [3, 4, 5]),
        ("적자", [6]),
        ("끝나다", [6]),
        ("speaker:정다운", [6]),
        ("발언자:정다운", [6]),
        ("person:정다*", [6]),
        ("org:hbe", [6]),
        ("kind:statistic", [6]),
        ("종류:통계", [6]),
        ("확실성:단정", [6]),
        ("kind:통계 -kind:발언", []),
        ("certainty:hearsay", [6]),
        ("tag:생성AI", [6]),
        ("tag:#수치", [6]),
        ("tag:*", [6]),
        ("-person:*", [1, 2, 3, 4, 5]),
        ("status:accepted", [6]),
        ("has:note", [6]),
        ("has:reading", [6]),
        ("-has:reading is:unread", [2, 3, 4, 5]),
        ("is:read", [1]),
        ("date:2025-03", [2]),
        ("date:2025-03..2025-05", [2, 3, 4]),
        ("date:..2025-02-02", [1]),
        ("date:2025-07-01..", [6]),
        ("source:가온신문 date:2025-02", [1]),
        ("source:news.example date:2025-02-02", [1]),
        ('source:"news/3.txt"', [3]),
        ("(kind:statistic OR 서울) is:unread", [4, 6]),
        ("id:000000000003", [3]),
        ("", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_query_finds(find: Find, query: str, found: list[int]) -> None:
    assert find(query) == found


@pytest.mark.parametrize(
    ("query", "caret"),
    [
        ("(금리", 0),
        ("금리)", 2),
        ('금리 "인하', 3),
        ("금리 OR", 5),
        ("OR 금리", 0),
        ("나라:한국", 0),
        ("금리 kind:숫자", 8),
        ("tag:", 4),
        ("date:2025-13", 5),
        ("date:2025-03..2025-01", 5),
        ("date:어제", 5),
        ("!!!", 0),
        ("-", 0),
        ("()", 1),
        ("(" * 22 + "금리" + ")" * 22, 21),
        ("금리 " * 200, 150),
        ("가" * 3000, 2000),
    ],
)
def test_a_mistake_has_a_place(desk: Desk, query: str, caret: int) -> None:
    with pytest.raises(QueryError) as mistake:
        desk.headlines(query)
    assert mistake.value.caret == caret
    assert str(mistake.value)


def test_the_caret_stands_under_wide_letters() -> None:
    error = QueryError("no", "금리 x", 3)
    assert error.pointed() == "금리 x\n     ^"


TERMS = st.sampled_from(
    [
        "금리",
        "나델*",
        '"구',
        "tag:경제",
        "date:2022..2023",
        "kind:statistic",
        "-",
        "OR",
        "AND",
        "NOT",
        "(",
        ")",
        "is:unread",
        '"',
        "“",
        ":",
        "*",
        "has:note",
        "source:x*",
        "\\",
        "%",
        "'",
        "NEAR(",
        "raw:",
        "^",
        "{",
        "+",
        "id:",
        'tag:"a',
        'speaker:"',
        "생성AI",
    ]
)


class Some:
    def knows(self, word: str) -> bool:
        return len(word) % 2 == 0

    def begins(self, text: str) -> bool:
        return len(text) % 3 > 0

    def containing(self, text: str) -> list[str]:
        return [f"앞{text}"]

    def is_whole(self) -> bool:
        return False


@given(st.one_of(st.text(), st.lists(TERMS).map(" ".join), st.lists(TERMS).map("".join)))
@example("a\x00b")
@example("\ud800")
@example("tag:\ud800")
@example("tag:a\x00b")
@example('tag:"#"')
@example("person:\u200b")
def test_any_query_gives_a_result_or_a_place(query: str) -> None:
    for compiled in (compile_query, compile_annotation_query):
        try:
            condition = compiled(query, Some())
        except QueryError as error:
            assert 0 <= error.caret <= len(query)
        else:
            BLANK.execute(
                f"SELECT 1 FROM articles a, notebook.annotations n {condition.where}", condition.parameters
            )


def blank() -> sqlite3.Connection:
    from store.archive.schema import MIGRATIONS as ARCHIVE
    from store.notebook.index import MIGRATIONS as NOTEBOOK

    connection = sqlite3.connect(":memory:")
    for step in ARCHIVE:
        if isinstance(step, str):
            connection.executescript(step)
        else:
            step(connection, untold)
    connection.execute("ATTACH ':memory:' AS notebook")
    for name in ("annotations", "tags"):
        source = "".join(NOTEBOOK)
        start = source.index(f"CREATE TABLE {name}")
        connection.execute(source[start : source.index(";", start)].replace(name, f"notebook.{name}", 1))
    # Without a row SQLite would not look at the conditions at all.
    connection.execute(
        "INSERT INTO articles VALUES (1, 'a', '', '', '', '', '', '', '', '', '', 0, 0, '', '')"
    )
    connection.execute("INSERT INTO notebook.annotations VALUES ('a', 'n', '', '', '', 1, '', '', '', '')")
    return connection


BLANK = blank()


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2022", ("2022-01-01", "2023-01-01")),
        ("2022-12", ("2022-12-01", "2023-01-01")),
        ("2022-2-28", ("2022-02-28", "2022-03-01")),
        ("2022.11.15", ("2022-11-15", "2022-11-16")),
        ("2022-11..2022-12", ("2022-11-01", "2023-01-01")),
        ("..2022", ("", "2023-01-01")),
        ("2022..", ("2022-01-01", "")),
        ("9999-12-31", ("9999-12-31", "9999-12-32")),
    ],
)
def test_date_bounds(value: str, bounds: tuple[str, str]) -> None:
    assert date_bounds(value) == bounds


def test_josa_are_taken_off() -> None:
    assert "금리" in stems_of("금리가")
    assert "서울" in stems_of("서울에서는")
    assert stems_of("회의") == []
    assert len(set(JOSA)) == len(JOSA)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 2),
        ("tag:수치", 1),
        ("status:accepted", 1),
        ("has:note", 1),
        ("부지", 1),
        ("공장", 2),
        ("-has:note", 1),
        ("kind:statistic", 0),
        ("source:가온신문", 2),
        ("tag:수치 OR tag:생성AI", 2),
        ("없는말", 0),
    ],
)
def test_annotations_answer_for_themselves(desk: Desk, query: str, count: int) -> None:
    assert len(desk.notes(query)) == count


def test_a_word_is_found_in_the_note(desk: Desk, tmp_path: Path) -> None:
    with Desk.open(tmp_path / "other") as other:
        other._archive.add([(article(1, BODIES[1]), b"")])
        other.annotate(article(1).id, note="100% 확인_필요")
        assert len(other.notes("100%")) == 1
        assert len(other.notes("확인_필요")) == 1
        assert other.notes("확인x필요") == []


@pytest.mark.parametrize("query", ["금리", "금리 OR 서울", "-금리", "kind:statistic", "", "is:unread 금리"])
def test_counting_stops_at_a_limit(desk: Desk, query: str) -> None:
    assert desk.count_up_to(query) == desk.count(query)
    assert desk.count_up_to(query, 1) == 1
