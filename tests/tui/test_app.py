"""The application around the desk: its keys, its colours, and what it says when it opens."""

from __future__ import annotations

import subprocess
import sys
from functools import partialmethod
from pathlib import Path

import pytest

from store.desk import Desk
from store.model import SinmunError
from tests.tui.articles import HANBIT
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.test_desk import lines
from tui.app import SinmunApp, run
from tui.drawing.ink import inks
from tui.drawing.themes import DAY, NIGHT, default_theme
from tui.screens.dialogs.help import ActionList
from tui.widgets.key_line import KeyLine


async def test_a_keymap_file_changes_keys_everywhere(desk: Desk, make_app: MakeApp) -> None:
    (desk.home / "keymap.toml").write_text('accept = "z"\nhelp = "f2"\n', encoding="utf-8")
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "a")
        assert not desk.annotations(HANBIT.id)
        await pilot.press("ㅋ")
        assert desk.annotations(HANBIT.id)[0].status == "accepted"
        assert "z 확인" in app.screen.query_one(KeyLine).render().plain
        await pilot.press("f2")
        assert app.screen.query_one(ActionList)


async def test_clashing_keys_are_told_at_the_start(desk: Desk, make_app: MakeApp) -> None:
    (desk.home / "keymap.toml").write_text('note = "t"\nfly = "f"\n', encoding="utf-8")
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.pause()
        told = "\n".join(notice.message for notice in app._notifications)
        assert "t 키가 note, tag 두 동작에 있습니다" in told
        assert "fly" in told


async def test_a_keymap_that_can_not_be_read_changes_nothing(desk: Desk, make_app: MakeApp) -> None:
    (desk.home / "keymap.toml").write_bytes(b"\xff")
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "a")
        assert desk.annotations(HANBIT.id)[0].status == "accepted"
        assert "keymap.toml" in next(iter(app._notifications)).message


@pytest.mark.parametrize("theme", [NIGHT.name, DAY.name, "textual-dark", "textual-light", "gruvbox"])
async def test_every_theme_has_every_colour(app: SinmunApp, theme: str) -> None:
    async with sitting(app) as pilot:
        app.theme = theme
        await pilot.press("enter", "]", "a")
        assert len(inks(app.theme_variables)) > 20
        assert any("❝✓" in line for line in lines(desk_of(app).view))


async def test_light_and_dark_change_the_lines_too(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        before = desk_of(app).headlines.render_line(0)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert app.theme == DAY.name
        after = desk_of(app).headlines.render_line(0)
        assert before.text == after.text
        assert list(before) != list(after)
        await pilot.press("ctrl+t")
        assert app.theme == NIGHT.name


@pytest.mark.parametrize(
    ("ground", "theme"), [("0;15", DAY.name), ("15;0", NIGHT.name), ("", NIGHT.name), ("0;7", DAY.name)]
)
def test_the_first_theme_suits_the_terminal(ground: str, theme: str) -> None:
    assert default_theme({"COLORFGBG": ground}) == theme


@pytest.mark.parametrize("key", ["q", "ㅂ"])
async def test_q_leaves(app: SinmunApp, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running


def test_what_opening_raises_is_raised_after_the_screen_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(told: object) -> Desk:
        raise SinmunError("archive.sqlite3: made by a newer sinmun")

    monkeypatch.setattr(SinmunApp, "run", partialmethod(SinmunApp.run, headless=True))
    with pytest.raises(SinmunError, match="newer"):
        run(refuse)


def test_the_frame_pays_for_no_engine_and_no_archive() -> None:
    script = "import sys, tui.app, tui.terminal.input; print(*sorted(sys.modules))"
    root = Path(__file__).parents[2]
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "kiwipiepy",
        "numpy",
        "tinydb",
        "msgspec",
        "sqlite3",
        "trafilatura",
        "multiprocessing",
        "store.desk",
    }
    assert not heavy & set(loaded)
