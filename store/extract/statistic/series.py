"""Numbers in a row, handed out among things in a row: 매출과 이익은 각각 9억원, 2억원."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.extract.document import TextBlock, Token
from store.extract.statistic.phrase import Covered, Phrase, items_before, noun_phrase
from store.extract.statistic.whose import is_measuring
from store.extract.word_groups import word_group
from store.model import Quantity

_NEXT = re.compile(r"씩?(?:,\s?|·|[와과]\s)")
_ITEM = re.compile(r"[은는이가을를씩로]?(?:\([^()]*\))?,\s?(?P<item>[^.,]+)")
_ASIDE = re.compile(r"\(|\([^()]*")
_NEAR = 40
"""Characters between two numbers of a list, at most."""


class Series(NamedTuple):
    """Numbers of one unit that only commas part: which one is meant, of how many, and where they stand.

    ``last`` is where the list ends that they share a verb with (가람은 3%, 누리는 4% 올랐다).
    """

    nth: int
    size: int
    start: int
    end: int
    last: int


def series_of(block: TextBlock, quantities: Sequence[Quantity], at: int, reached: int) -> Series:
    """Give the row that the quantity at index ``at`` stands in; one by itself is a row of one.

    ``reached`` is where the list ends that the quantity before it stands in; 0 for the first of a block.
    """
    text, first, last = block.text, at, at
    while first and _follows(text, quantities[first - 1], quantities[first]):
        first -= 1
    while last + 1 < len(quantities) and _follows(text, quantities[last], quantities[last + 1]):
        last += 1
    ends = reached if quantities[last].end <= reached else _list_end(block, quantities, last)
    return Series(at - first, last - first + 1, quantities[first].start, quantities[last].end, ends)


def _follows(text: str, one: Quantity, other: Quantity) -> bool:
    same = one.block == other.block and one.unit == other.unit
    return same and _NEXT.fullmatch(text, one.end, other.start) is not None


def _list_end(block: TextBlock, quantities: Sequence[Quantity], at: int) -> int:
    """Give where the list ends that shares its verb with the quantity at index ``at``.

    (가람은 3%, 누리는 4% 올랐다 · 외국인이 9억원, 기관이 2억원을 순매수했다)
    """
    end = quantities[at].end
    for other in quantities[at + 1 :]:
        if other.block != block.index or other.start - end > _NEAR:
            break
        gap = _ITEM.fullmatch(block.text, end, other.start)
        if gap is None or other.unit != quantities[at].unit:
            if other.unit == "세" or _ASIDE.fullmatch(block.text, end, other.start):
                continue  # 20대 3%, 30대 4% · 가람은 3%(2원), 누리는 4%
            break
        between = block.tokens[block.token_at(gap.start("item")) : block.token_at(other.start)]
        if any(token.tag[0] in "VE" for token in between):
            break
        end = other.end
    return end


def share_of(
    block: TextBlock, first: int, series: Series, covered: Covered
) -> tuple[Phrase, Phrase | None] | None:
    """Give the thing that gets this number of a row, and what is measured where that stands between.

    (외국인과 개인은 각각 4억원, 2억원 · 가람, 누리는 각각 이익을 3%, 4%로 봤다)
    """
    if series.size < 2:
        return None
    tokens = block.tokens
    at = block.token_at(series.start) - 1
    measured: Phrase | None = None
    each = tokens[at].form in ("각", "각각")
    at = _past_light(tokens, at)
    if each and at > 0 and tokens[at].tag in ("NNG", "NNP"):
        # 가람과 누리의 예산 각 3억원, 4억원
        things = items_before(block, first, at, covered)
        owned = _owned(things) if len(things) == series.size else None
        return (([*things[:-1], owned[0]])[series.nth], owned[1]) if owned else None
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
    elif len(items) == series.size and not measured and (parts := _owned(items)):
        items[-1], measured = parts
    return (items[series.nth], measured) if len(items) == series.size else None


def _owner(block: TextBlock, at: int, covered: Covered) -> int:
    """Give the last token of whose the thing at character ``at`` is; -1 where nobody's."""
    tokens, index = block.tokens, block.token_at(at) - 1
    while index > 0 and (tokens[index].start in covered or tokens[index].form in word_group("light")):
        index -= 1
    return index - 1 if index > 0 and tokens[index].tag in ("JKG", "JX") else -1


def _owned(items: Sequence[Phrase]) -> tuple[Phrase, Phrase] | None:
    """Part the last of some owners from what is theirs (가람과 누리의 매출 · 쌀과 보리 값)."""
    last = items[-1]
    owner, link, thing = last.text.partition("의 ")
    if not link and is_measuring(last.text) and not is_measuring(items[0].text):
        owner, link, thing = last.text.rpartition(" ")
    if not thing or "의 " in thing:
        return None
    start = last.end - len(thing)
    return Phrase(owner, last.start, start - len(link)), Phrase(thing, start, last.end)


def _past_light(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and (
        tokens[at].tag == "MAG" or (tokens[at].form in word_group("light") and tokens[at].tag[0] != "J")
    ):
        at -= 1
    return at
