"""The tables of ``archive.sqlite3``, one migration after another.

``articles`` holds what a list shows, in narrow rows; ``texts`` and ``readings`` hold the bulk beside them.
``words`` is an FTS5 index without a copy of the text: raw words, and the morphemes of those that were read.
``names`` answers the fields of a query (person, org, place, speaker, kind, source …). ``tallies`` are the
counts that the screen shows, kept by triggers. ``story_keys`` has for each key of an article's signature the
rows of the first articles of its latest stories, and ``anchors`` the longest article of a story where that is
not its first. ``mentions`` has the entities of each reading under ``name_key`` of their names, with the
number of mentions and of quotations, and ``roles`` the titles of persons. ``vocabulary`` and ``instances``
show what ``words`` holds.
"""

from __future__ import annotations

import sqlite3

from store.database import REVISION
from store.migrations import Migration, Told, run_script

_FIRST = (
    REVISION
    + """
CREATE TABLE articles (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    moment TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT,
    published TEXT,
    publisher TEXT,
    author TEXT,
    added TEXT NOT NULL,
    story TEXT NOT NULL,
    repeats INTEGER NOT NULL,
    unread INTEGER NOT NULL DEFAULT 1,
    reader TEXT,
    version TEXT
);
CREATE INDEX newest ON articles (moment DESC, row DESC);
CREATE INDEX stories ON articles (story);
CREATE INDEX unread ON articles (moment DESC, row DESC) WHERE unread;
CREATE INDEX readers ON articles (version, moment DESC, row DESC);

CREATE TABLE texts (
    row INTEGER PRIMARY KEY REFERENCES articles,
    blocks TEXT NOT NULL,
    repeats TEXT NOT NULL,
    raw BLOB NOT NULL
);
CREATE TABLE editions (
    row INTEGER NOT NULL REFERENCES articles,
    replaced TEXT NOT NULL,
    article TEXT NOT NULL,
    raw BLOB NOT NULL
);
CREATE INDEX editions_of ON editions (row);
CREATE TABLE readings (
    row INTEGER PRIMARY KEY REFERENCES articles,
    reading BLOB NOT NULL
);

CREATE TABLE names (
    field TEXT NOT NULL,
    name TEXT NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (field, name, row)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    raw, terms, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'col');

CREATE TABLE tallies (name TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tallies VALUES ('articles', 0), ('unread', 0);
CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    UPDATE tallies SET n = n + 1 WHERE name = 'articles';
    UPDATE tallies SET n = n + new.unread WHERE name = 'unread';
END;
CREATE TRIGGER article_changed AFTER UPDATE OF unread ON articles WHEN new.unread <> old.unread BEGIN
    UPDATE tallies SET n = n + new.unread - old.unread WHERE name = 'unread';
END;
"""
)

_STORIES = """
CREATE TABLE story_keys (key INTEGER PRIMARY KEY, stories BLOB NOT NULL);
CREATE TABLE anchors (story INTEGER PRIMARY KEY, row INTEGER NOT NULL);
"""
_ENTITIES = """
CREATE TABLE mentions (
    key TEXT NOT NULL,
    row INTEGER NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    n INTEGER NOT NULL,
    said INTEGER NOT NULL,
    PRIMARY KEY (key, row, type)
) WITHOUT ROWID;
CREATE INDEX mentions_of ON mentions (row, key, type, n);
CREATE TABLE roles (
    key TEXT NOT NULL,
    row INTEGER NOT NULL,
    title TEXT NOT NULL,
    organization TEXT NOT NULL,
    PRIMARY KEY (key, row, title, organization)
) WITHOUT ROWID;
CREATE INDEX roles_of ON roles (row);
"""


def _with_stories(connection: sqlite3.Connection, told: Told) -> None:
    run_script(connection, _STORIES)
    if connection.execute("SELECT 1 FROM articles").fetchone():
        from store.archive.stories import group_all

        group_all(connection, told)


def _with_entities(connection: sqlite3.Connection, told: Told) -> None:
    from store.archive.mentions import index_all

    run_script(connection, _ENTITIES)
    index_all(connection, told)


_INSTANCES = "CREATE VIRTUAL TABLE instances USING fts5vocab (words, 'instance');\n"
_READ_FAST = """
CREATE INDEX read_fast ON articles (unread, moment DESC, row DESC) WHERE reader = 'fast';
"""

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _with_stories, _with_entities, _INSTANCES, _READ_FAST)
