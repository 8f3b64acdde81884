"""The reader's corrections of names in a small TinyDB file: ``<home>/notebook/_corrections.json``.

It has the table ``corrections``, in the order in which they were made, and the table ``format``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from store.corrections import Correction
from store.files import explained, set_aside
from store.model import SinmunError

NAME = "_corrections.json"
"""No article's id begins so: the file is never taken for a page."""
FORMAT = 1

_Stamp = tuple[int, int, int]


class Corrections:
    """The corrections as the file has them, read again when others changed it, which ``edits`` counts."""

    def __init__(self, folder: Path, notices: list[str]) -> None:
        """Keep them in ``folder``; what had to be set aside is told to ``notices``."""
        self._path = folder / NAME
        self._notices = notices
        self._known: tuple[_Stamp | None, tuple[Correction, ...]] = None, ()
        self.edits = 0

    def all(self) -> tuple[Correction, ...]:
        """Give the corrections in the order in which they were made."""
        stamp, found = self._known
        now = self._stamp()
        if now != stamp:
            found = self._load() if now else ()
            self._known = self._stamp(), found
            self.edits += 1
        return found

    def put(self, corrections: Sequence[Correction]) -> None:
        """Put the corrections on the disk in the place of those before; the notebook's lock is held."""
        from tinydb import TinyDB
        from tinydb.middlewares import CachingMiddleware

        from store.notebook.storage import AtomicStorage

        with TinyDB(self._path, storage=CachingMiddleware(AtomicStorage)) as file:  # type: ignore[no-untyped-call]
            file.drop_tables()
            file.table("format").insert({"version": FORMAT})
            file.table("corrections").insert_multiple(msgspec.to_builtins(each) for each in corrections)
        self._known = self._stamp(), tuple(corrections)

    def _load(self) -> tuple[Correction, ...]:
        from store.notebook.storage import AtomicStorage, DamagedError

        try:
            tables = AtomicStorage(self._path).read() or {}
            for stored in tables.get("format", {}).values():
                self._refuse_newer(stored.get("version"))
            rows = sorted(tables.get("corrections", {}).items(), key=lambda row: int(row[0]))
            return msgspec.convert(tuple(row for _, row in rows), tuple[Correction, ...])
        except (DamagedError, msgspec.ValidationError) as error:
            aside = set_aside(self._path)
            self._notices.append(f"the corrections were damaged and set aside as {aside.name}: {error}")
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
