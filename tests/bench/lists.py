"""The desk's list and article against Textual's own widgets: what a key costs, and what the program holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from store.desk import Desk
from tests.bench.archive import settled
from tests.bench.row import Row
from tests.bench.terminal import TerminalProgram

OPTIONS = 10_000
PRESSES = 60
RUNS = 5
QUIET = 0.05
"""Seconds without drawing after which a key has been answered in full."""
SETTLED = 1.0

PLAIN = """
import sys
from textual.app import App
from textual.content import Content
from textual.widgets import OptionList, Static

titles = open(sys.argv[1], encoding="utf-8").read().split("\\n")
texts = open(sys.argv[2], encoding="utf-8").read().split("\\f")

class Plain(App):
    CSS = "OptionList, Static { width: 1fr; height: 1fr; } Screen { layout: horizontal; }"
    BINDINGS = [("right_curly_bracket", "turn")]
    page = 0

    def compose(self):
        yield OptionList(*[Content(title) for title in titles])
        yield Static()

    def action_turn(self):
        self.page += 1
        self.query_one(Static).update(Content(texts[self.page % len(texts)]))

Plain().run()
"""


def rows(small: Path, large: Path, articles: int) -> Iterator[Row]:
    """Measure the desk over an archive of 1,000 (``small``) and one of ``articles`` (``large``)."""
    small, large = settled(small, 0), settled(large, PRESSES + 2)
    with Desk.open(large) as desk:
        newest = desk.headlines(limit=OPTIONS)
        texts = ["\n\n".join(block.text for block in desk.article(one.id).blocks) for one in newest[:PRESSES]]
    titles, pages = large / "titles.txt", large / "pages.txt"
    titles.write_text("\n".join(one.title for one in newest), encoding="utf-8")
    pages.write_text("\f".join(texts), encoding="utf-8")
    with ExitStack() as stack:
        ours = stack.enter_context(_desk(large))
        few = stack.enter_context(_desk(small))
        theirs = stack.enter_context(TerminalProgram([sys.executable, "-c", PLAIN, str(titles), str(pages)]))
        for program in (ours, few, theirs):
            program.wait_for(newest[0].title[:4] if program is not few else "신문")
            program.drain(SETTLED)
        yield Row(
            name=f"memory of the desk, {articles:,} articles",
            measured=ours.memory(),
            baseline=few.memory(),
            target="<= +5",
            unit="MB",
            detail="baseline: the desk with 1,000",
        )
        down = [_cost(ours, b"\x1b[6~"), _cost(theirs, b"\x1b[6~")]
        turned = [_cost(ours, b"}"), _cost(theirs, b"}")]
    yield Row(
        name=f"page down in {articles:,} headlines",
        measured=down[0],
        baseline=down[1],
        target="<= 0.4",
        unit="ms CPU",
        detail=f"baseline: OptionList with {OPTIONS:,}",
    )
    yield Row(
        name="opening an article already read",
        measured=turned[0],
        baseline=turned[1],
        target="<= 1.2",
        unit="ms CPU",
        detail="baseline: repainting a Static with its text",
    )


def _desk(home: Path) -> TerminalProgram:
    return TerminalProgram([sys.executable, "-m", "tui.cli", "--lang", "ko"], {"SINMUN_HOME": str(home)})


def _cost(program: TerminalProgram, key: bytes) -> float:
    """Give the median CPU of one press, drawing included, in ms."""
    costs = []
    for _ in range(PRESSES):
        before = program.cpu()
        program.answer(key, quiet=QUIET)
        costs.append(program.cpu() - before)
    return median(costs) * 1000
