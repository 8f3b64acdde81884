"""The archive: articles and what was read in them, in ``<home>/archive.sqlite3``.

Articles can be made again from their sources, and the sources are kept: the bytes that each was read from,
compressed, and every earlier edition of an article that changed under one address.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import msgspec

from store.archive.headline import COLUMNS, Headline, headline
from store.archive.index import forget_article, index_article, index_reading
from store.archive.paging import Pages
from store.archive.schema import MIGRATIONS
from store.database import Database
from store.model import Annotation, Article, Block, Reading, Repeat, SinmunError
from store.search.condition import EVERYTHING, Condition

_ID = re.compile("[0-9A-Za-z_-]+")
Kept = Literal["added", "known", "updated"]
_STORED = "a.row, a.id, a.source, t.blocks, t.repeats, a.url, a.published, a.publisher, a.author"


class Archive:
    """Articles and readings in one SQLite file; every method may be called from any thread."""

    def __init__(self, path: Path, notebook_index: Path) -> None:
        """Open the archive at ``path``; ``notebook_index`` answers the queries about notes."""
        self.database = Database(path, MIGRATIONS, {"notebook": notebook_index})
        self.pages = Pages(self.database)

    def add(self, batch: Sequence[tuple[Article, bytes]]) -> list[Kept]:
        """Keep articles with the bytes that they came from: all of the batch, or after a failure none."""
        now = datetime.now(UTC)
        with self.database.writing() as connection:
            return [_keep(connection, article, raw, now) for article, raw in batch]

    def article(self, article_id: str) -> Article:
        """Give an article by its id or by an unambiguous beginning of it."""
        row = self.database.row(
            f"SELECT {_STORED} FROM articles a JOIN texts t USING (row) WHERE a.row = ?",
            (self.row_of(article_id),),
        )
        return _article(row or ())

    def row_of(self, article_id: str) -> int:
        """Give the row number of an id, or of an unambiguous beginning of one."""
        if not _ID.fullmatch(article_id):
            raise SinmunError(f"{article_id!r} is no id of an article: `sinmun list` shows the ids")
        rows = self.database.rows(
            "SELECT row, id FROM articles WHERE id >= ?1 AND id < ?1 || char(0x10FFFF) ORDER BY id LIMIT 2",
            (article_id,),
        )
        if not rows:
            raise SinmunError(f"no article has the id {article_id!r}: `sinmun list` shows the ids")
        if len(rows) > 1 and rows[0][1] != article_id:
            raise SinmunError(f"several articles begin with {article_id!r}: write more of the id")
        row: int = rows[0][0]
        return row

    def headline(self, article_id: str) -> Headline:
        """Give one article's headline."""
        row = self.database.row(
            f"SELECT {COLUMNS} FROM articles a WHERE a.row = ?", (self.row_of(article_id),)
        )
        return headline(row or ())

    def headlines(self, article_ids: Sequence[str]) -> list[Headline]:
        """Give the headlines of those of these articles that are in the archive."""
        rows = self.database.rows(
            f"SELECT {COLUMNS} FROM json_each(?) i JOIN articles a ON a.id = i.value",
            (msgspec.json.encode(article_ids).decode(),),
        )
        return [headline(row) for row in rows]

    def ids(self, condition: Condition = EVERYTHING) -> list[str]:
        """Give the ids of the articles that meet a condition, newest first."""
        sql = f"SELECT a.id FROM articles a {condition.where} ORDER BY a.moment DESC, a.row DESC"
        return [row[0] for row in self.database.rows(sql, condition.parameters)]

    def annotations(self, condition: Condition, offset: int, limit: int) -> list[Annotation]:
        """Give annotations of the notebook's index that meet a condition, the latest changed first."""
        rows = self.database.rows(
            "SELECT n.annotation FROM notebook.annotations n LEFT JOIN articles a ON a.id = n.article"
            f" {condition.where} ORDER BY n.modified DESC, n.article, n.id LIMIT ? OFFSET ?",
            (*condition.parameters, limit, offset),
        )
        return [msgspec.json.decode(row[0], type=Annotation) for row in rows]

    def raw(self, article_id: str) -> bytes:
        """Give the bytes that an article was read from."""
        row = self.database.row("SELECT raw FROM texts WHERE row = ?", (self.row_of(article_id),))
        return zlib.decompress(row[0]) if row else b""

    def counts(self) -> tuple[int, int]:
        """Give the number of articles, and of those that are unread."""
        counts: dict[str, int] = dict(self.database.rows("SELECT name, n FROM tallies"))
        return counts["articles"], counts["unread"]

    def mark_read(self, article_id: str, read: bool) -> None:
        """Mark an article read or unread."""
        row = self.row_of(article_id)
        with self.database.writing() as connection:
            connection.execute("UPDATE articles SET unread = ? WHERE row = ?", (not read, row))

    def reading(self, article_id: str, version: str) -> Reading | None:
        """Give the reading of an article, None where it was not read by this ``version``."""
        row = self.database.row(
            "SELECT r.reading FROM readings r JOIN articles a USING (row) WHERE r.row = ? AND a.version = ?",
            (self.row_of(article_id), version),
        )
        return _unpack(row[0]) if row else None

    def keep_reading(self, reading: Reading) -> None:
        """Keep a reading in the place of an earlier one, and index its morphemes and names."""
        with self.database.writing() as connection:
            found = connection.execute(
                f"SELECT {_STORED} FROM articles a JOIN texts t USING (row) WHERE a.id = ?",
                (reading.article,),
            ).fetchone()
            if found is None:
                raise SinmunError(f"no article has the id {reading.article!r}: add it before its reading")
            row = found[0]
            index_reading(connection, row, _article(found), _reading(connection, row), reading)
            connection.execute("REPLACE INTO readings VALUES (?, ?)", (row, _pack(reading)))
            connection.execute(
                "UPDATE articles SET reader = ?, version = ? WHERE row = ?",
                (reading.reader, reading.version, row),
            )

    def without_reading(self, version: str, limit: int) -> list[str]:
        """Give the ids of articles without a reading, then with another version's, each newest first."""
        newest = "ORDER BY moment DESC, row DESC LIMIT ?"
        rows = self.database.rows(f"SELECT id FROM articles WHERE version IS NULL {newest}", (limit,))
        if len(rows) < limit:
            rows += self.database.rows(
                f"SELECT id FROM articles WHERE version < ? OR version > ? {newest}",
                (version, version, limit - len(rows)),
            )
        return [row[0] for row in rows]

    def knows(self, word: str) -> bool:
        """Tell whether a word stands as a morpheme in any article that was read."""
        sql = "SELECT 1 FROM vocabulary WHERE term = ? AND col = 'terms'"
        return self.database.row(sql, (word,)) is not None

    def check(self) -> list[str]:
        """Give what is wrong in the file, its index and its counts; empty where they are sound."""
        problems = [*self.database.check(), *self._check_words()]
        total, unread = self.counts()
        real = self.database.row("SELECT count(*), coalesce(sum(unread), 0) FROM articles")
        if real != (total, unread):
            problems.append(f"{self.database.path}: the counts say {(total, unread)}, the articles {real}")
        return problems

    def _check_words(self) -> list[str]:
        try:
            self.database.row("INSERT INTO words (words) VALUES ('integrity-check')")
        except SinmunError as error:
            return [f"{error} (the index of words)"]
        return []

    def close(self) -> None:
        """Close the file."""
        self.database.close()


def _keep(connection: sqlite3.Connection, article: Article, raw: bytes, now: datetime) -> Kept:
    found = connection.execute(
        f"SELECT {_STORED} FROM articles a JOIN texts t USING (row) WHERE a.id = ?", (article.id,)
    ).fetchone()
    if found is None:
        row = _insert(connection, article, raw, now)
        index_article(connection, row, article)
        return "added"
    row, old = found[0], _article(found)
    if _said(old) == _said(article):
        return "known"
    connection.execute(
        "INSERT INTO editions SELECT row, ?, ?, raw FROM texts WHERE row = ?",
        (now.isoformat(timespec="seconds"), _json(old), row),
    )
    forget_article(connection, row, old, _reading(connection, row))
    connection.execute("DELETE FROM readings WHERE row = ?", (row,))
    connection.execute(
        "UPDATE texts SET blocks = ?, repeats = ?, raw = ? WHERE row = ?",
        (_json(article.blocks), _json(article.repeats), zlib.compress(raw), row),
    )
    columns = _columns(article, now)
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    connection.execute(
        f"UPDATE articles SET {assignments}, unread = 1, reader = NULL, version = NULL WHERE row = :row",
        {**columns, "row": row},
    )
    index_article(connection, row, article)
    return "updated"


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
        (row, _json(article.blocks), _json(article.repeats), zlib.compress(raw)),
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


def _article(row: tuple[Any, ...]) -> Article:
    _, article_id, source, blocks, repeats, url, published, publisher, author = row
    return Article(
        id=article_id,
        source=source,
        blocks=msgspec.json.decode(blocks, type=tuple[Block, ...]),
        repeats=msgspec.json.decode(repeats, type=tuple[Repeat, ...]),
        url=url,
        published=published,
        publisher=publisher,
        author=author,
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _reading(connection: sqlite3.Connection, row: int) -> Reading | None:
    found = connection.execute("SELECT reading FROM readings WHERE row = ?", (row,)).fetchone()
    return _unpack(found[0]) if found else None


def _pack(reading: Reading) -> bytes:
    return zlib.compress(msgspec.json.encode(reading), 1)


def _unpack(packed: bytes) -> Reading:
    return msgspec.json.decode(zlib.decompress(packed), type=Reading)
