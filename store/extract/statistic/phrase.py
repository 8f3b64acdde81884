"""Noun phrases beside a number, in the words of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from store.extract.document import TextBlock, Token
from store.extract.quantity.units import load_units
from store.extract.word_groups import word_group
from store.model import Quantity

Covered = Mapping[int, tuple[int, int]]
"""The characters of a block that times and quantities cover, each with the place of its own."""

LONGEST = 32
"""Characters of the longest phrase: a line of a card."""

NOUN = frozenset({"NNG", "NNP", "XPN", "XSN", "XR", "SL", "SH", "NNB", "MM", "SN", "NR"})

_NO_START = frozenset({"JKG", "XSN", "SP", "SN", "NR", "SO"})

_SAYS_NOTHING = frozenset({"MM", "SN", "NR", "NNB"})

_JOINING = frozenset({",", "과", "와", "및", "이나", "나", "랑", "하고"})
_WITHIN = frozenset({"안", "밖", "이내", "내", "앞", "뒤", "옆", "안팎"})
"""What belongs to the length or the time before it: 반경 1㎞ 안 주민."""

_APART = frozenset({"중", "가운데", "등"})
"""What parts a phrase from what it is one of (상위 종목 중 누리전자)."""

_CLOSING = frozenset("'’\"”」』>》")
_BOUNDS = frozenset({"이상", "이하", "미만", "초과"})
_BOUND = re.compile(r"\s?(?:이상|이하|미만|초과)")
AGES = ("세", "살", "0대")

_ASIDE = 16
"""Tokens of the longest bracket that a noun phrase is read over."""


class Phrase(NamedTuple):
    """A noun phrase of the article and its place in the block."""

    text: str
    start: int
    end: int


def noun_phrase(block: TextBlock, first: int, last: int, covered: Covered) -> Phrase | None:
    """Give the noun phrase that ends with token ``last``, no longer than a line of a card."""
    tokens = block.tokens
    if last > 0 and tokens[last].tag == "SSC" and tokens[last].form in _CLOSING:
        last -= 1
    if last > 0 and tokens[last].tag == "SN" and tokens[last].start > tokens[last - 1].end:
        return None
    if bound := _bound(block, last, covered):
        return bound
    last = _before_bracket(tokens, last, covered)
    at = last + 1
    while at > 0:
        if tokens[at - 1].form == ")":
            at = _before_bracket(tokens, at - 1, covered) + 1
            if not at:
                break
        token = tokens[at - 1]
        outside = token.start < first or token.start in covered or tokens[last].end - token.start > LONGEST
        if outside or not _belongs(tokens, at - 1, is_last=at > last):
            break
        at -= 1
    if at <= last and tokens[at].form == "(":
        at = next((i for i in range(at, last) if tokens[i].form == ")"), last) + 1
    while at <= last and (
        (tokens[at].tag in _NO_START and not _numbers(tokens, at, last))
        or (tokens[at].form in word_group("light") and _ends_word(tokens, at))
        or (tokens[at].form in _WITHIN and at and at < last and tokens[at - 1].start in covered)
    ):
        at += 1
    if at > last or all(token.tag in _SAYS_NOTHING for token in tokens[at : last + 1]):
        return None
    start = _with_age(block, at, first, covered)
    if start and tokens[at].start == start == tokens[at - 1].end:
        # 5월물, 1분기매출: a word that a time begins is read whole.
        place = covered.get(tokens[at - 1].start)
        start = place[0] if place and place[1] == start else start
    return Phrase(block.text[start : tokens[last].end], start, tokens[last].end)


def _belongs(tokens: Sequence[Token], at: int, *, is_last: bool) -> bool:
    """Tell whether a token is part of the noun phrase that it stands in, or its last."""
    token = tokens[at]
    if token.tag in NOUN:
        return is_last or token.tag not in ("NNB", "NNG") or token.form not in _APART
    if token.tag in ("ETM", "VA") and not is_last:
        return _is_in_word(tokens, at)
    linked = token.tag in ("JKG", "SP", "SO") and token.form in ("의", "·", "ㆍ", "/")
    return (linked and not is_last) or _joins_letters(tokens, at)


def _is_in_word(tokens: Sequence[Token], at: int) -> bool:
    """Tell an adjective that one word begins with (먼바다, 젊은층)."""
    ending = at if tokens[at].tag == "ETM" else at + 1
    if not 0 < ending < len(tokens) - 1 or tokens[ending].tag != "ETM" or tokens[ending - 1].tag != "VA":
        return False
    return tokens[ending + 1].start == tokens[ending].end


def _with_age(block: TextBlock, at: int, first: int, covered: Covered) -> int:
    """Give where the phrase of token ``at`` starts with the age before it (65세 이상 인구, 30대 남성)."""
    tokens, number = block.tokens, at - 1
    if number > 0 and tokens[number].form in _BOUNDS:
        number -= 1
    if number < 0 or tokens[number].start < first:
        return tokens[at].start
    place = covered.get(tokens[number].start)
    aged = place and block.text.endswith(AGES, place[0], place[1])
    return place[0] if aged and place else tokens[at].start


def _before_bracket(tokens: Sequence[Token], last: int, covered: Covered) -> int:
    """Step over a bracket without a number that ends at token ``last``: 누리전자(001234)가."""
    if last < 0 or tokens[last].form != ")":
        return last
    for at in range(last - 1, max(-1, last - _ASIDE), -1):
        if tokens[at].start in covered:
            break
        if tokens[at].form == "(":
            return at - 1
    return last


def _joins_letters(tokens: Sequence[Token], at: int) -> bool:
    """Tell the sign inside a name in letters: S&P500지수."""
    return tokens[at].form == "&" and 0 < at < len(tokens) - 1 and tokens[at - 1].tag == "SL"


def _numbers(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell a number that is part of a name (4세대 실손보험) from one before it."""
    glued = at < last and tokens[at + 1].start == tokens[at].end
    return glued and tokens[at].tag == "SN" and tokens[at + 1].tag == "NNG"


def _bound(block: TextBlock, last: int, covered: Covered) -> Phrase | None:
    """Give a bound with its number as the measure (45세 미만은 1599명)."""
    if last < 1 or block.tokens[last].form not in _BOUNDS:
        return None
    before = block.tokens[last - 1]
    number, end = covered.get(before.start), block.tokens[last].end
    return Phrase(block.text[number[0] : end], number[0], end) if number else None


def age_phrase(block: TextBlock, token: Token, covered: Covered) -> Phrase | None:
    """Give the age that a token belongs to, of which something is said: 7∼12세가 53명이었다."""
    place = covered.get(token.start)
    if place is None or not block.text.endswith(AGES, place[0], place[1]):
        return None
    bound = _BOUND.match(block.text, place[1])
    end = bound.end() if bound else place[1]
    return Phrase(block.text[place[0] : end], place[0], end)


def items_before(block: TextBlock, first: int, last: int, covered: Covered) -> list[Phrase]:
    """Give the phrases that commas, 와 and dots join, the last of which ends with token ``last``."""
    items: list[Phrase] = []
    while last >= 0 and (phrase := noun_phrase(block, first, last, covered)):
        at = phrase.start
        parts = []
        for part in phrase.text.split("·"):
            parts.append(Phrase(part, at, at + len(part)))
            at += len(part) + 1
        items[:0] = parts
        before = block.token_at(phrase.start) - 1
        if before < 1 or block.tokens[before].form not in _JOINING:
            break
        last = before - 1
    return items


def _ends_word(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].start > tokens[at].end


def sentence_span(block: TextBlock, at: int) -> tuple[int, int]:
    """Give the sentence that holds a character of a block, or the whole block."""
    index = bisect_right(block.sentences, at, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return 0, len(block.text)
    return block.sentences[index].start, block.sentences[index].end


def statement_start(block: TextBlock, at: int) -> int:
    """Give where the words begin that hold a character: those of a speaker in marks, or its sentence."""
    start = sentence_span(block, at)[0]
    lead = block.text[start:at]
    if lead.count('"') % 2:
        return start + lead.rindex('"') + 1
    opened = lead.rfind("“")
    return start + opened + 1 if opened > lead.rfind("”") else start


def is_money(quantity: Quantity) -> bool:
    """Say whether a quantity is a sum of money."""
    unit = load_units().by_name.get(quantity.unit)
    return unit is not None and unit.kind == "money"
