"""Themes: enough contrast, the reader's own file, what is remembered, and a terminal without colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Input

from store.desk import Desk
from tests.tui.conftest import desk_of, seated, sitting
from tests.tui.looks import cells_of
from tui.app import SinmunApp
from tui.drawing.own_theme import OWN, own_theme
from tui.drawing.themes import CONTRAST, DAY, NIGHT, OWN_THEMES
from tui.locale import Words
from tui.remembered import remember
from tui.screens.dialogs.choose import ChooseScreen

SHADES = ("background", "surface", "panel")
INKS = (
    "foreground", "primary", "secondary", "accent", "warning", "error", "success", "muted", "title", "deck",
    "key", "quotation", "statistic", "event", "forecast", "role", "enumeration",
)  # fmt: skip


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(shade: Color) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shade.normalized]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """Give the contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", OWN_THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    grounds = [*SHADES, "cursor", "resting", "fact"]
    for ink in INKS:
        for ground in grounds:
            ratio = contrast(colour(theme, ink), colour(theme, ground))
            assert ratio >= least, (ink, ground, ratio)


def own(tmp_path: Path, text: str | bytes) -> tuple[Theme | None, list[str]]:
    path = tmp_path / "theme.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return own_theme(path, Words("en"))


def test_without_a_file_there_is_no_theme_of_ones_own(tmp_path: Path) -> None:
    assert own_theme(tmp_path / "theme.toml", Words("ko")) == (None, [])


def test_a_theme_file_changes_the_colours_it_names(tmp_path: Path) -> None:
    theme, problems = own(tmp_path, 'base = "day"\naccent = "#123456"\nquotation = "teal"\n')
    assert not problems
    assert theme is not None
    assert (theme.name, theme.dark, theme.accent) == (OWN, False, "#123456")
    assert theme.variables["quotation"] == "#008080"
    assert theme.variables["statistic"] == DAY.variables["statistic"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('base = "noon"', "there is no such theme"),
        ("base = 3", "there is no such theme"),
        ('ink = "#123"', "ink: there is no such colour"),
        ('accent = "#12345x"', "accent = '#12345x': no colour"),
        ("accent = 7", "no colour"),
        ("accent = ", "Correct or remove it"),
        (b"\xff", "Correct or remove it"),
    ],
)
def test_what_a_theme_file_gets_wrong_is_named(tmp_path: Path, text: str | bytes, said: str) -> None:
    _, problems = own(tmp_path, text)
    assert len(problems) == 1
    assert said in problems[0]
    assert str(tmp_path / "theme.toml") in problems[0]


@pytest.fixture
def at_home(desk: Desk, worker: object):
    return lambda: SinmunApp(lambda: desk, home=desk.home, lang="ko", worker=lambda: worker)


@pytest.mark.does("themes")
async def test_a_theme_is_chosen_and_remembered(at_home, desk: Desk) -> None:
    app = at_home()
    async with sitting(app) as pilot:
        await pilot.press("f3")
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press(*"고대비", "enter")
        await pilot.pause()
        assert app.theme == CONTRAST.name
    assert remember(desk.home)["theme"] == CONTRAST.name
    assert at_home().theme == CONTRAST.name


async def test_the_readers_own_theme_is_taken_at_once_and_told_of(at_home, desk: Desk) -> None:
    (desk.home / "theme.toml").write_text('accent = "#ff00ff"\nfoo = "red"\n', encoding="utf-8")
    app = at_home()
    async with sitting(app) as pilot:
        await pilot.pause()
        assert app.theme == OWN
        assert app.theme_variables["accent"].lower() == "#ff00ff"
        assert any("foo" in notice.message for notice in app._notifications)
        await pilot.press("ctrl+t")
    assert at_home().theme == DAY.name


def test_a_theme_that_is_gone_is_forgotten(at_home, desk: Desk) -> None:
    remember(desk.home, theme="no-such-theme")
    assert at_home().theme == NIGHT.name


@pytest.mark.parametrize("keys", [("enter", "]"), ("slash", *"한빛"), ("enter", "]", "n", "글"), ("ctrl+p",)])
async def test_without_colours_signs_and_attributes_tell_everything(
    monkeypatch: pytest.MonkeyPatch, at_home, keys: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = at_home()

    async def act(pilot: Pilot[None]) -> None:
        await seated(pilot)
        await pilot.press(*keys)
        await pilot.pause()

    async with app.run_test(size=(140, 42)) as pilot:
        await act(pilot)
        styles = {style for row in cells_of(app) for _, style in row}
        assert {
            each.name for style in styles for each in (style.color, style.bgcolor) if each is not None
        } <= {"default"}
        assert any(style.reverse for style in styles)
        assert any(style.bold for style in styles)
        if app.screen is desk_of(app):
            text = ["".join(c for c, style in row if style.reverse) for row in cells_of(app)]
            assert any("한빛전자" in line for line in text)
        elif found := app.screen.query(Input):
            cursor = found.first().get_component_rich_style("input--cursor")
            assert cursor.reverse
