"""What all pages of the notebook say, in one SQLite file: ``<home>/notebook.sqlite3``.

It is derived: the pages are the truth, and it is made again from them whenever it disagrees. It agrees while
it was left clean and the notebook's folder has the time that it had then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from store.database import REVISION, Database
from store.model import Annotation, SinmunError
from store.search.names import name_key

_FIRST = (
    REVISION
    + """
CREATE TABLE annotations (
    article TEXT NOT NULL,
    id TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    status TEXT NOT NULL,
    noted INTEGER NOT NULL,
    kind TEXT NOT NULL,
    fact_kind TEXT,
    note TEXT NOT NULL,
    annotation TEXT NOT NULL,
    PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX newest_annotations ON annotations (modified DESC);
CREATE INDEX by_status ON annotations (status, article);
CREATE TABLE tags (
    key TEXT NOT NULL,
    article TEXT NOT NULL,
    annotation TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (key, article, annotation)
) WITHOUT ROWID;
CREATE INDEX tags_of ON tags (article, annotation);
CREATE TABLE pages (
    article TEXT PRIMARY KEY,
    time INTEGER NOT NULL,
    size INTEGER NOT NULL,
    inode INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE folder (time INTEGER);
INSERT INTO folder VALUES (NULL);
CREATE TABLE tallies (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tallies VALUES ('annotations', 0);
CREATE TRIGGER annotation_added AFTER INSERT ON annotations BEGIN
    UPDATE tallies SET n = n + 1 WHERE name = 'annotations';
END;
CREATE TRIGGER annotation_removed AFTER DELETE ON annotations BEGIN
    UPDATE tallies SET n = n - 1 WHERE name = 'annotations';
    DELETE FROM tags WHERE article = old.article AND annotation = old.id;
END;
"""
)

_NOTES = """
CREATE INDEX notes ON annotations (article) WHERE noted AND status <> 'edited';
"""

_NOTES_COUNTED = """
DROP INDEX notes;
INSERT INTO tallies
    SELECT 'notes', count(*) FROM annotations WHERE noted AND status <> 'edited';
CREATE TRIGGER note_added AFTER INSERT ON annotations WHEN new.noted AND new.status <> 'edited' BEGIN
    UPDATE tallies SET n = n + 1 WHERE name = 'notes';
END;
CREATE TRIGGER note_removed AFTER DELETE ON annotations WHEN old.noted AND old.status <> 'edited' BEGIN
    UPDATE tallies SET n = n - 1 WHERE name = 'notes';
END;
"""

MIGRATIONS = (_FIRST, _NOTES, _NOTES_COUNTED)


class Stamp(NamedTuple):
    """How a page lay on the disk when it was indexed; each write gives it another ``inode``."""

    time: int
    size: int
    inode: int


class Page(NamedTuple):
    """A page as it lies on the disk; without a stamp it is gone."""

    article: str
    annotations: Sequence[Annotation]
    stamp: Stamp | None


class NotebookIndex:
    """Answers for all pages at once; a page is indexed as a whole."""

    def __init__(self, path: Path) -> None:
        """Open the index at ``path``."""
        self.database = Database(path, MIGRATIONS)

    def put(self, pages: Iterable[Page], folder_time: Callable[[], int] | None = None) -> None:
        """Index pages as they lie on the disk, in one transaction.

        With ``folder_time``, asked once the pages are indexed, the index agrees with the folder of that time.
        """
        with self.database.writing() as connection:
            for page in pages:
                _put(connection, page)
            if folder_time is not None:
                _set_folder_time(connection, folder_time())

    def clear(self) -> None:
        """Forget all pages, so that they are indexed anew."""
        with self.database.writing() as connection:
            for table in ("annotations", "tags", "pages"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("UPDATE tallies SET n = 0")
            connection.execute("UPDATE folder SET time = NULL")

    def annotations(self, article: str) -> list[Annotation]:
        """Give the annotations of an article, oldest first."""
        rows = self.database.rows(
            "SELECT annotation FROM annotations WHERE article = ? ORDER BY created, id", (article,)
        )
        return [_decode(row[0]) for row in rows]

    def annotation(self, article: str, annotation_id: str) -> Annotation | None:
        """Give one annotation, None where there is none."""
        row = self.database.row(
            "SELECT annotation FROM annotations WHERE article = ? AND id = ?", (article, annotation_id)
        )
        return _decode(row[0]) if row else None

    def counts_of(self, articles: Sequence[str]) -> dict[str, int]:
        """Give the number of annotations of each of these articles that has any."""
        marks = ", ".join("?" * len(articles))
        sql = f"SELECT article, count(*) FROM annotations WHERE article IN ({marks}) GROUP BY article"
        return dict(self.database.rows(sql, articles))

    def count(self) -> int:
        """Give the number of annotations."""
        row = self.database.row("SELECT n FROM tallies WHERE name = 'annotations'")
        return row[0] if row else 0

    def count_notes(self) -> int:
        """Give the number of annotations with a note; the words of a correction are none."""
        row = self.database.row("SELECT n FROM tallies WHERE name = 'notes'")
        return row[0] if row else 0

    def rows(self) -> tuple[int, int]:
        """Give the number of rows of annotations and of tags."""
        row = self.database.row("SELECT (SELECT count(*) FROM annotations), (SELECT count(*) FROM tags)")
        return (row[0], row[1]) if row else (0, 0)

    def tags(self) -> list[tuple[str, int]]:
        """Give each tag with the number of annotations that have it, most used first."""
        rows = self.database.rows(
            "SELECT min(tag), count(*) AS n FROM tags GROUP BY key ORDER BY n DESC, min(tag)"
        )
        return [(row[0], row[1]) for row in rows]

    def stamp(self, article: str) -> Stamp | None:
        """Give how a page lay on the disk when it was indexed, None where there was none."""
        row = self.database.row("SELECT time, size, inode FROM pages WHERE article = ?", (article,))
        return Stamp(*row) if row else None

    def stamps(self) -> dict[str, Stamp]:
        """Give the stamps of all pages."""
        rows = self.database.rows("SELECT article, time, size, inode FROM pages")
        return {row[0]: Stamp(*row[1:]) for row in rows}

    def folder_time(self) -> int | None:
        """Give the time of the folder that the index agrees with, None while it is being written."""
        row = self.database.row("SELECT time FROM folder")
        return row[0] if row else None

    def set_folder_time(self, time: int | None) -> None:
        """Note that the index agrees with the folder as it was at ``time``, or, by None, that it may not."""
        with self.database.writing() as connection:
            _set_folder_time(connection, time)


def _set_folder_time(connection: sqlite3.Connection, time: int | None) -> None:
    connection.execute("UPDATE folder SET time = ?", (time,))


def _put(connection: sqlite3.Connection, page: Page) -> None:
    article = page.article
    known = dict(connection.execute("SELECT id, annotation FROM annotations WHERE article = ?", (article,)))
    encoded = {a.id: msgspec.json.encode(a).decode() for a in page.annotations}
    for annotation_id in known:
        if known[annotation_id] != encoded.get(annotation_id):
            connection.execute(
                "DELETE FROM annotations WHERE article = ? AND id = ?", (article, annotation_id)
            )
    for annotation in page.annotations:
        if known.get(annotation.id) != encoded[annotation.id]:
            _insert(connection, article, annotation, encoded[annotation.id])
    if page.stamp is None:
        connection.execute("DELETE FROM pages WHERE article = ?", (article,))
    else:
        connection.execute("REPLACE INTO pages VALUES (?, ?, ?, ?)", (article, *page.stamp))


def _insert(connection: sqlite3.Connection, article: str, annotation: Annotation, encoded: str) -> None:
    connection.execute(
        "INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article,
            annotation.id,
            annotation.created,
            annotation.modified,
            annotation.status,
            bool(annotation.note),
            annotation.kind,
            annotation.fact_kind,
            annotation.note,
            encoded,
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?)",
        [(name_key(tag), article, annotation.id, tag) for tag in annotation.tags],
    )


def _decode(encoded: str) -> Annotation:
    try:
        return msgspec.json.decode(encoded, type=Annotation)
    except msgspec.MsgspecError as error:
        raise SinmunError(
            "notebook.sqlite3: it is damaged: close every desk and run `sinmun doctor --repair`"
        ) from error
