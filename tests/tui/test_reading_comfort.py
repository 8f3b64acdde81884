"""The reading eye: words searched for, the place where reading was left, jump marks, clicks on pane names."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.desk import Desk
from tests.tui.articles import HANBIT, NURI, reading_of
from tests.tui.conftest import MakeApp, SilentWorker, desk_of, sitting
from tests.tui.test_desk import lines
from tui.app import SinmunApp
from tui.remembered import ReadingPlaces
from tui.screens.dialogs.jump import LETTERS, JumpScreen, codes, letters_of
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine


async def searched(pilot, *words: str) -> None:
    await pilot.press("slash", *words, "enter")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def test_the_words_searched_for_are_gone_through(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await searched(pilot, *"매출")
        view = desk_of(app).view
        assert view.border_title == "기사 · 찾은 말 0/3"
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert view.border_title == "기사 · 찾은 말 1/3"
        assert view.unit is not None
        assert view.unit.span.block == 2
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert view.border_title == "기사 · 찾은 말 3/3"
        await pilot.press("greater_than_sign", "greater_than_sign")
        await pilot.pause()
        assert view.border_title == "기사 · 찾은 말 2/3"


async def test_going_on_begins_at_the_cursor(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await searched(pilot, *"한빛전자")
        view = desk_of(app).view
        await pilot.press("]", "]", "greater_than_sign")
        await pilot.pause()
        assert view.found[0] > 2


async def test_without_a_query_it_says_what_to_do(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "greater_than_sign")
        assert [notice.message for notice in app._notifications] == ["먼저 / 로 찾을 말을 적으세요."]


async def test_the_place_in_an_article_is_kept(app: SinmunApp, desk: Desk, make_app: MakeApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "]", "]", "]")
        await pilot.pause()
        unit = desk_of(app).view.unit
        await pilot.press("}", "j", "{")
        await pilot.pause()
        assert desk_of(app).view.article == HANBIT
        assert desk_of(app).view.unit == unit
    again = make_app(desk)
    async with sitting(again, 80, 24) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert desk_of(again).view.unit == unit
        await pilot.press("g")
        await pilot.pause()
    assert ReadingPlaces(desk.home / "places.json").of(HANBIT.id) is None
    assert ReadingPlaces(desk.home / "places.json").of(NURI.id) is not None


async def test_the_place_is_taken_up_once_the_article_is_read(
    unread_desk: Desk, make_app: MakeApp, worker: SilentWorker
) -> None:
    supply = next(fact for fact in reading_of(HANBIT).facts if fact.id == "e1")
    places = ReadingPlaces(unread_desk.home / "places.json")
    places.keep(HANBIT.id, (supply.block, supply.start))
    places.flush()
    app = make_app(unread_desk)
    async with sitting(app) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        worker.asked[0][1].set_result(reading_of(HANBIT))
        while desk_of(app).view.fact is None:
            await pilot.pause()
        assert desk_of(app).view.fact == supply


@pytest.mark.parametrize("content", [b"", b"\xff", b"[1]", b'{"a": 3, "b": [1], "c": ["x", 2]}'])
def test_places_that_can_not_be_read_are_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "places.json"
    path.write_bytes(content)
    places = ReadingPlaces(path)
    assert [places.of(name) for name in "abc"] == [None] * 3
    places.keep("a", (1, 2))
    places.flush()
    assert ReadingPlaces(path).of("a") == (1, 2)


def test_two_desks_keep_each_others_places(tmp_path: Path) -> None:
    first, second = (ReadingPlaces(tmp_path / "places.json") for _ in range(2))
    first.keep("a", (1, 0))
    second.keep("b", (2, 0))
    first.flush()
    second.flush()
    third = ReadingPlaces(tmp_path / "places.json")
    assert third.of("a") == (1, 0)
    assert third.of("b") == (2, 0)


@pytest.mark.parametrize("count", [0, 1, 26, 27, 60, 200])
def test_no_mark_begins_another(count: int) -> None:
    made = codes(count)
    assert len(set(made)) == count
    assert not any(other != code and other.startswith(code) for code in made for other in made)
    assert set("".join(made)) <= set(LETTERS)


def test_marks_are_typed_as_letters_jamo_or_syllables() -> None:
    assert [letters_of(typed) for typed in ("a", "ㅁ", "머", "A", "!")] == ["a", "a", "aj", "a", "!"]


def code_at(screen: JumpScreen, view: object, item: int) -> str:
    return next(code for code, place in screen._marks.items() if place == (view, item))


@pytest.mark.parametrize("size", [(80, 24), (140, 42)])
async def test_a_letter_jumps_to_what_it_stands_on(app: SinmunApp, size: tuple[int, int]) -> None:
    async with sitting(app, *size) as pilot:
        await pilot.press("enter", "f")
        await pilot.pause()
        view, screen = desk_of(app).view, app.screen
        assert isinstance(screen, JumpScreen)
        code = code_at(screen, view, 4)
        assert any(code in line for line in lines(view))
        await pilot.press(*code)
        await pilot.pause()
        assert app.screen is desk_of(app)
        assert view.cursor == 4


async def test_jamo_and_a_composed_syllable_jump_too(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "ㄹ")
        await pilot.pause()
        screen, view = app.screen, desk_of(app).view
        assert isinstance(screen, JumpScreen)
        await pilot.press("ㄴ")
        await pilot.pause()
        assert app.screen is desk_of(app)
        assert view.cursor == 1


async def test_a_pane_out_of_sight_is_jumped_to_by_its_name(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "f")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, JumpScreen)
        await pilot.press(code_at(screen, desk_of(app).query_one(TopLine), 3))
        await pilot.pause()
        assert desk_of(app).pane == "cards"


async def test_what_is_no_mark_leaves_everything(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        for key in ("escape", "1"):
            await pilot.press("f")
            await pilot.pause()
            assert isinstance(app.screen, JumpScreen)
            await pilot.press(key)
            await pilot.pause()
            assert app.screen is desk_of(app)
        assert app.is_running


@pytest.mark.clicks("top line", "next_pane", "previous_pane")
async def test_a_click_on_a_mark_or_a_panes_name_goes_there(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        top = desk_of(app).query_one(TopLine)
        await pilot.click(offset=top.spot_of(2))
        await pilot.pause()
        assert desk_of(app).pane == "entities"
        await pilot.click(offset=top.spot_of(0))
        await pilot.press("f")
        await pilot.pause()
        await pilot.click(offset=desk_of(app).headlines.spot_of(2))
        await pilot.pause()
        assert desk_of(app).headlines.cursor == 2


@pytest.mark.parametrize(("lang", "offer"), [("ko", "> 다음 찾은 말"), ("en", "> Next match")])
async def test_the_bottom_line_offers_the_next_match_where_there_is_one(
    desk: Desk, make_app: MakeApp, lang: str, offer: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        await searched(pilot, *"매출")
        foot = desk_of(app).query_one(KeyLine)
        assert offer in str(foot.render())
        await pilot.press("tab")
        await pilot.pause()
        assert offer not in str(foot.render())


@pytest.mark.parametrize(
    ("lang", "offers"),
    [
        ("ko", ("R 이름", "T 갈래", "M 합치기", "S 나누기")),
        ("en", ("R Rename", "T Retype", "M Merge", "S Split")),
    ],
)
async def test_a_wrong_name_is_put_right_from_the_bottom_line(
    desk: Desk, make_app: MakeApp, lang: str, offers: tuple[str, ...]
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "tab")
        await pilot.pause()
        foot = str(desk_of(app).query_one(KeyLine).render())
        assert all(offer in foot for offer in offers), foot
