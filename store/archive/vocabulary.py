"""Which words the index has."""

from __future__ import annotations

from functools import cache

from store.database import Database


class Vocabulary:
    """Answers for one query, and remembers its answers."""

    def __init__(self, database: Database) -> None:
        """Ask the index of ``database``."""
        self._database = database
        self.knows = cache(self._knows)
        self.begins = cache(self._begins)

    def _knows(self, word: str) -> bool:
        sql = "SELECT 1 FROM vocabulary WHERE term = ? AND col = 'terms'"
        return self._database.row(sql, (word,)) is not None

    def _begins(self, text: str) -> bool:
        sql = "SELECT 1 FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
        return self._database.row(sql, (text, text + "\U0010ffff")) is not None
