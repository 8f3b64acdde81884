"""Any page of 100,000 headlines at the price of the first."""

from __future__ import annotations

import json
import threading
from array import array
from bisect import bisect_right, insort
from typing import NamedTuple

from store.archive.headline import COLUMNS, Headline, headline
from store.archive.relevance import by_relevance
from store.database import Database
from store.search.condition import MATCHING, Condition
from store.search.relevance import Sought

_KEPT_QUERIES = 8
_ORDER = "ORDER BY a.moment DESC, a.row DESC"


class _Bookmark(NamedTuple):
    """A place in the list: the moment of the article before it, and how many of that moment stand before."""

    moment: str
    before: int


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
        self._bookmarks: dict[int, _Bookmark] = {}
        self._offsets: list[int] = []
        self._results: dict[tuple[Condition, tuple[Sought, ...]], array[int]] = {}

    def page(
        self, condition: Condition, offset: int, limit: int, words: tuple[Sought, ...] = ()
    ) -> list[Headline]:
        """Give up to ``limit`` headlines after the first ``offset``, those of most about ``words`` first."""
        if condition.sql:
            return self._chosen(self._result(condition, words)[offset : offset + limit])
        with self._lock:
            self._refresh()
            return self._from_bookmark(offset, limit)

    def count(self, condition: Condition) -> int:
        """Give the number of articles that meet a condition."""
        if not condition.sql:
            row = self._database.row("SELECT n FROM tallies WHERE name = 'articles'")
            return row[0] if row else 0
        return len(self._result(condition))

    def count_up_to(self, condition: Condition, limit: int) -> int:
        """Give the number of articles that meet a condition, at most ``limit``, without finding the rest."""
        if not condition.sql:
            return min(limit, self.count(condition))
        found = (
            "SELECT rowid FROM words WHERE words MATCH ?"
            if condition.sql == MATCHING
            else f"SELECT a.row FROM articles a {condition.where}"
        )
        row = self._database.row(f"SELECT count(*) FROM ({found} LIMIT ?)", (*condition.parameters, limit))
        return row[0] if row else 0

    def position(self, row: int, condition: Condition, words: tuple[Sought, ...] = ()) -> int | None:
        """Give the offset at which an article's row stands, or None where the condition leaves it out."""
        if condition.sql:
            result = self._result(condition, words)
            return result.index(row) if row in result else None
        found = self._database.row(
            "SELECT (SELECT count(*) FROM articles b WHERE b.moment > a.moment)"
            " + (SELECT count(*) FROM articles b WHERE b.moment = a.moment AND b.row > a.row)"
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
        start = self._offsets[nearest] if nearest >= 0 else 0
        bookmark = self._bookmarks.get(start)
        rows = self._database.rows(
            # The inner query walks the index alone; only the page itself is read from the table.
            f"SELECT a.moment, {COLUMNS} FROM (SELECT a.row AS it FROM articles a"
            f" {'WHERE a.moment <= ?' if bookmark else ''} {_ORDER} LIMIT ? OFFSET ?)"
            f" CROSS JOIN articles a ON a.row = it {_ORDER}",
            (bookmark.moment, limit, offset - start + bookmark.before) if bookmark else (limit, offset),
        )
        if rows:
            self._remember(offset, [row[0] for row in rows])
        return [headline(row[1:]) for row in rows]

    def _remember(self, offset: int, moments: list[str]) -> None:
        last = moments[-1]
        before = moments.count(last)
        if before == len(moments) and offset:
            # The page does not show where this moment began.
            return
        end = offset + len(moments)
        if end not in self._bookmarks:
            self._bookmarks[end] = _Bookmark(last, before)
            insort(self._offsets, end)

    def _result(self, condition: Condition, words: tuple[Sought, ...] = ()) -> array[int]:
        with self._lock:
            self._refresh()
            revision, known = self._revision, self._results.get((condition, words))
        if known is not None:
            return known
        # Without the lock: who only wants a page must not wait while another thread searches.
        if words:
            found = by_relevance(self._database, self._result(condition), words)
        else:
            found = self._database.numbers(
                f"SELECT a.row FROM articles a {condition.where} {_ORDER}", condition.parameters
            )
        with self._lock:
            if revision == self._revision:
                while len(self._results) >= _KEPT_QUERIES:
                    del self._results[next(iter(self._results))]
                self._results[condition, words] = found
        return found

    def _chosen(self, rows: array[int]) -> list[Headline]:
        found = self._database.rows(
            f"SELECT {COLUMNS} FROM json_each(?) i CROSS JOIN articles a ON a.row = i.value ORDER BY i.key",
            (json.dumps(rows.tolist()),),
        )
        return [headline(row) for row in found]
