"""``sinmun`` alone: the desk, or without a terminal the plain list."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from store.home import default_home
from tui.shell.output import emit, say

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from store.desk import Desk

LISTED_WITHOUT_TERMINAL = 50
IN_BROWSER = "TEXTUAL_DRIVER"
"""What ``sinmun serve`` sets in the desks that it starts: their terminal is a browser."""


def open_desk(arguments: Namespace) -> int:
    """Open the desk; without a terminal print the list, and with samples the first article's reading."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and IN_BROWSER not in os.environ:
        from tui.shell.opening import told_every_second

        with _desk(arguments.samples, told_every_second()) as desk:
            return _print_plainly(desk, with_reading=arguments.samples is not None)
    # Until the first paint everything that is made stays: looking for garbage would cost a tenth of the time.
    gc.disable()
    from tui.app import run

    run(
        partial(_desk, arguments.samples),
        home=default_home(),
        lang=arguments.lang,
        samples=arguments.samples or _shipped_samples(),
    )
    return 0


def _shipped_samples() -> Path | None:
    """Give the sample articles that came with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    return next((path for path in (package / "samples", package.parent / "seeds") if path.is_dir()), None)


def _desk(samples: Path | None, told: Callable[[int, int], None]) -> Desk:
    """Open the desk, with the samples in an empty archive; imported late, so that the screen comes first."""
    from store.desk import Desk

    desk = Desk.open(told=told)
    if samples and not desk.counts().total:
        outcomes = [added.outcome for added in desk.add([str(samples)])]
        say(f"{outcomes.count('added')} sample articles added from {samples}")
    return desk


def _print_plainly(desk: Desk, with_reading: bool) -> int:
    from store.reading import open_reader
    from tui.commands.articles import headline_line
    from tui.shell.plain import page

    headlines = desk.headlines(limit=LISTED_WITHOUT_TERMINAL)
    for headline in headlines:
        emit(headline_line(headline))
    if with_reading and headlines:
        article = desk.article(headlines[0].id)
        reading = desk.reading(article.id) or desk.keep_reading(open_reader().read(article))
        emit()
        for line in page(article, reading, desk.annotations(article.id)):
            emit(line)
    say(
        "no terminal here: the list is printed; `sinmun show ID` shows an article, `sinmun --help` the rest"
        if headlines
        else "the archive is empty: add articles with `sinmun add PATH`"
    )
    return 0
