"""Where notes stand: from offsets in the whole text to blocks, and from a fact or sentence to its note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from store.model import Annotation, AnyFact, Article, Reading, Span
from tui.marks import sign_of

Place = Callable[[Annotation], tuple[int, int] | None]


def block_at(article: Article, offset: int) -> tuple[int, int]:
    """Give block and offset in it for an offset into ``Article.text``."""
    for index, block in enumerate(article.blocks):
        if offset <= len(block.text):
            return index, offset
        offset -= len(block.text) + 1
    return max(0, len(article.blocks) - 1), 0


def signs(
    article: Article, reading: Reading | None, annotations: Iterable[Annotation], place: Place
) -> dict[tuple[int, int], str]:
    """Give the sign of each note at its (block, offset); a note without a place has none."""
    return {spot: sign_of(note) for note, spot in _spots(article, reading, annotations, place)}


def _spots(
    article: Article, reading: Reading | None, annotations: Iterable[Annotation], place: Place
) -> Iterator[tuple[Annotation, tuple[int, int]]]:
    facts = {fact.id: fact for fact in reading.facts} if reading else {}
    for note in annotations:
        fact = facts.get(note.fact) if note.fact else None
        if fact is not None:
            yield note, (fact.block, fact.start)
        elif note.kind == "article":
            yield note, (0, 0)
        elif (found := place(note)) is not None:
            yield note, block_at(article, found[0])


def note_on(
    article: Article,
    annotations: Iterable[Annotation],
    place: Place,
    *,
    fact: AnyFact | None = None,
    span: Span | None = None,
) -> Annotation | None:
    """Give the note on a fact, on a span, or on the whole article where neither is given."""
    for note in annotations:
        if fact is not None:
            if note.fact == fact.id:
                return note
        elif span is not None:
            found = place(note) if note.kind == "span" else None
            if found is not None and block_at(article, found[0]) == (span.block, span.start):
                return note
        elif note.kind == "article":
            return note
    return None
