"""What is typed, as it was meant: Hangul of any length, every character that is text, the escape key at once.

Textual 8.2.8 has four faults here, and this is the one place where they are mended, before its own parser:

* An input method commits several syllables at once as ``ESC [ 0 ; ; code:code:… u`` (Kitty protocol). Textual
  gives up on a sequence after 32 characters and types the rest of it out: five syllables arrive as garbage.
* Text that Python does not call printable is dropped: what joins emoji, the wide blank, hanja that are newer
  than Python's tables.
* The escape key waits 100 ms for a sequence that it might begin.
* A sequence that comes in two pieces is typed out after those 100 ms, as if each character was a key.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable

from textual import constants, events
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

ESCAPE_SECONDS = constants.ESCAPE_DELAY if "ESCDELAY" in os.environ else 0.02
"""How long a lone escape is held, for what it may begin.

Terminals write a sequence in one piece, and ssh and tmux hand it on in one: a packet of ssh arrives whole.
With the Kitty protocol the escape key is a sequence of its own, and nothing waits.
"""
SEQUENCE_SECONDS = 0.25
"""How long a sequence is held that has begun beyond doubt."""

_COMMIT = re.compile(r"\x1b\[0?;[\d:]*;([\d:]+)u")
_BEGUN = re.compile(r"\x1b(\[[0-?]*|O)?\Z")


class Key(events.Key):
    """A key that types a character which is text, whether or not Python calls it printable."""

    @property
    def is_printable(self) -> bool:
        """Whether it goes into a field."""
        return True


class CommitParser(XTermParser):
    """Textual's parser, given whole commits as plain text and whole sequences."""

    def __init__(self, debug: bool = False) -> None:
        self._held = ""
        self._held_until = 0.0
        super().__init__(debug)

    @property
    def held_seconds(self) -> float | None:
        """How long what is held still waits for its end, None where nothing is held."""
        return max(0.0, self._held_until - get_time()) if self._held else None

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came; the beginning of a sequence waits for its end."""
        if not data:
            yield from self._release()
            yield from super().feed(data)
            return
        text = _COMMIT.sub(_characters, self._held + data)
        begun = _BEGUN.search(text)
        self._held = begun.group() if begun else ""
        self._held_until = get_time() + (ESCAPE_SECONDS if self._held == "\x1b" else SEQUENCE_SECONDS)
        yield from self._parse(text[: len(text) - len(self._held)])

    def tick(self) -> Iterable[Message]:
        """Let go of what turned out to be no sequence, such as the escape key."""
        if self._held and get_time() >= self._held_until:
            yield from self._release()
            self._timeout_time = 0.0
        yield from super().tick()

    def _release(self) -> Iterable[Message]:
        held, self._held = self._held, ""
        yield from self._parse(held)

    def _parse(self, text: str) -> Iterable[Message]:
        if text:
            yield from map(_as_text, super().feed(text))


def _characters(commit: re.Match[str]) -> str:
    codes = (int(code) for code in commit[1].split(":") if code)
    return "".join(chr(code) for code in codes if code < 0x110000 and _is_text(chr(code)))


def _is_text(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")


def _as_text(message: Message) -> Message:
    if not isinstance(message, events.Key) or message.is_printable:
        return message
    character = message.character or ""
    return Key(message.key, character) if len(character) == 1 and _is_text(character) else message


def whole_commits(driver: type[Driver]) -> None:
    """Have a driver of Textual's read its terminal with ``CommitParser``, if it reads one."""
    module = sys.modules[driver.__module__]
    if hasattr(module, XTermParser.__name__):
        setattr(module, XTermParser.__name__, CommitParser)
