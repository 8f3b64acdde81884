"""The archive: articles and what was read in them, in ``<home>/archive.sqlite3``.

Articles can be made again from their sources, and the sources are kept: the bytes that each was read from,
compressed, and every earlier edition of an article that changed under one address.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from store.archive.entities import Entities
from store.archive.headline import COLUMNS, Headline, headline
from store.archive.keeping import Kept, keep, keep_reading
from store.archive.paging import Pages
from store.archive.records import STORED, article_of, sound, unpack
from store.archive.repair import make_again, wrong_parts
from store.archive.schema import MIGRATIONS
from store.archive.vocabulary import Vocabulary
from store.database import Database
from store.migrations import Told, untold
from store.model import Annotation, Article, Reading, SinmunError
from store.search.condition import EVERYTHING, Condition

_ID = re.compile("[0-9A-Za-z_-]+")


class Archive:
    """Articles and readings in one SQLite file; every method may be called from any thread."""

    def __init__(self, path: Path, notebook_index: Path, told: Told = untold) -> None:
        """Open the archive at ``path``; ``notebook_index`` answers the queries about notes."""
        self.database = Database(path, MIGRATIONS, {"notebook": notebook_index}, told)
        self.pages = Pages(self.database)
        self.entities = Entities(self.database)

    def add(
        self, batch: Sequence[tuple[Article, bytes]], keys: Sequence[Sequence[int] | None] = ()
    ) -> list[Kept]:
        """Keep articles with the bytes that they came from: all of the batch, or after a failure none.

        ``keys`` are those of their signatures; where they are missing, articles are described now.
        """
        from store.archive.stories import Stories, described_by

        now = datetime.now(UTC)
        described = described_by([article for article, _ in batch], keys)
        with self.database.writing() as connection:
            stories = Stories(connection, described)
            kept = [
                keep(connection, article, raw, now, stories, each)
                for (article, raw), each in zip(batch, described, strict=True)
            ]
            stories.keep_keys()
        return kept

    def versions(self, article_id: str) -> list[str]:
        """Give the ids of the articles of an article's story, in the order in which they came."""
        rows = self.database.rows(
            "SELECT v.id FROM articles a JOIN articles v ON v.story = a.story WHERE a.row = ? ORDER BY v.row",
            (self.row_of(article_id),),
        )
        return [row[0] for row in rows]

    def stories(self) -> list[list[str]]:
        """Give the ids of each story's articles, stories and articles in the order in which they came."""
        groups: dict[str, list[str]] = {}
        for article_id, story in self.database.rows("SELECT id, story FROM articles ORDER BY row"):
            groups.setdefault(story, []).append(article_id)
        return list(groups.values())

    def article(self, article_id: str) -> Article:
        """Give an article by its id or by an unambiguous beginning of it."""
        row = self.database.row(
            f"SELECT {STORED} FROM articles a JOIN texts t USING (row) WHERE a.row = ?",
            (self.row_of(article_id),),
        )
        return article_of(row or ())

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
        with sound():
            return [msgspec.json.decode(row[0], type=Annotation) for row in rows]

    def raw(self, article_id: str) -> bytes:
        """Give the bytes that an article was read from."""
        row = self.database.row("SELECT raw FROM texts WHERE row = ?", (self.row_of(article_id),))
        return zlib.decompress(row[0]) if row else b""

    def raws(self, article_id: str, beginning: bytes) -> list[bytes | None]:
        """Give the bytes of an article's editions, the latest first; None where they begin otherwise."""
        row = self.row_of(article_id)
        rows = self.database.rows("SELECT raw FROM texts WHERE row = ?", (row,))
        rows += self.database.rows("SELECT raw FROM editions WHERE row = ? ORDER BY rowid DESC", (row,))
        with sound():
            return [zlib.decompress(raw) if _begins(raw, beginning) else None for (raw,) in rows]

    def counts(self) -> tuple[int, int]:
        """Give the number of articles, and of those that are unread."""
        counts: dict[str, int] = dict(self.database.rows("SELECT name, n FROM tallies"))
        return counts.get("articles", 0), counts.get("unread", 0)

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
        return unpack(row[0]) if row else None

    def keep_readings(self, readings: Sequence[Reading]) -> None:
        """Keep readings in the place of earlier ones, and index their morphemes and names: all, or none."""
        with self.database.writing() as connection:
            for reading in readings:
                keep_reading(connection, reading)

    def without_reading(self, version: str, limit: int) -> list[str]:
        """Give the ids of articles without a reading, then with each other version's, each newest first."""
        # One search of the index a version: any other condition would walk all that is read already.
        versions = self.database.rows(
            "WITH RECURSIVE known(v) AS (SELECT min(version) FROM articles UNION ALL"
            " SELECT (SELECT min(version) FROM articles WHERE version > v) FROM known WHERE v IS NOT NULL)"
            " SELECT v FROM known WHERE v <> ?",
            (version,),
        )
        found: list[str] = []
        for other in (None, *(row[0] for row in versions)):
            left = limit - len(found) if limit >= 0 else -1
            found += [
                row[0]
                for row in self.database.rows(
                    "SELECT id FROM articles WHERE version IS ? ORDER BY moment DESC, row DESC LIMIT ?",
                    (other, left),
                )
            ]
        return found

    def waiting(self, version: str) -> int:
        """Give the number of articles that this ``version`` has not read."""
        row = self.database.row(
            "SELECT (SELECT n FROM tallies WHERE name = 'articles')"
            " - (SELECT count(*) FROM articles WHERE version = ?)",
            (version,),
        )
        return row[0] if row else 0

    def read_fast(self, limit: int) -> list[str]:
        """Give the ids of articles that the fast reader has read: those that were opened, then the newest."""
        rows = self.database.rows(
            "SELECT id FROM articles WHERE reader = 'fast' ORDER BY unread, moment DESC, row DESC LIMIT ?",
            (limit,),
        )
        return [row[0] for row in rows]

    def vocabulary(self) -> Vocabulary:
        """Give what answers which words the index has, for one query."""
        return Vocabulary(self.database)

    def check(self) -> list[str]:
        """Give what is wrong in the file, its index, counts and stories; empty where they are sound."""
        parts = [
            f"{self.database.path}: {part.name} disagree with the articles: run `sinmun doctor --repair`"
            for part in wrong_parts(self.database)
        ]
        return [*self.database.check(), *parts]

    def repair(self) -> list[str]:
        """Make anew what disagrees with the articles, and say what was."""
        parts = wrong_parts(self.database)
        for part in parts:
            make_again(self.database, part)
        return [f"{part.name} disagreed with the articles and were made anew" for part in parts]

    def close(self) -> None:
        """Close the file."""
        self.database.close()


def _begins(packed: bytes, beginning: bytes) -> bool:
    """Look at the first bytes alone: a page may have millions, and a damaged one begins with nothing."""
    try:
        return zlib.decompressobj().decompress(packed, len(beginning)) == beginning
    except zlib.error:
        return False
