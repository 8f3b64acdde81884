import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.errors import QueryError
from store.search.highlight import pattern_of

TEXT = "한빛전자는 AI 반도체 공장을 부산에 짓는다. MAIL은 AI가 아니다. 새 공장, 한빛 전자."


def found(query: str, **options: object) -> list[str]:
    pattern = pattern_of(query, TEXT, **options)
    return [match.group() for match in pattern.finditer(TEXT)] if pattern else []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("공장", ["공장", "공장"]),
        ("공장이", ["공장", "공장"]),
        ("ai", ["AI", "AI"]),
        ('"반도체 공장을"', ["반도체 공장을"]),
        ("부산 -공장", ["부산"]),
        ("(부산 OR 울산) date:2024", ["부산"]),
        ("speaker:한빛전자", ["한빛전자"]),
        ("한빛*", ["한빛", "한빛"]),
        ("kind:statistic", []),
        ("없는말", []),
        ("", []),
    ],
)
def test_the_words_of_a_query_are_found(query: str, words: list[str]) -> None:
    assert found(query) == words


def test_one_name_finds_another_of_the_same() -> None:
    assert found("org:HBE", other_names=lambda name: ["한빛전자"]) == ["한빛전자"]


def test_a_mistake_is_one_here_too() -> None:
    with pytest.raises(QueryError):
        pattern_of("(", TEXT)


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_query_gives_a_pattern_or_says_why(query: str, text: str) -> None:
    try:
        pattern = pattern_of(query, text)
    except QueryError:
        return
    assert pattern is None or re.search(pattern, text)
