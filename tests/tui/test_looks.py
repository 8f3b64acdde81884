"""How the screens look in every size and language, light and dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from store.desk import Desk
from tests.tui.conftest import MakeApp
from tests.tui.looks import EVERY_LOOK, keys, look

SCREENS = {
    "desk": (),
    "article": ("enter", "]"),
    "hearsay": ("enter", "]", "a", "]", "x", "]", "]", "]", "]", "]"),
    "unfolded": ("enter", "d"),
    "names": ("enter", "tab", "j", "full_stop"),
    "cards": ("enter", "tab", "tab", "j"),
    "hostile": ("G", "enter"),
    "note": ("enter", "]", "n", *"확인이필요한말"),
    "tag": ("enter", "]", "t", *"실적"),
    "help": ("question_mark",),
    "question": ("enter", "n", *"글", "escape"),
}


@EVERY_LOOK
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, name: str, lang: str, size: tuple[int, int]
) -> None:
    assert await look(make_app(desk, lang=lang), size, keys(*SCREENS[name])) == picture


@EVERY_LOOK
async def test_an_empty_archive(
    picture: SnapshotAssertion, empty_desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    assert await look(make_app(empty_desk, lang=lang, samples=Path("samples")), size, keys()) == picture


@EVERY_LOOK
async def test_waiting_for_a_reading(
    picture: SnapshotAssertion, unread_desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    assert await look(make_app(unread_desk, lang=lang), size, keys("enter")) == picture
