"""What a number measures: the noun phrase that it is said of, or the clause that it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.extract.document import TextBlock
from store.extract.statistic.behind import (
    change_of,
    money_done_with,
    noun_led_to,
    owner_behind,
    rate_behind,
)
from store.extract.statistic.clause import clause_behind, done_to, modifier_before
from store.extract.statistic.phrase import (
    Phrase,
    age_phrase,
    is_covered,
    is_money,
    items_before,
    noun_phrase,
    statement_start,
)
from store.extract.statistic.series import Series, share_of
from store.extract.statistic.whose import PER, Told, is_measuring, told_of, with_rate
from store.extract.word_groups import word_group
from store.model import Quantity

_COUNTED_NOUN = {
    "명": "사람",
    "건": "건수",
    "대": "대수",
    "곳": "곳",
    "가구": "가구",
    "개국": "나라",
    "주": "주식",
}

_EVERYTHING = frozenset({"전체", "총", "국내 전체", "모두"})
_DISTANCES = frozenset({"km", "m", "cm", "마일", "해리", "광년"})

_WHOLE = re.compile(r"(?:의|\s가운데|\s중)\s?(?:약\s|최소\s)?$")
_BRACKET = re.compile(r"\((?:약\s|전체의\s|총\s|[^()\d]{1,14}(?:대비|比|비|보다)\s)?$")
_FROM = re.compile(r"에서\s|→|\s?→\s?")

_AMONG = re.compile(r"등\s(?:최소한?\s|적어도\s|약\s|총\s|모두\s)?$")
"""김수로 등 8명의 연구원 counts 연구원."""

_ON_BEFORE = re.compile(r"전(?:년|월|주|일|기|분기)비$")
"""A yardstick that is one word: 영업익 전년비 12%↑."""

_EACH = re.compile(r"각각\s(?:약\s)?$")

_COUNTED_BY = re.compile(r" (?:추산|추정|집계)$")
"""Whose count a number is, not what is counted: 경찰 추산 500여명이 모였다."""

_BAND = re.compile(r"(\d0대(?:\s이상)?)\s$")
"""An age that a share is that of: 20대 15%, 30대 31%."""


_JOINT = frozenset({"총", "모두", "합쳐", "합계", "도합"})
"""Words that add up what stands before: 매출과 이익은 모두 9억원."""

_COUNTERS = frozenset({*_COUNTED_NOUN, "개", "마리", "척", "채", "그루"})
_OF_THEM = re.compile(r"\s(?:중|가운데)")


class Measured(NamedTuple):
    """A quantity with what it measures, the whole that it is a share of, and of whom it is told."""

    quantity: Quantity
    measure: str | None
    whole: str | None = None
    told: Told | None = None


def _of_it(block: TextBlock, quantity: Quantity) -> str:
    """Say what a number in brackets is of the number before it: its share, or how it changed."""
    if quantity.unit not in ("%", "%p"):
        return ""
    signed = block.text[quantity.start] in "+-−" or block.text[quantity.start - 1] in "+-−"
    change = change_of(block, quantity)
    return f" {change}" if change else " 증감" if signed else " 비율"


class _Number(NamedTuple):
    """A number where it stands: ``first`` is where its sentence starts, ``beside`` the phrase before it."""

    block: TextBlock
    quantity: Quantity
    first: int
    covered: Sequence[tuple[int, int]]
    before: Measured | None
    beside: Phrase | None
    series: Series

    @property
    def lead(self) -> str:
        """The words of the sentence before the number."""
        return self.block.text[self.first : self.quantity.start]


def measure_of(
    block: TextBlock,
    quantity: Quantity,
    covered: Sequence[tuple[int, int]],
    earlier: Sequence[Measured],
    series: Series,
) -> Measured:
    """Say what a quantity measures, in the article's words; measure None where the sentence does not show it.

    ``covered`` are the places of times and of quantities; ``earlier`` are the quantities before it in the
    block, ``series`` is the row of numbers that it stands in.
    """
    before = earlier[-1] if earlier else None
    text, first = block.text, statement_start(block, quantity.start)
    lead = text[first : quantity.start]
    if before and _BRACKET.search(lead) and text[before.quantity.end : quantity.start].startswith("("):
        return before._replace(
            quantity=quantity, measure=before.measure and before.measure + _of_it(block, quantity)
        )
    if (
        before
        and before.quantity.unit == quantity.unit
        and _FROM.fullmatch(text, before.quantity.end, quantity.start)
    ):
        return before._replace(quantity=quantity)
    beside = _beside(block, first, quantity.start, covered)
    number = _Number(block, quantity, first, covered, before, beside, series)
    shared = share_of(block, first, series, covered)
    found = shared[0] if shared else beside or _subject(number)
    told: Told | None = None
    if isinstance(found, Phrase):
        alike = before if before and before.quantity.unit == quantity.unit else None
        near = alike.told if alike and alike.quantity.start >= first else None
        told = told_of(block, first, found, covered, near)
        if shared and shared[1]:
            told = Told(f"{found.text} {shared[1].text}", shared[1].text)
    subject = told.measure if told else found if isinstance(found, str) else None
    if not shared and (each := _each_of(number, earlier)):
        subject, told = each, None
    measured = _measured(number, subject)
    if not measured.measure and before and before.told and _goes_on(number):
        told = before.told
        measured = Measured(quantity, told.measure)
    measure = measured.measure and with_rate(text, first, quantity.start, measured.measure)
    return measured._replace(measure=measure, told=told)


def _each_of(number: _Number, earlier: Sequence[Measured]) -> str | None:
    """Give what the number before was of, where 각각 gives as many (매출 9억, 이익 2억원으로 각각 3%, 4%)."""
    series = number.series
    if series.size < 2 or not _EACH.search(number.block.text, number.first, series.start):
        return None
    told = [one for one in earlier if number.first <= one.quantity.start < series.start][-series.size :]
    measures = list(dict.fromkeys(one.measure for one in told))
    return measures[series.nth] if len(measures) == series.size else None


def _goes_on(number: _Number) -> bool:
    """Tell a sentence that gives only a time before its number (발주량은 5척이었다. 2009년엔 3척이다)."""
    before, block = number.before, number.block
    if before is None or before.quantity.unit != number.quantity.unit or not number.lead.strip():
        return False
    inside = block.tokens[block.token_at(number.first) : block.token_at(number.quantity.start)]
    timed = [token for token in inside if is_covered(number.covered, token)]
    rest = [token for token in inside if token not in timed]
    return bool(timed) and all(
        token.tag != "NP" and (token.tag[0] in "JM" or token.form in word_group("light")) for token in rest
    )


def _measured(number: _Number, subject: str | None) -> Measured:
    """Say what a number measures, ``subject`` being what it is said of."""
    block, quantity, covered, series = number.block, number.quantity, number.covered, number.series
    change = change_of(block, quantity) if quantity.unit not in _DISTANCES else None
    if not change and series.size > 1:
        change = change_of(block, quantity, series.end)
    if change:
        subject = subject or owner_behind(block, quantity.end, covered)
        return Measured(quantity, f"{subject} {change}" if subject else None)
    if quantity.unit == "%":
        band = None if subject else _BAND.search(number.lead)
        return Measured(quantity, band[1]) if band else _percentage(number, subject)
    if quantity.unit == "배" and _WHOLE.search(number.lead):
        of = _topic(block, number.first, quantity.start, covered)
        subject = of.text if of and is_measuring(of.text) else subject
    beside = subject if number.beside else None
    led_to = noun_led_to(block, series.end, covered)
    if led_to and led_to.endswith(" 수"):
        led_to = None  # 4개사 직원 수는: the number says whose, not how many.
    among = _AMONG.search(number.lead) is not None
    if among:
        beside, subject = None, None
    if led_to and not beside and subject and is_money(quantity) and block.text.startswith(" ", series.end):
        led_to = f"{subject} {led_to}"
    return Measured(quantity, beside or led_to or _by_clause(number, subject))


def _by_clause(number: _Number, subject: str | None) -> str | None:
    """Say what a number measures by the clause beside it (숨진 3명, 3명이 숨졌다), else ``subject``."""
    block, quantity, before = number.block, number.quantity, number.before
    noun = _COUNTED_NOUN.get(quantity.unit)
    if quantity.unit in _COUNTERS:
        done = modifier_before(block, number.first, quantity.start, number.covered) if noun else None
        if done:
            return f"{done} {noun}"
        if _OF_THEM.match(block.text, quantity.end):
            return before.measure if before and before.quantity.text == quantity.text else None
    handled = money_done_with(block, number.series.end) if is_money(quantity) else None
    if handled:
        return f"{subject} {handled}" if subject else handled
    clause = clause_behind(block, quantity.end) or done_to(block, quantity.end) if noun else None
    if clause:
        return f"{clause} {noun}"
    return subject or owner_behind(block, quantity.end, number.covered)


def _percentage(number: _Number, subject: str | None) -> Measured:
    """Say what a percentage is one of: a share of a whole, or a rate."""
    block, quantity, before, covered = number.block, number.quantity, number.before, number.covered
    whole = subject if _WHOLE.search(number.lead) else None
    if not whole and before and before.quantity.start >= number.first and before.quantity.unit == "%":
        whole = before.whole
    if whole in _EVERYTHING:
        topic = _topic(block, number.first, quantity.start, covered)
        return Measured(quantity, f"{topic.text}의 비율" if topic else None)
    of_all = _topic(block, number.first, quantity.start, covered) if whole else None
    if of_all and is_measuring(of_all.text):
        return Measured(quantity, of_all.text)  # 대기 밀도는 지구의 1%다
    share = _share(whole, clause_behind(block, quantity.end))
    if share and (whole or not subject):
        return Measured(quantity, share, whole)
    beside = whole or number.beside
    if not beside and block.text.startswith("의 ", quantity.end):
        of = noun_led_to(block, quantity.end, covered)
        subject = of if of is None or is_measuring(of) else f"{of}의 비율"
    rate = None if beside else rate_behind(block, quantity.end)
    return Measured(quantity, rate or subject or owner_behind(block, quantity.end, covered))


def _share(whole: str | None, clause: str | None) -> str | None:
    if whole and clause:
        return f"{whole} 가운데 {clause} 비율"
    if clause:
        return f"{clause} 비율"
    return f"{whole}의 비율" if whole else None


def _beside(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> Phrase | None:
    """Give the noun phrase that stands right before the number (과징금 3억원), light words apart."""
    at = _before_light(block, first, start, covered)
    phrase = noun_phrase(block, first, at, covered)
    if not phrase and at >= 0 and block.tokens[at].start >= first:
        return age_phrase(block, block.tokens[at], covered)  # 10대 2명
    yardstick = at + 1 < len(block.tokens) and block.tokens[at + 1].form in ("대비", "比")
    if phrase and (yardstick or _ON_BEFORE.search(phrase.text) or PER.search(phrase.text)):
        # 유가는 전기 대비 배럴당 2달러 올랐다: a yardstick is not what is measured.
        at = _before_light(block, first, phrase.start, covered)
        among = any(token.form == "등" for token in block.tokens[at + 1 : block.token_at(phrase.start)])
        phrase = None if among else noun_phrase(block, first, at, covered)
    unsaid = phrase and (_COUNTED_BY.search(phrase.text) or phrase.text in word_group("unsaid"))
    return None if unsaid else phrase


def _before_light(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> int:
    """Give the last token before the number that is neither light nor part of a time."""
    at = block.token_at(start) - 1
    while at >= 0 and (
        (block.tokens[at].form in word_group("light") and block.tokens[at].tag[0] != "J")
        or block.tokens[at].tag in ("MAG", "SSO")
        or (is_covered(covered, block.tokens[at]) and block.tokens[at].tag != "SSC")
    ):
        if _is_quantity_end(block, at, covered):
            break
        at -= 1
    return at


def _is_quantity_end(block: TextBlock, at: int, covered: Sequence[tuple[int, int]]) -> bool:
    token = block.tokens[at]
    return token.tag in ("SN", "NR", "SW") and is_covered(covered, token)


def _subject(number: _Number) -> Phrase | str | None:
    """Give the nearest topic or subject before a number in its sentence.

    Where that is a number itself (회원 30명이 5억원을 냈다), it gives what that one measures.
    """
    block, first, covered, before = number.block, number.first, number.covered, number.before
    start = number.quantity.start
    tokens, at = block.tokens, block.token_at(start) - 1
    if at > 0 and tokens[at].form == "에서" and tokens[at].start >= first:
        place = noun_phrase(block, first, at - 1, covered)
        if place and is_measuring(place.text):
            return place
    of = at - 1 if at > 0 and tokens[at].form in word_group("light") else at
    while of > 0 and is_covered(covered, tokens[of]):
        of -= 1
    if of > 0 and tokens[of].tag == "JKO" and tokens[of].start >= first:
        return noun_phrase(block, first, of - 1, covered)
    while at > 0 and tokens[at].start >= first:
        token = tokens[at]
        owner = token.tag == "JKG" and _only_light(block, at + 1, start)
        if owner or (token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가", "도")):
            nested = tokens[at - 1].tag == "JKB"
            phrase = noun_phrase(block, first, at - 2 if nested else at - 1, covered)
            phrase = phrase or age_phrase(block, tokens[at - 1], covered)
            if not phrase and before and before.quantity.end == token.start and before.measure:
                return before.measure
            if phrase and phrase.text not in word_group("unsaid"):
                return _together(block, first, phrase, covered) if _adds_up(block, at, start) else phrase
        at -= 1
    return None


def _adds_up(block: TextBlock, at: int, start: int) -> bool:
    between = block.tokens[at + 1 : block.token_at(start)]
    return any(token.form in _JOINT for token in between)


def _together(block: TextBlock, first: int, phrase: Phrase, covered: Sequence[tuple[int, int]]) -> Phrase:
    """Give all the things that a sum is of (매출과 이익은 모두 9억원)."""
    items = items_before(block, first, block.token_at(phrase.end) - 1, covered)
    start = items[0].start if items else phrase.start
    return Phrase(block.text[start : phrase.end], start, phrase.end)


def _only_light(block: TextBlock, at: int, start: int) -> bool:
    """Tell whether nothing but light words stands between token ``at`` and the number (주식의 약 3%)."""
    end = block.token_at(start)
    return all(token.form in word_group("light") or token.tag == "MAG" for token in block.tokens[at:end])


def _topic(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> Phrase | None:
    """Give the nearest topic or subject of the sentence before the number."""
    for at in range(block.token_at(start) - 1, 0, -1):
        token = block.tokens[at]
        if token.start < first:
            break
        if token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가"):
            return noun_phrase(block, first, at - 1, covered)
    return None
