"""A full disk and a read-only one, at the desk: the message on the screen, the text still in the editor."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from textual.widgets import Static, TextArea

from store.desk import Desk
from tests.torture.unwritable import mount, small_disk
from tests.tui.articles import ARTICLES, HANBIT, reading_of
from tests.tui.conftest import MakeApp, desk_of, sitting
from tui.app import SinmunApp
from tui.screens.dialogs.note import NoteScreen

TEXT = "쓰다 만 메모 " * 300


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB of its own."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a disk of its own can be mounted by root on Linux only")
    with ExitStack() as stack:
        try:
            yield stack.enter_context(small_disk(tmp_path / "disk"))
        except subprocess.CalledProcessError as error:
            pytest.skip(f"no tmpfs can be mounted here: {error.stderr.decode().strip()}")


@pytest.fixture
def desk_on_it(disk: Path) -> Iterator[Desk]:
    with Desk.open(disk / "home") as desk:
        desk._archive.add([(article, b"") for article in ARTICLES])
        for article in ARTICLES:
            desk.keep_reading(reading_of(article))
        desk.annotate(HANBIT.id, note="먼저 쓴 메모")
        yield desk


def fill(disk: Path) -> Path:
    """Fill a disk to its last byte."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as stream:
        for size in (65_536, 4_096, 1):
            try:
                while stream.write(b"\0" * size):
                    pass
            except OSError:
                continue
    return ballast


def problem(app: SinmunApp) -> str:
    return str(app.screen.query_one(".problem", Static).content)


async def test_on_a_full_disk_the_note_stays_in_the_editor(
    disk: Path, desk_on_it: Desk, make_app: MakeApp
) -> None:
    app = make_app(desk_on_it)
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n")
        app.screen.query_one(TextArea).text = TEXT
        ballast = fill(disk)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.query_one(TextArea).text == TEXT
        assert "가득" in problem(app)
        ballast.unlink()
        await pilot.press("ctrl+s")
        assert app.screen is desk_of(app)
        assert [note.note for note in desk_on_it.annotations(HANBIT.id)] == ["먼저 쓴 메모", TEXT.rstrip()]
        assert desk_on_it.check() == []


async def test_on_a_read_only_disk_the_note_stays_in_the_editor(
    disk: Path, desk_on_it: Desk, make_app: MakeApp
) -> None:
    app = make_app(desk_on_it, lang="en")
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n")
        app.screen.query_one(TextArea).text = TEXT
        await pilot.pause()
        # The disk itself can't be made so while the index is open; the folder of the notes can.
        folder = str(disk / "home" / "notebook")
        mount("--bind", folder, folder)
        mount("-o", "remount,ro,bind", folder)
        try:
            await pilot.press("ctrl+s")
            assert isinstance(app.screen, NoteScreen)
            assert app.screen.query_one(TextArea).text == TEXT
            assert "read-only" in problem(app) or "can't be written" in problem(app)
        finally:
            subprocess.run(["umount", folder], check=True)
        await pilot.press("ctrl+s")
        assert len(desk_on_it.annotations(HANBIT.id)) == 2
