"""Which facts of an article a query asks for."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model import AnyFact, Event, Quotation, Speaker, Statistic
from store.search.errors import QueryError
from store.search.facts import asks_for_notes, asks_for_readings, facts_meant

PLACE = {"text": "말", "block": 1}
FACTS: tuple[AnyFact, ...] = (
    Statistic(**PLACE, start=9, end=10, id="s2", value=2),
    Quotation(**PLACE, start=0, end=1, id="q1", speaker=Speaker("정 다운", others=("오한별",))),
    Statistic(**PLACE, start=3, end=4, id="s1", value=1, certainty="hearsay"),
    Event(**PLACE, start=5, end=6, id="e1", verb="맺다"),
)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("kind:statistic", ["s1", "s2"]),
        ("종류:통계 매출", ["s1", "s2"]),
        ("kind:statistic certainty:hearsay", ["s1"]),
        ("kind:event OR kind:quotation", ["q1", "e1"]),
        ("speaker:정다운", ["q1"]),
        ("발언자:정*", ["q1"]),
        ("speaker:오한별", ["q1"]),
        ("speaker:다운", []),
        ("speaker:JD", ["q1"]),
        ("-kind:event", []),
        ("kind:몰라", []),
        ("매출", []),
        ("", []),
    ],
)
def test_a_query_asks_for_facts(query: str, ids: list[str]) -> None:
    meant = facts_meant(query, FACTS, lambda name: ["정다운"] if name == "JD" else [])
    assert [fact.id for fact in meant] == ids


@given(st.text(max_size=40))
def test_any_query_gives_some_of_the_facts_or_says_why(query: str) -> None:
    with suppress(QueryError):
        assert set(facts_meant(query, FACTS)) <= set(FACTS)


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("도서관", False),
        ("source:푸른 도서관", False),
        ("인물:정다운", True),
        ("도서관 -kind:event", True),
        ("", False),
    ],
)
def test_names_and_facts_are_of_articles_that_were_read(query: str, asks: bool) -> None:
    assert asks_for_readings(query) is asks


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("읽음:아니오", True),
        ("한빛 (-상태:확인 OR 공장)", True),
        ("책꽂이:공장", True),
        ("태그:공장", True),
        ("한빛 종류:통계", False),
        ("", False),
    ],
)
def test_what_the_reader_does_changes_what_a_query_finds(query: str, asked: bool) -> None:
    assert asks_for_notes(query) is asked
