"""First paint of the desk, against a minimal Textual app."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.row import Row, paired
from tests.bench.terminal import TerminalProgram

MINIMAL = """
from textual.app import App
from textual.widgets import Static

class Minimal(App):
    def compose(self):
        yield Static("minimal is painted")

Minimal().run()
"""


def paint_of(command: list[str], text: str, home: Path | None = None) -> float:
    """Give the seconds until ``text`` is on the screen."""
    with TerminalProgram(command, {"SINMUN_HOME": str(home)} if home else None) as program:
        return program.wait_for(text)


def rows(home: Path, articles: int, headline: str) -> Iterator[Row]:
    """Measure the desk over an archive of ``articles`` whose newest headline begins with ``headline``."""
    ours, theirs = paired(
        lambda: paint_of([sys.executable, "-m", "tui.cli"], headline, home),
        lambda: paint_of([sys.executable, "-c", MINIMAL], "minimal is painted"),
        runs=15,
    )
    yield Row(
        name=f"first paint with headlines, {articles:,} articles",
        measured=ours * 1000,
        baseline=theirs * 1000,
        target="<= 1.3",
        unit="ms",
        detail="baseline: a minimal Textual app",
    )
