"""The tag dialog: completed from the tags in use, one spelling of each, nothing typed lost unasked."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input, Static

from store.desk import Desk
from tests.tui.articles import HANBIT, NURI
from tests.tui.conftest import MakeApp, sitting
from tests.tui.looks import EVERY_LOOK, look
from tests.tui.test_desk import lines
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.tag import TagList, TagScreen, split_tags


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk with tags in use, one of them twice."""
    desk.annotate(NURI.id, tags=["공장", "생성 AI"])
    desk.annotate(NURI.id, note="둘", tags=["공장", "공급"])
    return desk


def tags(desk: Desk) -> tuple[str, ...]:
    return desk.annotations(HANBIT.id)[0].tags


def listed(app: SinmunApp) -> list[str]:
    return [line.strip() for line in lines(app.screen.query_one(TagList)) if line.strip()]


async def test_tags_in_use_are_offered_the_most_used_first(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("t")
        assert listed(app) == ["#공장  2", "#공급  1", "#생성 AI  1"]
        await pilot.press("공")
        assert listed(app) == ["#공장  2", "#공급  1"]
        await pilot.press("tab")
        assert app.screen.query_one(Input).value == "공장 "
        assert listed(app) == ["#공급  1", "#생성 AI  1"], "what is on the line is not offered again"
        await pilot.press(*"ai", "tab", *"새", "ctrl+s")
        assert tags(desk) == ("공장", "생성 AI", "새")
        await pilot.press("t")
        assert app.screen.query_one(Input).value == '공장 "생성 AI" 새 '


async def test_a_tag_is_chosen_in_the_list(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("t", "down", "down", "tab", "enter")
        assert tags(desk) == ("생성 AI",)


async def test_one_spelling_of_a_tag_is_kept(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("t", *"#생성ai", "comma", *"공장", "ctrl+s")
        assert tags(desk) == ("생성 AI", "공장")
        assert dict(desk.all_tags()) == {"공장": 3, "생성 AI": 2, "공급": 1}


async def test_the_dialog_says_which_tags_the_line_means(app: SinmunApp, desk: Desk) -> None:
    """A blank parts two tags before the reader's eyes; two words that are one tag in use are that one."""
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("t")
        will = app.screen.query_one("#will", Static)
        assert str(will.content).strip() == "태그 없음"
        await pilot.press(*"새", "space", *"말")
        assert str(will.content) == "태그 2개:  #새  #말"
        await pilot.press("space", *"생성", "space", *"ai")
        assert str(will.content) == "태그 3개:  #새  #말  #생성 AI"
        await pilot.press("enter")
        assert tags(desk) == ("새", "말", "생성 AI")


async def test_esc_asks_where_something_would_be_lost(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("t", "escape")
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("t", *"잃을것", "escape")
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert isinstance(app.screen, TagScreen)
        await pilot.press("escape", "y")
        assert isinstance(app.screen, DeskScreen)
        assert not desk.annotations(HANBIT.id)


def test_a_line_is_cut_into_tags() -> None:
    assert split_tags('#가,나 "다 라"  ##마 가') == ("가", "나", "다 라", "마")
    assert split_tags('-가 -"나 다"') == ("-가", "-나 다")
    assert split_tags(' # , - "" ') == ()


@EVERY_LOOK
async def test_how_it_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("t", "공")
        await pilot.pause()

    assert await look(make_app(desk, lang=lang), size, act) == picture
