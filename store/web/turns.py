"""One request at a time to a host, with a gap between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

GAP = 1.0
"""Seconds between the end of a request to a host and the next one."""
LONGEST_GAP = 30.0
"""What a server may ask for as its crawl delay, in seconds."""


class Turns:
    """Whose turn it is at each host; requests to different hosts do not wait for each other."""

    def __init__(self, now: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._now, self._sleep = now, sleep
        self._guard = Lock()
        self._hosts: dict[str, Lock] = {}
        self._free: dict[str, float] = {}

    @contextmanager
    def at(self, host: str, gap: float = GAP) -> Iterator[None]:
        """Wait for one's turn at ``host``, and keep the others waiting for the length of the block."""
        with self._guard:
            lock = self._hosts.setdefault(host, Lock())
        with lock:
            wait = self._free.get(host, 0.0) - self._now()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._free[host] = self._now() + min(max(gap, GAP), LONGEST_GAP)
