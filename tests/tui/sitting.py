"""A person at the desk: keys go in, the screen is looked at, and the presses are counted.

In tmux where it is installed, else in a terminal emulator of Python's.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shlex
import shutil
import struct
import subprocess
import sys
import termios
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyte

from tui.keymap import JAMO

PATIENCE = 60.0
_NAMED = {"enter": "\r", "escape": "\x1b", "tab": "\t", "down": "\x1b[B", "ctrl+s": "\x13"}
_TMUX = {"enter": "Enter", "escape": "Escape", "tab": "Tab", "down": "Down", "ctrl+s": "C-s"}


class Sitting(ABC):
    """One run of ``sinmun`` in a terminal; with ``hangul`` the input method is on throughout."""

    def __init__(self, hangul: bool) -> None:
        self._hangul = hangul
        self.presses = 0

    def press(self, *keys: str) -> None:
        """Press single keys, as they are named in the registry."""
        for key in keys:
            self.presses += 1
            self._send(JAMO.get(key, key) if self._hangul else key)

    def type(self, text: str) -> None:
        """Write a text into a field; an input method commits it word by word."""
        self.presses += len(text)
        self._write(text)

    def see(self, *texts: str) -> str:
        """Wait until all texts are on the screen; give the screen."""
        until = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            missing = [text for text in texts if text not in screen]
            if not missing:
                return screen
            assert time.monotonic() < until, f"{missing} never came to be seen:\n{screen}"

    def see_gone(self, text: str) -> None:
        """Wait until a text is no longer on the screen."""
        until = time.monotonic() + PATIENCE
        while text in (screen := self.screen()):
            assert time.monotonic() < until, f"{text!r} never went away:\n{screen}"

    @abstractmethod
    def screen(self) -> str:
        """Give what is on the screen, a moment after the call."""

    @abstractmethod
    def _send(self, key: str) -> None: ...

    @abstractmethod
    def _write(self, text: str) -> None: ...


@contextmanager
def sitting(
    home: Path, columns: int, rows: int, *, hangul: bool = False, through: Sequence[str] = ()
) -> Iterator[Sitting]:
    """Open the desk on ``home`` in a terminal, through a command such as ssh where one is given."""
    command = [sys.executable, "-m", "tui.cli", "--lang", "ko"]
    if through:
        command = [
            *through,
            f"SINMUN_HOME={shlex.quote(str(home))} TERM=xterm-256color {shlex.join(command)}",
        ]
    opened = _in_tmux if shutil.which("tmux") else _emulated
    with opened(command, home, columns, rows, hangul) as one:
        yield one


class _Tmux(Sitting):
    def __init__(self, server: str, hangul: bool) -> None:
        super().__init__(hangul)
        self._server = server

    def resize(self, size: Sequence[str]) -> None:
        """Give the window its size, whatever the server took for the size of all."""
        self._tmux("resize-window", *size)

    def screen(self) -> str:
        time.sleep(0.1)  # the terminal's own pace: tmux tells of no change
        return self._tmux("capture-pane", "-p")

    def _send(self, key: str) -> None:
        if key in _TMUX:
            self._tmux("send-keys", _TMUX[key])
        else:
            self._write(key)

    def _write(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._server, *arguments], check=True, capture_output=True, text=True
        )
        return done.stdout


@contextmanager
def _in_tmux(command: Sequence[str], home: Path, columns: int, rows: int, hangul: bool) -> Iterator[Sitting]:
    server = f"sinmun-test-{os.getpid()}-{home.parent.name}"
    environment = {**os.environ, "SINMUN_HOME": str(home), "LC_ALL": "C.UTF-8", "TMUX": ""}
    for name in ("COLUMNS", "LINES"):
        environment.pop(name, None)  # they would be believed before the terminal's own size
    size = ["-x", str(columns), "-y", str(rows)]
    subprocess.run(
        ["tmux", "-L", server, "-f", os.devnull, "-u", "new-session", "-d", *size, shlex.join(command)],
        check=True,
        env=environment,
    )
    try:
        one = _Tmux(server, hangul)
        one.resize(size)
        yield one
    finally:
        subprocess.run(["tmux", "-L", server, "kill-server"], check=False, capture_output=True)


class _Emulated(Sitting):
    def __init__(self, end: int, columns: int, rows: int, hangul: bool) -> None:
        super().__init__(hangul)
        self._end = end
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)

    def screen(self) -> str:
        if select.select([self._end], [], [], 0.1)[0]:
            self._stream.feed(os.read(self._end, 1 << 16))
        # Not Screen.display: it trips over a wide character that was half overwritten.
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        return "\n".join("".join(row[at].data for at in range(self._screen.columns)) for row in rows)

    def _send(self, key: str) -> None:
        self._write(_NAMED.get(key, key))

    def _write(self, text: str) -> None:
        os.write(self._end, text.encode())


@contextmanager
def _emulated(command: Sequence[str], home: Path, columns: int, rows: int, hangul: bool) -> Iterator[Sitting]:
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    environment = {**os.environ, "SINMUN_HOME": str(home), "TERM": "xterm-256color"}
    process = subprocess.Popen(list(command), stdin=far, stdout=far, stderr=far, env=environment)
    os.close(far)
    try:
        yield _Emulated(near, columns, rows, hangul)
    finally:
        process.kill()
        process.wait()
        os.close(near)
