"""``sinmun`` as a process that may be killed, and what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

SINMUN = (sys.executable, "-m", "tui.cli")
ROOT = Path(__file__).parents[2]
LOOK_SECONDS = 0.02
"""How often the memory of a running command is looked at."""


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
        env={**os.environ, "SINMUN_HOME": str(home), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
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
            env={**os.environ, "SINMUN_HOME": str(home), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
            stdin=given,
            stdout=out,
            stderr=err,
        )
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _peak(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK_SECONDS)
        out.seek(0)
        err.seek(0)
        return Done(
            process.returncode,
            out.read().decode(),
            err.read().decode(),
            time.monotonic() - began,
            peak,
        )


def _peak(pid: int) -> float:
    """Give the peak memory of a process in MB: its own, where rusage counts that of whoever forked it too."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def wait_exactly(seconds: float) -> None:
    """Let a moment pass that is shorter than a sleep can be."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
