"""What makes no difference to what a line says, and what does."""

import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dedup.fingerprint import fingerprint

LINE = "온새미 대표는 15일 \"매출이 1,234.5억원으로 -3.2% 줄었다\"며 '내년'을 기약했다."


@pytest.mark.parametrize(
    "variant",
    [
        unicodedata.normalize("NFD", LINE),
        html.escape(LINE),
        html.escape(html.escape(LINE)),
        LINE.replace('"', "”").replace("'", "’"),
        LINE.replace(" ", "\u00a0"),
        LINE.replace(" ", " \u2009 ") + "\u3000",
        LINE.replace("온새미", "온\u200b새미"),
        LINE.replace(".", "", 0).removesuffix("."),
        LINE.replace("1,234", "1234"),
        LINE.replace("15일", "１５일"),
        "  " + LINE.replace(", ", ","),
    ],
)
def test_writing_makes_no_difference(variant: str) -> None:
    assert fingerprint(variant) == fingerprint(LINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("수출이 1.5% 늘었다", "수출이 15% 늘었다"),
        ("수출이 1.5% 늘었다", "수출이 -1.5% 늘었다"),
        ("코스피 ▲3.1", "코스피 ▼3.1"),
        ("140개국에 있다", "150개국에 있다"),
        ("3%p 올랐다", "3p 올랐다"),
        ("2~3명이 다쳤다", "23명이 다쳤다"),
        ("3, 4위를 했다", "34위를 했다"),
        ("서이안 대표", "서이현 대표"),
        ("합의했다", "합의하지 않았다"),
        ("100$를 냈다", "100€를 냈다"),
    ],
)
def test_meaning_makes_a_difference(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_full_and_contracted_endings_are_one() -> None:
    assert fingerprint("계획을 발표하였다") == fingerprint("계획을 발표했다")


def test_ranges_are_one_however_they_are_drawn() -> None:
    assert fingerprint("2015∼2017년") == fingerprint("2015~2017년") == fingerprint("2015-2017년")


@given(st.text())
def test_any_text_has_a_stable_fingerprint(text: str) -> None:
    assert fingerprint(text) == fingerprint(unicodedata.normalize("NFD", text).strip()) or "&" in text
