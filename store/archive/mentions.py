"""Who stands in which article: the tables ``mentions`` and ``roles``, from which entities are told."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from store.archive.records import unpack
from store.migrations import Told
from store.model import Quotation, Reading, RoleFact
from store.search.names import name_key

Mentioned = tuple[str, str, str, str, int, int]


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


def _mentioned(reading: Reading) -> Iterator[Mentioned]:
    said = Counter(fact.speaker.entity for fact in reading.facts if isinstance(fact, Quotation))
    for entity in reading.entities:
        aliases = "\n".join(alias for alias in entity.aliases if alias != entity.name)
        key = name_key(entity.name)
        yield key, entity.type, entity.name, aliases, len(entity.mentions), said[entity.id]


def _roles(reading: Reading) -> Iterator[tuple[str, str, str]]:
    for fact in reading.facts:
        if isinstance(fact, RoleFact):
            yield name_key(fact.person), fact.title, fact.organization or ""
