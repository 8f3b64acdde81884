"""What becomes of an article that is added, new, known or a new edition, and of a reading."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from store.archive.index import forget_article, index_article, index_reading
from store.archive.records import STORED, article_of, pack, stored_reading, to_json
from store.model import Article, Reading, SinmunError

if TYPE_CHECKING:
    from store.archive.stories import Stories
    from store.dedup.signature import Described

Kept = Literal["added", "known", "updated"]


def keep(
    connection: sqlite3.Connection,
    article: Article,
    raw: bytes,
    now: datetime,
    stories: Stories,
    described: Described,
) -> Kept:
    """Keep an article in its story.

    An earlier edition of the same id is put by, and what was read in it dropped; its story stays.
    """
    found = connection.execute(
        f"SELECT {STORED} FROM articles a JOIN texts t USING (row) WHERE a.id = ?", (article.id,)
    ).fetchone()
    if found is None:
        row = _insert(connection, article, raw, now)
        index_article(connection, row, article)
        story = stories.place(row, described)
        if story != article.id:
            connection.execute("UPDATE articles SET story = ? WHERE row = ?", (story, row))
        return "added"
    row, old = found[0], article_of(found)
    if _said(old) == _said(article):
        return "known"
    connection.execute(
        "INSERT INTO editions SELECT row, ?, ?, raw FROM texts WHERE row = ?",
        (now.isoformat(timespec="seconds"), to_json(old), row),
    )
    forget_article(connection, row, old, stored_reading(connection, row))
    connection.execute("DELETE FROM readings WHERE row = ?", (row,))
    connection.execute(
        "UPDATE texts SET blocks = ?, repeats = ?, raw = ? WHERE row = ?",
        (to_json(article.blocks), to_json(article.repeats), zlib.compress(raw), row),
    )
    columns = _columns(article, now)
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    connection.execute(
        f"UPDATE articles SET {assignments}, unread = 1, reader = NULL, version = NULL WHERE row = :row",
        {**columns, "row": row},
    )
    index_article(connection, row, article)
    stories.update(row, described)
    return "updated"


def keep_reading(connection: sqlite3.Connection, reading: Reading) -> None:
    """Keep a reading in the place of an earlier one, and index its morphemes and names."""
    found = connection.execute(
        f"SELECT {STORED} FROM articles a JOIN texts t USING (row) WHERE a.id = ?", (reading.article,)
    ).fetchone()
    if found is None:
        raise SinmunError(f"no article has the id {reading.article!r}: add it before its reading")
    row = found[0]
    index_reading(connection, row, article_of(found), stored_reading(connection, row), reading)
    connection.execute("REPLACE INTO readings VALUES (?, ?)", (row, pack(reading)))
    connection.execute(
        "UPDATE articles SET reader = ?, version = ? WHERE row = ?", (reading.reader, reading.version, row)
    )


def _insert(connection: sqlite3.Connection, article: Article, raw: bytes, now: datetime) -> int:
    columns = {
        **_columns(article, now),
        "id": article.id,
        "story": article.id,
        "added": now.isoformat(timespec="seconds"),
    }
    row = connection.execute(
        f"INSERT INTO articles ({', '.join(columns)}) VALUES (:{', :'.join(columns)}) RETURNING row", columns
    ).fetchone()[0]
    connection.execute(
        "INSERT INTO texts VALUES (?, ?, ?, ?)",
        (row, to_json(article.blocks), to_json(article.repeats), zlib.compress(raw)),
    )
    return int(row)


def _columns(article: Article, now: datetime) -> dict[str, Any]:
    return {
        # An article without a date stands in the list where it was added, in the reader's own time.
        "moment": article.published or now.astimezone().strftime("%Y-%m-%dT%H:%M"),
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "publisher": article.publisher,
        "author": article.author,
        "repeats": len(article.repeats),
    }


def _said(article: Article) -> object:
    return article.blocks, article.published
