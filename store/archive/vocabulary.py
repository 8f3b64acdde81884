"""Which words the index has."""

from __future__ import annotations

from functools import cache

from store.database import Database

SMALL = 2_000
"""Articles of an archive whose words can be looked through while somebody waits: some 30 ms."""
MOST = 200


class Vocabulary:
    """Answers for one query, and remembers its answers."""

    def __init__(self, database: Database) -> None:
        """Ask the index of ``database``."""
        self._database = database
        self.knows = cache(self._knows)
        self.begins = cache(self._begins)
        self.containing = cache(self._containing)
        self.is_whole = cache(self._is_whole)

    def _knows(self, word: str) -> bool:
        sql = "SELECT 1 FROM vocabulary WHERE term = ? AND col = 'terms'"
        return self._database.row(sql, (word,)) is not None

    def _containing(self, text: str) -> list[str]:
        articles = self._database.row("SELECT n FROM tallies WHERE name = 'articles'")
        if articles is None or articles[0] > SMALL:
            return []
        found = self._database.rows(
            "SELECT term FROM vocabulary WHERE col = 'raw' AND instr(term, ?) > 1 LIMIT ?", (text, MOST)
        )
        return [row[0] for row in found]

    def _is_whole(self) -> bool:
        return self._database.row("SELECT 1 FROM articles WHERE version IS NULL LIMIT 1") is None

    def _begins(self, text: str) -> bool:
        sql = "SELECT 1 FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
        return self._database.row(sql, (text, text + "\U0010ffff")) is not None
