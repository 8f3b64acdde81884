"""From sources into the archive: ingest, dedup and archive joined, in batches that commit as one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec

from store.archive.archive import Archive
from store.arrival import Arrival
from store.model import Article, SinmunError

if TYPE_CHECKING:
    from store.ingest import Failure

BATCH_ARTICLES = 200
BATCH_SECONDS = 0.25
"""A batch ends with whichever comes first: few commits for many articles, and none waits long for its own."""


class Added(msgspec.Struct, kw_only=True):
    """What became of one article of a source; ``reason`` is why one failed, or what it lacks, and the cure.

    A feed that has nothing new is ``unchanged``.
    """

    source: str
    outcome: Literal["added", "known", "updated", "unchanged", "failed"]
    id: str | None = None
    title: str = ""
    reason: str = ""


def add_sources(
    archive: Archive, paths: Iterable[str], stdin: BinaryIO | None = None, *, allow_private: bool = False
) -> Iterator[Added]:
    """Keep every article of the sources; each is given when the transaction that holds it is committed.

    A path may be an http or https address; with ``allow_private`` its own host may be an inner one.
    """
    return keep_all(archive, _arrivals(archive, paths, stdin, allow_private))


def keep_all(archive: Archive, found: Iterable[Arrival | Failure]) -> Iterator[Added]:
    """Keep articles as they come, in batches."""
    batch: list[Arrival] = []
    began = time.monotonic()
    for each in found:
        if isinstance(each, Arrival):
            batch.append(each)
        else:
            yield failed(each)
        if len(batch) >= BATCH_ARTICLES or time.monotonic() - began > BATCH_SECONDS:
            yield from _keep(archive, batch)
            batch, began = [], time.monotonic()
    yield from _keep(archive, batch)


def failed(failure: Failure) -> Added:
    """Tell of a source, or a part of one, that could not be read."""
    place = f"line {failure.line}: " if failure.line is not None else ""
    return Added(source=failure.source, outcome="failed", reason=place + failure.reason)


def _keep(archive: Archive, batch: list[Arrival]) -> Iterator[Added]:
    if not batch:
        return
    outcomes = iter(archive.add([(each.article, each.raw) for each in batch if not each.known]))
    for article, _, remark, known in batch:
        outcome = "known" if known else next(outcomes)
        reason = remark if outcome in ("added", "updated") else ""
        yield Added(source=article.source, outcome=outcome, id=article.id, title=article.title, reason=reason)


def says_nothing_new(archive: Archive, article: Article) -> bool:
    """Tell whether the archive has everything that an article says, shown or folded away."""
    try:
        kept = archive.article(article.id)
    except SinmunError:
        return False
    texts = {block.text for block in kept.blocks} | {repeat.text for repeat in kept.repeats}
    return all(block.text in texts for block in article.blocks)


def _arrivals(
    archive: Archive, paths: Iterable[str], stdin: BinaryIO | None, allow_private: bool
) -> Iterator[Arrival | Failure]:
    from store.dedup.paragraphs import fold
    from store.ingest import Failure, ingest, sources

    for path in paths:
        if path[:8].casefold().startswith(("http://", "https://")):
            yield from _from_the_web(archive, path, allow_private)
            continue
        for source in sources([path], stdin):
            if isinstance(source, Failure):
                yield source
                continue
            for found in ingest(*source):
                yield found if isinstance(found, Failure) else Arrival(fold(found), found.raw)


def _from_the_web(archive: Archive, url: str, allow_private: bool) -> Iterator[Arrival | Failure]:
    from functools import partial

    from store.gathering import Gatherer
    from store.web.addresses import host_of
    from store.web.fetcher import Fetcher

    gatherer = Gatherer(Fetcher(), partial(says_nothing_new, archive))
    yield from gatherer.page_or_feed(url, host_of(url) if allow_private else None)
