"""The feeds that are followed: ``<home>/feeds.json``, the reader's own, and beside it what is derived.

``feeds-seen.json`` has for each feed what its server gave to ask with whether it has changed; without the
file everything is fetched once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from store.feeds.subscription import Subscription, Validators
from store.files import explained, write_atomically
from store.model import SinmunError

WAIT_SECONDS = 20.0
MAX_FEEDS = 10_000

Kind = TypeVar("Kind")


class Subscriptions:
    """The list of feeds in the folder ``home``; two processes may change it at the same time."""

    def __init__(self, home: Path) -> None:
        """Nothing is read before it is asked for."""
        self._path = home / "feeds.json"
        self._seen = home / "feeds-seen.json"
        self._lock = home / "feeds.lock"

    def all(self, tag: str | None = None) -> list[Subscription]:
        """Give the feeds in the order in which they were added, or those that have a tag."""
        feeds = _read(self._path, list[Subscription], "correct it by hand, or move it away") or []
        return [feed for feed in feeds if tag is None or tag in feed.tags]

    def add(self, feeds: Iterable[Subscription]) -> list[tuple[Subscription, bool]]:
        """Keep feeds, each by its address; tells of each whether it is new. A known one gains new tags."""
        told = []
        with self._held():
            kept = {feed.url: feed for feed in self.all()}
            for feed in feeds:
                old = kept.get(feed.url)
                kept[feed.url] = feed if old is None else _joined(old, feed)
                told.append((kept[feed.url], old is None))
            if len(kept) > MAX_FEEDS:
                raise SinmunError(f"{len(kept):,} feeds are more than the {MAX_FEEDS:,} that are followed")
            self._write(kept.values())
        return told

    def remove(self, url: str) -> Subscription:
        """Take a feed off the list; raises SinmunError where it is not there."""
        with self._held():
            feeds = self.all()
            found = next((feed for feed in feeds if feed.url == url), None)
            if found is None:
                raise SinmunError(f"{url}: no such feed is followed: `sinmun feed list` shows them")
            self._write(feed for feed in feeds if feed is not found)
        return found

    def validators(self) -> dict[str, Validators]:
        """Give what to ask each server with; a damaged file is none."""
        try:
            return _read(self._seen, dict[str, Validators], "") or {}
        except SinmunError:
            return {}

    def saw(self, url: str, validators: Validators) -> None:
        """Keep what a feed's server gave, once its articles are kept; feeds that are gone are forgotten."""
        with self._held():
            followed = {feed.url for feed in self.all()}
            seen = {**self.validators(), url: validators}
            kept = {
                feed: seen[feed] for feed in sorted(seen) if feed in followed and seen[feed] != Validators()
            }
            write_atomically(self._seen, msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")

    def _write(self, feeds: Iterable[Subscription]) -> None:
        write_atomically(self._path, msgspec.json.format(msgspec.json.encode(list(feeds)), indent=2) + b"\n")

    @contextmanager
    def _held(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        try:
            with explained(self._lock), FileLock(self._lock, timeout=WAIT_SECONDS):
                yield
        except Timeout as error:
            raise SinmunError(
                f"{self._lock}: another sinmun has held the feeds for {WAIT_SECONDS:.0f} s: "
                "close it, then try again"
            ) from error


def _joined(old: Subscription, new: Subscription) -> Subscription:
    return msgspec.structs.replace(
        old,
        title=old.title or new.title,
        tags=tuple(dict.fromkeys((*old.tags, *new.tags))),
        allow_private=old.allow_private or new.allow_private,
    )


def _read(path: Path, kind: type[Kind], cure: str) -> Kind | None:
    with explained(path):
        if not path.exists():
            return None
        data = path.read_bytes()
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, ValueError) as error:
        raise SinmunError(f"{path}: it is no list of feeds ({error}): {cure}") from None
