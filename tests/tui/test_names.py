"""Names corrected at the desk: merged, split, renamed, retyped, and taken back."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from store.desk import Desk
from store.model import Entity
from tests.tui.articles import HANBIT
from tests.tui.conftest import desk_of, sitting
from tests.tui.test_desk import lines, said
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen
from tui.screens.dialogs.choose import ChooseScreen

NAMES = ("enter", "tab")
"""Keys that lead to the names of the first article, on the first of them."""


def named(desk: Desk, name: str) -> Entity | None:
    reading = desk.reading(HANBIT.id)
    assert reading is not None
    return next((entity for entity in reading.entities if entity.name == name), None)


@pytest.mark.parametrize("key", ["M", "="])
async def test_a_merge_is_shown_at_once_and_taken_back(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press(*NAMES, "j", "j", key)
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press(*"한빛", "enter")
        assert said(app) == "바로잡음: 누리반도체 → 한빛전자 · u 되돌리기"
        whole = named(desk, "한빛전자")
        assert whole is not None
        assert "누리반도체" in whole.aliases
        assert named(desk, "누리반도체") is None
        assert desk_of(app).entities.entity == whole
        assert sum("누리반도체" in line for line in lines(desk_of(app).entities)) == 1
        await pilot.press("u")
        assert said(app) == "되돌림 (^r 다시 하기): 누리반도체 → 한빛전자"
        assert named(desk, "누리반도체") is not None
        assert [entity.name for entity in desk_of(app).entities.all][1:3] == ["한빛전자", "누리반도체"]
        await pilot.press("ctrl+r")
        assert named(desk, "누리반도체") is None


async def test_what_is_chosen_moves_with_the_arrows(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*NAMES, "j", "M", "down", "down", "up", "enter")
        assert [(each.name, each.other) for each in desk.corrections()] == [("한빛전자", "서지훈")]


@pytest.mark.parametrize("key", ["R", "ㄲ"])
async def test_a_rename_holds_on_cards_too(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*NAMES, key)
        app.screen.query_one(Input).value = ""
        await pilot.press(*"서지호", "enter")
        assert named(desk, "서지호") is not None
        assert "서지호" in lines(desk_of(app).entities)[1]
        await pilot.press("tab")
        assert "서지호" in lines(desk_of(app).cards)[0]


@pytest.mark.parametrize("key", ["T", "ㅆ"])
async def test_a_retype(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*NAMES, key, *"장소", "enter")
        entity = named(desk, "서지훈")
        assert entity is not None
        assert entity.type == "LC"
        assert said(app) == "바로잡음: 서지훈: 장소 · u 되돌리기"
        assert desk_of(app).entities.entity == entity
        await pilot.press("u")
        assert said(app) == "되돌림 (^r 다시 하기): 서지훈: 장소"


@pytest.mark.parametrize("key", ["S", "!"])
async def test_a_split(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*NAMES, "j", key, "enter")
        entity = named(desk, "한빛전자")
        assert entity is not None
        assert entity.aliases == ()
        assert [(each.kind, each.name, each.other) for each in desk.corrections()] == [
            ("split", "한빛전자", "HBE")
        ]


async def test_a_name_of_one_form_is_not_split(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*NAMES, "S")
        assert isinstance(app.screen, DeskScreen)
        assert [notice.message for notice in app._notifications] == ["이 이름은 한 가지로만 나옵니다."]


@pytest.mark.parametrize("key", ["M", "R", "T", "S"])
async def test_esc_and_other_panes_correct_nothing(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press(*NAMES, "j", key, "escape", "escape", key)
        assert isinstance(app.screen, DeskScreen)
        assert not desk.corrections()
        assert [notice.message for notice in app._notifications] == ["먼저 이름 창에서 이름을 고르세요."]
