"""The desk on a real pseudo-terminal, typed at as a terminal with an input method types."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from store.desk import Desk
from tests.tui.articles import HANBIT
from tests.tui.test_input import SENTENCE, commit

SCRIPT = """
import sys
from functools import partial
from pathlib import Path
from tui.app import run

def open_desk(home, told):
    from store.desk import Desk
    return Desk.open(home, told)

run(partial(open_desk, Path(sys.argv[1])), lang="ko")
"""

PATIENCE = 30.0


class Terminal:
    """The near end of a pseudo-terminal."""

    def __init__(self, end: int) -> None:
        self._end = end

    def send(self, text: str) -> None:
        os.write(self._end, text.encode())

    def wait_for(self, text: str) -> None:
        """Read until ``text`` has been drawn."""
        drawn, until = b"", time.monotonic() + PATIENCE
        while text.encode() not in drawn:
            ready, _, _ = select.select([self._end], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"{text!r} was never drawn: {drawn[-2000:].decode(errors='replace')}"
            drawn += os.read(self._end, 65536)

    def read_out(self) -> None:
        """Read until the other end is closed."""
        with suppress(OSError):
            while select.select([self._end], [], [], PATIENCE)[0] and os.read(self._end, 65536):
                pass

    def vanish(self) -> None:
        """Close this end, as a terminal does that is killed."""
        if self._end >= 0:
            os.close(self._end)
        self._end = -1


@contextmanager
def desk_on_a_terminal(desk: Desk) -> Iterator[tuple[Terminal, subprocess.Popen[bytes]]]:
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "", "LINES": ""}
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(desk.home)], stdin=far, stdout=far, stderr=far, env=environment
    )
    os.close(far)
    try:
        yield (terminal := Terminal(near)), process
    finally:
        process.kill()
        process.wait()
        terminal.vanish()


def test_long_commits_arrive_whole_and_the_jamo_of_q_quits(desk: Desk) -> None:
    with desk_on_a_terminal(desk) as (terminal, process):
        terminal.wait_for("누리반도체")
        terminal.send("\r")
        terminal.wait_for("부산")
        terminal.send("]ㅜ")
        terminal.wait_for("저장")
        terminal.send(commit(SENTENCE))
        terminal.wait_for(SENTENCE)
        terminal.send(" 두번째 낱말")
        terminal.send("\x13")
        terminal.wait_for("메모를 저장했습니다")
        terminal.send("ㅂ")
        terminal.read_out()
        assert process.wait(PATIENCE) == 0
    assert [note.note for note in desk.annotations(HANBIT.id)] == [f"{SENTENCE} 두번째 낱말"]


@pytest.mark.parametrize("how", ["vanish", signal.SIGHUP, signal.SIGTERM])
def test_a_desk_that_must_end_ends_in_order_and_keeps_the_draft(
    desk: Desk, how: str | signal.Signals
) -> None:
    with desk_on_a_terminal(desk) as (terminal, process):
        terminal.wait_for("누리반도체")
        terminal.send("n")
        terminal.wait_for("저장")
        terminal.send("쓰다 만 글")
        terminal.wait_for("만 글")
        began = time.monotonic()
        if isinstance(how, signal.Signals):
            process.send_signal(how)
            terminal.read_out()
        else:
            terminal.vanish()
        assert process.wait(PATIENCE) == 0
        assert time.monotonic() - began < 2.0
    assert desk.draft(HANBIT.id) == "쓰다 만 글"
    assert not desk.annotations(HANBIT.id)
