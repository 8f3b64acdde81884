"""What can still be read of a damaged archive, carried over into a new file."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from store.archive.records import unpack
from store.archive.schema import MIGRATIONS
from store.database import Database
from store.migrations import set_database_aside
from store.model import Block, Repeat

_GAP = 16
"""How many rows are passed over where one can't be read: a damaged page holds a few."""


class Salvaged(NamedTuple):
    """Where the damaged file lies now, and how many articles were saved and lost."""

    aside: Path
    saved: int
    lost: int


def salvage(path: Path) -> Salvaged:
    """Set a damaged archive aside, and begin a new one with every article that can be read whole.

    The new archive still lacks what is derived: words, counts and stories.
    """
    aside = set_database_aside(path)
    fresh = Database(path, MIGRATIONS)
    known: set[int] = set()
    saved: set[int] = set()
    with closing(sqlite3.connect(aside)) as old, fresh.writing() as new:
        articles = {row[0]: row for row in _readable(old, "articles")}
        known.update(articles)
        for text in _readable(old, "texts"):
            known.add(text[0])
            if text[0] in articles and _is_text(text):
                _insert(new, "articles", articles[text[0]])
                _insert(new, "texts", text)
                saved.add(text[0])
        for edition in _readable(old, "editions"):
            if edition[0] in saved:
                _insert(new, "editions", edition)
        for reading in _readable(old, "readings"):
            if reading[0] in saved and _is_reading(reading):
                _insert(new, "readings", reading)
        new.execute(
            "UPDATE articles SET reader = NULL, version = NULL WHERE row NOT IN (SELECT row FROM readings)"
        )
    fresh.close()
    return Salvaged(aside, len(saved), len(known - saved))


def _readable(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """Walk the rows of a table in their order, over the gaps where none can be read."""
    last, top = 0, 0
    with suppress(sqlite3.DatabaseError):
        top = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0
    while last <= top:
        try:
            rows = connection.execute(
                f"SELECT rowid, * FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid", (last,)
            )
            for rowid, *row in rows:
                last = rowid
                yield tuple(row)
            return
        except sqlite3.DatabaseError:
            last += _GAP


def _insert(connection: sqlite3.Connection, table: str, row: tuple[Any, ...]) -> None:
    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _is_text(row: tuple[Any, ...]) -> bool:
    try:
        msgspec.json.decode(row[1], type=tuple[Block, ...])
        msgspec.json.decode(row[2], type=tuple[Repeat, ...])
        zlib.decompress(row[3])
    except (msgspec.MsgspecError, zlib.error, TypeError, ValueError):
        return False
    return True


def _is_reading(row: tuple[Any, ...]) -> bool:
    try:
        unpack(row[1])
    except (msgspec.MsgspecError, zlib.error, TypeError, ValueError):
        return False
    return True
