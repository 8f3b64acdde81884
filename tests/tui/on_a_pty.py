"""The desk of this process on a real pseudo-terminal: bytes go in as a terminal sends them."""

from __future__ import annotations

import asyncio
import os
import pty
import sys
import termios
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import pytest
from textual import events
from textual.message import Message
from textual.pilot import Pilot

from tests.tui.conftest import settle
from tui.app import SinmunApp
from tui.terminal.driver import TerminalDriver

PATIENCE = 20.0


class Typist:
    """Sits at the near end of a pseudo-terminal."""

    def __init__(self, app: SinmunApp, end: int) -> None:
        self.app = app
        self.taken = 0
        self._end = end
        self._pilot: Pilot[None] = Pilot(app)

    async def send(self, text: str) -> None:
        """Send what a terminal sends, in pieces as a terminal's line takes them."""
        data = text.encode()
        await asyncio.get_running_loop().run_in_executor(None, self._write, data)

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._end, data[:1024]) :]

    async def press(self, keys: str) -> None:
        """Send single keys, each when all is done that the one before asked for."""
        for key in keys:
            before = self.taken
            await self.send(key)
            await self.until(lambda before=before: self.taken > before, lambda key=key: f"{key!r} never came")
            with self.app._context():
                await settle(self._pilot)

    async def until(self, seen: Callable[[], object], told: Callable[[], object] = lambda: "") -> None:
        """Wait until something is so; ``told`` says what is there instead."""
        late = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < late, told()
            await asyncio.sleep(0)


@asynccontextmanager
async def on_a_pty(
    app: SinmunApp, monkeypatch: pytest.MonkeyPatch, columns: int = 100, rows: int = 30
) -> AsyncIterator[Typist]:
    """Run an app on a pseudo-terminal, from when its list has come."""
    with _terminal(monkeypatch, columns, rows) as near:
        typist = Typist(app, near)
        process = TerminalDriver.process_message

        def counted(self: TerminalDriver, message: Message) -> None:
            process(self, message)
            typist.taken += isinstance(message, events.Key | events.Paste)

        monkeypatch.setattr(TerminalDriver, "process_message", counted)
        running = asyncio.create_task(app.run_async())
        try:
            await typist.until(lambda: running.done() or (app.desk_screen and app.desk_screen.loaded))
            yield typist
        finally:
            app.exit()
            await running


@contextmanager
def _terminal(monkeypatch: pytest.MonkeyPatch, columns: int, rows: int) -> Iterator[int]:
    near, far = pty.openpty()
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(rows))
    monkeypatch.setenv("TERM", "xterm-256color")
    attributes = termios.tcgetattr(far)
    reader = threading.Thread(target=_read_out, args=[near], daemon=True)
    reader.start()
    with open(far, closefd=False) as keys, open(os.dup(far), "w") as screen:  # noqa: PTH123
        monkeypatch.setattr(sys, "__stdin__", keys)
        monkeypatch.setattr(sys, "__stderr__", screen)
        try:
            yield near
        finally:
            termios.tcsetattr(far, termios.TCSANOW, attributes)
    os.close(far)
    reader.join()
    os.close(near)


def _read_out(near: int) -> None:
    """Take what is drawn, so that the desk never waits for a reader."""
    with suppress(OSError):
        while os.read(near, 1 << 16):
            pass
