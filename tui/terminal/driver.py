"""The desk's end of a terminal: left in order when the terminal is gone or a signal says so.

Textual 8.2.8 reads on after the end of its input, again and again, and dies of a signal with the last words
unsaved and the terminal as it was in the desk.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.terminal.input import CommitParser

WAKING_SECONDS = 0.1
"""How often it is looked whether the desk is left."""
LEAVING = (signal.SIGHUP, signal.SIGTERM)


class Canvas:
    """The file that is drawn on, which takes everything also when nobody is there to see it."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Draw, if there is still a terminal."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Send what is drawn, if there is still a terminal."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """Give the number of the file."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Textual's driver, for terminals that may vanish."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        canvas: Any = Canvas(sys.__stderr__ or sys.stderr)
        self._file = canvas

    def start_application_mode(self) -> None:
        """Take the terminal over; from now on a signal to end is a reason to leave in order."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        for each in LEAVING:
            self._loop.add_signal_handler(each, self._app.exit)

    def run_input_thread(self) -> None:
        """Hand on what is typed until the desk is left; leave it when the terminal is gone."""
        parser = CommitParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            held = parser.held_seconds
            patience = WAKING_SECONDS if held is None else min(held, WAKING_SECONDS)
            if select.select([self.fileno], [], [], patience)[0]:
                data = self._read()
                if not data:
                    self._loop.call_soon_threadsafe(self._app.exit)
                    return
                if text := decode(data):  # nothing yet, where a character came in pieces
                    self._hand_on(parser.feed(text))
            self._hand_on(parser.tick())

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 1 << 14)
        except OSError:
            return b""

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
