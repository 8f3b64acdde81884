"""What could not be read: a value beside the articles, so that the rest of a batch goes on."""

from __future__ import annotations

from typing import NamedTuple


class Failure(NamedTuple):
    """One source, or one line of it, that was refused; ``reason`` says why and what to do about it."""

    source: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.reason}"
