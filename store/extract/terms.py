"""The words of an article as an index wants them: morphemes without josa and endings, and their compounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Literal

from store.extract.document import Document, Token
from store.extract.lexicon import words

_NOUN = ("NN", "NR", "XR", "XPN", "XSN", "SL", "SH", "SN", "W_")
_VERB = ("VV", "VA")
_TO_VERB = ("XSV", "XSA")
_LONGEST = 4
"""Nouns in a compound written as one; longer ones are found by their parts. Written apart, two make one."""


def index_terms(document: Document) -> str:
    """Give the article's terms, each once, in the order of reading, separated by spaces.

    A term is a content morpheme (나델라 of 나델라가), a verb as a dictionary has it (말하다 of 말했다),
    neighbouring nouns as one word, however they were written (인공지능, 데이터센터 of 데이터 센터), or what
    a name ends in (반도체 of 한울반도체).
    """
    terms = chain.from_iterable(_terms(block.tokens) for block in document.blocks)
    return " ".join(dict.fromkeys(terms))


def _terms(tokens: Sequence[Token]) -> list[str]:
    terms: list[str] = []
    nouns: list[str] = []  # what ends with the noun before: itself, and its compounds from the shortest on
    form, end = "", -1
    for token in tokens:
        before, before_end = form, end
        form, start, end = token.form, token.start, token.end
        kind = _kind(token.tag)
        if kind == "noun":
            terms.append(form)
            if len(form) > 3:
                terms += _tails(form)
            if not nouns or start - before_end > 1:
                nouns = [form]
            elif start == before_end:
                nouns = [form, *(noun + form for noun in nouns[: _LONGEST - 1])]
                terms += nouns[1:]
            else:
                terms.append(nouns[0] + form)
                nouns = [form]
            continue
        if kind == "verb":
            terms.append(form + "다")
        elif kind == "to verb" and before_end == start:
            terms.append(before + form + "다")
        elif kind == "adverb":
            terms.append(form)
        nouns = []
    return terms


@cache
def _kind(tag: str) -> Literal["noun", "verb", "to verb", "adverb", "other"]:
    if tag.startswith(_NOUN):
        return "noun"
    if tag.startswith(_VERB):
        return "verb"
    return "to verb" if tag in _TO_VERB else "adverb" if tag == "MAG" else "other"


def _tails(word: str) -> list[str]:
    """Give what a name of at least two syllables more ends in, the longest first."""
    return [word[at:] for at in range(2, len(word) - 1) if word[at:] in _heads()]


@cache
def _heads() -> frozenset[str]:
    keys = ("after_proper", "long_suffixes", "firms", "trades")
    return frozenset(word for key in keys for word in words("organizations", key))
