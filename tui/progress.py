"""How far a long work is: how many, how fast, how long it still takes; in a line on the terminal, too."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from tui.locale import Lang, said
from tui.shell.output import SPOKEN

Item = TypeVar("Item")
_CLEAR = "\r\x1b[K"
EVERY_SECONDS = 0.2
FIRST_SECONDS = 1.0
"""What is done sooner needs no line."""


class Told(NamedTuple):
    """How much is done of how much; ``total`` is 0 where nobody knows."""

    done: int
    total: int


def line(told: Told, seconds: float, lang: Lang | None = None) -> str:
    """Give the line, ``1,200/10,000 · 600/s · 0:15 left``, in a language or in that of the command line."""
    lang = lang or SPOKEN.get()
    count = f"{told.done:,}/{told.total:,}" if told.total else f"{told.done:,}"
    left = told.total - told.done if told.total else None
    return " · ".join([count, *pace(told.done / seconds if seconds else 0.0, left, lang)])


def pace(rate: float, left: int | None, lang: Lang) -> list[str]:
    """Give how fast something goes, ``rate`` a second, and how long what is ``left`` takes at that."""
    seldom = 0 < rate < 1
    parts = [said(f"{60 * rate:,.0f}/min" if seldom else f"{rate:,.0f}/s", lang)]
    if left is not None and rate:
        minutes, seconds = divmod(max(0, round(left / rate)), 60)
        hours, minutes = divmod(minutes, 60)
        long = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        parts.append(said(f"{long} left", lang))
    return parts


def by_source(total: int) -> Callable[[str], Told]:
    """Give what counts the sources that are done of ``total`` by the names that come; one may come often."""
    last, done = "", 0

    def told(source: str) -> Told:
        nonlocal last, done
        if source != last:
            last, done = source, done + 1
        return Told(done, max(total, done))

    return told


class Shrinking:
    """How fast what waits grows less."""

    def __init__(self) -> None:
        self._first = self._last = 0
        self._began = 0.0

    def rate(self, waiting: int, now: float) -> float:
        """Give how many a second have been done since there last were more, 0 where nobody knows yet."""
        if waiting > self._last:
            self._first, self._began = waiting, now
        self._last = waiting
        return (self._first - waiting) / (now - self._began) if now > self._began else 0.0


def heard() -> Callable[[int, int], bool]:
    """Give what hears how many of how many are done, and tells it where standard error is a terminal."""
    began = shown = time.monotonic()

    def hear(done: int, total: int) -> bool:
        nonlocal shown
        now = time.monotonic()
        if sys.stderr.isatty():
            left = done < total
            if left and now - shown > EVERY_SECONDS and now - began > FIRST_SECONDS:
                shown = now
                sys.stderr.write(_CLEAR + line(Told(done, total), now - began))
            elif not left:
                sys.stderr.write(_CLEAR)
            sys.stderr.flush()
        return True

    return hear


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
