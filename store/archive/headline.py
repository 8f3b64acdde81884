"""One row of the headlines, and how it is read from the archive."""

from __future__ import annotations

import msgspec

from store.database import Row

COLUMNS = """a.id, a.title, a.published, a.publisher, a.source, a.url, a.story,
    (SELECT count(*) FROM articles s WHERE s.story = a.story), a.unread, 0, a.repeats, a.reader"""
"""What ``SELECT … FROM articles a`` gives for ``headline``, in its order."""


class Headline(msgspec.Struct, kw_only=True):
    """What a list shows of an article.

    ``versions`` counts the articles of its story, ``notes`` its annotations, ``repeats`` the lines that were
    folded away; ``reader`` is ``fast``, ``precise`` or None where it was not read yet.
    """

    id: str
    title: str
    published: str | None
    publisher: str | None
    source: str
    url: str | None
    story: str
    versions: int
    unread: bool
    notes: int
    repeats: int
    reader: str | None


def headline(row: Row) -> Headline:
    """Make a headline of a row of ``COLUMNS``."""
    values = dict(zip(Headline.__struct_fields__, row, strict=True))
    values["unread"] = bool(values["unread"])
    return Headline(**values)
