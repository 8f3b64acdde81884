from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

from tui import progress
from tui.progress import Shrinking, Told, by_source, heard, line, watched


@pytest.mark.parametrize(
    ("done", "total", "seconds", "shown"),
    [
        (1200, 10_000, 2.0, "1,200/10,000 · 600/s · 0:15 left"),
        (1200, 0, 2.0, "1,200 · 600/s"),
        (10, 10, 1.0, "10/10 · 10/s · 0:00 left"),
        (0, 10, 0.0, "0/10 · 0/s"),
        (1, 10_000, 10.0, "1/10,000 · 6/min · 27:46:30 left"),
    ],
)
def test_the_line_tells_how_far_how_fast_and_how_long(
    done: int, total: int, seconds: float, shown: str
) -> None:
    assert line(Told(done, total), seconds) == shown


def test_the_line_speaks_korean() -> None:
    assert line(Told(1200, 10_000), 2.0, "ko") == "1,200/10,000 · 600건/초 · 0:15 남음"
    assert line(Told(1, 10_000), 10.0, "ko") == "1/10,000 · 6건/분 · 27:46:30 남음"


def test_a_source_of_many_articles_counts_once() -> None:
    done = by_source(3)
    assert [done(source) for source in ("a", "b", "b", "c")] == [(1, 3), (2, 3), (2, 3), (3, 3)]
    assert done("d") == (4, 4), "there were more than had been counted"


def test_how_fast_what_waits_grows_less() -> None:
    shrinking = Shrinking()
    waiting = [(100, 5.0), (100, 6.0), (80, 10.0), (90, 12.0), (60, 15.0), (0, 21.0)]
    assert [shrinking.rate(*each) for each in waiting] == [0, 0, 4, 0, 10, 10]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticks() -> Iterator[float]:
    now = 0.0
    while True:
        yield now
        now += 0.5


def test_a_terminal_is_told_and_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = Terminal(), ticks()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    items = [1, 2, 3, 4]
    assert list(watched(items, lambda item: Told(item, 4))) == items
    assert "3/4 · 2/s" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    assert list(watched([1, 2], lambda item: Told(item, 2))) == [1, 2]
    assert pipe.getvalue() == ""


def test_a_change_is_told_on_a_terminal_until_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = Terminal(), ticks()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))
    hear = heard()
    assert all(hear(done, 8) for done in (2, 4, 6, 8))
    assert "6/8 · 4/s" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
