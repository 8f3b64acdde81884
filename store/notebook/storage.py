"""TinyDB over a file that is never half written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from tinydb import Storage

from store.files import explained, write_atomically

Tables = dict[str, dict[str, dict[str, Any]]]


class DamagedError(Exception):
    """A file of the notebook that can't be read; the message names it and says why."""


class AtomicStorage(Storage):
    """JSON on the disk, replaced as a whole: written beside, fsynced, renamed."""

    def __init__(self, path: Path) -> None:
        """Keep the tables in ``path``."""
        self._path = path

    def read(self) -> Tables | None:
        """Give the tables, or None where there is no file; raises DamagedError."""
        with explained(self._path):
            try:
                data = self._path.read_bytes()
            except FileNotFoundError:
                return None
        try:
            tables = msgspec.json.decode(data, type=Tables)
            for table in tables.values():
                for number in table:
                    int(number)
        except (ValueError, msgspec.MsgspecError, RecursionError) as error:
            raise DamagedError(f"{self._path.name}: {error}") from error
        return tables

    def write(self, data: Tables) -> None:
        """Put the tables on the disk."""
        write_atomically(self._path, encoded(data))


def encoded(tables: Tables) -> bytes:
    """Give the bytes of a file that has these tables."""
    return msgspec.json.format(msgspec.json.encode(tables), indent=1) + b"\n"
