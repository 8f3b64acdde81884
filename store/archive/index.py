"""What a query can ask of an article: its words, its morphemes, and the names in its fields.

Everything is a pure function of article and reading, so that what was indexed can be taken out again
without having been stored twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import PurePath

from store.archive.mentions import index_mentions
from store.model import Article, Event, Forecast, Quotation, Reading, RoleFact
from store.search.names import name_key

FIELDS = {"PS": "person", "OG": "org", "LC": "place", "PD": "product", "EV": "event"}


def index_article(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Index a new article: its raw words, and where it comes from."""
    _write_words(connection, row, article, None)
    _write_names(connection, row, set(article_names(article)))


def index_reading(
    connection: sqlite3.Connection, row: int, article: Article, old: Reading | None, new: Reading | None
) -> None:
    """Put a reading's morphemes and names in the place of an older one's; None stands for not read."""
    if (old.terms if old else "") != (new.terms if new else ""):
        _erase_words(connection, row, article, old)
        _write_words(connection, row, article, new)
    kept = set(article_names(article))
    before = set(reading_names(old)) - kept if old else set()
    after = set(reading_names(new)) - kept if new else set()
    _erase_names(connection, row, before - after)
    _write_names(connection, row, after - before)
    index_mentions(connection, row, new)


def forget_article(
    connection: sqlite3.Connection, row: int, article: Article, reading: Reading | None
) -> None:
    """Take out everything that was indexed of an article and its reading."""
    index_reading(connection, row, article, reading, None)
    _erase_words(connection, row, article, None)
    _erase_names(connection, row, set(article_names(article)))


def article_names(article: Article) -> Iterator[tuple[str, str]]:
    """Give the (field, name) pairs of an article as it came; ``source`` is publisher, file or host."""
    host = _host(article.url)
    values = [article.publisher, article.source, PurePath(article.source).name, host, article.author]
    for field, value in zip(("source", "source", "source", "source", "author"), values, strict=True):
        yield from _pairs(field, value)


def reading_names(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give the (field, name) pairs of what was read: each name as a whole, and each word of it."""
    for entity in reading.entities:
        forms = {entity.name, *entity.aliases, *(mention.text for mention in entity.mentions)}
        for form in sorted(forms):
            yield from _pairs(FIELDS[entity.type], form)
    names = {entity.id: entity for entity in reading.entities}
    for fact in reading.facts:
        yield "kind", fact.kind
        yield "certainty", fact.certainty
        if isinstance(fact, Quotation | Forecast):
            for name in fact.speaker.names:
                yield from _pairs("speaker", name)
            if fact.speaker.entity in names:
                entity = names[fact.speaker.entity]
                for form in (entity.name, *entity.aliases):
                    yield from _pairs("speaker", form)
        elif isinstance(fact, Event):
            yield from _pairs("place", fact.place)
        elif isinstance(fact, RoleFact):
            yield from _pairs("title", fact.title)


def _pairs(field: str, value: str | None) -> Iterator[tuple[str, str]]:
    for form in (value, *value.split()) if value else ():
        key = name_key(form)
        if key:
            yield field, key


def _host(url: str | None) -> str | None:
    from urllib.parse import urlsplit

    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def _write_words(connection: sqlite3.Connection, row: int, article: Article, reading: Reading | None) -> None:
    connection.execute(
        "INSERT INTO words (rowid, raw, terms) VALUES (?, ?, ?)",
        (row, article.text, reading.terms if reading else ""),
    )


def _erase_words(connection: sqlite3.Connection, row: int, article: Article, reading: Reading | None) -> None:
    connection.execute(
        "INSERT INTO words (words, rowid, raw, terms) VALUES ('delete', ?, ?, ?)",
        (row, article.text, reading.terms if reading else ""),
    )


def _write_names(connection: sqlite3.Connection, row: int, pairs: set[tuple[str, str]]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO names VALUES (?, ?, ?)", [(*pair, row) for pair in sorted(pairs)]
    )


def _erase_names(connection: sqlite3.Connection, row: int, pairs: set[tuple[str, str]]) -> None:
    connection.executemany(
        "DELETE FROM names WHERE field = ? AND name = ? AND row = ?", [(*pair, row) for pair in sorted(pairs)]
    )
