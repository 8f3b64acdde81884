"""Names found as words of their own: every span is a name, wherever it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.extract.hangul import word_finder

NAMES = ["가온", "가온전자", "가온전자서비스", "나래은행", "SK가온"]
PIECES = st.sampled_from([*NAMES, " ", "이", "는", "과 ", "“", ". ", "다", "가"])


@given(st.lists(PIECES, max_size=12).map("".join), st.sets(st.sampled_from(NAMES), min_size=1))
def test_every_span_is_one_of_the_names(text: str, names: set[str]) -> None:
    for start, end in word_finder(names)(text):
        assert text[start:end] in names and end <= len(text)


def test_a_name_that_begins_a_longer_one_may_end_the_text() -> None:
    assert word_finder(["가온", "가온전자"])("그는 가온") == [(3, 5)]
