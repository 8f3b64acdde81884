"""Numbers that say more of what a number before them is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import TextBlock
from store.extract.statistic.behind import change_of, noun_led_to
from store.extract.statistic.carried import is_level, object_before, says_only_how_many, sentence_before
from store.extract.statistic.number import CHANGES, Measured, Number, is_alike
from store.extract.statistic.phrase import Covered, Phrase
from store.extract.statistic.whose import is_named
from store.extract.word_groups import word_group
from store.model import Quantity

_BRACKET = re.compile(
    r"\((?:약\s|전체의\s|총\s|[^()\d]{1,14}(?:대비|比|비|보다)\s|[가-힣]{2,4}\s(?:추산|집계|추정)\s(?:약\s)?)?\+?$"
)
_TO = re.compile(r"으?로\s(?:무려\s|약\s|총\s)?")
_FROM = re.compile(r"에서\s(?:최대\s|최고\s)?|\s?→\s?")
_EACH = re.compile(r"각각\s(?:약\s)?$")
_RANGE = re.compile(r"에서\s|으?로\s|이?[다며]|이었|였")

_STEPPING = frozenset({"EC", "ETM", "XSV", "MAG", "XSN"})
_STEP = 16
"""Characters between a change and the level that it led to, at most."""

_COUNTABLE = frozenset({"명", "건", "대", "곳", "가구", "개국", "개", "마리", "척", "채", "그루"})


def same_as(
    block: TextBlock, quantity: Quantity, first: int, before: Measured, covered: Covered
) -> Measured | None:
    """Give the measure of the number before where this one says more of the same thing."""
    text, end, measure = block.text, before.quantity.end, before.measure
    if text.startswith("(", end) and _BRACKET.search(text, first, quantity.start):
        of_it = measure + _of_it(block, quantity, measure) if measure else None
        return before._replace(quantity=quantity, measure=of_it)
    alike = is_alike(before.quantity, quantity)
    if quantity.unit == "%" and text[end : quantity.start] == "에 ":
        return before._replace(quantity=quantity)  # 과징금 3억원에 50%를 더해
    if alike and _FROM.fullmatch(text, end, quantity.start):
        return before._replace(quantity=quantity)
    to, beside = alike and _TO.fullmatch(text, end, quantity.start), text[end : quantity.start] == " "
    if measure and (to or (beside and not noun_led_to(block, quantity.end, covered))):
        # 2천명에서 3천명으로 1천명 늘렸다 · 출품작 9개국 20편
        change = change_of(block, quantity)
        if change or not alike:
            return before._replace(quantity=quantity, measure=f"{measure} {change}" if change else measure)
    if measure and end >= first and measure.endswith(CHANGES) and _reached_by(block, before, quantity):
        return before._replace(quantity=quantity, measure=measure[: -len(CHANGES[0]) - 1])
    return None


def _of_it(block: TextBlock, quantity: Quantity, measure: str) -> str:
    """Say what a number in brackets is of the number before it: its share, or how it changed."""
    if quantity.unit not in ("%", "%p") or measure.endswith(CHANGES):
        return ""
    signed = block.text[quantity.start] in "+-−" or block.text[quantity.start - 1] in "+-−"
    change = change_of(block, quantity)
    return f" {change}" if change else " 증감" if signed else " 비율"


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


def each_of(number: Number, earlier: Sequence[Measured]) -> str | None:
    """Give what the number before was of, where 각각 gives as many (매출 9억, 이익 2억원으로 각각 3%, 4%)."""
    series = number.series
    if series.size < 2 or not _EACH.search(number.block.text, number.first, series.start):
        return None
    told = [one for one in earlier if number.first <= one.quantity.start < series.start][-series.size :]
    measures = list(dict.fromkeys(one.measure for one in told))
    return measures[series.nth] if len(measures) == series.size else None


def goes_on(number: Number) -> str | None:
    """Give what the number before is of, where only a time or a yardstick stands before this one.

    (발주량은 5척이었다. 2009년엔 3척이다 · 출품작은 40편이다. 지난해보다 5편 늘었다)
    """
    before, block = number.before, number.block
    if before is None or before.told is None or not is_alike(before.quantity, number.quantity):
        return None
    inside = block.tokens[block.token_at(number.first) : block.token_at(number.quantity.start)]
    timed = [token for token in inside if token.start in number.covered]
    only = all(
        token.tag != "NP" and (token.tag[0] in "JMS" or token.form in word_group("light"))
        for token in inside
        if token.start not in number.covered
    )
    if not timed or not only:
        return None
    change = change_of(block, number.quantity)
    return f"{before.told.measure} {change}" if change else before.told.measure


def goes_down(number: Number, said: Phrase, before: Quantity) -> bool:
    """Tell a list that a next sentence goes on with (기온은 서울 5도다. 부산은 9도까지 오르겠다)."""
    follows = sentence_before(number.block, number.first)
    return (
        follows is not None
        and follows.start <= before.start
        and is_named(number.block, said)
        and is_level(number.block, number.quantity.end)
    )


def counted_before(number: Number, found: Phrase | str | None, measure: str | None) -> str | None:
    """Say what a number counts that the sentence before tells (나무를 심는다. 모두 3천 그루다)."""
    block, end = number.block, number.quantity.end
    if number.quantity.unit not in _COUNTABLE or number.beside or number.gap is not None:
        return None
    said = found if isinstance(found, Phrase) else None
    if said is None:
        if measure or not is_level(block, end):
            return None
    elif measure != said.text or not is_named(block, said) or not _RANGE.match(block.text, end):
        return None
    if not says_only_how_many(block, number.first, number.quantity.start, number.covered, said):
        return None
    counted = object_before(block, number.first, number.covered)
    return counted and (f"{said.text} {counted.text}" if said else counted.text)
