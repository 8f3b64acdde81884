"""Clauses behind a number, as modifiers of what it counts: 사무실에 오는, 새 제도에 찬성한."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import TextBlock, Token
from store.extract.statistic.phrase import Covered
from store.extract.verb_forms import adnominal
from store.extract.word_groups import word_group

_STEM = frozenset({"VV", "XSV", "VA", "XSA", "VCP"})
_CLOSING = frozenset({"고", "며", "으며", "면서", "지만", "는데", "게", "으나", "나"})
_SAID = frozenset({"라고", "다고", "ㄴ다고", "는다고", "라며", "다며"})
"""Endings that close a clause that somebody says (102명이 승객이라고 밝혔다)."""

_SUBJECT = re.compile(r"(?:대|꼴)?[은는이가]\s(?![\"“'‘])")
"""What makes a number the subject of a clause, which begins with no words of somebody's."""

_LONG = 40
"""Characters of the longest clause behind a number."""

_SHORT = 12
"""Characters of the longest thing that something is said to be: 1인 가구이고."""

_DESCRIBES = 5
"""Tokens of the longest clause before a number."""

_DESCRIBING = frozenset({"VV", "XSV", "VX", "EP", "EC", "NNG", "NNP", "XSN", "JKB", "JKO", "JKS", "MAG"})
_LEADING = frozenset(
    {"넘", "달하", "이르", "웃돌", "밑돌", "비롯하", "포함하", "따르", "관하", "대하", "위하"}
)

_NEXT_SUBJECT = ("은", "는", "이", "가")
_JOINING = frozenset({"어", "아", "여", "어서", "아서"})
_OBJECT = re.compile(r"(?:가량|정도)?[을를]\s")
_MORE = re.compile(r"\s(?:넘게|이상|가량|정도)\s")
_ACTION = frozenset({"VV", "XSV"})


def clause_behind(block: TextBlock, end: int, covered: Covered) -> str | None:
    """Give the clause of which the number is the subject, as a modifier (사무실에 오는, 새 제도에 찬성한)."""
    subject = _SUBJECT.match(block.text, end)
    if not subject:
        return None
    tokens, start = block.tokens, subject.end()
    first, joined, inner = block.token_at(start), None, None
    for at in range(first, min(first + 30, len(tokens) - 1)):
        token = tokens[at]
        ended = token.tag in ("SF", "JKQ") or token.end - start > _LONG
        if joined is not None and (ended or token.start in covered):
            # 12명이 감염돼 노인 2명이 숨졌다: another number, another clause.
            stem = block.text[start : tokens[joined].start]
            return stem + adnominal(tokens[joined].form, past=_is_past(tokens, joined + 1))
        if inner is not None and token.tag in ("JX", "JKS") and token.form in _NEXT_SUBJECT:
            # 12만명이 모인 집회에서는 3명이 다쳤다: what the others did is of another clause.
            return adnominal(tokens[inner].form, past=True)
        if token.tag in _STEM and _can_be(tokens, at + 1):
            return block.text[start : tokens[at + 2].end] + " 있는"
        if ended:
            return None
        if at == first and tokens[at + 1].tag == "ETM" and token.tag == "VV" and token.start not in covered:
            inner = at if tokens[at + 1].form in ("ㄴ", "은") else None
        if token.form == "지" and token.tag == "VX" and joined == at - 2 and _closes(tokens, at + 1):
            stem = block.text[start : token.end - 1]  # 병원으로 옮겨지다
            return stem + adnominal(token.form, past=_is_past(tokens, at + 1))
        if token.tag in _ACTION and tokens[at + 1].form in _JOINING:
            joined = at
        if token.tag not in _STEM or not _closes(tokens, at + 1):
            continue
        if tokens[first].tag == "VV" and tokens[first + 1].tag == "ETM":
            return None
        if at == first and token.form in ("되", "이르", "달하"):
            return None
        return _modifier(block, start, at)
    return None


def _modifier(block: TextBlock, start: int, at: int) -> str | None:
    """Give the clause from character ``start`` to the stem at token ``at`` as it stands before a noun."""
    token, stem = block.tokens[at], block.text[start : block.tokens[at].start]
    if token.tag == "VCP":
        return f"{stem}인" if 0 < len(stem) <= _SHORT and not stem.endswith(" ") else None
    return (stem + adnominal(token.form, past=_is_past(block.tokens, at + 1))).strip()


def act_of(block: TextBlock, end: int) -> str | None:
    """Say what is done so many times (열두 차례 교섭했다 → 교섭 횟수, 세 번 만났다 → 만난 횟수)."""
    tokens, at = block.tokens, block.token_at(end)
    first = at
    while at < len(tokens) and tokens[at].tag == "NNG" and at - first < 3:
        at += 1
    if block.text.startswith("에 걸쳐 ", end):
        return _act_at_last(block, end)
    if at >= len(tokens) or tokens[first].start != end + 1:
        return None
    if at > first:
        acted = tokens[at].tag == "XSV" or (tokens[at].tag == "VV" and tokens[at].form in ("하", "되"))
        return f"{block.text[tokens[first].start : tokens[at - 1].end]} 횟수" if acted else None
    if tokens[at].tag != "VV":
        return None
    return f"{adnominal(tokens[at].form, past=_is_past(tokens, at + 1))} 횟수"


def _act_at_last(block: TextBlock, end: int) -> str | None:
    """Say what is done so many times where its object stands between (열두 차례에 걸쳐 돈을 빼돌렸다)."""
    tokens, first, seen = block.tokens, block.token_at(end), False
    for at in range(first, min(first + 20, len(tokens) - 1)):
        token, ending = tokens[at], tokens[at + 1]
        if token.form == "걸치":
            seen = True
        elif seen and token.tag in _ACTION and ending.tag in ("EP", "ETM", "EF"):
            done = adnominal(token.form, past=ending.form not in ("는", "ㄹ", "을"))
            return f"{tokens[at - 1].form} 횟수" if token.tag == "XSV" else f"{done} 횟수"
    return None


def money_made(block: TextBlock, end: int) -> str | None:
    """Say what money is by its verb (하루 9만원을 번다 → 버는 돈)."""
    link = _OBJECT.match(block.text, end) or _MORE.match(block.text, end)
    at = block.token_at(link.end()) if link else len(block.tokens)
    if at + 1 >= len(block.tokens) or block.tokens[at].tag != "VV":
        return None
    token = block.tokens[at]
    if token.form in word_group("reached") | word_group("rising") | word_group("falling"):
        return None
    return f"{adnominal(token.form, past=_is_past(block.tokens, at + 1))} 돈"


def done_to(block: TextBlock, end: int) -> str | None:
    """Give what is done to what the number counts, as a modifier (23건을 단속해 → 단속한)."""
    link = _OBJECT.match(block.text, end)
    if not link:
        return None
    tokens, first = block.tokens, block.token_at(link.end())
    for at in range(first, min(first + 5, len(tokens) - 1)):
        token = tokens[at]
        if token.form in word_group("reached"):
            return None
        if token.tag in _ACTION and tokens[at + 1].tag in ("EP", "EF", "EC"):
            return block.text[link.end() : token.start] + adnominal(token.form, past=_is_past(tokens, at + 1))
        if token.tag in _ACTION and tokens[at + 1].tag == "ETM" and tokens[at + 1].form in ("ㄴ", "은"):
            return block.text[link.end() : token.start] + adnominal(token.form, past=True)
        if token.tag not in ("NNG", "NP", "JKB", "MAG"):
            return None
    return None


def modifier_before(block: TextBlock, first: int, start: int, covered: Covered) -> str | None:
    """Give the clause right before a number that describes what it counts (숨진 12명, 역에 남은 3명)."""
    tokens, at = block.tokens, block.token_at(start) - 1
    while at > 0 and tokens[at].form in ("총", "약", "모두"):
        at -= 1
    if at < 1 or tokens[at].tag != "ETM" or tokens[at - 1].tag not in ("VV", "XSV", "VX", "EP"):
        return None
    end, at = tokens[at].end, at - 1
    if tokens[at].form in word_group("rising") | word_group("falling") | word_group("reached"):
        return None
    opened = at
    while opened >= 0 and tokens[opened].start >= first and opened > at - _DESCRIBES:
        parted = tokens[opened].tag == "EC" and tokens[opened].form not in ("어", "아", "여")
        if parted or tokens[opened].tag not in _DESCRIBING or tokens[opened].start in covered:
            break
        opened -= 1
    while opened < at and tokens[opened + 1].tag in ("JKB", "JKO", "JKS", "XSV", "MAG") and opened + 1 < at:
        opened += 1
    modifier = block.text[tokens[opened + 1].start : end]
    return modifier if tokens[at].form not in _LEADING else None


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the ending at ``at`` ends the clause, and does not lead to another verb or noun."""
    ending = tokens[at]
    if ending.tag in ("EP", "EF"):
        return True
    if ending.form in _SAID:
        return True
    if ending.tag == "EC":
        # 크고 작은 부상: two adjectives before one noun close nothing.
        paired = [token.tag for token in tokens[at + 1 : at + 3]] == ["VA", "ETM"]
        return ending.form in _CLOSING and not paired
    return (
        ending.tag == "ETM" and at + 1 < len(tokens) and tokens[at + 1].form in ("것", "전망", "예정", "계획")
    )


def _can_be(tokens: Sequence[Token], at: int) -> bool:
    """Tell what can be (5천 가구가 쓸 수 있다)."""
    return [token.form for token in tokens[at + 1 : at + 3]] == ["수", "있"] and tokens[at].form in (
        "ㄹ",
        "을",
    )


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the clause whose ending is at ``at``, or the one that it is joined to, is told as past."""
    for token in tokens[at : at + 40]:
        if token.tag == "EP":
            return token.form in ("었", "았", "였")
        if token.tag in ("EF", "SF") or (token.tag == "ETM" and token.form in ("ㄹ", "을")):
            break
    return False
