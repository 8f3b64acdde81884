"""Which annotations have lost their words: neither they nor the fact they were made on are found any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from store.archive.annotations import Annotations, Key
from store.archive.archive import Archive
from store.model import Annotation, Reading, SinmunError
from store.notebook.anchors import find

ReadingOf = Callable[[str], Reading | None]
"""Gives what was read in an article."""


def is_lost(annotation: Annotation, text: str | None, reading_of: ReadingOf) -> bool:
    """Tell of an annotation and the text of its article, None where the archive has none."""
    if annotation.selector is None:
        return False
    if text is None:
        return True
    if find(annotation.selector, text) is not None:
        return False
    reading = reading_of(annotation.article) if annotation.fact else None
    return reading is None or all(fact.id != annotation.fact for fact in reading.facts)


def text_of(archive: Archive, article_id: str) -> str | None:
    """Give the text of an article, None where the archive does not have it."""
    try:
        return archive.article(article_id).text
    except SinmunError:
        return None


def lost(archive: Archive, annotations: Annotations, reading_of: ReadingOf) -> Iterator[Key]:
    """Look through all annotations: a second for some ten thousand."""
    for article, anchored in groupby(annotations.anchored(), lambda each: each.article):
        text = text_of(archive, article)
        yield from ((article, each.id) for each in anchored if is_lost(each, text, reading_of))
