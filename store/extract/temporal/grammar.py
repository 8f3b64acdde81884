"""All forms of Korean time expressions, joined into one pattern that scans a text once."""

from __future__ import annotations

import re
from functools import cache

from store.extract.hangul import any_of
from store.extract.quantity.numerals import NATIVE_WORDS
from store.extract.temporal import words
from store.extract.temporal.forms_clock import CLOCKS
from store.extract.temporal.forms_date import AGO, DATES, ERAS, NUMERIC
from store.extract.temporal.forms_length import LONG, SHORT
from store.extract.temporal.pieces import Form

FORMS: dict[str, Form] = {**NUMERIC, **CLOCKS, **SHORT, **ERAS, **AGO, **LONG, **DATES}
"""Every form by name; the first that fits at a place is taken, so longer forms stand before shorter ones."""

_INNER = re.compile(r"\(\?P<\w+>")
_FIGURES = (
    r"\d(?:[\d,.만억천]|(?<=[만억])\s\d)*여?\s?(?:[년월일시분초주달박세]|개월|학년도|[∼~〜～\-–—·ㆍ:/])"
    r"|['’‘]\d|\d{4}\.\s?\d"
)
_OTHERS = """
서너 너댓 네댓 대여섯 예닐곱 여러
한밤 한낮 대낮 정오 자정 매년 매달 매월 매주 수 몇 십수 연내 연초 연중 연말 무박 기원전 음력
첫째 둘째 셋째 넷째 다섯째 저번 금주 내주 전반 후반 연장 직전 전분기
"""
_WORDS = any_of(
    word
    for group in (
        *(words.DAYS, words.NARRATIVE_DAYS, words.YEARS, words.NARRATIVE_YEARS, words.MONTHS),
        *(words.NARRATIVE_MONTHS, words.RELATIVES, words.WEEKDAYS, words.HALVES, words.HOLIDAYS),
        *(words.DURATIONS, words.PARTS_OF_DAY, NATIVE_WORDS),
        (*_OTHERS.split(), "전 분기"),
    )
    for word in group
)
"""The words that forms begin with."""

SCAN = re.compile(
    rf"(?:(?<!\d)(?={_FIGURES})|(?<![가-힣A-Za-z0-9])(?={_WORDS}))(?:"
    + "|".join(f"(?P<{name}>{_INNER.sub('(?:', form.pattern)})" for name, form in FORMS.items())
    + ")"
)
"""All forms at once; ``lastgroup`` names the one found."""


@cache
def form_pattern(name: str) -> re.Pattern[str]:
    """Compile one form, with its parts as named groups."""
    return re.compile(FORMS[name].pattern)
