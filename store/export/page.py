"""What a file is made of: an article, its reading and its annotations, each note under what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from store.model import Annotation, AnyFact, Article, Block, Entity, Quotation, Reading

Place = tuple[int, int] | None


@dataclass(frozen=True)
class FactPage:
    """A fact with the annotation on it, if there is one."""

    fact: AnyFact
    annotation: Annotation | None


@dataclass(frozen=True)
class BlockPage:
    """A block with the annotations on words of it."""

    block: Block
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True)
class Page:
    """An article ready for the templates; ``orphans`` are annotations whose words were not found again."""

    article: Article
    blocks: tuple[BlockPage, ...]
    quotations: tuple[FactPage, ...]
    facts: tuple[FactPage, ...]
    about: tuple[Annotation, ...]
    orphans: tuple[Annotation, ...]
    entities: tuple[Entity, ...] = ()


def make_page(
    article: Article, reading: Reading | None, annotations: Sequence[Annotation], places: Mapping[str, Place]
) -> Page:
    """Put every annotation where it belongs; ``places`` tells by id where in ``article.text`` it stands."""
    facts = reading.facts if reading else ()
    known = {fact.id for fact in facts}
    on_fact = {a.fact: a for a in annotations if a.fact in known}
    rest = [a for a in annotations if a.fact not in known]
    pages = tuple(FactPage(fact, on_fact.get(fact.id)) for fact in facts)
    return Page(
        article=article,
        blocks=_blocks(article, rest, places),
        quotations=tuple(page for page in pages if isinstance(page.fact, Quotation)),
        facts=tuple(page for page in pages if not isinstance(page.fact, Quotation)),
        about=tuple(a for a in rest if a.selector is None),
        orphans=tuple(a for a in rest if a.selector is not None and places.get(a.id) is None),
        entities=reading.entities if reading else (),
    )


def _blocks(
    article: Article, annotations: Sequence[Annotation], places: Mapping[str, Place]
) -> tuple[BlockPage, ...]:
    pages = []
    start = 0
    for block in article.blocks:
        end = start + len(block.text)
        here = [a for a in annotations if (place := places.get(a.id)) and start <= place[0] <= end]
        pages.append(BlockPage(block, tuple(here)))
        start = end + 1
    return tuple(pages)


def front_values(
    article: Article, reading: Reading | None, annotations: Sequence[Annotation]
) -> dict[str, Any]:
    """Give the values of the front matter; those that are missing are left out."""
    tags = sorted({"-".join(tag.split()) for annotation in annotations for tag in annotation.tags})
    entities = [entity.name for entity in reading.entities] if reading else []
    values: dict[str, Any] = {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "date": _date(article.published),
        "publisher": article.publisher,
        "author": article.author,
        "entities": list(dict.fromkeys(entities)),
        "tags": tags,
    }
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _date(published: str | None) -> date | str | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return published
