"""Clauses behind a number, as modifiers of what it counts: 사무실에 오는, 새 제도에 찬성한."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.document import TextBlock, Token
from store.extract.statistic.phrase import LONGEST, token_index
from store.extract.verb_forms import adnominal
from store.extract.word_groups import word_group

_STEM = frozenset({"VV", "XSV", "VA", "XSA", "VCP"})
_CLOSING = frozenset({"고", "며", "으며", "면서", "지만", "는데", "게", "으나", "나"})
_SUBJECT = re.compile(r"(?:대|꼴)?[은는이가]\s(?![\"“'‘])")
"""What makes a number the subject of a clause, which begins with no words of somebody's."""

_SHORT = 12
"""Characters of the longest thing that something is said to be: 1인 가구이고."""

_OBJECT = re.compile(r"(?:가량|정도)?[을를]\s")
_ACTION = frozenset({"VV", "XSV"})


def clause_behind(block: TextBlock, end: int) -> str | None:
    """Give the clause of which the number is the subject, as a modifier (사무실에 오는, 새 제도에 찬성한)."""
    subject = _SUBJECT.match(block.text, end)
    if not subject:
        return None
    tokens, start = block.tokens, subject.end()
    first = token_index(tokens, start)
    for at in range(first, min(first + 30, len(tokens) - 1)):
        token = tokens[at]
        if token.tag in ("SF", "JKQ") or token.end - start > 2 * LONGEST:
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


def done_to(block: TextBlock, end: int) -> str | None:
    """Give what is done to what the number counts, as a modifier (23건을 단속해 → 단속한)."""
    link = _OBJECT.match(block.text, end)
    if not link:
        return None
    tokens, first = block.tokens, token_index(block.tokens, link.end())
    for at in range(first, min(first + 5, len(tokens) - 1)):
        token = tokens[at]
        if token.form in word_group("reached"):
            return None
        if token.tag in _ACTION and tokens[at + 1].tag in ("EP", "EF", "EC"):
            return block.text[link.end() : token.start] + adnominal(token.form, past=_is_past(tokens, at + 1))
        if token.tag not in ("NNG", "JKB", "MAG"):
            return None
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
