"""What a number measures: the noun phrase that it is said of, or the clause that it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.quantity.units import load_units
from store.extract.statistic.again import counted_before, each_of, goes_down, goes_on, same_as
from store.extract.statistic.behind import change_of, noun_led_to, owner_behind
from store.extract.statistic.carried import body_before, is_company_figure, says_only_how_many
from store.extract.statistic.counted import counted
from store.extract.statistic.number import Measured, Number, Page, is_alike
from store.extract.statistic.phrase import Phrase, is_money
from store.extract.statistic.series import Series, share_of
from store.extract.statistic.share import WHOLE, percentage
from store.extract.statistic.subject import phrase_beside, place_before, subject_of, topic_of
from store.extract.statistic.whose import Told, is_measuring, is_named, told_of, unowned, with_rate
from store.model import Quantity

_DISTANCES = frozenset({"km", "m", "cm", "마일", "해리", "광년"})
_SCALES = frozenset({"physical", "temperature"})
_AMONG = re.compile(r"등\s(?:최소한?\s|적어도\s|약\s|총\s|모두\s)?$")
"""김수로 등 8명의 연구원 counts 연구원."""

_BRACKETED = re.compile(
    r"\)(?:,?\s[^()\s.,]{1,16}(?:\s[^()\s.,]{1,12})?\([-+]?[\d.,]+%\)){0,9}(?:\s등)?[은는이가도]\s"
)
"""What stands between a share in brackets and the verb of its list: 가람(3%), 누리(2%) 등은 올랐다."""

_RECORDS = ("전적", "성적", "기록")
_SIZED = re.compile(r"\s(?:전용면적|연면적|면적|전용|길이|높이|용량)$")
_PEOPLE = frozenset({"명", "가구"})
_ITSELF = ("은 ", "는 ", "이 ", "가 ")
"""What makes a number the subject of its clause."""


def measure_of(
    page: Page,
    quantity: Quantity,
    first: int,
    earlier: Sequence[Measured],
    series: Series,
) -> Measured:
    """Say what a quantity measures, in the article's words; measure None where the text does not show it.

    ``first`` is where its sentence starts; ``earlier`` are the quantities before it in the block, ``series``
    is the row of numbers that it stands in.
    """
    block, covered = page.block, page.covered
    before = earlier[-1] if earlier else None
    if before and (same := same_as(block, quantity, first, before, covered)):
        return same
    beside, scored = phrase_beside(block, first, quantity.start, covered), _kind(quantity) == "sport"
    if scored and beside and not (is_named(block, beside) or beside.text.endswith(_RECORDS)):
        beside = None  # 9회 말 역전 3타점: the player's
    number = Number(block, quantity, first, covered, before, beside, series, page.bodies)
    shared = share_of(block, first, series, covered)
    found: Phrase | str | None = shared[0] if shared else beside
    if found is None:
        found = subject_of(block, first, quantity.start, covered, _ends(earlier), scored=scored)
    told = _told(number, found, shared[1] if shared else None) if isinstance(found, Phrase) else None
    itself = quantity.unit in _PEOPLE and block.text.startswith(_ITSELF, quantity.end)
    subject = told.measure if told else _of_number(found, quantity) if found and not itself else None
    if not shared and (each := each_of(number, earlier)):
        subject, told = each, None
    measured = _measured(number, subject)
    if not measured.measure and before and (more := goes_on(number)):
        told, measured = before.told, Measured(quantity, more)
    if counts := counted_before(number, found, measured.measure):
        measured = Measured(quantity, counts)
    measure = measured.measure and with_rate(block.text, first, quantity.start, measured.measure)
    return measured._replace(measure=measure, told=told)


def _of_number(measure: Phrase | str, quantity: Quantity) -> str:
    """Give what is told of a number with what that measures: its price is not of its size."""
    return _SIZED.sub("", str(measure)) if is_money(quantity) else str(measure)


def _ends(earlier: Sequence[Measured]) -> dict[int, str]:
    return {one.quantity.end: one.measure for one in earlier if one.measure}


def _told(number: Number, said: Phrase, shared: Phrase | None) -> Told:
    """Say of whom and of what a number is told, ``said`` being the phrase that it is said of."""
    block, first, before = number.block, number.first, number.before
    if shared:
        return Told(f"{said.text} {shared.text}", shared.text)
    near = None
    if before and before.told:
        alike = is_alike(before.quantity, number.quantity)
        if alike and (number.gap is not None or goes_down(number, said, before.quantity)):
            near = before.told
        elif is_company_figure(said.text):
            near = Told("", None, before.told.owner)
    listed = number.series.last if number.series.last > number.quantity.end else 0
    told = told_of(block, first, said, number.covered, near, listed)
    if not number.beside and _kind(number.quantity) in _SCALES and is_measuring(said.text):
        place = place_before(block, first, number.quantity.start, number.covered)
        told = told._replace(measure=f"{place.text} {told.measure}") if place else told
    owner = None if told.owner else _body(number, said)
    return Told(f"{owner} {told.measure}", told.head, owner) if owner else told


def _body(number: Number, said: Phrase) -> str | None:
    """Give the organisation of the sentence before whose figure a number is (매출은 3조원이다)."""
    if not is_company_figure(said.text) or "의 " in said.text or unowned(number.block, said) != said.text:
        return None
    alone = says_only_how_many(number.block, number.first, said.start, number.covered, None)
    return body_before(number.block, number.first, number.bodies) if alone else None


def _kind(quantity: Quantity) -> str:
    unit = load_units().by_name.get(quantity.unit)
    return unit.kind if unit else ""


def _measured(number: Number, subject: str | None) -> Measured:
    """Say what a number measures, ``subject`` being what it is said of."""
    block, quantity, covered, series = number.block, number.quantity, number.covered, number.series
    change = change_of(block, quantity) if quantity.unit not in _DISTANCES else None
    if not change and quantity.unit not in _DISTANCES and series.last > quantity.end:
        change = change_of(block, quantity, series.last)
    if not change and number.lead.endswith("(") and quantity.unit == "%" and (quantity.value or 0) > 0:
        listed = _BRACKETED.match(block.text, quantity.end)
        change = change_of(block, quantity, listed.end()) if listed else None
    if change:
        subject = subject or owner_behind(block, quantity.end, covered)
        return Measured(quantity, f"{subject} {change}" if subject else None)
    if number.lead.endswith("(") and subject and (noun := noun_led_to(block, quantity.end, covered)):
        return Measured(quantity, f"{subject} {noun}")  # 여론조사(95% 신뢰수준)
    if quantity.unit == "%":
        return percentage(number, subject)
    if quantity.unit == "배" and WHOLE.search(number.lead):
        of = topic_of(block, number.first, quantity.start, covered)
        subject = of.text if of and (is_measuring(of.text) or not is_named(block, of)) else subject
    if _AMONG.search(number.lead):
        return Measured(quantity, _led_to(number, None) or counted(number, None))
    if subject and (number.beside or _kind(quantity) == "sport"):
        return Measured(quantity, subject)
    return Measured(quantity, _led_to(number, subject) or counted(number, subject))


def _led_to(number: Number, subject: str | None) -> str | None:
    """Give the noun that a number leads to, with whose it is where that is money (30억원 사업)."""
    block, end = number.block, number.series.end
    said_of = number.lead.endswith(("이 ", "가 "))
    noun = noun_led_to(block, end, number.covered, said_of=said_of)
    if noun is None or (noun.endswith(" 수") and number.quantity.unit != "배"):
        return None  # 4개사 직원 수는: the number says whose, not how many.
    owned = subject and is_money(number.quantity) and block.text.startswith(" ", end)
    return f"{subject} {noun}" if owned else noun
