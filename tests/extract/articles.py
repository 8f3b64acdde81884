"""Articles for the tests of extraction, read by the real tagger as far as the names in them."""

from __future__ import annotations

from datetime import date
from functools import cache

from store.extract.coreference import resolve_entities
from store.extract.document import Document
from store.extract.harvest import name_finder
from store.extract.morphology import analyze
from store.extract.names import tag_names
from store.extract.ner.fast import FastTagger
from store.extract.quantity import find_quantities
from store.extract.temporal import find_times
from store.model import Article, Block, Entity, Time

PUBLISHED = date(2024, 3, 15)


@cache
def tagger() -> FastTagger:
    return FastTagger.load()


def article(*paragraphs: str, title: str = "새 소식") -> Article:
    blocks = (Block(title, "title"), *(Block(paragraph, "paragraph") for paragraph in paragraphs))
    return Article(id="test", source="test", blocks=blocks, published=PUBLISHED.isoformat())


def named(*paragraphs: str, title: str = "새 소식") -> tuple[Document, list[Entity], list[Time]]:
    made = article(*paragraphs, title=title)
    document = analyze(made, PUBLISHED, name_finder([block.text for block in made.blocks]))
    times = find_times(document)
    quantities = find_quantities(document, times)
    return document, resolve_entities(document, tag_names([document], tagger())[0], times, quantities), times


def entities_of(*paragraphs: str, title: str = "새 소식") -> list[Entity]:
    return named(*paragraphs, title=title)[1]
