"""Any page of 100,000 headlines at the price of the first."""

from __future__ import annotations

import threading
from bisect import bisect_right

from store.archive.headline import COLUMNS, Headline, headline
from store.database import Database
from store.search.condition import Condition

_KEPT_QUERIES = 8
_ORDER = "ORDER BY a.moment DESC, a.row DESC"


class Pages:
    """Gives pages of headlines, newest first.

    Without a condition it remembers where each page that it gave ended, and goes on from the nearest such
    bookmark; with one it keeps the row numbers of the last few results. Both hold for one revision of the
    archive and of the notebook's index.
    """

    def __init__(self, database: Database) -> None:
        """Page through ``database``, which has the notebook's index attached as ``notebook``."""
        self._database = database
        self._lock = threading.Lock()
        self._revision: object = None
        self._bookmarks: dict[int, tuple[str, int]] = {}
        self._offsets: list[int] = []
        self._results: dict[Condition, list[int]] = {}

    def page(self, condition: Condition, offset: int, limit: int) -> list[Headline]:
        """Give up to ``limit`` headlines after the first ``offset``."""
        with self._lock:
            self._refresh()
            if condition.sql:
                return self._chosen(self._result(condition)[offset : offset + limit])
            return self._from_bookmark(offset, limit)

    def count(self, condition: Condition) -> int:
        """Give the number of articles that meet a condition."""
        if not condition.sql:
            row = self._database.row("SELECT n FROM tallies WHERE name = 'articles'")
            return row[0] if row else 0
        with self._lock:
            self._refresh()
            return len(self._result(condition))

    def position(self, row: int, condition: Condition) -> int | None:
        """Give the offset at which an article's row stands, or None where the condition leaves it out."""
        if condition.sql:
            with self._lock:
                self._refresh()
                result = self._result(condition)
            return result.index(row) if row in result else None
        found = self._database.row(
            "SELECT (SELECT count(*) FROM articles b WHERE (b.moment, b.row) > (a.moment, a.row))"
            " FROM articles a WHERE a.row = ?",
            (row,),
        )
        return found[0] if found else None

    def _refresh(self) -> None:
        row = self._database.row("SELECT (SELECT n FROM main.revision), (SELECT n FROM notebook.revision)")
        if row != self._revision:
            self._revision = row
            self._bookmarks.clear()
            self._offsets.clear()
            self._results.clear()

    def _from_bookmark(self, offset: int, limit: int) -> list[Headline]:
        nearest = bisect_right(self._offsets, offset) - 1
        after, skipped = "", 0
        key: tuple[str, int] | tuple[()] = ()
        if nearest >= 0:
            skipped = self._offsets[nearest]
            key, after = self._bookmarks[skipped], "WHERE (a.moment, a.row) < (?, ?)"
        rows = self._database.rows(
            # The inner query walks the index alone; only the page itself is read from the table.
            f"SELECT a.moment, a.row, {COLUMNS} FROM articles a WHERE a.row IN"
            f" (SELECT a.row FROM articles a {after} {_ORDER} LIMIT ? OFFSET ?) {_ORDER}",
            (*key, limit, offset - skipped),
        )
        end = offset + len(rows)
        if rows and end not in self._bookmarks:
            self._bookmarks[end] = (rows[-1][0], rows[-1][1])
            self._offsets.insert(bisect_right(self._offsets, end), end)
        return [headline(row[2:]) for row in rows]

    def _result(self, condition: Condition) -> list[int]:
        known = self._results.get(condition)
        if known is None:
            rows = self._database.rows(
                f"SELECT a.row FROM articles a {condition.where} {_ORDER}", condition.parameters
            )
            known = [row[0] for row in rows]
            while len(self._results) >= _KEPT_QUERIES:
                del self._results[next(iter(self._results))]
            self._results[condition] = known
        return known

    def _chosen(self, rows: list[int]) -> list[Headline]:
        marks = ", ".join("?" * len(rows))
        found = self._database.rows(
            f"SELECT {COLUMNS} FROM articles a WHERE a.row IN ({marks}) {_ORDER}", rows
        )
        return [headline(row) for row in found]
