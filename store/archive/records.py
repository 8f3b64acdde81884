"""Articles and readings as the rows of the archive hold them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from store.model import Article, Block, Reading, Repeat, SinmunError

STORED = "a.row, a.id, a.source, t.blocks, t.repeats, a.url, a.published, a.publisher, a.author"
"""What ``SELECT … FROM articles a JOIN texts t USING (row)`` gives for ``article_of``, in its order."""


class DamagedRowError(SinmunError, ValueError):
    """A row of the archive that does not hold what it should."""


@contextmanager
def sound() -> Iterator[None]:
    """Turn what a damaged row does to its reader into DamagedRowError."""
    try:
        yield
    except (msgspec.MsgspecError, zlib.error, TypeError, ValueError) as error:
        raise DamagedRowError(
            "archive.sqlite3: one of its rows is damaged: close every desk and run `sinmun doctor --repair`"
        ) from error


@sound()
def article_of(row: tuple[Any, ...]) -> Article:
    """Make an article of a row of ``STORED``."""
    _, article_id, source, blocks, repeats, url, published, publisher, author = row
    return Article(
        id=article_id,
        source=source,
        blocks=blocks_of(blocks),
        repeats=msgspec.json.decode(repeats, type=tuple[Repeat, ...]),
        url=url,
        published=published,
        publisher=publisher,
        author=author,
    )


@sound()
def blocks_of(stored: str) -> tuple[Block, ...]:
    """Make the blocks of an article of their JSON."""
    return msgspec.json.decode(stored, type=tuple[Block, ...])


def to_json(value: object) -> str:
    """Give a value of the model as JSON."""
    return msgspec.json.encode(value).decode()


def stored_reading(connection: sqlite3.Connection, row: int) -> Reading | None:
    """Give the reading that is kept of an article, whatever version made it."""
    found = connection.execute("SELECT reading FROM readings WHERE row = ?", (row,)).fetchone()
    return unpack(found[0]) if found else None


def pack(reading: Reading) -> bytes:
    """Give a reading as compressed JSON."""
    return zlib.compress(msgspec.json.encode(reading), 1)


@sound()
def unpack(packed: bytes) -> Reading:
    """Make a reading of compressed JSON."""
    return msgspec.json.decode(zlib.decompress(packed), type=Reading)
