"""Articles put into their stories as they are added: the tables ``story_keys`` and ``anchors``.

A story is known by the row of its first article. Its anchors, which an article must match, are that article
and the longest one, which ``anchors`` names where it is another. ``story_keys`` has the stories of each key,
four bytes each.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Sequence

from store.archive.records import STORED, article_of, blocks_of
from store.dedup.profile import Profile
from store.dedup.shingles import text_of
from store.dedup.signature import Described, describe
from store.dedup.stories import first_story
from store.dedup.story_index import most_shared, with_anchor, with_story
from store.migrations import Told, untold
from store.model import Article

BATCH = 500


def described_by(articles: Sequence[Article], keys: Sequence[Sequence[int] | None]) -> list[Described]:
    """Describe articles, those of which the ``keys`` are known at no cost."""
    known = [tuple(each) for each in keys if each is not None]
    if len(known) < len(articles):
        return describe(articles)
    return [
        Described(Profile(text_of(article.blocks)), each)
        for article, each in zip(articles, known, strict=True)
    ]


class Stories:
    """The stories as one transaction sees and changes them; what adding costs does not grow with them.

    The keys of a whole batch are read at once, and written at once by ``keep_keys``, in their order.
    """

    def __init__(self, connection: sqlite3.Connection, batch: Sequence[Described]) -> None:
        """Work inside the transaction of ``connection``, which puts the articles of ``batch`` to stories."""
        self._connection = connection
        self._anchors: dict[int, list[Profile]] = {}
        keys = {key for article in batch for key in article.keys}
        found = connection.execute(
            "SELECT s.key, s.stories FROM json_each(?) k CROSS JOIN story_keys s ON s.key = k.value",
            (json.dumps(sorted(keys)),),
        )
        self._known = {key: struct.unpack(f"<{len(stories) // 4}I", stories) for key, stories in found}
        self._changed: set[int] = set()

    def keep_keys(self) -> None:
        """Put the keys that have changed into their table."""
        changed = [(key, _packed(self._known[key])) for key in sorted(self._changed)]
        self._connection.executemany("REPLACE INTO story_keys VALUES (?, ?)", changed)
        self._changed.clear()

    def place(self, row: int, article: Described) -> str:
        """Put a new article into its story, and give the id of the story's first article."""
        shared = most_shared(self._known.get(key, ()) for key in article.keys)
        candidates = ((story, self._anchors_of(story)) for story in shared)
        story = first_story(article.profile, candidates) or row
        if story == row:
            self._anchors[row] = [article.profile]
        self._join(story, row, article)
        ((first,),) = self._connection.execute("SELECT id FROM articles WHERE row = ?", (story,))
        return str(first)

    def update(self, row: int, article: Described) -> None:
        """Let a new edition of an article stay in its story, and be found by its new words."""
        ((story,),) = self._connection.execute(
            "SELECT f.row FROM articles a JOIN articles f ON f.id = a.story WHERE a.row = ?", (row,)
        )
        self._anchors.pop(story, None)
        self._join(story, row, article)

    def _join(self, story: int, row: int, article: Described) -> None:
        if story != row:
            anchors = self._anchors_of(story)
            self._anchors[story] = with_anchor(anchors, article.profile)
            if self._anchors[story] is not anchors:
                self._connection.execute("REPLACE INTO anchors VALUES (?, ?)", (story, row))
        for key in article.keys:
            stories = self._known.get(key, ())
            if story not in stories:
                self._known[key] = with_story(stories, story)
                self._changed.add(key)

    def _anchors_of(self, story: int) -> list[Profile]:
        if story not in self._anchors:
            rows = self._connection.execute(
                "SELECT blocks FROM texts WHERE row IN (?1, (SELECT row FROM anchors WHERE story = ?1))"
                " ORDER BY row <> ?1",
                (story,),
            )
            self._anchors[story] = [Profile(text_of(blocks_of(blocks))) for (blocks,) in rows]
        return self._anchors[story]


def _packed(stories: tuple[int, ...]) -> bytes:
    return struct.pack(f"<{len(stories)}I", *stories)


def group_all(connection: sqlite3.Connection, told: Told = untold) -> None:
    """Put every article of an archive that has no stories yet into its story, in the order of adding."""
    ((total,),) = connection.execute("SELECT count(*) FROM articles")
    last = done = 0
    while rows := connection.execute(
        f"SELECT {STORED} FROM articles a JOIN texts t USING (row) WHERE a.row > ? ORDER BY a.row LIMIT ?",
        (last, BATCH),
    ).fetchall():
        connection.executemany("UPDATE articles SET story = ? WHERE row = ?", _placed(connection, rows))
        last, done = rows[-1][0], done + len(rows)
        told(done, total)


def _placed(connection: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> list[tuple[str, object]]:
    described = describe([article_of(row) for row in rows])
    stories = Stories(connection, described)
    placed = [
        (stories.place(int(str(row[0])), article), row[0])
        for row, article in zip(rows, described, strict=True)
    ]
    stories.keep_keys()
    return placed
