"""Pictures of a screen as text: what stands in each row, and in which style by night and by day.

A test of how a screen looks is run for every size and language by ``EVERY_LOOK``; light and dark stand beside
each other in one picture. With ``SINMUN_LOOKS`` naming a folder every screen is drawn there too, as SVG to be
looked at; ``python -m tests.sheets FOLDER`` lays them out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable, Sequence
from functools import cache
from itertools import count, groupby
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from rich.style import Style
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from wcwidth import wcswidth

from tests.tui.conftest import seated
from tui.app import SinmunApp
from tui.drawing.themes import DAY, NIGHT

SIZES = ((80, 24), (100, 30), (140, 42))
THEMES = (NIGHT.name, DAY.name)

Grid = list[list[tuple[str, Style]]]
"""Every character on screen with its style, row by row."""

Act = Callable[[Pilot[None]], Awaitable[object]]
"""What is done before the picture is taken: with the pilot, once the list has come."""

EVERY_LOOK = pytest.mark.parametrize(
    ("lang", "size"),
    [(lang, size) for lang in ("ko", "en") for size in SIZES],
    ids=[f"{lang}-{width}x{height}" for lang in ("ko", "en") for width, height in SIZES],
)


class Picture(SingleFileSnapshotExtension):
    """A picture in a file of its own."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def keys(*pressed: str) -> Act:
    """Press keys, then wait until everything is drawn."""

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press(*pressed)
        await pilot.pause()

    return act


async def look(
    app: SinmunApp, size: tuple[int, int], *acts: Act, themes: Sequence[str] = THEMES, notices: bool = False
) -> str:
    """Give the pictures of a screen after each of ``acts``, one below the other, with nothing blinking.

    With ``notices`` what went wrong is seen in the corner.
    """
    pictures: list[str] = []
    async with app.run_test(size=size, notifications=notices) as pilot:
        await seated(pilot)
        for number, act in enumerate(acts):
            grids: list[Grid] = []
            await act(pilot)
            for blinking in (*app.screen.query(Input), *app.screen.query(TextArea)):
                blinking.cursor_blink = False
            for theme in themes:
                app.theme = theme
                await pilot.pause()
                grids.append(cells_of(app))
                _fills_its_cells(grids[-1], size)
                _draw(app, number)
            pictures.append("".join(_told(grids)))
    return "\n".join(pictures)


def _fills_its_cells(grid: Grid, size: tuple[int, int]) -> None:
    """See that every row is as wide as the screen, as Textual counts and as terminals do."""
    width, height = size
    assert len(grid) == height
    for row in grid:
        text = "".join(character for character, _ in row)
        assert (cell_len(text), wcswidth(text)) == (width, width), text


def _draw(app: SinmunApp, number: int) -> None:
    if folder := os.environ.get("SINMUN_LOOKS"):
        name = re.sub(r"[^\w.-]+", "-", Path(os.environ["PYTEST_CURRENT_TEST"].partition(" ")[0]).name)
        picture = app.export_screenshot(title=name)
        number_of = f"{number}-" if number else ""
        Path(folder, f"{number_of}{name}{app.theme.removeprefix('sinmun')}.svg").write_text(
            picture, encoding="utf-8"
        )


def cells_of(app: SinmunApp) -> Grid:
    """Give every character on screen with its style, row by row."""
    update: Any = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return [
        [(character, style or Style()) for strip in row for text, style, _ in strip for character in text]
        for row in update.strips
    ]


def _told(grids: Sequence[Grid]) -> list[str]:
    names: dict[tuple[str, ...], int] = {}
    numbers = count(1)
    rows, inks = [], []
    for parts in zip(*grids, strict=True):
        texts = ["".join(character for character, _ in part) for part in parts]
        assert len(set(texts)) == 1, "the words depend on the theme"
        rows.append(texts[0].rstrip() + "\n")
        runs = []
        styles = zip(*([_plain(style) for _, style in part] for part in parts), strict=True)
        for pair, run in groupby(styles):
            number = names.get(pair) or names.setdefault(pair, next(numbers))
            runs.append(f"{number}×{len(list(run))}")
        inks.append(" ".join(runs) + "\n")
    legend = [f"{number}: {' | '.join(pair)}\n" for pair, number in names.items()]
    return [*rows, "\n", *inks, "\n", *legend]


@cache
def _plain(style: Style) -> str:
    return str(style.without_color + Style(color=style.color, bgcolor=style.bgcolor))
