"""The library's errors, told on screen in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.dom import DOMNode

from store.model import SinmunError
from store.text import printable


def say(node: DOMNode, message: str, *, bad: bool = False) -> None:
    """Tell something in a corner of the screen, letter for letter."""
    node.app.notify(
        printable(message, lines=True),
        severity="error" if bad else "information",
        timeout=8 if bad else 3,
        markup=False,
    )


@contextmanager
def told(node: DOMNode) -> Iterator[None]:
    """Tell the library's error on screen instead of raising it."""
    try:
        yield
    except SinmunError as error:
        say(node, str(error), bad=True)
