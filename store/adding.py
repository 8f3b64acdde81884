"""From sources into the archive: ingest, dedup and archive joined, in batches that commit as one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

import msgspec

from store.archive.archive import Archive
from store.model import Article

if TYPE_CHECKING:
    from store.ingest import Failure

BATCH_ARTICLES = 200
BATCH_SECONDS = 0.25
"""A batch ends with whichever comes first: few commits for many articles, and none waits long for its own."""


class Added(msgspec.Struct, kw_only=True):
    """What became of one article of a source; ``reason`` is why one failed, and the cure."""

    source: str
    outcome: Literal["added", "known", "updated", "failed"]
    id: str | None = None
    title: str = ""
    reason: str = ""


class Kept(NamedTuple):
    """An article on its way into the archive, with the bytes that it came from."""

    article: Article
    raw: bytes


def add_sources(archive: Archive, paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Added]:
    """Keep every article of the sources; each is given when the transaction that holds it is committed."""
    batch: list[Kept] = []
    began = time.monotonic()
    for found in _articles(paths, stdin):
        if isinstance(found, Kept):
            batch.append(found)
        else:
            yield _failed(found)
        if len(batch) >= BATCH_ARTICLES or time.monotonic() - began > BATCH_SECONDS:
            yield from _keep(archive, batch)
            batch, began = [], time.monotonic()
    yield from _keep(archive, batch)


def _failed(failure: Failure) -> Added:
    place = f"line {failure.line}: " if failure.line is not None else ""
    return Added(source=failure.source, outcome="failed", reason=place + failure.reason)


def _keep(archive: Archive, batch: list[Kept]) -> Iterator[Added]:
    if not batch:
        return
    for (article, _), outcome in zip(batch, archive.add(batch), strict=True):
        yield Added(source=article.source, outcome=outcome, id=article.id, title=article.title)


def _articles(paths: Iterable[str], stdin: BinaryIO | None) -> Iterator[Kept | Failure]:
    from store.dedup.paragraphs import fold
    from store.ingest import Failure, ingest, sources

    for source in sources(paths, stdin):
        if isinstance(source, Failure):
            yield source
            continue
        for found in ingest(*source):
            yield found if isinstance(found, Failure) else Kept(fold(found), found.raw)
