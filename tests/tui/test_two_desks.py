"""Two desks on one home: what one saves the other shows by itself, and neither loses anything."""

from __future__ import annotations

import time
from pathlib import Path

from store.desk import Desk
from tests.torture.command import sinmun
from tests.tui.articles import HANBIT
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.test_desk import lines
from tui.screens.desk.screen import POLL_SECONDS
from tui.widgets.top_line import TopLine


async def test_a_note_from_another_process_is_seen_by_itself(
    desk: Desk, make_app: MakeApp, home: Path
) -> None:
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n", *"여기", "ctrl+s")
        done = sinmun(home, "notes", "add", HANBIT.id, "저기")
        saved = time.monotonic()
        assert done.code == 0, done.err
        screen = desk_of(app)
        while "✎2" not in "\n".join(lines(screen.headlines)):
            assert time.monotonic() < saved + 2 * POLL_SECONDS
            await pilot.pause()
        assert "메모장 2" in screen.query_one(TopLine).counts
        assert {note.note for note in desk.annotations(HANBIT.id)} == {"여기", "저기"}
        told = sinmun(home, "notes").out
        assert "여기" in told and "저기" in told


async def test_a_note_that_another_desk_changed_is_not_overwritten(
    desk: Desk, make_app: MakeApp, home: Path
) -> None:
    fact_note = desk.annotate(HANBIT.id, note="처음")
    app = make_app(desk)
    async with sitting(app) as pilot:
        with Desk.open(home) as other:
            other.annotate(HANBIT.id, annotation_id=fact_note.id, tags=["저쪽"])
        await pilot.press("n", *"더", "ctrl+s")
        (kept,) = desk.annotations(HANBIT.id)
        assert (kept.note, kept.tags) == ("처음더", ("저쪽",))
