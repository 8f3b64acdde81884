"""What stands right behind a number and says what it measures: a noun, or a verb of change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import TextBlock, Token
from store.extract.quantity.units import load_units
from store.extract.statistic.phrase import LONGEST, NOUN, Covered, is_money, noun_phrase
from store.extract.word_groups import word_group
from store.model import Quantity

_CASES = frozenset({"JKO", "JKS", "JX", "JKG", "JKB", "JC"})
_RATE_TOKENS = 4
"""Tokens of the longest noun that a percentage is one of: 차등 상호관세율."""

_AFTER_CHANGE = re.compile(
    r"(?:\([^()]*\)\s?)?(?:로\s(?:가장|제일)\s(?:많이|크게)\s|이나|나|씩|가|이|를|을|도)?\s?(?:가량\s|정도\s|이상\s|더\s|넘게\s)?"
)

_ARROW = re.compile(r"(?:포인트)?\s?([↑▲↓▼])(?!\s?[\d가-힣A-Z])")

_EARNED = re.compile(r"[을를]\s올[렸린리려]")
_MOST = re.compile(r"\)?(?:으?로|이|가)?\s?(?:가장|제일)\s(?:높[고았은아]|낮|많[고았은아]|적|크|컸|작)")
"""What makes of high and low a rank among others, and no change: 가장 높았다."""

_PASSED = re.compile(r"[을를]\s(?:웃|밑)[도돈돌돕]")

_LEADS_TO = re.compile(
    r"(?:\([^()]*\))?(?:대의?|급|(?:[이가을를]\s)?넘는|\s?이상의?|\s?규모[의인]?|\s?상당의?|에\s(?:달|이르|해당|육박|불과)[하했렀]?[는던한]|\s?(?:가량|정도|안팎|내외|남짓)의|의|\s?이하의?)?\s['‘\"“「『<《]?(?=[가-힣A-Za-z\d])"
)

_SPENT = re.compile(r"[을를이가]?\s?(?:더\s)?(?:들[였이인여어었]|[쓴썼]|쓰[고는며]|투입)")
_CLAUSAL = ("넘는", "하는", "르는", "한", "하던", "르던")
_GIVEN = re.compile(r"(?:\([^()]*\))?(?:\s상당|어치)?(?:을|를|씩|씩을|(?P<by>에))?\s?")
_SIZE = re.compile(r"\s?(길이|높이|무게|넓이|면적|깊이|두께|너비|크기|용량)(?:의)?\s(?=[가-힣A-Za-z])")
"""What a number with its size leads to: 220m 길이의 다리."""

_CLAUSE_TOKENS = 25
_STEPS_UP = frozenset({"오르", "올라가", "내리", "내려가", "떨어지"})
"""What things that are counted do themselves, and what does not change their number."""


def noun_led_to(block: TextBlock, end: int, covered: Covered, *, said_of: bool = False) -> str | None:
    """Give the noun phrase that the number leads to (20만개 가맹점, 60개가 넘는 센터, 14억원 규모의 사업).

    With ``said_of`` the number has a subject of its own (물량이 3천대를 넘는 공장), which a clause closes.
    """
    link = _LEADS_TO.match(block.text, end)
    if not link or (said_of and link[0].rstrip("'‘\"“「『<《 ").endswith(_CLAUSAL)):
        return None
    size = _SIZE.match(block.text, end)
    link = size or link
    tokens, at = block.tokens, block.token_at(link.end())
    while at < len(tokens) and tokens[at].start in covered:
        at += 1
    at = _past_adjectives(tokens, at)
    start = at
    while at < len(tokens) and (
        tokens[at].tag == "MM"
        or (tokens[at].tag in NOUN and (tokens[at].form not in word_group("light") or _is_glued(tokens, at)))
    ):
        if tokens[at].start in covered or tokens[at].end - tokens[start].start > LONGEST:
            break
        at += 1
    if at == start or (at < len(tokens) and tokens[at].tag in ("XSV", "XSA")):
        return None
    noun = block.text[tokens[start].start : tokens[at - 1].end]
    if tokens[at - 1].form in word_group("no_measure"):
        return None
    return f"{noun} {size[1]}" if size else noun


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].start == tokens[at - 1].end and tokens[at - 1].tag in NOUN


def _past_adjectives(tokens: Sequence[Token], at: int) -> int:
    """Step over an adjective in front of a noun: 54%의 낮은 성공률, 30㎜의 강한 비."""
    for end in range(at + 1, min(at + 4, len(tokens))):
        if tokens[end].tag == "ETM":
            return end + 1 if tokens[end - 1].tag in ("VA", "XSA") else at
    return at


def relative_owner(block: TextBlock, end: int, covered: Covered) -> str | None:
    """Give the noun that a clause about the number as its object describes (3억원을 들인 공원)."""
    tokens, at = block.tokens, block.token_at(end)
    while at < len(tokens) and tokens[at].tag in ("XSN", "NNB") and tokens[at].form in ("씩", "어치"):
        at += 1
    if at >= len(tokens) or tokens[at].tag != "JKO":
        return None
    verb = at + 2 if at + 2 < len(tokens) and tokens[at + 2].tag == "XSV" else at + 1
    if verb + 2 >= len(tokens) or tokens[verb].tag not in ("VV", "XSV") or tokens[verb + 1].tag != "ETM":
        return None
    start = last = verb + 2
    while last < len(tokens) and tokens[last].tag in NOUN and tokens[last].start not in covered:
        last += 1
    if last == start or last >= len(tokens) or tokens[last].tag[0] != "J":
        return None
    head = tokens[start].form, tokens[last - 1].form
    vague = word_group("light") | word_group("no_measure")
    return None if vague.intersection(head) else block.text[tokens[start].start : tokens[last - 1].end]


def cost_of(block: TextBlock, first: int, quantity: Quantity, covered: Covered) -> str | None:
    """Name the cost of what money goes into (도로 보수에 3억원을 들였다 → 도로 보수 비용)."""
    at = block.token_at(quantity.start) - 1
    if at < 1 or block.tokens[at].form != "에" or not _SPENT.match(block.text, quantity.end):
        return None
    purpose = noun_phrase(block, first, at - 1, covered)
    place = block.tokens[at - 1].tag == "NNP"
    return f"{purpose.text} 비용" if purpose and not place else None


def owner_behind(block: TextBlock, end: int, covered: Covered) -> str | None:
    """Give the noun that the clause of the number describes: 전날보다 2% 오른 35만원에 닫힌 한빛전자는."""
    tokens, at = block.tokens, block.token_at(end)
    if at < len(tokens) and tokens[at].tag == "VCP":
        return None
    for i in range(at, min(at + _CLAUSE_TOKENS, len(tokens) - 1)):
        token = tokens[i]
        if token.tag in ("EF", "SF", "EC", "JX", "JKS") or (token.tag == "SP" and i == at):
            return None
        told = tokens[i + 1].start in covered or tokens[i + 1].tag == "SN"
        if token.tag != "ETM" or told or tokens[i - 1].tag == "VCP":
            continue
        last = i + 1
        while last < len(tokens) and tokens[last].tag in NOUN and tokens[last].start not in covered:
            last += 1
        named = i + 1 < last < len(tokens) and tokens[last].tag in ("JX", "JKS")
        bare = tokens[i + 1].tag == "NNB" or tokens[i + 1].form in word_group("light")
        return block.text[tokens[i + 1].start : tokens[last - 1].end] if named and not bare else None
    return None


def rate_behind(block: TextBlock, end: int) -> str | None:
    """Give the noun that stands right behind a rate, and is one: 25% 상호관세를, 3% 지분을."""
    tokens, at = block.tokens, block.token_at(end)
    first = at
    while at < len(tokens) and tokens[at].tag in ("NNG", "NNP", "XSN") and at - first < _RATE_TOKENS:
        at += 1
    if at == first or tokens[first].start != end + 1 or at >= len(tokens) or tokens[at].tag not in _CASES:
        return None
    noun = block.text[tokens[first].start : tokens[at - 1].end]
    return noun if {noun, tokens[at - 1].form} & word_group("rates") else None


def money_done_with(block: TextBlock, end: int) -> str | None:
    """Name the money that something is done with, by what is done (30억원을 투자했다 → 투자액)."""
    link = _GIVEN.match(block.text, end)
    at = block.token_at(link.end() if link else end)
    tokens, last = block.tokens, at
    while last + 1 < len(tokens) and tokens[last].tag in ("MM", "XPN") and len(tokens[last].form) == 1:
        last += 1
    if not link or last + 1 >= len(tokens) or tokens[last].tag != "NNG":
        return None
    noun = block.text[tokens[at].start : tokens[last].end]
    done = len(noun) > 1 and " " not in noun and noun not in word_group("reached")
    if link["by"] and noun not in word_group("traded"):
        return None
    return f"{noun}액" if done and tokens[last + 1].form in ("하", "받", "되") else None


def change_of(block: TextBlock, quantity: Quantity, end: int | None = None) -> str | None:
    """Name the change where the number is followed by a verb of rising or falling, or by an arrow.

    ``end`` is where the row of numbers ends that it stands in. Money that is an object is earned, not
    raised (6억원을 올렸다).
    """
    end = quantity.end if end is None else end
    if block.text.startswith(("은 ", "는 "), end) or _MOST.match(block.text, end):
        return None
    if arrow := _ARROW.match(block.text, end):
        return "증가" if arrow[1] in "↑▲" else "감소"
    if _PASSED.match(block.text, end) or (is_money(quantity) and _EARNED.match(block.text, end)):
        return None
    skipped = _AFTER_CHANGE.match(block.text, end)
    tokens, at = block.tokens, block.token_at(skipped.end() if skipped else end)
    if at >= len(tokens) or tokens[at].tag not in ("VV", "VA", "NNG", "XR"):
        return None
    if (tokens[at].form, tokens[at].tag) == ("높이", "NNG"):
        return None
    unit = load_units().by_name.get(quantity.unit)
    counted = unit is not None and unit.kind in ("people", "things") and skipped is not None
    if counted and skipped and skipped[0][:1] in ("이", "가") and tokens[at].form in _STEPS_UP:
        return None  # 시 61편이 심사에 올랐다
    if tokens[at].form in word_group("rising"):
        return "증가"
    return "감소" if tokens[at].form in word_group("falling") else None
