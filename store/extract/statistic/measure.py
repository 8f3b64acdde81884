"""What a number measures: the noun phrase that it is said of, or the clause that it counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from store.extract.document import TextBlock, Token
from store.extract.quantity.units import load_units
from store.extract.verb_forms import adnominal
from store.extract.word_groups import word_group
from store.model import Quantity

_NOUN = frozenset({"NNG", "NNP", "XPN", "XSN", "XR", "SL", "SH", "NNB", "MM", "SN", "NR"})
_NO_START = frozenset({"JKG", "XSN", "SP", "SN", "NR", "SO"})
_STEM = frozenset({"VV", "XSV", "VA", "XSA", "VCP"})
_CLOSING = frozenset({"고", "며", "으며", "면서", "지만", "는데", "게", "으나", "나"})
_COUNTED_NOUN = {"명": "사람", "건": "건수", "대": "대수", "곳": "곳", "가구": "가구", "개국": "나라"}

_EVERYTHING = frozenset({"전체", "총", "국내 전체", "모두"})
_DISTANCES = frozenset({"km", "m", "cm", "마일", "해리", "광년"})

_AFTER_CHANGE = re.compile(
    r"(?:\([^()]*\)\s?)?(?:이나|나|씩|가|이|를|을|도)?\s?(?:가량\s|정도\s|이상\s|더\s|넘게\s)?"
)
_SUBJECT = re.compile(r"(?:대|꼴)?[은는이가]\s")
_WHOLE = re.compile(r"(?:의|\s가운데|\s중)\s?(?:약\s|최소\s)?$")
_BRACKET = re.compile(r"\((?:약\s|전체의\s|총\s)?$")
_FROM = re.compile(r"에서\s|→|\s?→\s?")
_LEADS_TO = re.compile(
    r"(?:대의?|(?:[이가을를]\s)?넘는|\s?이상의?|\s?규모[의인]|\s?상당의?|에\s(?:달|이르|해당|육박)[하했렀]?[는던한]|의|\s?이하의?)?\s(?=[가-힣A-Za-z])"
)
_LONGEST = 32
_SHORT = 12
"""Characters of the longest thing that something is said to be: 1인 가구이고."""

_AMONG = re.compile(r"등\s(?:최소한?\s|적어도\s|약\s|총\s|모두\s)?$")
"""김수로 등 8명의 연구원 counts 연구원."""

_ASIDE = 16
"""Tokens of the longest bracket that a noun phrase is read over."""

_PER = re.compile(r"(?:배럴|온스|톤|㎏|kg|그램|주|평|㎡|리터|대|가구|세대|명|인|건|개|마리|달러)당")
"""What a price is counted by; the price is that of what stands before: 유가는 배럴당 82달러."""

_BAND = re.compile(r"(\d0대(?:\s이상)?)\s$")
"""An age that a share is that of: 20대 15%, 30대 31%."""

_AGES = ("세", "살", "0대")
_OBJECT = re.compile(r"(?:가량|정도)?[을를]\s")
_ACTION = frozenset({"VV", "XSV"})
_GIVEN = re.compile(r"(?:을|를|씩|씩을)\s?")


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
    change = _change(block, quantity.end) if quantity.unit not in _DISTANCES else None
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
        clause = _clause(block, quantity.end)
        share = _share(whole, clause)
        if share and (whole or not subject):
            return Measured(quantity, share, whole)
        return Measured(quantity, subject)
    beside = _beside(block, first, quantity.start, covered)
    led_to = _led_to(block, quantity.end, covered)
    among = _AMONG.search(lead) is not None
    if among and (led_to or (beside and beside.endswith("씨"))):
        beside, subject = None, None
    handled = _handled(block, quantity.end) if _is_money(quantity) and not beside and not led_to else None
    if handled:
        return Measured(quantity, f"{subject} {handled}" if subject else handled)
    some = among and quantity.unit == "명"
    clause = _clause(block, quantity.end) if (some or not beside) and not led_to else None
    if not clause and not beside and not led_to:
        clause = _done_to(block, quantity.end)
    if clause and quantity.unit in _COUNTED_NOUN:
        return Measured(quantity, f"{clause} {_COUNTED_NOUN[quantity.unit]}")
    return Measured(quantity, beside or led_to or subject)


def _is_money(quantity: Quantity) -> bool:
    unit = load_units().by_name.get(quantity.unit)
    return unit is not None and unit.kind == "money"


def _share(whole: str | None, clause: str | None) -> str | None:
    if whole and clause:
        return f"{whole} 가운데 {clause} 비율"
    if clause:
        return f"{clause} 비율"
    return f"{whole}의 비율" if whole else None


def _index(tokens: Sequence[Token], at: int) -> int:
    return bisect_left(tokens, at, key=lambda token: token.start)


def _in(covered: Sequence[tuple[int, int]], token: Token) -> bool:
    return any(start <= token.start < end for start, end in covered)


def _beside(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the noun phrase that stands right before the number (과징금 3억원), light words apart."""
    at = _index(block.tokens, start) - 1
    while at >= 0 and (
        block.tokens[at].form in word_group("light")
        or block.tokens[at].tag in ("MAG", "SSO")
        or (_in(covered, block.tokens[at]) and block.tokens[at].tag != "SSC")
    ):
        if _is_quantity_end(block, at, covered):
            break
        at -= 1
    phrase = _phrase(block, first, at, covered)
    return None if phrase and _PER.fullmatch(phrase) else phrase


def _is_quantity_end(block: TextBlock, at: int, covered: Sequence[tuple[int, int]]) -> bool:
    token = block.tokens[at]
    return token.tag in ("SN", "NR", "SW") and _in(covered, token)


def _each(block: TextBlock, first: int, quantity: Quantity, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the one of several things that 각각 hands this number (매출과 이익은 각각 9억원, 2억원)."""
    lead = block.text[first : quantity.start]
    at = lead.rfind("각각 ")
    if at < 0:
        return None
    nth = lead[at:].count(quantity.unit)
    last = _index(block.tokens, first + at) - 2
    items: list[str] = []
    while last >= 0 and (phrase := _phrase(block, first, last, covered)):
        items[:0] = phrase.split("·")
        before = _index(block.tokens, block.tokens[last].end - len(phrase)) - 1
        if before < 1 or block.tokens[before].tag not in ("JC", "SP"):
            break
        last = before - 1
    return items[nth] if len(items) > 1 and nth < len(items) else None


def _subject(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the phrase beside the number, or the nearest topic or subject before it in its sentence."""
    beside = _beside(block, first, start, covered)
    if beside:
        return beside
    at = _index(block.tokens, start) - 1
    if at > 0 and block.tokens[at].tag == "JKO":
        return _phrase(block, first, at - 1, covered)
    while at > 0 and block.tokens[at].start >= first:
        token = block.tokens[at]
        owner = token.tag == "JKG" and _only_light(block, at + 1, start)
        if owner or (token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가", "도")):
            nested = block.tokens[at - 1].tag == "JKB"
            phrase = _phrase(block, first, at - 2 if nested else at - 1, covered)
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
    end = _index(block.tokens, start)
    return all(token.form in word_group("light") or token.tag == "MAG" for token in block.tokens[at:end])


def _topic(block: TextBlock, first: int, start: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the nearest topic or subject of the sentence before the number."""
    for at in range(_index(block.tokens, start) - 1, 0, -1):
        token = block.tokens[at]
        if token.start < first:
            break
        if token.tag in ("JX", "JKS") and token.form in ("은", "는", "이", "가"):
            return _phrase(block, first, at - 1, covered)
    return None


def _phrase(block: TextBlock, first: int, last: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the noun phrase that ends with token ``last``, no longer than a line of a card."""
    tokens = block.tokens
    bound = _bound(block, last, covered)
    if bound is not None:
        return bound
    last = _before_bracket(tokens, last)
    at = last + 1
    while at > 0:
        at = _before_bracket(tokens, at - 1) + 1
        token = tokens[at - 1]
        inside = token.tag in _NOUN or (
            token.tag in ("JKG", "SP") and at <= last and token.form in ("의", "·")
        )
        if (
            not inside
            or token.start < first
            or _in(covered, token)
            or tokens[last].end - token.start > _LONGEST
        ):
            break
        at -= 1
    if at <= last and tokens[at].form == "(":
        at = next((i for i in range(at, last) if tokens[i].form == ")"), last) + 1
    while at <= last and (
        tokens[at].tag in _NO_START or (tokens[at].form in word_group("light") and _ends_word(tokens, at))
    ):
        at += 1
    if at > last or all(token.tag in ("MM", "SN", "NR") for token in tokens[at : last + 1]):
        return None
    return block.text[tokens[at].start : tokens[last].end]


def _before_bracket(tokens: Sequence[Token], last: int) -> int:
    """Step over a bracket that ends at token ``last``: 누리전자(001234)가."""
    if last < 0 or tokens[last].form != ")":
        return last
    for at in range(last - 1, max(-1, last - _ASIDE), -1):
        if tokens[at].form == "(":
            return at - 1
    return last


def _bound(block: TextBlock, last: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give a bound with its number as the measure (45세 미만은 1599명)."""
    if last < 1 or block.tokens[last].form not in ("이상", "이하", "미만", "초과"):
        return None
    before = block.tokens[last - 1]
    number = next((place for place in covered if place[0] <= before.start < place[1]), None)
    return block.text[number[0] : block.tokens[last].end] if number is not None else None


def _ends_word(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 >= len(tokens) or tokens[at + 1].start > tokens[at].end


def _led_to(block: TextBlock, end: int, covered: Sequence[tuple[int, int]]) -> str | None:
    """Give the noun phrase that the number leads to (20만개 가맹점, 60개가 넘는 센터, 14억원 규모의 사업)."""
    link = _LEADS_TO.match(block.text, end)
    if not link:
        return None
    tokens, at = block.tokens, _index(block.tokens, link.end())
    while at < len(tokens) and _in(covered, tokens[at]):
        at += 1
    start = at
    while at < len(tokens) and tokens[at].tag in _NOUN and tokens[at].form not in word_group("light"):
        if _in(covered, tokens[at]) or tokens[at].end - tokens[start].start > _LONGEST:
            break
        at += 1
    if at == start or (at < len(tokens) and tokens[at].tag in ("XSV", "XSA")):
        return None
    return block.text[tokens[start].start : tokens[at - 1].end]


def _handled(block: TextBlock, end: int) -> str | None:
    """Name the money that something is done with, by what is done (30억원을 투자했다 → 투자액)."""
    link = _GIVEN.match(block.text, end)
    at = _index(block.tokens, link.end() if link else end)
    noun, following = block.tokens[at : at + 1], block.tokens[at + 1 : at + 2]
    if not link or not following or noun[0].tag != "NNG" or following[0].form not in ("하", "받", "되"):
        return None
    done = len(noun[0].form) > 1 and noun[0].form not in word_group("reached")
    return f"{noun[0].form}액" if done else None


def _done_to(block: TextBlock, end: int) -> str | None:
    """Give what is done to what the number counts, as a modifier (23건을 단속해 → 단속한)."""
    link = _OBJECT.match(block.text, end)
    if not link:
        return None
    tokens, first = block.tokens, _index(block.tokens, link.end())
    for at in range(first, min(first + 5, len(tokens) - 1)):
        token = tokens[at]
        if token.form in word_group("reached"):
            return None
        if token.tag in _ACTION and tokens[at + 1].tag in ("EP", "EF", "EC"):
            return block.text[link.end() : token.start] + adnominal(token.form, past=_is_past(tokens, at + 1))
        if token.tag not in ("NNG", "JKB", "MAG"):
            return None
    return None


def _change(block: TextBlock, end: int) -> str | None:
    """Name the change where the number is followed by a verb of rising or falling."""
    if block.text.startswith(("은 ", "는 "), end):
        return None
    skipped = _AFTER_CHANGE.match(block.text, end)
    tokens, at = block.tokens, _index(block.tokens, skipped.end() if skipped else end)
    if at >= len(tokens) or tokens[at].tag not in ("VV", "VA", "NNG", "XR"):
        return None
    if tokens[at].form in word_group("rising"):
        return "증가"
    return "감소" if tokens[at].form in word_group("falling") else None


def _clause(block: TextBlock, end: int) -> str | None:
    """Give the clause of which the number is the subject, as a modifier (사무실에 오는, 새 제도에 찬성한)."""
    subject = _SUBJECT.match(block.text, end)
    if not subject:
        return None
    tokens, start = block.tokens, subject.end()
    first = _index(tokens, start)
    for at in range(first, min(first + 30, len(tokens) - 1)):
        token = tokens[at]
        if token.tag in ("SF", "JKQ") or token.end - start > 2 * _LONGEST:
            return None
        if token.tag not in _STEM or not _closes(tokens, at + 1):
            continue
        if at == first and token.form in ("되", "이르", "달하"):
            return None
        stem = block.text[start : token.start]
        if token.tag == "VCP":
            return f"{stem}인" if 0 < len(stem) <= _SHORT and not stem.endswith(" ") else None
        past = _is_past(tokens, at + 1)
        modifier = stem + adnominal(token.form, past=past)
        return modifier.strip()
    return None


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the ending at ``at`` ends the clause, and does not lead to another verb or noun."""
    ending = tokens[at]
    if ending.tag in ("EP", "EF"):
        return True
    if ending.tag == "EC":
        # 크고 작은 부상: two adjectives before one noun close nothing.
        paired = [token.tag for token in tokens[at + 1 : at + 3]] == ["VA", "ETM"]
        return ending.form in _CLOSING and not paired
    return (
        ending.tag == "ETM" and at + 1 < len(tokens) and tokens[at + 1].form in ("것", "전망", "예정", "계획")
    )


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the clause whose ending is at ``at``, or the one that it is joined to, is told as past."""
    for token in tokens[at : at + 40]:
        if token.tag == "EP":
            return token.form in ("었", "았", "였")
        if token.tag in ("EF", "SF") or (token.tag == "ETM" and token.form in ("ㄹ", "을")):
            break
    return False


def sentence_span(block: TextBlock, at: int) -> tuple[int, int]:
    """Give the sentence that holds a character of a block, or the whole block."""
    index = bisect_right(block.sentences, at, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return 0, len(block.text)
    return block.sentences[index].start, block.sentences[index].end
