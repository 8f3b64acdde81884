"""One SQLite file shared by threads and processes, which counts who changed it."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from store.migrations import BUSY_SECONDS, Migration, Told, explained_sqlite, prepare, untold

Row = tuple[Any, ...]
Parameters = Sequence[object] | Mapping[str, object]
REVISION = """
CREATE TABLE revision (n INTEGER NOT NULL);
INSERT INTO revision VALUES (0);
"""
"""Every first migration has this table; each transaction of ``Database.writing`` adds one."""


class Database:
    """A SQLite file in WAL mode: a connection a thread, one writer at a time, readers never waiting."""

    def __init__(
        self,
        path: Path,
        migrations: Sequence[Migration],
        attached: Mapping[str, Path] | None = None,
        told: Told = untold,
    ) -> None:
        """Open ``path``, made or migrated as needed; ``attached`` files can be read under their names."""
        self.path = path
        self.notices = prepare(path, migrations, told)
        self._attached = dict(attached or {})
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._writer = threading.RLock()
        self._counter = threading.RLock()
        self._own = 0

    def _connection(self) -> sqlite3.Connection:
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is not None:
            return known
        connection = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA synchronous = NORMAL")
        for name, path in self._attached.items():
            connection.execute(f"ATTACH ? AS {name}", (str(path),))
        with self._counter:
            self._connections.append(connection)
        self._local.connection = connection
        return connection

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Run a query and give all its rows."""
        with explained_sqlite(self.path, migrated=True):
            return self._connection().execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Run a query and give its first row, or None."""
        with explained_sqlite(self.path, migrated=True):
            found: Row | None = self._connection().execute(sql, parameters).fetchone()
            return found

    def numbers(self, sql: str, parameters: Parameters = ()) -> array[int]:
        """Run a query of one integer column and give it, 8 bytes a row."""
        with explained_sqlite(self.path, migrated=True):
            return array("q", (row[0] for row in self._connection().execute(sql, parameters)))

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hold the one write transaction: committed at the end of the block, undone by an exception."""
        with self._writer, explained_sqlite(self.path, migrated=True):
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("UPDATE revision SET n = n + 1")
                with self._counter:
                    connection.execute("COMMIT")
                    self._own += 1
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def revision(self) -> int:
        """Give the number of transactions that the file has had."""
        row = self.row("SELECT n FROM revision")
        return row[0] if row else 0

    def foreign(self) -> int:
        """Give the number of transactions that others made: it grows when another process has written."""
        with self._counter:
            return self.revision() - self._own

    def check(self) -> list[str]:
        """Give what SQLite finds wrong in the file at a quick look, empty where it is sound."""
        return self._told("PRAGMA main.quick_check")

    def problems(self) -> list[str]:
        """Give what SQLite finds wrong in the file when it compares every index with its table."""
        return self._told("PRAGMA main.integrity_check")

    def _told(self, check: str) -> list[str]:
        found = [str(row[0]) for row in self.rows(check)]
        return [] if found == ["ok"] else [f"{self.path}: {problem}" for problem in found]

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._counter:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
