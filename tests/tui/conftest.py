"""A desk with three articles that were read beforehand, and apps on it that never start a reader."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from store.desk import Desk
from store.model import Article, ReaderName, Reading
from tests.tui.articles import ARTICLES, reading_of
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen


class SilentWorker:
    """Takes every article and says nothing until a test fulfils its promise."""

    def __init__(self) -> None:
        self.at_once = 1
        self.asked: list[tuple[Article, Future[Reading]]] = []
        self.closed = False

    def submit(self, article: Article, reader: ReaderName | None = None) -> Future[Reading]:
        future: Future[Reading] = Future()
        self.asked.append((article, future))
        return future

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def empty_desk(home: Path) -> Iterator[Desk]:
    with Desk.open(home) as opened:
        yield opened


@pytest.fixture
def unread_desk(empty_desk: Desk) -> Desk:
    """The articles, none of them read by a reader yet."""
    empty_desk._archive.add([(article, b"") for article in ARTICLES])
    return empty_desk


@pytest.fixture
def desk(unread_desk: Desk) -> Desk:
    for article in ARTICLES:
        unread_desk.keep_reading(reading_of(article))
    return unread_desk


@pytest.fixture
def worker() -> SilentWorker:
    return SilentWorker()


@pytest.fixture
def app(desk: Desk, worker: SilentWorker) -> SinmunApp:
    return SinmunApp(lambda: desk, lang="ko", worker=lambda: worker)


@pytest.fixture(scope="session")
def stocked_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with everything in it, made once; nobody writes there."""
    from tests.tui.stocked import fill

    home = tmp_path_factory.mktemp("stocked") / "home"
    fill(home)
    return home


@pytest.fixture
def stocked(stocked_home: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk on which every action has something to do; words are not analysed."""
    shutil.copytree(stocked_home, home)
    monkeypatch.setattr(Desk, "morphemes", lambda *_: ("가/JKS",))
    with Desk.open(home) as opened:
        yield opened


@pytest.fixture(autouse=True)
def done_as_marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """See that a test which is marked to do actions has them done."""
    marked = {name for mark in request.node.iter_markers("does") for name in mark.args}
    done: set[str] = set()
    run_action = SinmunApp.run_action

    async def noted(self: SinmunApp, action: object, *args: object, **kwargs: object) -> bool:
        name = action if isinstance(action, str) else action[1]
        done.add(_FIELDS_OWN.get(name, name).rpartition(".")[2].partition("(")[0])
        return await run_action(self, action, *args, **kwargs)

    monkeypatch.setattr(SinmunApp, "run_action", noted)
    yield
    assert marked <= done, f"never done: {sorted(marked - done)}"


_FIELDS_OWN = {"submit": "apply"}
"""What a field calls it when its enter key is pressed."""


@asynccontextmanager
async def sitting(app: SinmunApp, width: int = 140, height: int = 42) -> AsyncIterator[Pilot[None]]:
    """Run an app without a terminal, from when its list has come."""
    async with app.run_test(size=(width, height)) as pilot:
        await seated(pilot)
        yield pilot


async def seated(pilot: Pilot[None]) -> None:
    """Wait until the desk is open and its list has come."""
    app = pilot.app
    assert isinstance(app, SinmunApp)
    while app.desk_screen is None or not app.desk_screen.loaded:
        await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all that was typed has been answered, and all that was asked for is done."""
    app = pilot.app
    await pilot.pause()
    while any(
        not worker.is_finished and worker.group not in ("reading", "orphans") for worker in app.workers
    ) or not all(getattr(screen, "settled", True) for screen in app.screen_stack):
        await pilot.pause()
    await pilot.pause()


def desk_of(app: SinmunApp) -> DeskScreen:
    assert app.desk_screen is not None
    return app.desk_screen


MakeApp = Callable[..., SinmunApp]


@pytest.fixture
def make_app(worker: SilentWorker) -> MakeApp:
    """Make an app on any desk: ``make_app(desk, lang="en")``."""

    def make(desk: Desk, *, lang: str = "ko", samples: Path | None = None) -> SinmunApp:
        return SinmunApp(lambda: desk, lang=lang, samples=samples, worker=lambda: worker)

    return make


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The picture that a screen must be: ``assert await look(app, size, keys("n")) == picture``."""
    from tests.tui.looks import Picture

    return snapshot.use_extension(Picture)
