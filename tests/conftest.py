"""What every test gets: a home of its own, a fixed language, an end; and hypothesis without deadlines."""

from __future__ import annotations

import asyncio
import functools
import inspect
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "sinmun", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sinmun")

PATIENCE = 90
"""Seconds after which a test that awaits something fails, and shows where; pyproject's faulthandler_timeout
ends one that holds the whole process."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Give every asynchronous test an end."""
    if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
        item.obj = impatient(item.obj)


def impatient(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    @functools.wraps(test)
    async def within(*args: object, **kwargs: object) -> None:
        async with asyncio.timeout(PATIENCE):
            await test(*args, **kwargs)

    return within


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a test's data in its own folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SINMUN_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    return folder


@pytest.fixture
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the command line speak English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Give the folder of sample articles."""
    return Path(__file__).parent.parent / "seeds"
