"""The one lock of the notebook, between threads and between processes: ``<home>/notebook.lock``.

It is the write lock of an empty SQLite file, which every system frees when its holder is killed. A lock of
the filelock package took a fifth of the time of a save.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.files import explained
from store.migrations import explained_sqlite
from store.model import SinmunError

WAIT_SECONDS = 20.0
_POLL_SECONDS = 0.002


class NotebookLock:
    """A lock that a process which is killed leaves free."""

    def __init__(self, path: Path) -> None:
        """Lock by the file ``path``; nothing is opened before the lock is first held."""
        self._path = path
        self._threads = threading.RLock()
        self._depth = 0
        self._connection: sqlite3.Connection | None = None
        self._inode = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for the length of the block; the holder may take it again."""
        with self._threads:
            if self._depth:
                yield
                return
            connection = self._locked()
            self._depth = 1
            try:
                yield
            finally:
                self._depth = 0
                connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        with self._threads:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _locked(self) -> sqlite3.Connection:
        end = time.monotonic() + WAIT_SECONDS
        while True:
            connection = self._opened()
            if self._begun(connection):
                # Whoever deletes the file makes others lock another one: hold the one that is there.
                if self._inode == self._inode_now():
                    return connection
                self.close()
            elif time.monotonic() > end:
                raise SinmunError(
                    f"{self._path}: another sinmun has held the notebook for {WAIT_SECONDS:.0f} s: "
                    "close it, then save again"
                )
            else:
                time.sleep(_POLL_SECONDS)

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            with explained(self._path):
                self._path.touch()
            with explained_sqlite(self._path):
                opened = sqlite3.connect(self._path, timeout=0, isolation_level=None, check_same_thread=False)
                # Nothing is ever written: without this an empty file would be given a journal each time.
                opened.execute("PRAGMA journal_mode = MEMORY")
            self._connection = opened
            self._inode = self._inode_now()
        return self._connection

    def _begun(self, connection: sqlite3.Connection) -> bool:
        with explained_sqlite(self._path):
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
                return False
            return True

    def _inode_now(self) -> int:
        with explained(self._path):
            try:
                return self._path.stat().st_ino
            except FileNotFoundError:
                return -1
