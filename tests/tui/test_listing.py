"""The list over a day: what comes in and what is read moves nobody's cursor to another article."""

from __future__ import annotations

import msgspec
import pytest
from textual.pilot import Pilot

from store.desk import Desk
from tests.tui.articles import HANBIT, HOSTILE, NURI, reading_of
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.stocked import ROWS
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen


def listed(screen: DeskScreen) -> list[str]:
    rows = (screen.headlines.headline(row) for row in range(screen.headlines.item_count()))
    return [row.id for row in rows if row is not None]


def arrives(desk: Desk, number: int) -> None:
    """Have a newer article come in, as another process would bring it."""
    day = f"2024-06-{number:02}T10:00"
    desk._archive.add([(msgspec.structs.replace(NURI, id=f"d{number:015x}", published=day), b"")])


async def query(pilot: Pilot[None], *typed: str) -> DeskScreen:
    app = pilot.app
    assert isinstance(app, SinmunApp)
    await pilot.press("slash", *typed, "enter")
    return desk_of(app)


async def test_the_cursor_stays_on_its_article_when_others_come(desk: Desk, app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("j")
        screen = desk_of(app)
        assert screen.headlines.current is not None and screen.headlines.current.id == NURI.id
        arrives(desk, 1)
        arrives(desk, 2)
        screen.load()
        await pilot.pause()
        assert (screen.headlines.cursor, screen.headlines.current.id) == (3, NURI.id)
        await pilot.press("enter")
        assert screen.view.article == NURI


async def test_what_is_seen_of_the_list_stays_where_it_is(stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, 80, 24) as pilot:
        screen = desk_of(app)
        await pilot.press("G", "k", "k")
        await pilot.pause()
        before = [screen.headlines.render_line(y).text for y in range(screen.headlines.size.height)]
        arrives(stocked, 3)
        screen.load()
        await pilot.pause()
        assert screen.headlines.item_count() == ROWS + 1
        after = [screen.headlines.render_line(y).text for y in range(screen.headlines.size.height)]
        assert after == before


async def test_dropping_the_query_leaves_the_cursor_on_what_was_found(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await query(pilot, *"누르지")
        assert listed(screen) == [HOSTILE.id]
        await pilot.press("escape")
        assert listed(screen) == [HANBIT.id, NURI.id, HOSTILE.id]
        assert screen.headlines.cursor == 2


@pytest.mark.parametrize(("lang", "unread"), [("ko", "읽음:아니오"), ("en", "is:unread")])
async def test_what_is_unread_is_read_one_after_the_other(
    desk: Desk, make_app: MakeApp, lang: str, unread: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        screen = await query(pilot, *unread)
        assert listed(screen) == [HANBIT.id, NURI.id, HOSTILE.id]
        await pilot.press("enter")
        assert screen.view.article == HANBIT
        assert listed(screen) == [NURI.id, HOSTILE.id]
        await pilot.press("right_curly_bracket")
        assert screen.view.article == NURI, "none is passed over"
        await pilot.press("right_curly_bracket")
        assert screen.view.article == HOSTILE
        assert listed(screen) == []
        await pilot.press("right_curly_bracket")
        assert screen.view.article == HOSTILE


async def test_what_is_listed_by_a_verdict_goes_with_it(desk: Desk, app: SinmunApp) -> None:
    fact = reading_of(HANBIT).facts[3]
    desk.annotate(HANBIT.id, fact=fact, status="accepted")
    async with sitting(app) as pilot:
        screen = await query(pilot, *"상태:확인")
        assert listed(screen) == [HANBIT.id]
        await pilot.press("enter")
        screen.view.go_to_fact(fact.id)
        await pilot.press("x")
        assert listed(screen) == []
        assert "0건" in str(screen.headlines.border_title)
        await pilot.press("u")
        assert listed(screen) == [HANBIT.id]
