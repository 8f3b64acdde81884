"""What is derived in the archive: checked against its articles, and made again from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from store.archive.index import index_article, index_reading
from store.archive.mentions import batches, index_all, mentions_are_wrong
from store.archive.records import STORED, article_of, stored_reading, unpack
from store.database import Database
from store.model import SinmunError


class Part(NamedTuple):
    """A derived part of the archive: its name, what tells that it is wrong, and how it is made.

    A query gives 0 where it is sound.
    """

    name: str
    wrong: str | Callable[[Database], bool]
    make: Callable[[sqlite3.Connection], None]


def wrong_parts(database: Database) -> list[Part]:
    """Give the parts that disagree with the articles."""
    return [part for part in _PARTS if _is_wrong(database, part)]


def make_again(database: Database, part: Part) -> None:
    """Make a part anew, in one transaction."""
    with database.writing() as connection:
        part.make(connection)


def _is_wrong(database: Database, part: Part) -> bool:
    try:
        if part.make is _make_index:
            database.row("INSERT INTO words (words) VALUES ('integrity-check')")
        if not isinstance(part.wrong, str):
            return part.wrong(database)
        row = database.row(part.wrong)
    except SinmunError:
        # The table itself can't be read: it is made anew like one that says something wrong.
        return True
    return row is None or bool(row[0])


def _make_index(connection: sqlite3.Connection) -> None:
    # FTS5 empties only an index that it can open: the two records are those of an empty one.
    connection.execute("DELETE FROM words_data")
    connection.execute("INSERT INTO words_data VALUES (1, x''), (10, x'00000000000000')")
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    for table in ("names", "mentions", "roles"):
        connection.execute(f"DELETE FROM {table}")
    rows = connection.execute(f"SELECT {STORED} FROM articles a JOIN texts t USING (row) ORDER BY a.row")
    for stored in rows:
        row, article = stored[0], article_of(stored)
        index_article(connection, row, article)
        index_reading(connection, row, article, None, stored_reading(connection, row))


def _is_readable(packed: bytes) -> bool:
    try:
        unpack(packed)
    except SinmunError:
        return False
    return True


def _some_are_damaged(database: Database) -> bool:
    lost = database.row(
        "SELECT EXISTS (SELECT row FROM articles WHERE version IS NOT NULL EXCEPT SELECT row FROM readings)"
    )
    return lost != (0,) or not all(_is_readable(packed) for batch in batches(database) for _, packed in batch)


def _drop_damaged(connection: sqlite3.Connection) -> None:
    """Forget the readings that can't be read, so that their articles are read again."""
    stored = connection.execute("SELECT row, reading FROM readings")
    damaged = [(row,) for row, packed in stored if not _is_readable(packed)]
    connection.executemany("DELETE FROM readings WHERE row = ?", damaged)
    connection.execute("UPDATE articles SET version = NULL WHERE row NOT IN (SELECT row FROM readings)")
    _make_index(connection)


def _make_mentions(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM mentions")
    connection.execute("DELETE FROM roles")
    index_all(connection, lambda done, total: None)


def _make_counts(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE tallies SET n = (SELECT count(*) FROM articles) WHERE name = 'articles'")
    connection.execute(
        "UPDATE tallies SET n = (SELECT count(*) FROM articles WHERE unread) WHERE name = 'unread'"
    )


def _make_stories(connection: sqlite3.Connection) -> None:
    from store.archive.stories import group_all

    connection.execute("DELETE FROM story_keys")
    connection.execute("DELETE FROM anchors")
    connection.execute("UPDATE articles SET story = id")
    group_all(connection)


_PARTS = (
    Part("some readings", _some_are_damaged, _drop_damaged),
    Part(
        "the words and names of the index",
        "SELECT EXISTS (SELECT row FROM articles EXCEPT SELECT id FROM words_docsize)"
        " OR EXISTS (SELECT id FROM words_docsize EXCEPT SELECT row FROM articles)"
        " OR EXISTS (SELECT row FROM names EXCEPT SELECT row FROM articles)"
        " OR EXISTS (SELECT row FROM articles WHERE trim(source) <> ''"
        " EXCEPT SELECT row FROM names WHERE field = 'source')",
        _make_index,
    ),
    Part("the mentions and roles of names", mentions_are_wrong, _make_mentions),
    Part(
        "the counts of articles",
        "SELECT (SELECT count(*) FROM articles) <> (SELECT n FROM tallies WHERE name = 'articles')"
        " OR (SELECT count(*) FROM articles WHERE unread) <> (SELECT n FROM tallies WHERE name = 'unread')",
        _make_counts,
    ),
    Part(
        "the stories",
        "SELECT EXISTS (SELECT story FROM articles EXCEPT SELECT id FROM articles)"
        " OR EXISTS (SELECT row FROM anchors EXCEPT SELECT row FROM articles)",
        _make_stories,
    ),
)
