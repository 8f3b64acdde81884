"""Entities over all articles as the reader has corrected them: archive and corrections joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from store.archive.entities import Entities, EntityPage, EntityRow, Figure, Said
from store.corrections import Correction, corrected, name_now, names_meant, type_now
from store.model import EntityType, Quotation, Reading, SinmunError, Span, Statistic
from store.search.condition import Condition
from store.search.names import name_key

SAID = 200
"""How many quotations a page has, the latest."""
FIGURES = 200
"""How many statistics a page has, the latest."""


def entity_rows(
    entities: Entities, condition: Condition, corrections: Sequence[Correction]
) -> list[EntityRow]:
    """Give the entities of the articles that meet a condition, those of most articles first."""
    return _as_corrected(
        entities.rows(condition), corrections, lambda keys: entities.articles(keys, condition)
    )


def _as_corrected(
    found: list[EntityRow], corrections: Sequence[Correction], articles: Callable[[Sequence[str]], int]
) -> list[EntityRow]:
    """Join the rows whose names were corrected into one; ``articles`` counts those of several keys."""
    if not corrections:
        return found
    joined: dict[tuple[str, EntityType], EntityRow] = {}
    keys: dict[tuple[str, EntityType], list[str]] = {}
    for row in found:
        key = name_key(row.name)
        row.name = name_now(row.name, corrections)
        row.type = type_now(row.name, corrections) or row.type
        at = name_key(row.name), row.type
        known = joined.setdefault(at, row)
        keys.setdefault(at, []).append(key)
        if known is not row:
            known.mentions += row.mentions
    for at, row in joined.items():
        if len(keys[at]) > 1:
            row.articles = articles(keys[at])
    return sorted(joined.values(), key=lambda row: (-row.articles, name_key(row.name), row.type))


def entity_page(entities: Entities, name: str, corrections: Sequence[Correction]) -> EntityPage:
    """Give all that the archive tells of the bearer of a name; raises SinmunError where there is none."""
    called = name_now(name, corrections)
    keys = [name_key(each) for each in names_meant(called, corrections)]
    types = entities.types(keys)
    if not types:
        bearer = entities.bearer(name)
        if bearer is not None:
            return entity_page(entities, bearer, corrections)
        raise SinmunError(f"no article that was read mentions {name!r}: `sinmun entities` lists the names")
    names = entities.names(keys)
    shown = next((each for each in names if name_key(each) == name_key(called)), called)
    parted = {
        name_key(each.other) for each in corrections if each.kind == "split" and name_key(each.name) in keys
    }
    articles, mentions, quotations = entities.totals(keys)
    return EntityPage(
        name=shown,
        type=type_now(called, corrections) or types[0],
        names=tuple(each for each in names if each != shown and name_key(each) not in parted),
        articles=articles,
        mentions=mentions,
        months=tuple(entities.months(keys)),
        roles=tuple(entities.roles(keys)),
        quotations=quotations,
        said=tuple(islice(_said(entities, keys, name_key(called), corrections), SAID)),
        figures=tuple(islice(_figures(entities, keys, name_key(called), corrections), FIGURES)),
        company=tuple(
            _as_corrected(entities.company(keys), corrections, lambda some: entities.together(some, keys))
        ),
    )


def _said(
    entities: Entities, keys: Sequence[str], key: str, corrections: Sequence[Correction]
) -> Iterator[Said]:
    for article, date, source, read in entities.quoting(keys):
        reading = corrected(read, corrections)
        for quotation in _quotations(reading, key):
            yield Said(article=article, date=date, source=source, quotation=quotation)


def _quotations(reading: Reading, key: str) -> Iterator[Quotation]:
    ids = {entity.id for entity in reading.entities if name_key(entity.name) == key}
    for fact in reading.facts:
        if isinstance(fact, Quotation) and fact.speaker.entity in ids:
            yield fact


def _figures(
    entities: Entities, keys: Sequence[str], key: str, corrections: Sequence[Correction]
) -> Iterator[Figure]:
    for article, date, source, read in entities.measuring(keys):
        for statistic in _measured(corrected(read, corrections), key):
            yield Figure(article=article, date=date, source=source, statistic=statistic)


def _measured(reading: Reading, key: str) -> Iterator[Statistic]:
    """Give the statistics in whose sentence or measure an entity stands, and those that it tells."""
    meant = [entity for entity in reading.entities if name_key(entity.name) == key]
    mentions = [mention for entity in meant for mention in entity.mentions]
    names = {name_key(name) for entity in meant for name in (entity.name, *entity.aliases)}
    places: list[Span] = [
        sentence
        for sentence in reading.sentences
        if any(_stands_in(mention, sentence) for mention in mentions)
    ]
    places += _quotations(reading, key)
    for fact in reading.facts:
        if isinstance(fact, Statistic):
            measure = name_key(fact.measure or "")
            named = any(name in measure for name in names)
            if named or any(_stands_in(fact, place) for place in places):
                yield fact


def _stands_in(span: Span, place: Span) -> bool:
    return span.block == place.block and place.start <= span.start < place.end
