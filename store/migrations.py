"""A SQLite file brought to the schema of this version; a newer one is refused, a damaged one set aside.

The version of a schema is the file's ``user_version``: the number of migrations that it has had.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from store.files import explained, set_aside
from store.model import SinmunError

Told = Callable[[int, int], None]
"""Hears how many of how many articles a long migration has done."""

Migration = str | Callable[[sqlite3.Connection, Told], None]
"""A script of SQL, or a function that works inside the transaction of its connection."""

BUSY_SECONDS = 10.0
_MAGIC = b"SQLite format 3\x00"
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_CURES = {
    sqlite3.SQLITE_FULL: "the disk is full: free some space, then try again",
    sqlite3.SQLITE_READONLY: "it can't be written: change its owner or mode, or set SINMUN_HOME elsewhere",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened: check that its folder exists and can be written",
    sqlite3.SQLITE_IOERR: "the disk fails while reading or writing it: check the disk and its free space",
    sqlite3.SQLITE_BUSY: "another program keeps it locked: close that program and try again",
    sqlite3.SQLITE_CORRUPT: "it is damaged: close every desk and run `sinmun doctor --repair`",
    sqlite3.SQLITE_CONSTRAINT: "it contradicts itself: close every desk and run `sinmun doctor --repair`",
    sqlite3.SQLITE_NOTADB: "it is no database: move it away and start again",
}


@contextmanager
def explained_sqlite(path: Path, *, migrated: bool = False) -> Iterator[None]:
    """Turn SQLite's operational errors into a SinmunError that names the file and the cure.

    Of a file that is ``migrated`` a missing table or column is damage; before, it is a mistake of ours.
    """
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        code = _code(error)
        if migrated and str(error).startswith(("no such table", "no such column")):
            code = sqlite3.SQLITE_CORRUPT
        if code not in _CURES:
            raise
        raise SinmunError(f"{path}: {_CURES[code]}") from error


def _code(error: BaseException | None) -> int:
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8"):
        return sqlite3.SQLITE_CORRUPT
    # The low byte is the primary code; the rest only says which system call it was.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def untold(done: int, total: int) -> None:
    """Hear nothing."""


def prepare(path: Path, migrations: Sequence[Migration], told: Told = untold) -> list[str]:
    """Make or migrate the file at ``path``; give what there is to tell of it.

    Every migration is a transaction of its own: one that is stopped goes on from the last that is whole.
    Raises SinmunError where the file is of a newer version, which leaves it untouched, or can't be used.
    """
    refuse_newer(path, len(migrations))
    try:
        with explained_sqlite(path):
            _migrate(path, migrations, told)
    except SinmunError as error:
        if _code(error.__cause__) not in _DAMAGE:
            raise
    else:
        return []
    aside = set_database_aside(path)
    with explained_sqlite(path):
        _migrate(path, migrations, told)
    return [f"{path.name} was damaged; it was set aside as {aside.name} and a new one begun"]


def refuse_newer(path: Path, known: int) -> None:
    """Refuse a file whose schema has more migrations than ``known``, by its header alone."""
    with explained(path):
        if not path.exists():
            return
        with path.open("rb") as stream:
            header = stream.read(100)
    version = int.from_bytes(header[60:64], "big") if header.startswith(_MAGIC) else 0
    if version > known:
        raise SinmunError(
            f"{path}: made by a newer sinmun (schema {version}, this one knows {known}): "
            "upgrade sinmun, or set SINMUN_HOME to another folder; the file was not touched"
        )


def _migrate(path: Path, migrations: Sequence[Migration], told: Told) -> None:
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    with closing(connection):
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version == len(migrations):
            return
        if version:
            _back_up(connection, path, version)
        connection.execute("PRAGMA journal_mode = WAL")
        while _step(connection, migrations, told):
            pass


def _step(connection: sqlite3.Connection, migrations: Sequence[Migration], told: Told) -> bool:
    """Make the next migration; tell whether there was one."""
    connection.execute("BEGIN IMMEDIATE")
    # Another process may have migrated while this one waited for the lock.
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version < len(migrations):
        migration = migrations[version]
        if isinstance(migration, str):
            run_script(connection, migration)
        else:
            migration(connection, told)
        connection.execute(f"PRAGMA user_version = {version + 1:d}")
    connection.execute("COMMIT")
    return bool(version < len(migrations))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script inside the transaction that is open."""
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    # executescript would commit before it begins, and a migration must be one transaction; a statement
    # ends at the end of a line.
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    with closing(sqlite3.connect(path.with_name(f"{path.name}.schema-{version}-{stamp}"))) as copy:
        connection.backup(copy)


def set_database_aside(path: Path) -> Path:
    """Rename a damaged database, with what SQLite keeps beside it, and give its new name."""
    aside = set_aside(path)
    for suffix in ("-wal", "-shm"):
        # They belong to the damaged file: a new one must not take them for its own.
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(aside.with_name(aside.name + suffix))
    return aside
