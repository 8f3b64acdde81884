"""How what is seldom seen looks: work that goes on, what went wrong, what is empty, what is done to many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path
from threading import Event

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input
from textual.widgets._toast import Toast

from store.desk import Added, Desk
from store.files import refused
from store.model import SinmunError
from tests.tui.articles import NURI
from tests.tui.conftest import MakeApp, desk_of, settle
from tests.tui.looks import EVERY_LOOK, Act, look
from tests.tui.test_notebook import annotated
from tests.tui.test_orphans import NEW, OLD, orphan
from tui.screens.pages.entity import EntityScreen


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what is said stay, however slow the machine."""
    monkeypatch.setattr("tui.widgets.top_line.SAID_SECONDS", 600.0)
    monkeypatch.setattr("tui.errors.BAD_SECONDS", 600.0)


EMPTY_FILE = "it is empty: there is nothing to read in it"
NO_NETWORK = "Network is unreachable"
FULL = OSError(28, "No space left on device")
BUSY = SinmunError("notebook.db: another program keeps it locked: close that program and try again")


def settled(*pressed: str) -> Act:
    """Press keys, then wait until all that was asked for is done."""

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press(*pressed)
        await settle(pilot)

    return act


def filled(text: str, *pressed: str) -> Act:
    """Put a text into the field, then press keys."""

    async def act(pilot: Pilot[None]) -> None:
        pilot.app.screen.query_one(Input).value = text
        await pilot.pause()
        await settled(*pressed)(pilot)

    return act


@EVERY_LOOK
async def test_long_work_and_what_could_not_be_read(
    picture: SnapshotAssertion,
    desk: Desk,
    make_app: MakeApp,
    lang: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """How far it is, with the cures of what failed; then what came of it once it was stopped."""
    goes_on, waits = Event(), Event()

    def adding(self: Desk, sources: object) -> Iterator[Added]:
        for number in range(1200):
            yield Added(source=f"기사/{number}.txt", outcome="added")
        yield Added(source="기사/빈 파일.txt", outcome="failed", reason=EMPTY_FILE)
        yield Added(source="https://news.example.com/1", outcome="failed", reason=NO_NETWORK)
        waits.set()
        goes_on.wait(20)
        yield Added(source="기사/1202.txt", outcome="known")

    async def begin(pilot: Pilot[None]) -> None:
        clock = chain([0.0], repeat(2.0))
        monkeypatch.setattr("tui.screens.work.long.monotonic", lambda: next(clock))
        monkeypatch.setattr("tui.screens.work.long.EVERY_SECONDS", 0.0)
        monkeypatch.setattr("store.ingest.walk.count_sources", lambda paths: 10_000)
        monkeypatch.setattr(Desk, "add", adding)
        desk_of(app).add(["기사"])
        while not waits.is_set() or len(pilot.app.screen.query(Toast)) < 2:
            await pilot.pause()
        await pilot.pause()

    async def stop(pilot: Pilot[None]) -> None:
        await pilot.press("escape")
        goes_on.set()
        await settle(pilot)
        app.clear_notifications()
        await pilot.pause()

    app = make_app(desk, lang=lang)
    try:
        assert await look(app, size, begin, stop, notices=True) == picture
    finally:
        goes_on.set()


@EVERY_LOOK
async def test_what_is_typed_stays_where_it_cannot_be_saved(
    picture: SnapshotAssertion,
    desk: Desk,
    make_app: MakeApp,
    lang: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A full disk in the editor, a notebook in use in the tag dialog, a path that is not there."""

    def full(self: Desk, *given: object, **more: object) -> None:
        raise refused(Path("~/.local/share/sinmun/notebook/2024.jsonl"), FULL)

    def busy(self: Desk, *given: object, **more: object) -> None:
        raise BUSY

    async def save(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "]", "n", *"확인")
        monkeypatch.setattr(Desk, "annotate", full)
        await pilot.press("ctrl+s")
        await pilot.pause()

    async def tag(pilot: Pilot[None]) -> None:
        await pilot.press("escape", "y", "t", *"실적")
        monkeypatch.setattr(Desk, "annotate", busy)
        await pilot.press("ctrl+s")
        await pilot.pause()

    async def add(pilot: Pilot[None]) -> None:
        await pilot.press("escape", "y", "plus")
        await filled("어디에도/없는/기사.txt '옛 기사'", "enter")(pilot)

    assert await look(make_app(desk, lang=lang), size, save, tag, add) == picture


@EVERY_LOOK
async def test_nothing_yet(
    picture: SnapshotAssertion, empty_desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    """A notebook without notes, and a search in an empty archive."""
    acts = [settled("b"), settled("escape", "slash")]
    assert await look(make_app(empty_desk, lang=lang), size, *acts) == picture


@EVERY_LOOK
async def test_many_notes_at_once(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    """Tags for several, the question before a verdict on several, a tag renamed, nothing found."""
    acts = [
        settled("b", "*", "t", *"새로", "space", *"-실적"),
        settled("escape", "y", "a"),
        settled("n", "escape", "end", "r"),
        settled("enter"),
        settled("escape", "slash", *"없는말", "enter"),
    ]
    assert await look(make_app(annotated(desk), lang=lang), size, *acts) == picture


@EVERY_LOOK
async def test_a_query_that_finds_nothing_and_one_that_is_kept(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    acts = [settled("slash", *"없는말"), settled("ctrl+s", *"공장")]
    assert await look(make_app(desk, lang=lang), size, *acts) == picture


@EVERY_LOOK
async def test_notes_without_a_place_and_an_article_not_read(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    """A likely place, which of two notes belongs there, and an article that could not be read."""
    orphan(desk, OLD, "한빛전자는 내년에 속초에도 연구소를 연다.", rewritten=NEW)

    async def fail(pilot: Pilot[None]) -> None:
        await pilot.press("escape", "escape", "j", "enter")
        screen = desk_of(app)
        screen._reading = None
        screen.not_read(NURI.id, "the disk is full: free some space, then try again")
        screen.go_to_pane("cards")
        while not screen.query(Toast):
            await pilot.pause()
        await pilot.pause()

    app = make_app(desk, lang=lang)
    assert await look(app, size, settled("enter", "P"), settled("p"), fail, notices=True) == picture


@EVERY_LOOK
async def test_a_name_that_says_nothing(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(EntityScreen(app.words, desk, "누리반도체"))
        await settle(pilot)
        while not getattr(pilot.app.screen, "loaded", False):
            await pilot.pause()
        await pilot.pause()

    app = make_app(desk, lang=lang)
    assert await look(app, size, act) == picture
