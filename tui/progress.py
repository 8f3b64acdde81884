"""A line on the terminal that tells how far a long work is: how many, how fast, how long it still takes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from tui.locale import said
from tui.output import SPOKEN

Item = TypeVar("Item")
_CLEAR = "\r\x1b[K"
EVERY_SECONDS = 0.2
FIRST_SECONDS = 1.0
"""What is done sooner needs no line."""


class Told(NamedTuple):
    """How much is done of how much; ``total`` is 0 where nobody knows."""

    done: int
    total: int


def line(told: Told, seconds: float) -> str:
    """Give the line: ``1,200/10,000 · 600/s · 0:15 left``."""
    rate = told.done / seconds if seconds else 0.0
    parts = [
        f"{told.done:,}/{told.total:,}" if told.total else f"{told.done:,}",
        said(f"{rate:,.0f}/s", SPOKEN.get()),
    ]
    if told.total and rate:
        left = max(0, round((told.total - told.done) / rate))
        parts.append(said(f"{left // 60}:{left % 60:02} left", SPOKEN.get()))
    return " · ".join(parts)


def watched(items: Iterable[Item], told: Callable[[Item], Told]) -> Iterator[Item]:
    """Walk items, and tell after each how far it is: on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    began = shown = time.monotonic()
    between = sys.stdout.isatty()
    text = ""
    try:
        for item in items:
            if between:
                # What the item prints must not stand behind the line.
                sys.stderr.write(_CLEAR)
            yield item
            now = time.monotonic()
            how_far = told(item)
            if due := now - shown > EVERY_SECONDS and now - began > FIRST_SECONDS:
                text, shown = line(how_far, now - began), now
            if text and (due or between):
                sys.stdout.flush()
                sys.stderr.write(_CLEAR + text)
                sys.stderr.flush()
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
