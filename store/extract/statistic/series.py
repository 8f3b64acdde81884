"""Numbers in a row, handed out among things in a row: 매출과 이익은 각각 9억원, 2억원."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.extract.document import TextBlock, Token
from store.extract.statistic.phrase import Phrase, is_covered, items_before, noun_phrase
from store.extract.word_groups import word_group
from store.model import Quantity

_NEXT = re.compile(r"씩?(?:,\s?|·|[와과]\s)")


class Series(NamedTuple):
    """Numbers of one unit that only commas part: which one is meant, of how many, and where they stand."""

    nth: int
    size: int
    start: int
    end: int


def series_of(text: str, quantities: Sequence[Quantity], at: int) -> Series:
    """Give the row that the quantity at index ``at`` stands in; one by itself is a row of one."""
    first = last = at
    while first and _follows(text, quantities[first - 1], quantities[first]):
        first -= 1
    while last + 1 < len(quantities) and _follows(text, quantities[last], quantities[last + 1]):
        last += 1
    return Series(at - first, last - first + 1, quantities[first].start, quantities[last].end)


def _follows(text: str, one: Quantity, other: Quantity) -> bool:
    same = one.block == other.block and one.unit == other.unit
    return same and _NEXT.fullmatch(text, one.end, other.start) is not None


def share_of(
    block: TextBlock, first: int, series: Series, covered: Sequence[tuple[int, int]]
) -> tuple[Phrase, Phrase | None] | None:
    """Give the thing that gets this number of a row, and what is measured where that stands between.

    (외국인과 개인은 각각 4억원, 2억원 · 가람, 누리는 각각 이익을 3%, 4%로 봤다)
    """
    if series.size < 2:
        return None
    tokens = block.tokens
    at = block.token_at(series.start) - 1
    measured: Phrase | None = None
    at = _past_light(tokens, at)
    if at > 0 and tokens[at].tag in ("JKO", "JKG"):
        measured = noun_phrase(block, first, at - 1, covered)
        at = _past_light(tokens, block.token_at(measured.start) - 1) if measured else at
    if at < 1 or tokens[at].start < first or tokens[at].tag not in ("JX", "JKS"):
        return None
    items = items_before(block, first, at - 1, covered)
    if len(items) == 1 and not measured:
        # 가람과 누리의 지난해 매출은 각각 3억원, 4억원
        measured = items[0]
        items = items_before(block, first, _owner(block, measured.start, covered), covered)
    elif len(items) == series.size and items[-1].text.count("의 ") == 1 and not measured:
        measured = _owned(items[-1])
        items[-1] = Phrase(items[-1].text.partition("의 ")[0], items[-1].start, measured.start - 2)
    return (items[series.nth], measured) if len(items) == series.size else None


def _owner(block: TextBlock, at: int, covered: Sequence[tuple[int, int]]) -> int:
    """Give the last token of whose the thing at character ``at`` is; -1 where nobody's."""
    tokens, index = block.tokens, block.token_at(at) - 1
    while index > 0 and (is_covered(covered, tokens[index]) or tokens[index].form in word_group("light")):
        index -= 1
    return index - 1 if index > 0 and tokens[index].tag in ("JKG", "JX") else -1


def _owned(phrase: Phrase) -> Phrase:
    thing = phrase.text.partition("의 ")[2]
    return Phrase(thing, phrase.end - len(thing), phrase.end)


def _past_light(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and (
        tokens[at].tag == "MAG" or (tokens[at].form in word_group("light") and tokens[at].tag[0] != "J")
    ):
        at -= 1
    return at
