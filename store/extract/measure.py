"""What a number measures: the noun phrase that it is said of, or the clause that it counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from store.extract.document import TextBlock, Token
from store.model import Quantity, Time

_NOUN = frozenset({"NNG", "NNP", "NNB", "XPN", "XSN", "XR", "SL", "SH", "NR", "SN", "MM", "NP"})
_INSIDE = _NOUN | {"JKG", "JC", "SP", "XSM"}
_LIGHT = frozenset(
    {
        "총",
        "약",
        "모두",
        "최소",
        "최대",
        "무려",
        "각",
        "각각",
        "평균",
        "전체",
        "대략",
        "거의",
        "이미",
        "연",
        "월",
    }
)
_STEM = frozenset({"VV", "XSV", "VX", "VA", "XSA"})
_UP = frozenset(
    {"늘", "오르", "늘어나", "증가", "상승", "확대", "급증", "뛰", "많", "높", "성장", "급등", "치솟", "웃돌"}
)
_DOWN = frozenset(
    {"줄", "내리", "줄어들", "감소", "하락", "축소", "급감", "떨어지", "적", "낮", "급락", "밑돌"}
)
_LONGEST = 40


def measure_of(block: TextBlock, quantity: Quantity, times: Sequence[Time]) -> str | None:
    """Say what a quantity measures, in the article's words; None where the sentence does not show it."""
    tokens = block.tokens
    here = bisect_left(tokens, quantity.start, key=lambda token: token.start)
    first = next((s.first for s in block.sentences if s.start <= quantity.start < s.end), 0)
    covered = [(time.start, time.end) for time in times]
    subject = _phrase_before(block, first, here, covered)
    change = _change(tokens, quantity.end)
    if change and subject:
        return f"{subject} {change}"
    if quantity.unit == "%":
        share = _share(block, here, quantity.end, subject)
        if share:
            return share
    return subject or _counted(block, quantity.end)


def _phrase_before(block: TextBlock, first: int, here: int, covered: list[tuple[int, int]]) -> str | None:
    """Give the noun phrase nearest to the left: beside the number, or before its topic or subject particle."""
    tokens = block.tokens
    at = here - 1
    while at >= first:
        token = tokens[at]
        if any(start <= token.start < end for start, end in covered) or token.form in _LIGHT:
            at -= 1
        elif token.tag in ("MAG", "SSO", "SP", "SSC", "SS", "JKB", "JKO", "JX", "JKS", "JKG", "SF", "NNB"):
            at -= 1
        else:
            break
    if at < first or tokens[at].tag not in _NOUN:
        return None
    last = at
    while (
        at > first
        and tokens[at - 1].tag in _INSIDE
        and not any(start <= tokens[at - 1].start < end for start, end in covered)
    ):
        at -= 1
        if tokens[last].end - tokens[at].start > _LONGEST:
            break
    while at < last and tokens[at].tag in ("JKG", "JC", "SP", "XSN", "SN"):
        at += 1
    return block.text[tokens[at].start : tokens[last].end] or None


def _change(tokens: Sequence[Token], end: int) -> str | None:
    """Name the change where the number is followed by a verb of rising or falling."""
    at = bisect_left(tokens, end, key=lambda token: token.start)
    for token in tokens[at : at + 5]:
        if token.form in _UP:
            return "증가"
        if token.form in _DOWN:
            return "감소"
        if token.tag in ("SF", "SP", "EC", "EF"):
            break
    return None


def _share(block: TextBlock, here: int, end: int, subject: str | None) -> str | None:
    """Say of what a percentage is a part: 직원의 83%는 사무실에 온다 → 직원 가운데 사무실에 오는 비율."""
    tokens = block.tokens
    clause = _counted(block, end)
    before = tokens[here - 1] if here else None
    if not (clause and clause.endswith("는")):
        return None
    whole = f"{subject} 가운데 " if subject and before and before.tag == "JKG" else ""
    return f"{whole}{clause} 비율"


def _counted(block: TextBlock, end: int) -> str | None:
    """Give the clause of which the number is the subject, as a modifier (사무실에 오는)."""
    tokens = block.tokens
    at = bisect_left(tokens, end, key=lambda token: token.start)
    if at >= len(tokens) or tokens[at].tag not in ("JKS", "JX"):
        return None
    start = tokens[at].end
    for token in tokens[at + 1 : at + 25]:
        if token.tag in _STEM and token.tag != "VX":
            if token.end - start > 2 * _LONGEST:
                return None
            stem = block.text[start : token.start].strip()
            space = "" if token.tag in ("XSV", "XSA") or not stem else " "
            return f"{stem}{space}{_adnominal(token.form)}".strip()
        if token.tag in ("EF", "SF"):
            break
    return None


def _adnominal(stem: str) -> str:
    """Put a verb stem before a noun: 오 → 오는, 늘 → 느는."""
    last = ord(stem[-1]) - 0xAC00
    if 0 <= last < 11172 and last % 28 == 8:
        stem = stem[:-1] + chr(ord(stem[-1]) - 8)
    return stem + "는"


def sentence_span(block: TextBlock, at: int) -> tuple[int, int]:
    """Give the sentence that holds a character of a block, or the whole block."""
    index = bisect_right(block.sentences, at, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return 0, len(block.text)
    return block.sentences[index].start, block.sentences[index].end
