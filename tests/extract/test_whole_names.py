"""Names that the analyser took apart, put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Token
from store.extract.whole_names import with_whole_names

_APART = [
    Token("누리", "NNP", 0, 2),
    Token("로직", "NNG", 2, 4),
    Token("스", "VV", 4, 5),
    Token("는", "ETM", 5, 6),
    Token("오르", "VV", 7, 9),
]


def test_a_name_and_its_particle() -> None:
    whole = with_whole_names(_APART, [(0, 5)])
    assert whole[:2] == [Token("누리로직스", "NNP", 0, 5), Token("는", "JX", 5, 6)]
    assert whole[2:] == _APART[4:]


def test_what_is_nouns_already_or_cut_stays() -> None:
    assert with_whole_names(_APART, [(0, 4)]) == _APART
    assert with_whole_names(_APART, [(1, 5)]) == _APART
    assert with_whole_names(_APART, [(0, 8)]) == _APART


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted), max_size=4).map(sorted))
def test_no_character_is_lost(mentions: list[tuple[int, int]]) -> None:
    whole = with_whole_names(_APART, mentions)
    assert [token.start for token in whole] == sorted(token.start for token in whole)
    kept = {at for token in whole for at in range(token.start, token.end)}
    assert kept >= {at for token in _APART for at in range(token.start, token.end)}
