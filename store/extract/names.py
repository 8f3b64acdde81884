"""Names as the tagger finds them, and the index that answers which entity stands where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.extract.document import Document, Token
from store.extract.ner.tagger import Tagger, TagType
from store.model import Entity, Span


class Name(NamedTuple):
    """A tagged name in its block, before anything is known of the document around it."""

    block: int
    start: int
    end: int
    type: TagType
    score: float


def tag_names(documents: Sequence[Document], tagger: Tagger) -> list[list[Name]]:
    """Tag every sentence of some documents; the names of each come in the order of reading."""
    places = [place for document in documents for place in document.sentences()]
    sentences = [block.text[s.start : s.end] for block, s in places]
    tokens = [
        [Token(t.form, t.tag, t.start - s.start, t.end - s.start) for t in block.tokens_of(s)]
        if s.start
        else block.tokens_of(s)
        for block, s in places
    ]
    tags = iter(tagger.tag(sentences, tokens))
    return [
        [
            Name(block.index, sentence.start + tag.start, sentence.start + tag.end, tag.type, tag.score)
            for block, sentence in document.sentences()
            for tag in next(tags)
        ]
        for document in documents
    ]


class MentionIndex:
    """Answers which mention covers a place, and which mentions lie in a stretch of a block."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index the mentions of ``entities``; mentions do not overlap."""
        self._by_block: dict[int, list[tuple[Span, Entity]]] = {}
        self._named: dict[str, Entity] = {}
        self._called: dict[str, Entity] = {}
        for entity in entities:
            self._named.setdefault(entity.name, entity)
            for name in (entity.name, *entity.aliases):
                self._called.setdefault(name, entity)
            for mention in entity.mentions:
                self._by_block.setdefault(mention.block, []).append((mention, entity))
        for mentions in self._by_block.values():
            mentions.sort(key=lambda pair: (pair[0].start, pair[0].end))

    def is_of(self, name: str, types: Sequence[str]) -> bool:
        """Say whether a name is that of an entity of some types."""
        return name in self._named and self._named[name].type in types

    def called(self, name: str) -> Entity | None:
        """Give the first entity that goes by a name, its own or another, or None."""
        return self._called.get(name)

    def id_of(self, name: str) -> str | None:
        """Give the id of the entity of that name, or None."""
        return self._named[name].id if name in self._named else None

    def within(self, block: int, start: int, end: int) -> Sequence[tuple[Span, Entity]]:
        """Give the mentions that lie wholly inside ``start:end``, in order."""
        return [
            (mention, entity)
            for mention, entity in self._by_block.get(block, ())
            if start <= mention.start and mention.end <= end
        ]

    def at(self, block: int, offset: int) -> tuple[Span, Entity] | None:
        """Give the mention that covers the character at ``offset``, or None."""
        mentions = self._by_block.get(block, [])
        i = bisect_right(mentions, offset, key=lambda pair: pair[0].start) - 1
        if i >= 0 and offset < mentions[i][0].end:
            return mentions[i]
        return None
