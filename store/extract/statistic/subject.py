"""What a number is said of: the noun phrase beside it, or the topic or subject of its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.extract.document import TextBlock
from store.extract.statistic.phrase import Covered, Phrase, age_phrase, items_before, noun_phrase
from store.extract.statistic.whose import PER, RATE, is_measuring
from store.extract.word_groups import word_group

_ON_BEFORE = re.compile(r"전(?:년|월|주|일|기|분기)비$")
"""A yardstick that is one word: 영업익 전년비 12%↑."""

_COUNTED_BY = re.compile(r" (?:추산|추정|집계)$")
"""Whose count a number is, not what is counted: 경찰 추산 500여명이 모였다."""

_SAID = ("은", "는", "이", "가", "도")
_OURS = frozenset({"돈", "한화"})
"""What stands before a sum in won: 우리 돈 1천원."""

_PEAKS = frozenset({"최고", "최저"})
_JOINT = frozenset({"총", "모두", "합쳐", "합계", "도합"})
"""Words that add up what stands before: 매출과 이익은 모두 9억원."""


def phrase_beside(block: TextBlock, first: int, start: int, covered: Covered) -> Phrase | None:
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
    unsaid = phrase and (
        _COUNTED_BY.search(phrase.text) or phrase.text in word_group("unsaid") or phrase.text in _OURS
    )
    return None if unsaid else phrase


def _before_light(block: TextBlock, first: int, start: int, covered: Covered) -> int:
    """Give the last token before the number that is neither light nor part of a time."""
    at = block.token_at(start) - 1
    while at >= 0 and (
        (block.tokens[at].form in word_group("light") and block.tokens[at].tag[0] != "J")
        or block.tokens[at].tag in ("MAG", "SSO")
        or (block.tokens[at].start in covered and block.tokens[at].tag != "SSC")
    ):
        if _is_quantity_end(block, at, covered):
            break
        at -= 1
    return at


def _is_quantity_end(block: TextBlock, at: int, covered: Covered) -> bool:
    token = block.tokens[at]
    return token.tag in ("SN", "NR", "SW") and token.start in covered


def subject_of(
    block: TextBlock,
    first: int,
    start: int,
    covered: Covered,
    ends: Mapping[int, str],
    *,
    scored: bool = False,
) -> Phrase | str | None:
    """Give the nearest topic or subject before the number at ``start`` in its sentence.

    Where that is a number itself (회원 30명이 5억원을 냈다), it gives what that one measures: ``ends`` are
    where the numbers before end, and what they measure. With ``scored`` it is not what something was done to
    (한빛을 3승 2패로 제쳤다).
    """
    start = _before_rate(block.text, first, start)
    tokens, at = block.tokens, block.token_at(start) - 1
    if at > 0 and tokens[at].form == "에서" and tokens[at].start >= first:
        place = noun_phrase(block, first, at - 1, covered)
        if place and is_measuring(place.text):
            return place
    of = _object(block, first, at, covered)
    if of and not scored:
        return noun_phrase(block, first, of - 1, covered)
    aside: Phrase | None = None
    while at > 0 and tokens[at].start >= first:
        token = tokens[at]
        if token.start in ends and block.text.startswith(_SAID, token.start):
            return ends[token.start]
        owner = token.tag == "JKG" and _only_light(block, at + 1, start)
        if owner or (token.tag in ("JX", "JKS") and token.form in _SAID):
            phrase = _said_before(block, first, at, covered)
            if phrase and phrase.text not in word_group("unsaid"):
                if token.tag == "JKS" and _is_aside(block, at + 1, start):
                    aside = aside or phrase
                else:
                    return _together(block, first, phrase, covered) if _adds_up(block, at, start) else phrase
        at -= 1
    return aside


def _said_before(block: TextBlock, first: int, at: int, covered: Covered) -> Phrase | None:
    """Give what stands before the particle at token ``at``, another particle apart (서울에서는)."""
    before = block.tokens[at - 1]
    phrase = noun_phrase(block, first, at - 2 if before.tag == "JKB" else at - 1, covered)
    return phrase or age_phrase(block, before, covered) or _answer(block, first, block.tokens[at].start)


def _object(block: TextBlock, first: int, at: int, covered: Covered) -> int:
    """Give the particle of what something is done to right before a number, light words and times apart.

    ``at`` is the token right before the number; 0 where there is none.
    """
    tokens = block.tokens
    of = at - 1 if at > 0 and tokens[at].form in word_group("light") else at
    while of > 0 and tokens[of].start in covered:
        of -= 1
    return of if of > 0 and tokens[of].tag == "JKO" and tokens[of].start >= first else 0


def _is_aside(block: TextBlock, at: int, start: int) -> bool:
    """Tell a subject whose clause only describes a noun (공장이 문을 열기 직전인 2015년과 비교해 9명)."""
    tokens = block.tokens
    ending = next((i for i in range(at, block.token_at(start)) if tokens[i].tag[0] == "E"), None)
    return ending is not None and tokens[ending].tag in ("ETM", "ETN") and tokens[ending - 1].form != "같"


def _before_rate(text: str, first: int, start: int) -> int:
    """Give where the words end that stand before what a number is counted by (비용을 ㎏당 3달러로)."""
    lead = text[first:start].rstrip()
    rate = RATE.search(lead) if lead.endswith("당") else None
    return first + rate.start() if rate else start


def place_before(block: TextBlock, first: int, start: int, covered: Covered) -> Phrase | None:
    """Give the named place right before a number (물결은 동해 먼바다에 2m)."""
    at = block.token_at(start) - 1
    skipped = word_group("light") | _PEAKS
    while at > 0 and block.tokens[at].form in skipped and block.tokens[at].tag[0] != "J":
        at -= 1
    if at < 1 or block.tokens[at].form not in ("에", "에서"):
        return None
    place = noun_phrase(block, first, at - 1, covered)
    if place is None:
        return None
    inside = block.tokens[block.token_at(place.start) : at]
    return place if any(token.tag == "NNP" for token in inside) else None


_ANSWER = re.compile(r"['‘]([^'‘’]{2,24})['’]$")


def _answer(block: TextBlock, first: int, end: int) -> Phrase | None:
    """Give what stands in single marks right before a particle: '잘못하고 있다'는 57%."""
    marked = _ANSWER.search(block.text, max(first, end - 26), end) if block.text[end - 1] in "'’" else None
    return Phrase(marked[1], marked.start(1), marked.end(1)) if marked else None


def _adds_up(block: TextBlock, at: int, start: int) -> bool:
    between = block.tokens[at + 1 : block.token_at(start)]
    return any(token.form in _JOINT for token in between)


def _together(block: TextBlock, first: int, phrase: Phrase, covered: Covered) -> Phrase:
    """Give all the things that a sum is of (매출과 이익은 모두 9억원)."""
    items = items_before(block, first, block.token_at(phrase.end) - 1, covered)
    start = items[0].start if items else phrase.start
    return Phrase(block.text[start : phrase.end], start, phrase.end)


def _only_light(block: TextBlock, at: int, start: int) -> bool:
    """Tell whether nothing but light words stands between token ``at`` and the number (주식의 약 3%)."""
    end = block.token_at(start)
    return all(token.form in word_group("light") or token.tag == "MAG" for token in block.tokens[at:end])


def topic_of(block: TextBlock, first: int, start: int, covered: Covered) -> Phrase | None:
    """Give the nearest topic or subject of the sentence before the number."""
    for at in range(block.token_at(start) - 1, 0, -1):
        token = block.tokens[at]
        if token.start < first:
            break
        if token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가"):
            return noun_phrase(block, first, at - 1, covered)
    return None
