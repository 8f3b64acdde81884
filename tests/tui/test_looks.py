"""How the screens look in every size and language, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input

from store.desk import Desk
from tests.tui.conftest import MakeApp
from tests.tui.looks import EVERY_LOOK, SIZES, keys, look
from tui.drawing.themes import CONTRAST, NIGHT

SCREENS = {
    "desk": (),
    "article": ("enter", "]"),
    "hearsay": ("enter", "]", "a", "]", "x", "]", "]", "]", "]", "]"),
    "unfolded": ("enter", "d"),
    "names": ("enter", "tab", "j", "full_stop"),
    "cards": ("enter", "tab", "tab", "j"),
    "hostile": ("G", "enter"),
    "note": ("enter", "]", "n", *"확인이필요한말"),
    "tag": ("enter", "]", "t", *"실적"),
    "help": ("question_mark",),
    "question": ("enter", "n", *"글", "escape"),
    "add": ("plus",),
    "jump": ("enter", "f"),
    "tour": ("f4",),
    "colours": ("f3",),
    "palette": ("ctrl+p",),
    "why": ("enter", "]", "w"),
    "merge": ("enter", "tab", "j", "M"),
    "rename": ("enter", "tab", "j", "R"),
    "retype": ("enter", "tab", "j", "T"),
    "split": ("enter", "tab", "j", "S"),
    "matches": ("slash", *"공장", "enter", "enter", "greater_than_sign"),
    "nothing": ("slash", *"없는말", "enter"),
    "correct": ("enter", "]", "e"),
}


@EVERY_LOOK
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, name: str, lang: str, size: tuple[int, int]
) -> None:
    assert await look(make_app(desk, lang=lang), size, keys(*SCREENS[name])) == picture


@EVERY_LOOK
async def test_what_will_be_exported(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("enter", "]", "n", *"확인", "ctrl+s", "E")
        while not pilot.app.screen.query(Input):
            await pilot.pause()
        pilot.app.screen.query_one(Input).value = "vault"
        await pilot.pause()

    assert await look(make_app(desk, lang=lang), size, act) == picture


@EVERY_LOOK
async def test_an_empty_archive(
    picture: SnapshotAssertion, empty_desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    assert await look(make_app(empty_desk, lang=lang, samples=Path("samples")), size, keys()) == picture


@EVERY_LOOK
async def test_waiting_for_a_reading(
    picture: SnapshotAssertion, unread_desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    assert await look(make_app(unread_desk, lang=lang), size, keys("enter")) == picture


@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_high_contrast(picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str) -> None:
    act = keys("enter", "]", "a", "]")
    assert await look(make_app(desk, lang=lang), SIZES[0], act, themes=(CONTRAST.name,)) == picture


async def test_without_colour(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is chosen, marked and judged is seen without a single colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert await look(make_app(desk), SIZES[0], keys("enter", "]", "a", "]"), themes=(NIGHT.name,)) == picture
