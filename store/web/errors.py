"""What an address can answer other than what was asked for."""

from __future__ import annotations

from store.model import SinmunError


class FetchError(SinmunError):
    """An address gave nothing to read; the message says why, and what to do."""


class TransientError(FetchError):
    """It may be better in a moment; ``wait`` is the number of seconds that the server asks for."""

    def __init__(self, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class StoppedError(FetchError):
    """The reader has stopped the work."""
