"""All feeds once: several hosts at a time, each feed's articles kept before its state is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from threading import Event
from typing import NamedTuple

from store.archive.archive import Archive
from store.feeds.subscription import Subscription, Validators
from store.feeds.subscriptions import Subscriptions
from store.ingest import Failure
from store.ingest.limits import MAX_FEED_BYTES
from store.intake.adding import Added, keep_all, says_nothing_new
from store.intake.arrival import Arrival
from store.intake.gathering import Gatherer
from store.web.addresses import host_of
from store.web.errors import FetchError
from store.web.fetcher import Fetcher

WORKERS = 8
_LOOK = 0.2
"""How often, in seconds, a wait for a feed looks whether it was stopped."""


class _Fetched(NamedTuple):
    """What one feed gave; without ``arrivals`` it has not changed."""

    arrivals: list[Arrival | Failure] | None
    validators: Validators | None = None


def refresh(
    archive: Archive,
    feeds: Subscriptions,
    wanted: Sequence[Subscription],
    *,
    stop: Event | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Added]:
    """Fetch the feeds and keep what is new, told in the order of ``wanted``; one that fails stops no other.

    A feed whose articles are kept is remembered with its ETag and date; ``stop`` ends the work where it is.
    """
    stop = stop or Event()
    fetcher = fetcher or Fetcher(stop=stop)
    gatherer = Gatherer(fetcher, partial(says_nothing_new, archive))
    seen = feeds.validators()
    pool = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="feed")
    try:
        waiting = [
            (feed, pool.submit(_fetch, gatherer, fetcher, feed, seen.get(feed.url, Validators())))
            for feed in wanted
        ]
        for feed, future in waiting:
            fetched = _result(future, stop)
            if fetched is None:
                return
            if fetched.arrivals is None:
                yield Added(source=feed.url, outcome="unchanged", title=feed.title)
            else:
                yield from keep_all(archive, fetched.arrivals)
            if fetched.validators is not None:
                feeds.saw(feed.url, fetched.validators)
    except (GeneratorExit, KeyboardInterrupt):
        stop.set()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[_Fetched], stop: Event) -> _Fetched | None:
    """Wait for a feed; None once the work is stopped."""
    while not future.done():
        if stop.is_set():
            return None
        wait([future], timeout=_LOOK)
    return future.result()


def _fetch(gatherer: Gatherer, fetcher: Fetcher, feed: Subscription, before: Validators) -> _Fetched:
    host = host_of(feed.url) if feed.allow_private else None
    try:
        answer = fetcher.get(
            feed.url,
            limit=MAX_FEED_BYTES,
            etag=before.etag,
            modified=before.modified,
            allowed_host=host,
        )
        if answer.unchanged:
            return _Fetched(None)
        arrivals = list(gatherer.entries(feed.url, answer, host, feed.full_text))
    except FetchError as error:
        return _Fetched([Failure(feed.url, None, str(error))])
    is_feed = any(isinstance(each, Arrival) for each in arrivals)
    return _Fetched(arrivals, Validators(answer.etag, answer.modified) if is_feed else None)
