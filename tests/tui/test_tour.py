"""The tour is offered on the first run, says what to press, notices that it was done, and can be left."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.desk import Desk
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.looks import cells_of
from tui.app import SinmunApp
from tui.tour import STEPS, Tour
from tui.widgets.tour_strip import TourStrip


def strip_of(app: SinmunApp) -> TourStrip:
    return desk_of(app).query_one(TourStrip)


def told(app: SinmunApp) -> str:
    return strip_of(app).render().plain


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize(("width", "height"), [(80, 24), (140, 42)])
async def test_what_to_press_is_seen_above_the_keys(app: SinmunApp, width: int, height: int) -> None:
    async with sitting(app, width, height) as pilot:
        await press(pilot, "f4")
        strip = strip_of(app)
        step, said = strip.render().plain.split("\n")
        rows = ["".join(character for character, _ in row) for row in cells_of(app)]
        assert [row.strip() for row in rows[-3:-1]] == [step.strip(), said.strip()]
        assert rows[-1].strip().startswith("enter")


def test_a_step_is_done_by_its_actions_in_their_order() -> None:
    tour = Tour()
    assert not tour.did("up")
    assert tour.did("down")
    tour.step = 4
    assert not tour.did("save")
    assert not tour.did("note")
    assert tour.did("save")
    assert not tour.finished


WAYS = (
    ("j",), ("enter",), ("]",), ("a",), ("n", "글", "ctrl+s"), ("u",), ("tab",),
    ("slash", "한", "enter", "escape"), ("E", "escape"), ("question_mark", "escape"),
)  # fmt: skip


@pytest.mark.does("tour", "save", "close")
async def test_ten_steps_lead_through_the_desk(app: SinmunApp) -> None:
    assert len(STEPS) == len(WAYS) == 10
    async with sitting(app, 80, 24) as pilot:
        await press(pilot, "f4")
        for step, keys in enumerate(WAYS, 1):
            assert f"둘러보기 {step}/10" in told(app)
            if step == 2:
                await press(pilot, "k")
            await press(pilot, *keys)
        assert "다 둘러보았습니다" in told(app)
        await press(pilot, "j")
        assert not strip_of(app).display


async def test_the_keys_are_the_readers_own(desk: Desk, make_app: MakeApp) -> None:
    (desk.home / "keymap.toml").write_text('down = "z"\n', encoding="utf-8")
    app = make_app(desk)
    async with sitting(app, 80, 24) as pilot:
        await press(pilot, "f4")
        assert "z 를 눌러" in told(app)


@pytest.mark.clicks("strip", "tour")
async def test_it_is_left_by_its_key_or_a_click(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await press(pilot, "f4", "f4")
        assert not strip_of(app).display
        await press(pilot, "f4")
        await pilot.click("TourStrip")
        await pilot.pause()
        assert not strip_of(app).display


async def test_the_first_run_offers_samples_then_the_tour(
    empty_desk: Desk, make_app: MakeApp, tmp_path: Path
) -> None:
    text = "새 다리가 열렸다\n2024-05-05 10:00\n\n다리가 열렸다.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    app = make_app(empty_desk, samples=tmp_path / "one.txt")
    async with sitting(app, 80, 24) as pilot:
        await press(pilot, "enter")
        while not desk_of(app).headlines.item_count():
            await pilot.pause()
        while not strip_of(app).display:
            await pilot.pause()
        assert "처음이신가요" in told(app)
        await pilot.click("TourStrip")
        await pilot.pause()
        assert "둘러보기 1/10" in told(app)
    again = make_app(empty_desk, samples=tmp_path / "one.txt")
    async with sitting(again, 80, 24):
        assert not strip_of(again).display


@pytest.mark.parametrize("key", ["n", "t", "a"])
async def test_who_writes_something_of_ones_own_is_offered_no_tour_any_more(
    desk: Desk, make_app: MakeApp, tmp_path: Path, key: str
) -> None:
    app = make_app(desk, samples=tmp_path)
    async with sitting(app, 80, 24) as pilot:
        await press(pilot, "enter", "j", "j", "right_square_bracket")
        assert strip_of(app).display
        await press(pilot, key)
        assert not strip_of(app).display
