"""What a number measures: the noun phrase that it is said of, or the clause that it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.extract.document import TextBlock, Token
from store.extract.statistic.behind import change_of, money_done_with, noun_led_to, rate_behind
from store.extract.statistic.clause import clause_behind, done_to
from store.extract.statistic.phrase import is_covered, is_money, noun_phrase, sentence_span, token_index
from store.extract.word_groups import word_group
from store.model import Quantity

_COUNTED_NOUN = {"명": "사람", "건": "건수", "대": "대수", "곳": "곳", "가구": "가구", "개국": "나라"}

_EVERYTHING = frozenset({"전체", "총", "국내 전체", "모두"})
_DISTANCES = frozenset({"km", "m", "cm", "마일", "해리", "광년"})

_WHOLE = re.compile(r"(?:의|\s가운데|\s중)\s?(?:약\s|최소\s)?$")
_BRACKET = re.compile(r"\((?:약\s|전체의\s|총\s)?$")
_FROM = re.compile(r"에서\s|→|\s?→\s?")

_AMONG = re.compile(r"등\s(?:최소한?\s|적어도\s|약\s|총\s|모두\s)?$")
"""김수로 등 8명의 연구원 counts 연구원."""

_PER = re.compile(r"(?:배럴|온스|톤|㎏|kg|그램|주|평|㎡|리터|대|가구|세대|명|인|건|개|마리|달러)당")
"""What a price is counted by; the price is that of what stands before: 유가는 배럴당 82달러."""

_COUNTED_BY = re.compile(r" (?:추산|추정|집계)$")
"""Whose count a number is, not what is counted: 경찰 추산 500여명이 모였다."""

_BAND = re.compile(r"(\d0대(?:\s이상)?)\s$")
"""An age that a share is that of: 20대 15%, 30대 31%."""

_AGES = ("세", "살", "0대")


class Measured(NamedTuple):
    """A quantity with what it measures, and the whole that it is a share of."""

    quantity: Quantity
    measure: str | None
    whole: str | None = None


def measure_of(
    block: TextBlock, quantity: Quantity, covered: Sequence[tuple[int, int]], before: Measured | None
) -> Measured:
    """Say what a quantity measures, in the article's words; measure None where the sentence does not show it.

    ``covered`` are the places of times and of quantities; ``before`` is the quantity before it in the block.
    """
    text, first = block.text, sentence_span(block, quantity.start)[0]
    lead = text[first : quantity.start]
    if before and _BRACKET.search(lead) and text[before.quantity.end : quantity.start].startswith("("):
        of_it = " 비율" if quantity.unit == "%" else ""
        return Measured(quantity, before.measure + of_it if before.measure else None)
    if (
        before
        and before.quantity.unit == quantity.unit
        and _FROM.fullmatch(text, before.quantity.end, quantity.start)
    ):
        return Measured(quantity, before.measure, before.whole)
    change = change_of(block, quantity) if quantity.unit not in _DISTANCES else None
    subject = _each(block, first, quantity, covered) or _subject(block, first, quantity.start, covered)
    if change:
        return Measured(quantity, f"{subject} {change}" if subject else None)
    if quantity.unit == "%" and not subject and (band := _BAND.search(lead)):
        return Measured(quantity, band[1])
    if quantity.unit == "%":
        whole = subject if _WHOLE.search(lead) else None
        if not whole and before and before.quantity.start >= first and before.quantity.unit == "%":
            whole = before.whole
        if whole in _EVERYTHING:
            topic = _topic(block, first, quantity.start, covered)
            return Measured(quantity, f"{topic}의 비율" if topic else None)
        clause = clause_behind(block, quantity.end)
        share = _share(whole, clause)
        if share and (whole or not subject):
            return Measured(quantity, share, whole)
        rate = (
            None
            if whole or _beside(block, first, quantity.start, covered)
            else rate_behind(block, quantity.end)
        )
        return Measured(quantity, rate or subject)
    beside = _beside(block, first, quantity.start, covered)
    led_to = noun_led_to(block, quantity.end, covered)
    among = _AMONG.search(lead) is not None
    if among and (led_to or (beside and beside.endswith("씨"))):
        beside, subject = None, None
    handled = (
        money_done_with(block, quantity.end) if is_money(quantity) and not beside and not led_to else None
    )
    if handled:
        return Measured(quantity, f"{subject} {handled}" if subject else handled)
    some = among and quantity.unit == "명"
    clause = clause_behind(block, quantity.end) if (some or not beside) and not led_to else None
    if not clause and not beside and not led_to:
        clause = done_to(block, quantity.end)
    if clause and quantity.unit in _COUNTED_NOUN:
        return Measured(quantity, f"{clause} {_COUNTED_NOUN[quantity.unit]}")
    return Measured(quantity, beside or led_to or subject)


def _share(whole: str | None, clause: str | None) -> str | None:
    if whole and clause:
        return f"{whole} 가운데 {clause} 비율"
    if clause:
        return f"{clause} 비율"
    return f"{whole}의 비율" if whole else None


def _beside(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the noun phrase that stands right before the number (과징금 3억원), light words apart."""
    at = token_index(block.tokens, start) - 1
    while at >= 0 and (
        block.tokens[at].form in word_group("light")
        or block.tokens[at].tag in ("MAG", "SSO")
        or (is_covered(covered, block.tokens[at]) and block.tokens[at].tag != "SSC")
    ):
        if _is_quantity_end(block, at, covered):
            break
        at -= 1
    phrase = noun_phrase(block, first, at, covered)
    return None if phrase and (_PER.fullmatch(phrase) or _COUNTED_BY.search(phrase)) else phrase


def _is_quantity_end(block: TextBlock, at: int, covered: Sequence[tuple[int, int]]) -> bool:
    token = block.tokens[at]
    return token.tag in ("SN", "NR", "SW") and is_covered(covered, token)


def _each(block: TextBlock, first: int, quantity: Quantity, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the one of several things that 각각 hands this number (매출과 이익은 각각 9억원, 2억원)."""
    lead = block.text[first : quantity.start]
    at = lead.rfind("각각 ")
    if at < 0:
        return None
    nth = lead[at:].count(quantity.unit)
    last = token_index(block.tokens, first + at) - 2
    items: list[str] = []
    while last >= 0 and (phrase := noun_phrase(block, first, last, covered)):
        items[:0] = phrase.split("·")
        before = token_index(block.tokens, block.tokens[last].end - len(phrase)) - 1
        if before < 1 or block.tokens[before].tag not in ("JC", "SP"):
            break
        last = before - 1
    return items[nth] if len(items) > 1 and nth < len(items) else None


def _subject(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the phrase beside the number, or the nearest topic or subject before it in its sentence."""
    beside = _beside(block, first, start, covered)
    if beside:
        return beside
    at = token_index(block.tokens, start) - 1
    of = at - 1 if at > 0 and block.tokens[at].form in word_group("light") else at
    if of > 0 and block.tokens[of].tag == "JKO" and block.tokens[of].start >= first:
        return noun_phrase(block, first, of - 1, covered)
    while at > 0 and block.tokens[at].start >= first:
        token = block.tokens[at]
        owner = token.tag == "JKG" and _only_light(block, at + 1, start)
        if owner or (token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가", "도")):
            nested = block.tokens[at - 1].tag == "JKB"
            phrase = noun_phrase(block, first, at - 2 if nested else at - 1, covered)
            phrase = phrase or _age(block, block.tokens[at - 1], covered)
            if phrase:
                return phrase
        at -= 1
    return None


def _age(block: TextBlock, token: Token, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give an age of which something is said: 7∼12세가 53명이었다."""
    place = next((block.text[a:b] for a, b in covered if a <= token.start < b), "")
    return place if place.endswith(_AGES) else None


def _only_light(block: TextBlock, at: int, start: int) -> bool:
    """Tell whether nothing but light words stands between token ``at`` and the number (주식의 약 3%)."""
    end = token_index(block.tokens, start)
    return all(token.form in word_group("light") or token.tag == "MAG" for token in block.tokens[at:end])


def _topic(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the nearest topic or subject of the sentence before the number."""
    for at in range(token_index(block.tokens, start) - 1, 0, -1):
        token = block.tokens[at]
        if token.start < first:
            break
        if token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가"):
            return noun_phrase(block, first, at - 1, covered)
    return None
