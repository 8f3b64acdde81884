"""What the mouse does: everything that has a place is clicked there, and what has none is clicked in help."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from store.desk import Desk
from tests.tui.conftest import MakeApp, desk_of, settle, sitting
from tests.tui.deeds import DEEDS, ROOMY, Deed
from tui.actions import ACTIONS
from tui.app import SinmunApp
from tui.screens.dialogs.help import ActionList
from tui.widgets.key_line import GAP, KeyLine
from tui.widgets.line_view import LineView

NO_PLACE = {
    "top": "the wheel and the scroll bar go there",
    "bottom": "the wheel and the scroll bar go there",
    "half_down": "the wheel scrolls",
    "half_up": "the wheel scrolls",
    "previous_match": "the words found are lit up: they are clicked themselves",
    "jump": "what is in sight is clicked itself",
    "redo": "follows `undo`, which has one",
    "place": "the place is where the cursor stands",
    "candidate": "the place is what it looks for",
    "related": "the page lists what is near",
    "source": "the source stands in no line of its own",
    "refresh": "feeds are not listed on the desk",
    "command_palette": "help lists the same actions",
    "theme": "colours are everywhere",
    "themes": "colours are everywhere",
}
"""Why an action has no place of its own: it is clicked in help."""


def cases(kind: str) -> list[object]:
    """Give the deeds that are done by a click of a kind, each marked with the place that is clicked."""
    chosen = {
        "key line": [(deed, "key line") for deed in DEEDS if deed.in_key_line],
        "spot": [(deed, deed.clicked_as) for deed in DEEDS if deed.spot],
        "help": [(deed, "help") for deed in DEEDS if deed.action in NO_PLACE],
    }[kind]
    return [
        pytest.param(deed, marks=pytest.mark.clicks(place, deed.action), id=f"{deed.action}-{place}")
        for deed, place in chosen
    ]


async def go(deed: Deed, app: SinmunApp, desk: Desk, pilot: Pilot[None]) -> None:
    await pilot.press(*deed.before)
    await settle(pilot)
    assert not deed.sees(app, desk), "it was so before"


@pytest.mark.parametrize("deed", cases("key line"))
async def test_a_click_in_the_line_of_keys_does_it(deed: Deed, stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, *ROOMY) as pilot:
        await go(deed, app, stocked, pilot)
        line = app.screen.query(KeyLine).last()
        before = 0
        for name, key, title in line._fitting():
            if name == deed.action:
                break
            before += cell_len(f"{key} {title}{GAP}")
        else:
            pytest.fail(f"{deed.action} is not seen in {line.names}")
        await pilot.click(line, offset=(line.content_region.x - line.region.x + before + 1, 0))
        await settle(pilot)
        assert deed.sees(app, stocked)


@pytest.mark.parametrize("deed", cases("spot"))
async def test_a_click_on_its_place_does_it(deed: Deed, stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, *ROOMY) as pilot:
        await go(deed, app, stocked, pilot)
        selector, item = deed.spot.split()
        view = app.screen.query_one(selector, LineView)
        if item == "-":
            await pilot.click(view, offset=(view.size.width // 2, view.size.height - 1))
        else:
            column, row = view.spot_of(int(item))
            await pilot.click(offset=(column + 3, row))
        await settle(pilot)
        assert deed.sees(app, stocked)


@pytest.mark.parametrize("deed", cases("help"))
async def test_a_click_in_help_does_it(deed: Deed, stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, *ROOMY) as pilot:
        await go(deed, app, stocked, pilot)
        await pilot.press("f1")
        listed = app.screen.query_one(ActionList)
        listed.cursor = next(
            item for item, (_, action) in enumerate(listed._listed) if action.name == deed.action
        )
        await pilot.pause()
        column, row = listed.spot_of(listed.cursor)
        await pilot.click(offset=(column + 3, row))
        await settle(pilot)
        assert deed.sees(app, stocked)


def test_what_has_no_place_says_why_and_nothing_else_does() -> None:
    placed = {deed.action for deed in DEEDS if deed.in_key_line or deed.spot}
    assert placed | NO_PLACE.keys() == {action.name for action in ACTIONS}
    assert not placed & NO_PLACE.keys()


async def test_the_wheel_scrolls(stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, 80, 24) as pilot:
        view = desk_of(app).headlines
        for _ in range(5):
            view.post_message(_wheel(view))
        await pilot.pause()
        assert view.scroll_offset.y > 0
        assert view.cursor == 0


def _wheel(view: LineView) -> events.MouseScrollDown:
    x, y = view.region.center
    return events.MouseScrollDown(view, int(x), int(y), 0, 1, 0, False, False, False, int(x), int(y))
