"""Who stands in which article: the tables ``mentions`` and ``roles``, from which entities are told."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from store.archive.bylines import people_told
from store.archive.records import unpack
from store.database import Database, Row
from store.migrations import Told
from store.model import Quotation, Reading, RoleFact
from store.search.names import name_key

Mentioned = tuple[str, str, str, str, int, int]
_BATCH = 200


def index_mentions(connection: sqlite3.Connection, row: int, reading: Reading | None) -> None:
    """Put the entities of a reading in the place of those of an older one; None stands for not read."""
    connection.execute("DELETE FROM mentions WHERE row = ?", (row,))
    connection.execute("DELETE FROM roles WHERE row = ?", (row,))
    if reading is not None:
        connection.executemany(
            "INSERT OR IGNORE INTO mentions (row, key, type, name, aliases, n, said)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(row, *mentioned) for mentioned in _mentioned(reading)],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO roles (row, key, title, organization) VALUES (?, ?, ?, ?)",
            [(row, *role) for role in _roles(reading)],
        )


def index_all(connection: sqlite3.Connection, told: Told) -> None:
    """Index the readings of an archive that has no such tables yet."""
    ((total,),) = connection.execute("SELECT count(*) FROM readings")
    for done, (row, packed) in enumerate(connection.execute("SELECT row, reading FROM readings"), 1):
        index_mentions(connection, row, unpack(packed))
        told(done, total)


def mentions_are_wrong(database: Database) -> bool:
    """Tell whether the tables say something else than the readings, each of which is looked at."""
    stray = database.row(
        "SELECT EXISTS (SELECT row FROM mentions EXCEPT SELECT row FROM readings)"
        " OR EXISTS (SELECT row FROM roles EXCEPT SELECT row FROM readings)"
    )
    if stray is None or stray[0]:
        return True
    for batch in batches(database):
        span = batch[0][0], batch[-1][0]
        mentions = database.rows(
            "SELECT row, key, type, name, aliases, n, said FROM mentions WHERE row BETWEEN ? AND ?", span
        )
        roles = database.rows(
            "SELECT row, key, title, organization FROM roles WHERE row BETWEEN ? AND ?", span
        )
        wanted_mentions, wanted_roles = set[Row](), set[Row]()
        for row, packed in batch:
            reading = unpack(packed)
            # Of two entities of one name and type the first is kept.
            first = {mentioned[:2]: mentioned for mentioned in reversed(list(_mentioned(reading)))}
            wanted_mentions.update((row, *mentioned) for mentioned in first.values())
            wanted_roles.update((row, *role) for role in _roles(reading))
        if set(mentions) != wanted_mentions or set(roles) != wanted_roles:
            return True
    return False


def batches(database: Database) -> Iterator[list[Row]]:
    """Give row and packed reading of all readings, some at a time, in the order of their rows."""
    last = -1
    while batch := database.rows(
        "SELECT row, reading FROM readings WHERE row > ? ORDER BY row LIMIT ?", (last, _BATCH)
    ):
        yield batch
        last = batch[-1][0]


def _mentioned(reading: Reading) -> Iterator[Mentioned]:
    said = Counter(fact.speaker.entity for fact in reading.facts if isinstance(fact, Quotation))
    for entity in people_told(reading):
        aliases = "\n".join(alias for alias in entity.aliases if alias != entity.name)
        key = name_key(entity.name)
        yield key, entity.type, entity.name, aliases, len(entity.mentions), said[entity.id]


def _roles(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for fact in reading.facts:
        if isinstance(fact, RoleFact):
            yield name_key(fact.person), fact.title, fact.organization or ""
