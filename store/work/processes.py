"""Programs that answer requests in processes of their own, so that neither the screen nor one core waits.

A request and its answer are bytes behind their length. A process ends when its standard input does, so that
none is left behind; it is a module run as a program, which needs no guard in the script that started it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from queue import LifoQueue
from typing import IO

from store.model import SinmunError

NICENESS = 5
"""How far the processes stand back behind the screen."""

_LENGTH_BYTES = 8

Process = subprocess.Popen[bytes]


class EndedError(SinmunError):
    """A process ended before it answered, or all were closed."""


def cores() -> int:
    """Give the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes:
    """Up to ``count`` processes of ``module``, each started when first needed, replaced when it ends."""

    def __init__(self, module: str, count: int) -> None:
        """Start nothing yet."""
        self._module = module
        self._free: LifoQueue[Process | None] = LifoQueue()
        for _ in range(count):
            self._free.put(None)
        self.started: list[Process] = []
        self._lock = threading.Lock()
        self._closed = False

    def ask(self, request: bytes) -> bytes:
        """Give the answer of a process that is free; waits while none is. Raises EndedError."""
        process = self._free.get()
        try:
            process = self._running(process)
            assert process.stdin is not None
            assert process.stdout is not None
            _write(process.stdin, request)
            answer = _read(process.stdout)
        except OSError as error:
            raise EndedError("the process ended before it answered") from error
        finally:
            self._free.put(process)
        if answer is None:
            raise EndedError("the process ended before it answered")
        return answer

    def close(self) -> None:
        """End all processes at once."""
        with self._lock:
            self._closed = True
            for process in self.started:
                process.kill()
                process.wait()

    def _running(self, process: Process | None) -> Process:
        with self._lock:
            if self._closed:
                raise EndedError("the processes were closed")
            if process is None or process.poll() is not None:
                process = subprocess.Popen(  # noqa: S603 - a module of our own
                    [sys.executable, "-m", self._module],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
                self.started.append(process)
            return process


def serve(answer: Callable[[bytes], bytes], requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each of ``requests`` until there are no more."""
    while (request := _read(requests)) is not None:
        _write(answers, answer(request))


def serve_as_process(answer: Callable[[bytes], bytes]) -> None:
    """Serve on standard input and output, behind the screen; Ctrl-C is for whoever started the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    serve(answer, sys.stdin.buffer, sys.stdout.buffer)


def _write(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes]) -> bytes | None:
    length = stream.read(_LENGTH_BYTES)
    if len(length) < _LENGTH_BYTES:
        return None
    size = int.from_bytes(length, "big")
    data = stream.read(size)
    return data if len(data) == size else None
