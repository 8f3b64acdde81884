"""``sinmun`` as a process that may be killed, and what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SINMUN = (sys.executable, "-m", "tui.cli")
ROOT = Path(__file__).parents[2]


class Done(NamedTuple):
    """What a command printed and cost; ``megabytes`` is its peak resident memory."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def start(command: Sequence[str], home: Path) -> subprocess.Popen[bytes]:
    """Start a command with its data in ``home`` and pipes to write to and to read from."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "SINMUN_HOME": str(home), "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def sinmun(home: Path, *arguments: str, stdin: bytes = b"") -> Done:
    """Run a command of sinmun to its end."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        process = subprocess.Popen(
            [*SINMUN, *arguments],
            cwd=ROOT,
            env={**os.environ, "SINMUN_HOME": str(home), "PYTHONPATH": str(ROOT)},
            stdin=given,
            stdout=out,
            stderr=err,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Done(
            process.returncode,
            out.read().decode(),
            err.read().decode(),
            time.monotonic() - began,
            used.ru_maxrss / 1024,
        )


def wait_exactly(seconds: float) -> None:
    """Let a moment pass that is shorter than a sleep can be."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
