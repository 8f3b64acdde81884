"""Time for tests: it passes when it is looked at or slept through, and nobody waits."""

from __future__ import annotations

from threading import Lock


class Clock:
    """``step`` seconds pass whenever the time is looked at."""

    def __init__(self, step: float = 0.001) -> None:
        self._time, self._step, self._guard = 1000.0, step, Lock()
        self.slept: list[float] = []

    def now(self) -> float:
        with self._guard:
            self._time += self._step
            return self._time

    def sleep(self, seconds: float) -> None:
        with self._guard:
            self._time += seconds
            self.slept.append(round(seconds, 1))
