"""The library's errors, told on screen in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.dom import DOMNode

from store.model import SinmunError
from store.text import printable
from tui.locale import Words
from tui.widgets.top_line import TopLine

BAD_SECONDS = 8.0
"""How long it is told what went wrong."""


def say(node: DOMNode, message: str, *, bad: bool = False) -> None:
    """Tell something letter for letter: on the top line, or what went wrong in a corner of the screen."""
    if bad:
        node.app.notify(printable(message, lines=True), severity="error", timeout=BAD_SECONDS, markup=False)
        return
    for screen in node.app.screen_stack:
        for top in screen.query(TopLine):
            top.tell(message)


@contextmanager
def told(node: DOMNode, words: Words) -> Iterator[None]:
    """Tell the library's error on screen instead of raising it."""
    try:
        yield
    except SinmunError as error:
        say(node, words.error(error), bad=True)
