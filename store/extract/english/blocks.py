"""Which blocks of an article are English, and where their sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.document import TextBlock
from store.extract.lexicon import words

FEW = 0.15
"""Hangul, as a share of the Latin letters, up to which a block is English: names may stand in it."""

_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile("[a-z]{2,}")
_END = re.compile(r"[.!?][\"”’]?(?= +[\"“‘A-Z])")
_BEFORE_END = re.compile(r"[A-Za-z.]+$")


def english_blocks(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Give the blocks that are English: Latin letters, hardly any Hangul, and words that only English has."""
    return [block for block in blocks if _is_english(block.text)]


def _is_english(text: str) -> bool:
    latin = len(_LATIN.findall(text))
    if latin < 2 or len(_HANGUL.findall(text)) > FEW * latin:
        return False
    found = _WORD.findall(text)
    return not words("english", "plain_words").isdisjoint(found)


def sentences_in(text: str) -> Iterator[tuple[int, int]]:
    """Walk the sentences of a text as ``start, end``; a point behind an abbreviation ends none (Nov. 20)."""
    start = 0
    for match in _END.finditer(text):
        before = _BEFORE_END.search(text, start, match.start())
        if match[0][0] == "." and before and _is_abbreviation(before[0]):
            continue
        yield start, match.end()
        start = match.end() + 1
    if start < len(text):
        yield start, len(text)


@cache
def _abbreviations() -> frozenset[str]:
    return words("english", "abbreviations")


def _is_abbreviation(word: str) -> bool:
    return len(word) == 1 or "." in word or word in _abbreviations()
