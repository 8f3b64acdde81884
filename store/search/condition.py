"""What a query becomes: a condition on the rows of ``articles a`` that any statement can take in."""

from __future__ import annotations

from typing import NamedTuple


class Condition(NamedTuple):
    """An SQL expression over ``articles a`` with ``?`` for its parameters; empty: every article."""

    sql: str = ""
    parameters: tuple[str | int, ...] = ()

    @property
    def where(self) -> str:
        """The condition as a clause, empty where there is none."""
        return f"WHERE {self.sql}" if self.sql else ""


EVERYTHING = Condition()
MATCHING = "a.row IN (SELECT rowid FROM words WHERE words MATCH ?)"
"""The condition of a query that is only words; its parameter is their FTS5 expression."""
MATCHING_UNREAD = (
    "a.row IN (SELECT rowid FROM words WHERE words MATCH ? UNION SELECT w.rowid FROM words w"
    " CROSS JOIN articles x ON x.row = w.rowid WHERE w.words MATCH ? AND x.version IS NULL)"
)
"""The same with another expression, its second parameter, for the articles that were not read."""
