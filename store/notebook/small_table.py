"""What the reader made beside notes, each kind in a small TinyDB file: ``<home>/notebook/_<name>.json``.

It has a table of that name (``corrections``, ``shelves``), in order, and the table ``format``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from store.files import explained, set_aside
from store.model import SinmunError

FORMAT = 1

_Stamp = tuple[int, int, int]
Kind = TypeVar("Kind", bound=msgspec.Struct)


class SmallTable(Generic[Kind]):
    """The rows as the file has them, read again when others changed it, which ``edits`` counts."""

    def __init__(self, folder: Path, name: str, kind: type[Kind], notices: list[str]) -> None:
        """Keep rows of ``kind`` in ``folder``; what had to be set aside is told to ``notices``."""
        # No article's id begins so: the file is never taken for a page.
        self._path = folder / f"_{name}.json"
        self._name = name
        self._kind = kind
        self._notices = notices
        self._known: tuple[_Stamp | None, tuple[Kind, ...]] = None, ()
        self.edits = 0

    def all(self) -> tuple[Kind, ...]:
        """Give the rows in their order; raises SinmunError for a file that a newer version wrote."""
        stamp, found = self._known
        now = self._stamp()
        if now != stamp:
            found = self._load() if now else ()
            self._known = self._stamp(), found
            self.edits += 1
        return found

    def told(self) -> tuple[Kind, ...]:
        """Give the rows; none where they are refused, which is told once to the notices."""
        try:
            return self.all()
        except SinmunError as error:
            if str(error) not in self._notices:
                self._notices.append(str(error))
            return ()

    def put(self, rows: Sequence[Kind]) -> None:
        """Put rows on the disk in the place of those before; the notebook's lock is held."""
        from tinydb import TinyDB
        from tinydb.middlewares import CachingMiddleware

        from store.notebook.storage import AtomicStorage

        with TinyDB(self._path, storage=CachingMiddleware(AtomicStorage)) as file:  # type: ignore[no-untyped-call]
            file.drop_tables()
            file.table("format").insert({"version": FORMAT})
            file.table(self._name).insert_multiple(msgspec.to_builtins(each) for each in rows)
        self._known = self._stamp(), tuple(rows)

    def _load(self) -> tuple[Kind, ...]:
        from store.notebook.storage import AtomicStorage, DamagedError

        try:
            tables = AtomicStorage(self._path).read() or {}
            for stored in tables.get("format", {}).values():
                self._refuse_newer(stored.get("version"))
            rows = sorted(tables.get(self._name, {}).items(), key=lambda row: int(row[0]))
            return tuple(msgspec.convert(row, self._kind) for _, row in rows)
        except (DamagedError, msgspec.ValidationError) as error:
            aside = set_aside(self._path)
            self._notices.append(f"the {self._name} were damaged and set aside as {aside.name}: {error}")
            return ()

    def _refuse_newer(self, version: object) -> None:
        if isinstance(version, int) and version > FORMAT:
            raise SinmunError(
                f"{self._path}: written by a newer sinmun (format {version}, this one knows {FORMAT}): "
                "upgrade sinmun; the file was not touched"
            )

    def _stamp(self) -> _Stamp | None:
        with explained(self._path):
            try:
                status = self._path.stat()
            except FileNotFoundError:
                return None
        return status.st_mtime_ns, status.st_size, status.st_ino
