"""Annotations whose words were not found again, and where the reader may want them to stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from store.model import Annotation, Article, Reading, Selector
from store.notebook.anchors import context_likeness, exact_places, find, sentences, trimmed

_SHOWN = 3
_NEEDED_LIKENESS = 0.4
_NEEDED_SCORE = 0.3


class Candidate(msgspec.Struct, frozen=True):
    """A place that an orphan may be put to: ``Article.text[start:end] == text``; ``score`` is 0 to 1."""

    start: int
    end: int
    text: str
    score: float


class Orphan(msgspec.Struct, frozen=True):
    """An annotation that lost its place, with the best places for it, most like its words first."""

    annotation: Annotation
    candidates: tuple[Candidate, ...]

    @property
    def quote(self) -> str:
        """The words it stood on."""
        return self.annotation.selector.exact if self.annotation.selector else ""


def orphans_of(article: Article, reading: Reading | None, annotations: Iterable[Annotation]) -> list[Orphan]:
    """Give the annotations that stand on no words of the article and on no fact of its reading."""
    facts = {fact.id for fact in reading.facts} if reading else set()
    return [
        Orphan(each, tuple(candidates(each.selector, article.text)))
        for each in annotations
        if each.selector is not None and each.fact not in facts and find(each.selector, article.text) is None
    ]


def candidates(selector: Selector, text: str, limit: int = _SHOWN) -> list[Candidate]:
    """Give up to ``limit`` places for a selector's words that do not overlap, the likeliest first.

    Unlike ``find`` it does not doubt: what it gives is for a person to choose from.
    """
    chosen: list[Candidate] = []
    for each in sorted(_likely(selector, text), key=lambda each: (-each.score, each.start)):
        apart = all(each.end <= other.start or other.end <= each.start for other in chosen)
        if apart and each.score >= _NEEDED_SCORE:
            chosen.append(each)
    return chosen[:limit]


def _likely(selector: Selector, text: str) -> Iterator[Candidate]:
    if not selector.exact:
        return
    for start, end in exact_places(selector, text):
        yield _candidate(selector, text, start, end, 1.0)
    yield from _alike(selector, text)
    from rapidfuzz.fuzz import ratio

    for start, end in sentences(text):
        likeness = ratio(selector.exact, text[start:end]) / 100
        if likeness >= _NEEDED_LIKENESS:
            yield _candidate(selector, text, start, end, likeness)


def _alike(selector: Selector, text: str) -> Iterator[Candidate]:
    """Give the words most like the quote, as long as it is, wherever they stand."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(selector.exact) <= len(text):
        found = partial_ratio_alignment(selector.exact, text, score_cutoff=100 * _NEEDED_LIKENESS)
        if found is not None:
            start, end = trimmed(selector.exact, text, found.dest_start, found.dest_end)
            if start < end:
                yield _candidate(selector, text, start, end, found.score / 100)


def _candidate(selector: Selector, text: str, start: int, end: int, likeness: float) -> Candidate:
    score = (likeness + context_likeness(selector, text, start, end)) / 2
    return Candidate(start, end, text[start:end], round(score, 3))
