"""The feeds and folders that the reader follows, and what comes of them into the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from store.archive.archive import Archive
from store.feeds.subscription import Subscription
from store.feeds.subscriptions import Subscriptions
from store.files import explained, write_atomically
from store.model import SinmunError
from store.notebook.tags import normalize_tags

if TYPE_CHECKING:
    from threading import Event

    from store.intake.adding import Added

__all__ = ["Followed", "Following", "Subscription"]


class Followed(msgspec.Struct, kw_only=True):
    """What became of a feed that was to be followed; ``reason`` is why one was left."""

    url: str
    outcome: str
    title: str = ""
    tags: tuple[str, ...] = ()
    reason: str = ""


class Following:
    """Every method may be called from any thread; they raise SinmunError with the cause and the cure."""

    def __init__(self, home: Path, archive: Archive) -> None:
        """Nothing is read before it is asked for."""
        self._archive = archive
        self._subscriptions = Subscriptions(home)

    def feeds(self, tag: str | None = None) -> list[Subscription]:
        """Give the feeds that are followed, or those with a tag, in the order in which they were added."""
        return self._subscriptions.all(tag)

    def check(self) -> list[str]:
        """Give what is wrong with the list of feeds, empty where it is sound."""
        try:
            self.feeds()
        except SinmunError as error:
            return [str(error)]
        return []

    def add(
        self,
        url: str,
        *,
        title: str = "",
        tags: Iterable[str] = (),
        full_text: bool = True,
        allow_private: bool = False,
    ) -> Followed:
        """Follow a feed; one that is followed already gets the new tags."""
        from store.web.addresses import checked_address

        feed = Subscription(
            url=checked_address(url),
            title=title,
            tags=normalize_tags(tags),
            full_text=full_text,
            allow_private=allow_private,
        )
        return _followed(*self._subscriptions.add([feed])[0])

    def remove(self, url: str) -> Subscription:
        """Follow a feed no longer; its articles stay."""
        return self._subscriptions.remove(url)

    def bring(self, path: Path) -> list[Followed]:
        """Follow the feeds of an OPML file; what is no feed for us is told as failed."""
        from store.feeds.opml import MAX_BYTES, Refused, read_opml
        from store.ingest.encoding import decode
        from store.web.addresses import checked_address

        with explained(path), path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise SinmunError(f"{path}: it has more than {MAX_BYTES:,} bytes: it is no list of feeds")
        refused: list[Followed] = []
        feeds: list[Subscription] = []
        try:
            for each in read_opml(decode(data), normalize_tags):
                if isinstance(each, Refused):
                    refused.append(Followed(url=each.url, outcome="failed", reason=each.reason))
                    continue
                try:
                    feeds.append(msgspec.structs.replace(each, url=checked_address(each.url)))
                except SinmunError as error:
                    refused.append(Followed(url=each.url, outcome="failed", reason=str(error)))
        except SinmunError as error:
            raise SinmunError(f"{path}: {error}") from None
        return [*(_followed(*told) for told in self._subscriptions.add(feeds)), *refused]

    def opml(self) -> bytes:
        """Give the feeds that are followed as an OPML file."""
        from store.feeds.opml import write_opml

        return write_opml(self.feeds())

    def take(self, path: Path) -> int:
        """Write the feeds to an OPML file, and give how many they are."""
        write_atomically(path, self.opml())
        return len(self.feeds())

    def refresh(self, tag: str | None = None, *, stop: Event | None = None) -> Iterator[Added]:
        """Fetch every feed, or those with a tag, and keep what is new; ``stop`` ends it where it is."""
        from store.intake.refreshing import refresh

        return refresh(self._archive, self._subscriptions, self.feeds(tag), stop=stop)

    def watch(self, folder: Path, *, stop: Event | None = None) -> Iterator[Added]:
        """Keep whatever lies in a folder or comes into it, until ``stop`` is set."""
        from store.intake.watching import watch

        return watch(self._archive, folder, stop=stop)


def _followed(feed: Subscription, is_new: bool) -> Followed:
    outcome = "added" if is_new else "known"
    return Followed(url=feed.url, outcome=outcome, title=feed.title, tags=feed.tags)
