"""Composed Hangul of any length, as terminals with the Kitty keyboard protocol send it.

An input method commits several syllables at once as ``ESC [ 0 ; ; code:code:… u``. Textual 8.2.8 gives up on
an escape sequence after 32 characters and types the rest of it out, so that five syllables arrive as garbage.
Here every such commit is turned into its characters before Textual's parser sees it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from textual import constants
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

_COMMIT = re.compile(r"\x1b\[0?;[\d:]*;([\d:]+)u")
_BEGUN = re.compile(r"\x1b(\[(0?(;[\d:]*(;[\d:]*)?)?)?)?\Z")
_PASTE = re.compile(r"\x1b\[20[01]~")


class CommitParser(XTermParser):
    """Textual's parser, given whole commits as plain text."""

    def __init__(self, debug: bool = False) -> None:
        self._held = ""
        self._held_until = 0.0
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came; the beginning of a commit waits for its end."""
        if not data:
            yield from self._release()
            yield from super().feed(data)
            return
        text = _COMMIT.sub(_characters, self._held + data)
        begun = _BEGUN.search(text)
        self._held = begun.group() if begun else ""
        self._held_until = get_time() + constants.ESCAPE_DELAY
        text = text[: len(text) - len(self._held)]
        if text:
            yield from super().feed(text)

    def tick(self) -> Iterable[Message]:
        """Let go of what turned out to be no commit, such as the escape key."""
        if self._held and get_time() >= self._held_until:
            yield from self._release()
            self._timeout_time = 0.0
        yield from super().tick()

    def _release(self) -> Iterable[Message]:
        held, self._held = self._held, ""
        if held:
            yield from super().feed(held)


def _characters(commit: re.Match[str]) -> str:
    codes = (int(code) for code in commit[1].split(":") if code)
    return "".join(chr(code) for code in codes if 0x20 <= code < 0x110000 and not 0x7F <= code < 0xA0)


def whole_commits(driver: type[Driver]) -> None:
    """Have a driver of Textual's read its terminal with ``CommitParser``, if it reads one."""
    module = sys.modules[driver.__module__]
    if hasattr(module, XTermParser.__name__):
        setattr(module, XTermParser.__name__, CommitParser)
