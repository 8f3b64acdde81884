"""What looks chosen is chosen, and only that: cards, names, previews; the lines that tell of it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from store.desk import Desk
from tests.tui.conftest import MakeApp, desk_of, sitting
from tui.app import SinmunApp
from tui.drawing.themes import DAY
from tui.locale import Words
from tui.screens.desk import DeskScreen
from tui.screens.dialogs.palette import Palette
from tui.widgets.fact_line import FactLine
from tui.widgets.headlines import HeadlineList
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine


class Row(NamedTuple):
    """A headline as a row shows it."""

    id: str
    title: str
    published: str
    publisher: str
    versions: int
    unread: bool
    notes: int


def marked(view: LineView) -> bool:
    return bool(view.selection_lines())


def chosen(screen: DeskScreen) -> tuple[bool, bool, str]:
    """Tell whether a name and a card are drawn as chosen, and what the cards are titled."""
    return marked(screen.entities), marked(screen.cards), str(screen.cards.border_title)


async def test_no_name_and_no_card_is_chosen_in_an_article_just_opened(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter")
        assert chosen(desk_of(app)) == (False, False, "팩트 8")


async def test_the_card_of_the_fact_under_the_cursor_is_chosen(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]")
        assert chosen(desk_of(app)) == (False, True, "팩트 1/8")
        await pilot.press("g")
        assert chosen(desk_of(app)) == (False, False, "팩트 8")


async def test_a_card_is_chosen_where_the_focus_is(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "tab", "tab")
        assert chosen(desk_of(app))[1:] == (True, "팩트 1/8")


async def test_a_name_stays_chosen_once_it_was(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "tab", "j", "escape")
        assert marked(desk_of(app).entities)
        await pilot.press("}")
        assert not marked(desk_of(app).entities)


async def test_a_name_that_was_only_passed_is_not_chosen(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "tab")
        assert marked(desk_of(app).entities)
        await pilot.press("tab")
        assert not marked(desk_of(app).entities)


async def test_the_line_below_the_article_is_there_where_it_tells_something(app: SinmunApp) -> None:
    async with sitting(app, 100, 30) as pilot:
        line = desk_of(app).query_one(FactLine)
        assert not line.display
        await pilot.press("enter", "escape")
        assert line.display
        assert str(line.render()).startswith("제목")
        await pilot.press("enter", "j", "tab")
        assert not line.display, "the cards tell it"


async def test_the_list_tells_how_many_are_found(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("slash", *"공장", "enter")
        assert desk_of(app).headlines.border_title == "목록 · 2건"
        await pilot.press("escape")
        assert desk_of(app).headlines.border_title == "목록"


def test_a_row_gives_up_the_time_of_day_before_the_publisher() -> None:
    headline = Row("h", "제목", "2024-05-14T09:30", "가람일보", versions=3, unread=True, notes=2)
    view = HeadlineList(Words("ko"))
    wide, narrow = ("".join(text for text, _ in view._about(headline, width)) for width in (41, 40))
    assert wide == "✎2 2024-05-14 09:30 · 3개 매체 · 가람일보"
    assert narrow == "✎2 2024-05-14 · 3개 매체 · 가람일보"


async def test_the_top_line_and_the_rows_count_alike(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "a", "]", "x")
        headline = desk_of(app).headlines.current
        assert headline is not None
        assert headline.notes == 2
        assert "메모장 2" in desk_of(app).query_one(TopLine).counts


@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_eighty_columns_hold_the_keys_that_matter(desk: Desk, make_app: MakeApp, lang: str) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        line = desk_of(app).query_one(KeyLine)
        shown = {name for name, _, _ in line._fitting()}
        assert {"choose", "search", "notebook", "export", "add", "help"} <= shown
        await pilot.press("enter")
        shown = {name for name, _, _ in line._fitting()}
        assert {"note", "tag", "accept", "reject", "next_fact", "entity", "export", "help"} <= shown
        await pilot.press("b")
        shown = {name for name, _, _ in app.screen.query_one(KeyLine)._fitting()}
        assert {"choose", "mark", "tag", "accept", "reject", "export", "close"} <= shown


async def test_the_palette_follows_the_theme(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, Palette)
        app.theme = DAY.name
        await pilot.pause()
        assert app.screen.query_one("#--container").styles.background.hex.lower() == DAY.surface
