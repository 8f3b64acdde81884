"""How the screens look, in both sizes, both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from store.desk import Desk
from tests.tui.conftest import MakeApp, seated
from tui.app import SinmunApp
from tui.themes import DAY

Snap = Callable[..., bool]

SMALL, LARGE = (80, 24), (140, 42)

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
    "search": ("slash", *"한빛", "space", *'"적자'),
    "help": ("question_mark",),
    "question": ("enter", "n", *"글", "escape"),
}


def looks(snap_compare: Snap, app: SinmunApp, size: tuple[int, int], keys: tuple[str, ...]) -> bool:
    """Compare a screen after some keys, with nothing blinking."""

    async def before(pilot: Pilot[None]) -> None:
        await seated(pilot)
        await pilot.press(*keys)
        for blinking in (*app.screen.query(Input), *app.screen.query(TextArea)):
            blinking.cursor_blink = False
        await pilot.pause()

    return snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x42"])
@pytest.mark.parametrize("name", SCREENS)
def test_korean(snap_compare: Snap, app: SinmunApp, name: str, size: tuple[int, int]) -> None:
    assert looks(snap_compare, app, size, SCREENS[name])


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x42"])
@pytest.mark.parametrize("name", ["article", "cards", "help"])
def test_english_by_day(
    snap_compare: Snap, desk: Desk, make_app: MakeApp, name: str, size: tuple[int, int]
) -> None:
    app = make_app(desk, lang="en")
    app.theme = DAY.name
    assert looks(snap_compare, app, size, SCREENS[name])


def test_an_empty_archive(snap_compare: Snap, empty_desk: Desk, make_app: MakeApp) -> None:
    assert looks(snap_compare, make_app(empty_desk, samples=Path("samples")), SMALL, ())


def test_waiting_for_a_reading(snap_compare: Snap, unread_desk: Desk, make_app: MakeApp) -> None:
    assert looks(snap_compare, make_app(unread_desk), (110, 30), ("enter",))
