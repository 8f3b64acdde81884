"""From sources into the archive: ingest, dedup and archive joined, in batches that commit as one."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec

from store.archive.archive import Archive
from store.intake.arrival import Arrival
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
    new = [each for each in batch if not each.known]
    outcomes = iter(archive.add([(each.article, each.raw) for each in new], [each.keys for each in new]))
    for each in batch:
        article, outcome = each.article, "known" if each.known else next(outcomes)
        reason = each.remark if outcome in ("added", "updated") else ""
        yield Added(source=article.source, outcome=outcome, id=article.id, title=article.title, reason=reason)


def says_nothing_new(archive: Archive, article: Article) -> bool:
    """Tell whether the archive has everything that an article says, shown or folded away."""
    try:
        kept = archive.article(article.id)
    except SinmunError:
        return False
    texts = [block.text for block in kept.blocks] + [repeat.text for repeat in kept.repeats]
    have = _letters(texts)
    return all(_letters([block.text]) in have for block in article.blocks)


def _letters(texts: Iterable[str]) -> str:
    return "".join(char for text in texts for char in text if char.isalnum())


def _arrivals(
    archive: Archive, paths: Iterable[str], stdin: BinaryIO | None, allow_private: bool
) -> Iterator[Arrival | Failure]:
    from store.ingest import Failure, sources
    from store.intake.preparing import prepare_all

    for from_web, together in groupby(paths, _is_address):
        if from_web:
            for url in together:
                yield from _from_the_web(archive, url, allow_private)
        else:
            for found in prepare_all(sources(together, stdin)):
                yield found if isinstance(found, Failure) else _unless_shortened(archive, found)


def _unless_shortened(archive: Archive, found: Arrival) -> Arrival:
    """Leave the mere beginning of an article that the archive has the whole text of."""
    from store.ingest.given import given

    told = given(found.raw)
    known = told is not None and told.cut and says_nothing_new(archive, found.article)
    return found._replace(known=True) if known else found


def _is_address(path: str) -> bool:
    return path[:8].casefold().startswith(("http://", "https://"))


def _from_the_web(archive: Archive, url: str, allow_private: bool) -> Iterator[Arrival | Failure]:
    from functools import partial

    from store.intake.gathering import Gatherer
    from store.web.addresses import host_of
    from store.web.fetcher import Fetcher

    gatherer = Gatherer(Fetcher(), partial(says_nothing_new, archive))
    yield from gatherer.page_or_feed(url, host_of(url) if allow_private else None)
