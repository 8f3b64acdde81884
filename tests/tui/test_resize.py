"""The terminal gets another size at any time: nothing is raised, and what was typed and chosen is kept."""

from __future__ import annotations

import pytest
from textual.widgets import Input, TextArea

from store.desk import Desk
from tests.tui.conftest import MakeApp, desk_of, settle, sitting
from tui.app import SinmunApp
from tui.widgets.line_view import LineView

SIZES = ((20, 5), (200, 60), (99, 24), (1, 1), (120, 8), (40, 50), (80, 24))
"""From silly to large, and over every width where the desk changes."""

PLACES = {
    "headlines": ("j", "j"),
    "article": ("enter", "]", "]"),
    "names": ("enter", "tab", "j"),
    "cards": ("enter", "tab", "tab", "j"),
    "tour": ("f4",),
    "note": ("enter", "]", "n", *"쓰다 만 글"),
    "question": ("n", *"글", "escape"),
    "tag": ("t", *"새"),
    "choose": ("enter", "tab", "j", "M", "down"),
    "rename": ("enter", "tab", "j", "R", "글"),
    "search": ("slash", *"울산"),
    "hits": ("slash", *"공장", "down", "down"),
    "shelve": ("slash", *"울산", "ctrl+s", *"책"),
    "shelves": ("c", "j"),
    "notebook": ("b", "j", "v"),
    "add": ("plus", *"어딘가"),
    "export": ("E",),
    "help": ("question_mark", "pagedown"),
    "palette": ("ctrl+p", *"중"),
    "jump": ("f",),
    "entity": ("enter", "tab", "j", "i"),
    "story": ("j", "j", "j", "s"),
    "why": ("enter", "]", "w"),
    "themes": ("f3", "down"),
}


def state(app: SinmunApp) -> object:
    """Give what the reader would miss: the screens, what is typed and what is chosen on each."""
    typed = [field.value for field in app.screen.query(Input)] + [
        area.text for area in app.screen.query(TextArea)
    ]
    chosen = {view.id: view.cursor for screen in app.screen_stack for view in screen.query(LineView)}
    focused = app.focused.id if app.focused is not None else None
    return [type(screen) for screen in app.screen_stack], typed, chosen, focused, desk_of(app).pane


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES.keys())
async def test_it_is_kept_over_every_size(keys: tuple[str, ...], stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*("space" if key == " " else key for key in keys))
        await settle(pilot)
        before = state(app)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert state(app) == before, size
        assert app.is_running
        assert not app._notifications


async def test_a_desk_may_be_opened_and_worked_in_a_silly_size(stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, 20, 5) as pilot:
        await pilot.press("j", "enter", "]", "n", *"좁은 글".replace(" ", ""), "ctrl+s")
        await settle(pilot)
        assert [note.note for note, _ in stocked.notes()].count("좁은글") == 1
