"""What a mistaken query gets: the reason, and the place in it."""

from __future__ import annotations

import unicodedata

from store.errors import SinmunError


class QueryError(SinmunError):
    """A mistake in a query; ``caret`` is the offset in ``query`` where it is, at most its length."""

    def __init__(self, message: str, query: str, caret: int) -> None:
        """Say what is wrong at ``caret``."""
        super().__init__(message)
        self.query = query
        self.caret = max(0, min(caret, len(query)))

    def pointed(self) -> str:
        """Give the query with a caret under the mistake, as two lines of a terminal."""
        before = self.query[: self.caret]
        width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)
        return f"{self.query}\n{' ' * width}^"
