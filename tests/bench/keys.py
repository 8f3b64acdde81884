"""From a key to what it draws: every action over a large archive, and while articles are read or added."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from store.desk import Desk
from tests.bench.archive import settled
from tests.bench.generate import generate
from tests.bench.row import Row
from tests.bench.terminal import TerminalProgram
from tui.actions import ACTIONS
from tui.terminal.input import ESCAPE_SECONDS

LIMIT = 50.0
PRESSES = 5
SAMPLES = 300
ARTICLES = 1_000
SETTLED = 1.5
LEAVING = ("quit", "source")
"""Actions that end the sitting or leave the terminal."""

_WAITING = {"back": f"; {ESCAPE_SECONDS * 1000:.0f} ms of it in case the escape begins a sequence"}

_NAMED = {
    "down": b"\x1b[B",
    "up": b"\x1b[A",
    "left": b"\x1b[D",
    "right": b"\x1b[C",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pagedown": b"\x1b[6~",
    "pageup": b"\x1b[5~",
    "escape": b"\x1b",
    "enter": b"\r",
    "tab": b"\t",
    "shift+tab": b"\x1b[Z",
    "space": b" ",
    "full_stop": b".",
    "comma": b",",
    "f1": b"\x1bOP",
}


def rows(large: Path, articles: int) -> Iterator[Row]:
    """Measure each action of the desk over an archive of ``articles``."""
    large = settled(large, PRESSES)
    with Desk.open(large) as desk:
        newest = desk.headlines(limit=1)[0].title[:4]
    with _desk(large) as program:
        program.wait_for(newest)
        program.drain(SETTLED)
        for action in ACTIONS:
            if action.place not in ("move", "desk", "app") or action.name in LEAVING:
                continue
            times = [_once(program, typed(action.keys[0])) for _ in range(PRESSES)]
            drawn = [seconds * 1000 for seconds in times if seconds is not None]
            yield Row(
                name=f"key to paint: {action.name}",
                measured=median(drawn) if drawn else 0.0,
                baseline=LIMIT,
                target="<= 1",
                unit="ms",
                detail=(f"{articles:,} articles" + _WAITING.get(action.name, ""))
                if drawn
                else "draws nothing here",
            )


def _once(program: TerminalProgram, key: bytes) -> float | None:
    for prepared in (b"\r", b"g", b"j", b"j"):
        program.answer(prepared, timeout=1.0)
    took = program.answer(key, timeout=1.0)
    for _ in range(3):
        program.answer(b"\x1b", timeout=0.3)
    return took


def stalls(folder: Path) -> Iterator[Row]:
    """Measure what moving costs while 1,000 articles are read, and while as many are added."""
    sources, home = folder / "stall-files", folder / "stall-home"
    _write(sources, "a")
    _write(folder / "stall-more", "b")
    _sinmun(home, "add", str(sources))
    with _desk(home) as program:
        program.drain(SETTLED)
        reading = _moving(program)
    _sinmun(home, "add", str(sources), "--read")
    with _desk(home) as program:
        program.drain(SETTLED)
        idle = _moving(program)
    with _desk(home) as program:
        program.drain(SETTLED)
        with subprocess.Popen(
            _command("add", str(folder / "stall-more")),
            env=_env(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as adding:
            added = _moving(program)
            adding.terminate()
    for name, busy in (("read", reading), ("added", added)):
        yield Row(
            name=f"key to paint, p99, while {ARTICLES:,} articles are {name}",
            measured=_p99(busy),
            baseline=_p99(idle),
            target="<= +5",
            unit="ms",
            detail=f"baseline: idle; medians {median(busy):.1f} and {median(idle):.1f}",
        )


def _moving(program: TerminalProgram) -> list[float]:
    """Give the times of many single steps in ms, at a reader's pace."""
    times = []
    for number in range(SAMPLES):
        took = program.answer(b"j" if number % 40 < 20 else b"k", timeout=1.0)
        if took is not None:
            times.append(took * 1000)
    return times


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98]


def typed(key: str) -> bytes:
    """Give the bytes that a terminal sends for a key of the registry."""
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1]) & 0x1F])
    return _NAMED.get(key) or key.encode()


def _write(folder: Path, seed: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, article in enumerate(generate(ARTICLES, seed=ord(seed))):
        (folder / f"{seed}-{number:04}.txt").write_bytes(article.raw)


def _desk(home: Path) -> TerminalProgram:
    return TerminalProgram([*_command(), "--lang", "ko"], {"SINMUN_HOME": str(home)})


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tui.cli", *arguments]


def _sinmun(home: Path, *arguments: str) -> None:
    subprocess.run(_command(*arguments), env=_env(home), check=True, capture_output=True)


def _env(home: Path) -> dict[str, str]:
    return {**os.environ, "SINMUN_HOME": str(home)}
