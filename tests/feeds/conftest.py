"""A site on loopback, an archive of its own, and a clock that nobody waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from store.desk import Desk
from store.feeds.subscription import Subscription
from store.feeds.subscriptions import Subscriptions
from store.intake.adding import Added
from store.intake.refreshing import refresh
from store.web.fetcher import Fetcher
from tests.web.clock import Clock
from tests.web.server import Site, serving

Refresh = Callable[..., list[Added]]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with Desk.open(home) as opened:
        yield opened


@pytest.fixture
def refreshed(desk: Desk, site: Site) -> Refresh:
    """Follow the feeds at these paths of the site, and refresh them all: ``refreshed("/a", "/b")``."""

    def go(*paths: str, **more: bool) -> list[Added]:
        clock, stop = Clock(), Event()
        feeds = Subscriptions(desk.home)
        feeds.add(
            Subscription(url=site.url + path, **{"allow_private": True, **more})  # type: ignore[arg-type]
            for path in paths
        )
        fetcher = Fetcher(stop=stop, now=clock.now, sleep=clock.sleep)
        return list(refresh(desk._archive, feeds, feeds.all(), stop=stop, fetcher=fetcher))

    return go
