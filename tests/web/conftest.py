"""A site on loopback and a client whose clock is ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.web.fetcher import Fetcher
from tests.web.clock import Clock
from tests.web.server import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Fetcher:
    return Fetcher(now=clock.now, sleep=clock.sleep)
