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
    is_covered,
    is_money,
    statement_start,
)
from store.extract.statistic.series import Series, share_of
from store.extract.statistic.subject import phrase_beside, subject_of, topic_of
from store.extract.statistic.whose import Told, is_measuring, told_of, with_rate
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

_EACH = re.compile(r"각각\s(?:약\s)?$")

_BAND = re.compile(r"(\d0대(?:\s이상)?)\s$")
"""An age that a share is that of: 20대 15%, 30대 31%."""


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
    beside = phrase_beside(block, first, quantity.start, covered)
    number = _Number(block, quantity, first, covered, before, beside, series)
    shared = share_of(block, first, series, covered)
    last = (before.quantity.end, before.measure) if before and before.measure else None
    found = shared[0] if shared else beside or subject_of(block, first, quantity.start, covered, last)
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
        of = topic_of(block, number.first, quantity.start, covered)
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
        topic = topic_of(block, number.first, quantity.start, covered)
        return Measured(quantity, f"{topic.text}의 비율" if topic else None)
    of_all = topic_of(block, number.first, quantity.start, covered) if whole else None
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
