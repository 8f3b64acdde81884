"""From sources to readings without keeping anything: ingest, dedup and extract joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from store.model import Article, ReaderName, Reading

if TYPE_CHECKING:
    from store.extract.reader import Reader
    from store.ingest import Failure

TOGETHER: dict[ReaderName, int] = {"fast": 32, "precise": 1}
"""How many articles are read together in bulk; what the precise reader has read is told at once."""


@cache
def open_reader(name: ReaderName | None = None) -> Reader:
    """Load a reader, once a process; without a name the most precise one that is installed."""
    from store.extract.ner.tagging import load_tagger, reader_in_use
    from store.extract.reader import Reader

    chosen = reader_in_use(name)
    return Reader(load_tagger(chosen), chosen)


def articles_of(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Article | Failure]:
    """Give each article of files, folders and ``-`` (``stdin``), every line once; each failure by name."""
    from store.dedup.paragraphs import fold
    from store.ingest import Failure, ingest, sources

    for source in sources(paths, stdin):
        if isinstance(source, Failure):
            yield source
            continue
        for found in ingest(*source):
            yield found if isinstance(found, Failure) else fold(found)


def read_sources(
    paths: Iterable[str], reader: Reader, stdin: BinaryIO | None = None
) -> Iterator[tuple[Article, Reading] | Failure]:
    """Read every article of the sources; a source that fails is told and the rest goes on."""
    waiting: list[Article] = []
    for each in articles_of(paths, stdin):
        if isinstance(each, Article):
            waiting.append(each)
            if len(waiting) < TOGETHER[reader.name]:
                continue
        yield from zip(waiting, reader.read_together(waiting), strict=True)
        waiting.clear()
        if not isinstance(each, Article):
            yield each
    yield from zip(waiting, reader.read_together(waiting), strict=True)


def contract(article: Article, reading: Reading) -> dict[str, Any]:
    """Give an article and its reading as the one JSON object of ``sinmun read --json``."""
    read = msgspec.to_builtins(reading)
    kept = msgspec.to_builtins(article)
    return {
        **{key: kept[key] for key in ("id", "source", "url", "published", "publisher", "author")},
        "title": article.title,
        **{key: read[key] for key in ("language", "reader", "version")},
        **{key: kept[key] for key in ("blocks", "repeats")},
        **{key: read[key] for key in ("entities", "times", "quantities", "facts")},
    }
