"""An article under the reader's lens: its blocks with their morphemes and sentences, tokenised once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import msgspec

from store.model import Article, Role, Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """One morpheme of Kiwi's analysis.

    ``start`` and ``end`` are offsets into the block; contracted morphemes share characters (했 is 하/XSV and
    었/EP at one place). ``form`` has compatibility jamo (ㄴ다, not conjoining ones); ``tag`` is a Sejong tag
    without Kiwi's ``-R``/``-I`` suffixes.
    """

    form: str
    tag: str
    start: int
    end: int


class Sentence(NamedTuple):
    """One sentence: characters ``start:end`` of its block, tokens ``first:last`` of the block's tokens."""

    block: int
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True, eq=False)
class TextBlock:
    """A block of the article with its analysis; each equals itself alone."""

    index: int
    text: str
    role: Role
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    _forms: frozenset[str] | None = field(default=None, init=False)
    _starts: list[int] | None = field(default=None, init=False)

    @property
    def forms(self) -> frozenset[str]:
        """The forms of the block's tokens: a rule whose words are none of them has nothing to look for."""
        if self._forms is None:
            self._forms = frozenset([token.form for token in self.tokens])
        return self._forms

    def token_at(self, offset: int) -> int:
        """Give the index of the first token that starts at the character ``offset`` or behind it."""
        if self._starts is None:
            self._starts = [token.start for token in self.tokens]
        return bisect_left(self._starts, offset)

    def span(self, start: int, end: int) -> Span:
        """Give the words at ``start:end`` as a span of the contract."""
        return Span(self.text[start:end], self.index, start, end)

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """Give the sentence's tokens."""
        return self.tokens[sentence.first : sentence.last]


@dataclass(slots=True)
class Document:
    """What every extractor is given: the article, its date, and its analysed blocks."""

    article: Article
    published: date | None
    blocks: list[TextBlock]

    def sentences(self) -> Iterator[tuple[TextBlock, Sentence]]:
        """Walk all sentences in the order of reading, each with its block."""
        for block in self.blocks:
            for sentence in block.sentences:
                yield block, sentence
