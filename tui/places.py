"""Where an article's notes stand: on which fact, or at which block and offset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from store.model import Annotation, AnyFact, Article, Reading, Span
from tui.destination import Destination

Spot = tuple[int, int]
"""A block and an offset in it."""


@dataclass(frozen=True)
class PlacedNotes:
    """The notes of one article; those whose words are nowhere to be found have no spot."""

    notes: tuple[Annotation, ...] = ()
    spots: Mapping[str, Spot] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    """The ids of the facts that were read in the article."""

    @property
    def by_fact(self) -> dict[str, Annotation]:
        """The notes on facts, by the fact's id."""
        return {note.fact: note for note in self.notes if note.fact in self.facts}

    @property
    def beside(self) -> dict[Spot, Annotation]:
        """The notes that are on no fact, or on one that is read no more, where they stand."""
        return {
            self.spots[note.id]: note
            for note in self.notes
            if note.id in self.spots and note.fact not in self.facts
        }

    @property
    def orphans(self) -> list[Annotation]:
        """The notes that have lost their place."""
        return [note for note in self.notes if note.id not in self.spots]

    def on(self, fact: AnyFact | None, span: Span | None) -> Annotation | None:
        """Give the note on a fact, on a span, or on the whole article where both are None."""
        for note in self.notes:
            if fact is not None:
                if note.fact == fact.id:
                    return note
            elif span is not None:
                apart = note.kind != "article" and note.fact not in self.facts
                if apart and self.spots.get(note.id) == (span.block, span.start):
                    return note
            elif note.kind == "article":
                return note
        return None


def place_notes(
    article: Article,
    reading: Reading | None,
    notes: Iterable[Annotation],
    place: Callable[[Annotation], tuple[int, int] | None],
) -> PlacedNotes:
    """Find the place of every note; ``place`` gives a note's offsets in ``Article.text``, or None."""
    facts = {fact.id: fact for fact in reading.facts} if reading else {}
    kept = tuple(notes)
    spots: dict[str, Spot] = {}
    for note in kept:
        fact = facts.get(note.fact) if note.fact else None
        if fact is not None:
            spots[note.id] = (fact.block, fact.start)
        elif note.kind == "article":
            spots[note.id] = (0, 0)
        elif (found := place(note)) is not None:
            spots[note.id] = block_at(article, found[0])
    return PlacedNotes(kept, spots, frozenset(facts))


def block_at(article: Article, offset: int) -> Spot:
    """Give block and offset in it for an offset into ``Article.text``."""
    for index, block in enumerate(article.blocks):
        if offset <= len(block.text):
            return index, offset
        offset -= len(block.text) + 1
    return max(0, len(article.blocks) - 1), 0


def span_at(article: Article, start: int, end: int) -> Span:
    """Give the span that begins at an offset into ``Article.text``, no longer than its block."""
    block, first = block_at(article, start)
    text = article.blocks[block].text[first : first + end - start]
    return Span(text, block, first, first + len(text))


def destination(annotation: Annotation, article: Article, place: tuple[int, int] | None) -> Destination:
    """Give where an annotation stands in its article; ``place`` are its offsets there, None for nowhere."""
    span = span_at(article, *place) if place is not None else None
    return Destination(article.id, span, annotation.fact or "")


def offsets_of(article: Article, span: Span) -> tuple[int, int]:
    """Give where a span stands in ``Article.text``."""
    before = sum(len(block.text) + 1 for block in article.blocks[: span.block])
    return before + span.start, before + span.end
