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
from store.extract.statistic.carried import (
    body_before,
    is_company_figure,
    is_level,
    object_before,
    says_only_how_many,
    sentence_before,
)
from store.extract.statistic.clause import act_of, clause_behind, done_to, modifier_before
from store.extract.statistic.phrase import (
    Covered,
    Phrase,
    is_money,
    statement_start,
)
from store.extract.statistic.series import Series, share_of
from store.extract.statistic.subject import phrase_beside, subject_of, topic_of
from store.extract.statistic.whose import Told, is_measuring, is_named, told_of, unowned, with_rate
from store.extract.word_groups import group_endings, word_group
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
_TIMES = frozenset({"회", "차례", "번"})
_DISTANCES = frozenset({"km", "m", "cm", "마일", "해리", "광년"})

_WHOLE = re.compile(r"(?:의|\s가운데|\s중)\s?(?:약\s|최소\s)?$")
_BRACKET = re.compile(
    r"\((?:약\s|전체의\s|총\s|[^()\d]{1,14}(?:대비|比|비|보다)\s|[가-힣]{2,4}\s(?:추산|집계|추정)\s(?:약\s)?)?\+?$"
)
_TO = re.compile(r"으?로\s(?:무려\s|약\s|총\s)?")
_FROM = re.compile(r"에서\s(?:최대\s|최고\s)?|\s?→\s?")

CHANGES = ("증가", "감소")
_STEPPING = frozenset({"EC", "ETM", "XSV", "MAG", "XSN"})
_STEP = 16
"""Characters between a change and the level that it led to, at most."""

_AMONG = re.compile(r"등\s(?:최소한?\s|적어도\s|약\s|총\s|모두\s)?$")
"""김수로 등 8명의 연구원 counts 연구원."""

_EACH = re.compile(r"각각\s(?:약\s)?$")

_BAND = re.compile(r"(\d0대(?:\s이상)?)\s$")
"""An age that a share is that of: 20대 15%, 30대 31%."""


_COUNTERS = frozenset({*_COUNTED_NOUN, "개", "마리", "척", "채", "그루", "표", "석"})
_OF_THEM = re.compile(r"\s(?:중|가운데)")


class Measured(NamedTuple):
    """A quantity with what it measures, the whole that it is a share of, and of whom it is told."""

    quantity: Quantity
    measure: str | None
    whole: str | None = None
    told: Told | None = None


def _of_it(block: TextBlock, quantity: Quantity, measure: str) -> str:
    """Say what a number in brackets is of the number before it: its share, or how it changed."""
    if quantity.unit not in ("%", "%p") or measure.endswith(CHANGES):
        return ""
    signed = block.text[quantity.start] in "+-−" or block.text[quantity.start - 1] in "+-−"
    change = change_of(block, quantity)
    return f" {change}" if change else " 증감" if signed else " 비율"


class _Number(NamedTuple):
    """A number where it stands: ``first`` is where its sentence starts, ``beside`` the phrase before it.

    ``before`` is the number before it in the block, ``bodies`` are the places of organisations.
    """

    block: TextBlock
    quantity: Quantity
    first: int
    covered: Covered
    before: Measured | None
    beside: Phrase | None
    series: Series
    bodies: Sequence[tuple[int, int]]

    @property
    def lead(self) -> str:
        """The words of the sentence before the number."""
        return self.block.text[self.first : self.quantity.start]


def measure_of(
    block: TextBlock,
    quantity: Quantity,
    covered: Covered,
    earlier: Sequence[Measured],
    series: Series,
    bodies: Sequence[tuple[int, int]] = (),
) -> Measured:
    """Say what a quantity measures, in the article's words; measure None where the text does not show it.

    ``covered`` are the characters of times and of quantities; ``earlier`` are the quantities before it in the
    block, ``series`` is the row of numbers that it stands in, ``bodies`` are the places of organisations.
    """
    before = earlier[-1] if earlier else None
    first = statement_start(block, quantity.start)
    if before and (same := _same_as(block, quantity, first, before)):
        return same
    beside = phrase_beside(block, first, quantity.start, covered)
    number = _Number(block, quantity, first, covered, before, beside, series, bodies)
    shared = share_of(block, first, series, covered)
    ends = {one.quantity.end: one.measure for one in earlier if one.measure}
    found = shared[0] if shared else beside or subject_of(block, first, quantity.start, covered, ends)
    told = _told(number, found, shared[1] if shared else None) if isinstance(found, Phrase) else None
    subject = told.measure if told else found if isinstance(found, str) else None
    if not shared and (each := _each_of(number, earlier)):
        subject, told = each, None
    measured = _measured(number, subject)
    if not measured.measure and before and before.told and _goes_on(number):
        told = before.told
        measured = Measured(quantity, told.measure)
    if counted := _counted_before(number, found, measured.measure):
        measured = Measured(quantity, counted)
    measure = measured.measure and with_rate(block.text, first, quantity.start, measured.measure)
    return measured._replace(measure=measure, told=told)


def _same_as(block: TextBlock, quantity: Quantity, first: int, before: Measured) -> Measured | None:
    """Give the measure of the number before where this one says more of the same thing."""
    text, end, measure = block.text, before.quantity.end, before.measure
    if text.startswith("(", end) and _BRACKET.search(text, first, quantity.start):
        of_it = measure + _of_it(block, quantity, measure) if measure else None
        return before._replace(quantity=quantity, measure=of_it)
    if before.quantity.unit == quantity.unit and _FROM.fullmatch(text, end, quantity.start):
        return before._replace(quantity=quantity)
    if measure and before.quantity.unit == quantity.unit and _TO.fullmatch(text, end, quantity.start):
        change = change_of(block, quantity)  # 3천명에서 5천명으로 2천명 늘렸다
        return before._replace(quantity=quantity, measure=f"{measure} {change}") if change else None
    if measure and end >= first and measure.endswith(CHANGES) and _reached_by(block, before, quantity):
        return before._replace(quantity=quantity, measure=measure[: -len(CHANGES[0]) - 1])
    return None


def _reached_by(block: TextBlock, before: Measured, quantity: Quantity) -> bool:
    """Tell a level from the change that led to it (3% 오른 5만원, 금리를 25bp 올려 연 3.5%로)."""
    if quantity.start - before.quantity.end > _STEP or block.text.startswith("의 ", quantity.end):
        return False
    between = block.tokens[block.token_at(before.quantity.end) : block.token_at(quantity.start)]
    changes = word_group("rising") | word_group("falling")
    return any(token.form in changes for token in between) and all(
        token.form in changes or token.tag in _STEPPING or token.form in word_group("light")
        for token in between
    )


def _told(number: _Number, said: Phrase, shared: Phrase | None) -> Told:
    """Say of whom and of what a number is told, ``said`` being the phrase that it is said of."""
    block, first, before = number.block, number.first, number.before
    if shared:
        return Told(f"{said.text} {shared.text}", shared.text)
    near = None
    if before and before.told:
        here = before.quantity.start >= first
        alike = before.quantity.unit == number.quantity.unit
        if alike and (here or _goes_down(number, said, before.quantity)):
            near = before.told
        elif is_company_figure(said.text):
            near = Told("", None, before.told.owner)
    listed = number.series.last if number.series.last > number.quantity.end else 0
    told = told_of(block, first, said, number.covered, near, listed)
    if (
        told.owner
        or not is_company_figure(said.text)
        or "의 " in said.text
        or unowned(block, said) != said.text
    ):
        return told
    alone = says_only_how_many(block, first, said.start, number.covered, None)
    owner = body_before(block, first, number.bodies) if alone else None
    return Told(f"{owner} {told.measure}", told.head, owner) if owner else told


def _goes_down(number: _Number, said: Phrase, before: Quantity) -> bool:
    """Tell a list that a next sentence goes on with (기온은 서울 5도다. 부산은 9도까지 오르겠다)."""
    follows = sentence_before(number.block, number.first)
    return (
        follows is not None
        and follows.start <= before.start
        and is_named(number.block, said)
        and is_level(number.block, number.quantity.end)
    )


def _counted_before(number: _Number, found: Phrase | str | None, measure: str | None) -> str | None:
    """Say what a number counts that the sentence before tells (나무를 심는다. 모두 3천 그루다)."""
    block, said = number.block, found if isinstance(found, Phrase) else None
    if number.quantity.unit not in _COUNTERS or number.beside or not is_level(block, number.quantity.end):
        return None
    if said and (measure != said.text or not is_named(block, said)):
        return None
    if measure and not said:
        return None
    if not says_only_how_many(block, number.first, number.quantity.start, number.covered, said):
        return None
    before = number.before
    if before and before.quantity.start >= number.first:
        return None
    counted = object_before(block, number.first, number.covered)
    return counted and (f"{said.text} {counted.text}" if said else counted.text)


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
    timed = [token for token in inside if token.start in number.covered]
    rest = [token for token in inside if token not in timed]
    return bool(timed) and all(
        token.tag != "NP" and (token.tag[0] in "JM" or token.form in word_group("light")) for token in rest
    )


def _measured(number: _Number, subject: str | None) -> Measured:
    """Say what a number measures, ``subject`` being what it is said of."""
    block, quantity, covered, series = number.block, number.quantity, number.covered, number.series
    change = change_of(block, quantity) if quantity.unit not in _DISTANCES else None
    if not change and quantity.unit not in _DISTANCES and series.last > quantity.end:
        change = change_of(block, quantity, series.last)
    if change:
        subject = subject or owner_behind(block, quantity.end, covered)
        return Measured(quantity, f"{subject} {change}" if subject else None)
    if quantity.unit == "%":
        band = None if subject else _BAND.search(number.lead)
        return Measured(quantity, band[1]) if band else _percentage(number, subject)
    if quantity.unit == "배" and _WHOLE.search(number.lead):
        of = topic_of(block, number.first, quantity.start, covered)
        subject = of.text if of and (is_measuring(of.text) or not is_named(block, of)) else subject
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
    handled = money_done_with(block, number.series.last) if is_money(quantity) else None
    if handled:
        return f"{subject} {handled}" if subject else handled
    if (
        quantity.unit in _TIMES
        and not number.lead.endswith(("을 ", "를 "))
        and (act := act_of(block, quantity.end))
    ):
        return act
    ends = number.series.last
    clause = clause_behind(block, ends, number.covered) or done_to(block, quantity.end) if noun else None
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
    clause = clause_behind(block, quantity.end, covered)
    if clause and not whole and number.beside and number.beside.text.endswith(group_endings("wholes")):
        whole = number.beside.text  # 주민 60%가 찬성했다
    if clause and not whole and before and subject == before.measure and before.quantity.end >= number.first:
        whole = subject  # 회원 90명이 투표해 70%가 찬성했다
    share = _share(whole, clause)
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
