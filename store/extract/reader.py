"""Article in, Reading out: the stages of reading in the order that they need each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from store.extract.attribution import attribute
from store.extract.bearers import with_bearers
from store.extract.coreference import resolve_entities
from store.extract.document import Document, TextBlock
from store.extract.english import (
    english_blocks,
    find_english_numbers,
    find_english_quotations,
    find_english_statistics,
    find_english_times,
    with_english_names,
)
from store.extract.enumeration import find_enumerations
from store.extract.event import find_events
from store.extract.facts import assemble
from store.extract.forecast import find_forecasts
from store.extract.harvest import name_finder
from store.extract.language import KOREAN, has_hangul, language_of
from store.extract.litter import litter_left
from store.extract.morphology import analyze
from store.extract.names import Name, tag_names
from store.extract.ner.tagger import Tagger
from store.extract.quantity import find_quantities
from store.extract.quotation import find_quotations
from store.extract.role import find_roles
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.extract.terms import index_terms
from store.extract.version import VERSION
from store.model import AnyFact, Article, Entity, Quantity, ReaderName, Reading, Span, Time


class Reader:
    """Reads articles with one tagger; holds no state of the articles that it has read."""

    def __init__(self, tagger: Tagger, name: ReaderName) -> None:
        """Read with ``tagger``, and sign the readings with ``name``."""
        self._tagger = tagger
        self.name: ReaderName = name

    def read(self, article: Article) -> Reading:
        """Read one article; every span of the reading places in its blocks.

        In a text that is not Korean only what does not depend on Korean is read: numbers, times, names
        that are written in Hangul, and the sure ones of English.
        """
        return self.analyzed(article)[1]

    @litter_left()
    def read_together(self, articles: Sequence[Article]) -> list[Reading]:
        """Read some articles stage by stage: the same readings as one by one, at a tenth less time."""
        return [reading for _, reading in self._analyzed(articles)]

    @litter_left()
    def analyzed(self, article: Article) -> tuple[Document, Reading]:
        """Read one article, and give its analysis too: what an explanation needs."""
        return self._analyzed([article])[0]

    def _analyzed(self, articles: Sequence[Article]) -> list[tuple[Document, Reading]]:
        documents = [
            analyze(article, published_date(article), name_finder([block.text for block in article.blocks]))
            for article in articles
        ]
        names = tag_names(documents, self._tagger)
        return [
            (document, self._assemble(document, tagged))
            for document, tagged in zip(documents, names, strict=True)
        ]

    def _assemble(self, document: Document, tagged: Sequence[Name]) -> Reading:
        english = english_blocks(document.blocks)
        times = _with_english(find_times(document), _days(english, document.published), english)
        quantities = _with_english(find_quantities(document, times), _numbers(english, times), english)
        entities = resolve_entities(document, tagged, times, quantities)
        language = language_of(document.article)
        facts: list[AnyFact] = []
        if language == KOREAN:
            facts = _korean_facts(document, entities, times, quantities)
        else:
            entities = [entity for entity in entities if has_hangul(entity.name)]
            facts = [*find_statistics(document, quantities, times, entities)]
        if english or language != KOREAN:
            entities = with_english_names(english or document.blocks, entities, [*times, *quantities])
            told: list[AnyFact] = [
                *find_english_quotations(english, entities),
                *find_english_statistics(english, quantities),
            ]
            facts = _with_english(facts, told, english)
        return Reading(
            article=document.article.id,
            reader=self.name,
            version=VERSION,
            language=language,
            sentences=tuple(
                Span(block.text[s.start : s.end], block.index, s.start, s.end)
                for block, s in document.sentences()
            ),
            entities=tuple(entities),
            times=tuple(times),
            quantities=tuple(quantities),
            facts=tuple(assemble(document, attribute(document, facts, entities))),
            terms=index_terms(document),
        )


Placed = TypeVar("Placed", bound=Span)


def _with_english(
    korean: Iterable[Placed], read: Iterable[Placed], english: Sequence[TextBlock]
) -> list[Placed]:
    """Put what the rules of English read in the place of what those of Korean did in its blocks."""
    if not english:
        return list(korean)
    indices = {block.index for block in english}
    kept = (*(span for span in korean if span.block not in indices), *read)
    return sorted(kept, key=lambda span: (span.block, span.start))


def _days(english: Sequence[TextBlock], published: date | None) -> list[Time]:
    return [time for block in english for time in find_english_times(block, published)]


def _numbers(english: Sequence[TextBlock], times: Sequence[Time]) -> list[Quantity]:
    taken = {(time.block, at) for time in times for at in range(time.start, time.end)}
    found = [quantity for block in english for quantity in find_english_numbers(block)]
    return [each for each in found if (each.block, each.start) not in taken]


def _korean_facts(
    document: Document, entities: list[Entity], times: list[Time], quantities: list[Quantity]
) -> list[AnyFact]:
    quotations = find_quotations(document, entities)
    return [
        *quotations,
        *find_statistics(document, quantities, times, entities),
        *find_forecasts(document, quotations, times, entities),
        *with_bearers(find_events(document, entities, times), document.blocks, entities),
        *find_roles(document, entities),
        *find_enumerations(document, quantities, entities),
    ]


def published_date(article: Article) -> date | None:
    """Give the day an article was published, or None where it does not say."""
    return date.fromisoformat(article.published[:10]) if article.published else None
