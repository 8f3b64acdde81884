"""The words of an article as an index wants them: morphemes without josa and endings, and their compounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.document import Document, Token
from store.extract.lexicon import words

_NOUN = ("NN", "NR", "XR", "XPN", "XSN", "SL", "SH", "SN", "W_")
_VERB = ("VV", "VA")
_TO_VERB = ("XSV", "XSA")
_LONGEST = 4
"""Nouns in a compound; longer ones are found by their parts."""


def index_terms(document: Document) -> str:
    """Give the article's terms, each once, in the order of reading, separated by spaces.

    A term is a content morpheme (나델라 of 나델라가), a verb as a dictionary has it (말하다 of 말했다),
    neighbouring nouns as one word, however they were written (인공지능, 데이터센터 of 데이터 센터), or what
    a name ends in (반도체 of 한울반도체).
    """
    terms: dict[str, None] = {}
    for block in document.blocks:
        terms.update(dict.fromkeys(_terms(block.tokens)))
    return " ".join(terms)


def _terms(tokens: Sequence[Token]) -> Iterator[str]:
    compound: list[Token] = []
    for i, token in enumerate(tokens):
        if token.tag.startswith(_NOUN):
            if compound and token.start - compound[-1].end > 1:
                compound.clear()
            compound.append(token)
            yield token.form
            yield from _tails(token.form)
            yield from _compounds(compound)
            continue
        if token.tag.startswith(_VERB):
            yield token.form + "다"
        elif token.tag in _TO_VERB and i and tokens[i - 1].end == token.start:
            yield tokens[i - 1].form + token.form + "다"
        elif token.tag == "MAG":
            yield token.form
        compound.clear()


def _tails(word: str) -> Iterator[str]:
    """Give what a name of at least two syllables more ends in, the longest first."""
    yield from (word[at:] for at in range(2, len(word) - 1) if word[at:] in _heads())


@cache
def _heads() -> frozenset[str]:
    keys = ("after_proper", "long_suffixes", "firms", "trades")
    return frozenset(word for key in keys for word in words("organizations", key))


def _compounds(nouns: Sequence[Token]) -> Iterator[str]:
    """Give the compounds that end with the last noun: up to four written as one, or two written apart."""
    word = nouns[-1].form
    for i in range(len(nouns) - 2, max(-1, len(nouns) - 1 - _LONGEST), -1):
        apart = nouns[i].end != nouns[i + 1].start
        if apart and i < len(nouns) - 2:
            return
        word = nouns[i].form + word
        yield word
        if apart:
            return
