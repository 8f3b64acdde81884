"""The newest headlines without opening the desk: what a screen can paint while everything else is loaded."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

_SQL = """SELECT a.id, a.title, a.published, a.publisher, a.unread,
    (SELECT count(*) FROM articles s WHERE s.story = a.story)
FROM articles a ORDER BY a.moment DESC, a.row DESC LIMIT ?"""


class Glimpse(NamedTuple):
    """What a list shows of an article, as ``store.archive.headline.Headline`` has it, its notes uncounted."""

    id: str
    title: str
    published: str | None
    publisher: str | None
    unread: bool
    versions: int
    notes: int = 0


def glance(home: Path, limit: int) -> list[Glimpse]:
    """Give the newest headlines of the archive in ``home``; none where they can't be had at once."""
    path = home / "archive.sqlite3"
    if not path.is_file():
        return []
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.0)
        try:
            return [
                Glimpse(article, title, published, publisher, bool(unread), versions)
                for article, title, published, publisher, unread, versions in connection.execute(
                    _SQL, (limit,)
                )
            ]
        finally:
            connection.close()
    except sqlite3.Error:
        return []
