"""A program in a pseudo-terminal: how long until it shows a text, and what it shows after a key."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType


class TerminalProgram:
    """A program running in a pseudo-terminal of its own; times are seconds since it was started."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str] | None = None, columns: int = 140, rows: int = 42
    ) -> None:
        """Start ``command`` with a terminal of ``columns`` by ``rows``."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.output = b""
        self._started = time.perf_counter()
        self.process = subprocess.Popen(
            list(command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
            start_new_session=True,
        )
        os.close(slave)

    def wait_for(self, text: str, timeout: float = 30.0, since: int = 0) -> float:
        """Read until ``text`` has been written after offset ``since``; give the seconds since the start."""
        wanted = text.encode()
        while wanted not in self.output[since:]:
            left = timeout - (time.perf_counter() - self._started)
            ready, _, _ = select.select([self._master], [], [], max(left, 0))
            if not ready:
                raise TimeoutError(f"{text!r} was not shown within {timeout} s; got {self.output[-400:]!r}")
            self.output += os.read(self._master, 1 << 16)
        return time.perf_counter() - self._started

    def send(self, keys: bytes) -> None:
        """Type keys."""
        os.write(self._master, keys)

    def answer(self, keys: bytes, timeout: float = 5.0, quiet: float = 0.08) -> float | None:
        """Type keys and wait until all is drawn; give the seconds until the first of it, None for nothing."""
        self.drain(quiet)
        started = time.perf_counter()
        self.send(keys)
        ready, _, _ = select.select([self._master], [], [], timeout)
        took = time.perf_counter() - started
        self.drain(quiet)
        return took if ready else None

    def drain(self, quiet: float) -> None:
        """Read until nothing has been drawn for ``quiet`` seconds."""
        while select.select([self._master], [], [], quiet)[0]:
            self.output += os.read(self._master, 1 << 16)

    def cpu(self) -> float:
        """Give the seconds of CPU that all threads of the program have had."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def memory(self) -> float:
        """Give the resident memory of the program in MB."""
        with Path(f"/proc/{self.process.pid}/status").open(encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def __enter__(self) -> TerminalProgram:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._master)
