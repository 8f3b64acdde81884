"""Text from outside never reaches a terminal as anything but shapes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import printable


@given(st.text(st.characters(codec=None)))
def test_printable_keeps_the_length_and_lets_nothing_act(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    shown.encode("utf-8")


@given(st.text(st.characters(codec=None)))
def test_printable_twice_is_printable_once(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.lists(st.text()))
def test_lines_stay_lines_where_asked(parts: list[str]) -> None:
    text = "\n".join(parts)
    assert printable(text, lines=True).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("한빛전자 “흑자”", "한빛전자 “흑자”"),
        ("\x1b[31m빨강", "␛[31m빨강"),
        ("앞\u202e뒤", "앞▯뒤"),
        ("숨\u200b김", "숨▯김"),
        ("채움\u3164", "채움▯"),
        ("[red]글[/", "[red]글[/"),
        ("칸\t칸\u3000칸\xa0칸", "칸 칸 칸 칸"),
        ("두\n줄", "두␊줄"),
        ("\x00\x7f\x9b", "␀␡▯"),
        ("뜻\U000e0041", "뜻▯"),
    ],
)
def test_what_is_shown(raw: str, shown: str) -> None:
    assert printable(raw) == shown
