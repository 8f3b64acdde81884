"""All that is found at once: counted first, tagged and judged as one step, stopped where asked."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Static

from store.desk import Desk
from store.notebook import batches
from tests.tui.articles import HANBIT
from tests.tui.conftest import MakeApp, desk_of, settle, sitting
from tests.tui.looks import EVERY_LOOK, look
from tui.app import SinmunApp
from tui.screens.dialogs.choose import ChoiceList, ChooseScreen
from tui.screens.dialogs.tag import TagScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine


async def asked(pilot: Pilot[None], query: str) -> list[str]:
    """Filter the desk, ask for all that is found, and give what is offered."""
    await pilot.press("slash", *("space" if character == " " else character for character in query), "enter")
    await settle(pilot)
    await pilot.press("*")
    await settle(pilot)
    assert isinstance(pilot.app.screen, ChooseScreen)
    offered = pilot.app.screen.query_one(ChoiceList)
    return [
        "".join(text for text, _ in offered.item(at, 80)[0]).strip() for at in range(offered.item_count())
    ]


def said(app: SinmunApp) -> str:
    return desk_of(app).query_one(TopLine).said


@pytest.mark.does("all_found")
async def test_facts_are_counted_then_judged_as_one_step(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        assert await asked(pilot, "종류:통계 OR 종류:목록") == [
            "팩트 4개를 모두 확인 ✓",
            "팩트 4개를 모두 기각 ✗",
            "팩트 4개에 태그 달기",
            "기사 1건에 태그 달기",
        ]
        about = app.screen.query_one(".quote", Static)
        assert str(about.content) == "찾은 기사 1건 · 팩트 4개 (기사 1건)"
        await pilot.press("enter")
        await settle(pilot)
        assert said(app) == "✓ 확인한 팩트 4개 · u 되돌리기"
        assert {note.fact for note in desk.annotations(HANBIT.id)} == {"s1", "s2", "s3", "n1"}
        assert desk.count("status:accepted") == 1
        await pilot.press("u")
        await settle(pilot)
        assert desk.annotations(HANBIT.id) == []


async def test_facts_and_articles_are_tagged(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await asked(pilot, "종류:통계")
        await pilot.press("down", "down", "enter")
        assert isinstance(app.screen, TagScreen)
        await pilot.press(*"다시볼것", "enter")
        await settle(pilot)
        assert said(app) == "태그를 바꾼 팩트 3개 · u 되돌리기"
        assert dict(desk.all_tags()) == {"다시볼것": 3}
        await pilot.press("*")
        await settle(pilot)
        await pilot.press("end", "up", "enter", *"-다시볼것", "enter")
        await settle(pilot)
        assert await asked(pilot, "공장") == ["기사 2건에 태그 달기"]
        await pilot.press("enter", *"공장", "enter")
        await settle(pilot)
        assert said(app) == "태그를 바꾼 기사 2건 · u 되돌리기"
        assert dict(desk.all_tags())["공장"] == 2


async def test_without_a_query_or_anything_found_it_says_so(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        assert "all_found" not in desk_of(app).query_one(KeyLine).names
        await pilot.press("*")
        await pilot.press("slash", *"없는말", "enter", "*")
        await settle(pilot)
        assert "all_found" not in desk_of(app).query_one(KeyLine).names
        assert [notice.message for notice in app._notifications] == [
            "먼저 / 로 찾을 말을 적으세요.",
            "맞는 기사가 없습니다.",
        ]


async def test_escape_stops_it_and_one_undo_takes_back_what_was_done(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it goes on the top line tells how far it is, and the desk can be used."""
    monkeypatch.setattr(batches, "BATCH", 1)
    told: list[str] = []
    async with sitting(app) as pilot:
        screen = desk_of(app)
        busy = screen.busy

        def stop(text: str) -> None:
            told.append(text)
            busy(text)
            if text:
                screen.action_back()

        monkeypatch.setattr(screen, "busy", stop)
        await asked(pilot, "공장 OR 빨강")
        told.clear()
        await pilot.press("enter", *"새것", "enter")
        await settle(pilot)
        assert told[0].startswith("바꾸는 중 1/3 · ")
        assert told[0].endswith(" 남음 · esc 멈춤")
        assert said(app) == "태그를 바꾼 기사 1건 · u 되돌리기 · 여기서 멈춤"
        assert dict(desk.all_tags()) == {"새것": 1}
        await pilot.press("u")
        await settle(pilot)
        assert desk.all_tags() == []


@EVERY_LOOK
async def test_how_it_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await asked(pilot, "공장 OR 종류:통계" if lang == "ko" else "공장 OR kind:statistic")

    assert await look(make_app(desk, lang=lang), size, act) == picture
