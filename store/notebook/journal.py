"""What was done and undone, so that undo survives a restart: ``<home>/journal.jsonl``.

One JSON object a line: ``{"before", "after"}`` for a change of one annotation (null: there was, or is, none),
``{"changes"}`` for several that are one step (lines that follow each other with the same ``"step"`` are one,
too), ``{"correction", "removed"}`` for a correction of names, ``{"was", "now"}`` for a shelf,
``{"step": "undo"}`` and ``{"step": "redo"}`` for what was taken back and done again. The journal serves
comfort, not safety: a line that was lost with the power costs one undo and no note.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from store.corrections import Correction
from store.files import explained, write_atomically
from store.model import Annotation
from store.search.shelf import Shelf

MAX_BYTES = 8_000_000
KEPT_BYTES = 4_000_000
"""Enough for a step that changes some thousands of annotations, and for those before it."""


class Change(msgspec.Struct, frozen=True):
    """An annotation before and after; one of them may be None."""

    before: Annotation | None
    after: Annotation | None

    @property
    def annotation(self) -> Annotation:
        """The annotation that was changed, as it is now or was last."""
        annotation = self.after or self.before
        assert annotation is not None
        return annotation

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


class Changes(msgspec.Struct, frozen=True):
    """Changes of several annotations, made and taken back as one.

    Those that follow each other with the same ``step`` are one, too.
    """

    changes: tuple[Change, ...]
    step: str = ""

    @property
    def inverse(self) -> Changes:
        """The changes that take these back, the last first."""
        return Changes(tuple(change.inverse for change in reversed(self.changes)), self.step)


class Corrected(msgspec.Struct, frozen=True):
    """A correction of names that was made, or removed."""

    correction: Correction
    removed: bool

    @property
    def inverse(self) -> Corrected:
        """The change that takes this one back."""
        return Corrected(self.correction, not self.removed)


class Shelved(msgspec.Struct, frozen=True):
    """A shelf before and after; one of them may be None."""

    was: Shelf | None
    now: Shelf | None

    @property
    def inverse(self) -> Shelved:
        """The change that takes this one back."""
        return Shelved(self.now, self.was)


class Step(msgspec.Struct, frozen=True):
    """The last change was undone, or the last undone one was done again."""

    step: Literal["undo", "redo"]


Done = Change | Changes | Corrected | Shelved
Entry = Done | Step
_KINDS: tuple[type[Change] | type[Changes] | type[Corrected] | type[Shelved] | type[Step], ...] = (
    Change,
    Changes,
    Corrected,
    Shelved,
    Step,
)


class Journal:
    """The changes of the notebook in their order; the notebook's lock is held around every call."""

    def __init__(self, path: Path) -> None:
        """Keep the journal in ``path``."""
        self._path = path
        self._limit = MAX_BYTES
        self._known: tuple[tuple[int, int, int] | None, list[Entry]] = None, []

    def append(self, entry: Entry) -> None:
        """Write one entry; old changes are forgotten when the file has grown."""
        with explained(self._path), self._path.open("ab+") as stream:
            # A line that was cut off by a crash must not swallow this one.
            if stream.tell() and not _ends_with_newline(stream):
                stream.write(b"\n")
            stream.write(msgspec.json.encode(entry) + b"\n")
            size = stream.tell()
        if size > self._limit:
            # A step that is longer than the limit is not shortened again with each of its lines.
            self._limit = max(MAX_BYTES, 2 * self._shorten())

    def done(self) -> Done | None:
        """Give the last change that is not undone."""
        done, _ = self._stacks()
        return done[-1] if done else None

    def undone(self) -> Done | None:
        """Give the change that was undone last and not done again."""
        _, undone = self._stacks()
        return undone[-1] if undone else None

    def _stacks(self) -> tuple[list[Done], list[Done]]:
        done: list[list[Done]] = []
        undone: list[list[Done]] = []
        for entry in self._entries():
            if not isinstance(entry, Step):
                _add(done, entry)
                undone.clear()
            elif entry.step == "undo" and done:
                undone.append(done.pop())
            elif entry.step == "redo" and undone:
                done.append(undone.pop())
        return list(map(_whole, done)), list(map(_whole, undone))

    def _entries(self) -> list[Entry]:
        with explained(self._path):
            try:
                status = self._path.stat()
                stamp = status.st_mtime_ns, status.st_size, status.st_ino
                if stamp == self._known[0]:
                    return self._known[1]
                lines = self._path.read_bytes().splitlines()
            except FileNotFoundError:
                return []
        entries = [entry for line in lines if (entry := _decode(line)) is not None]
        self._known = stamp, entries
        return entries

    def _shorten(self) -> int:
        done, undone = self._stacks()
        undone_lines = [msgspec.json.encode(change) for change in reversed(undone)]
        done_lines: list[bytes] = []
        size = sum(map(len, undone_lines))
        for change in reversed(done):
            line = msgspec.json.encode(change)
            size += len(line)
            if done_lines and size > KEPT_BYTES:
                break
            done_lines.append(line)
        steps = [msgspec.json.encode(Step("undo"))] * len(undone)
        shortened = b"\n".join([*reversed(done_lines), *undone_lines, *steps, b""])
        write_atomically(self._path, shortened)
        return len(shortened)


def _add(done: list[list[Done]], entry: Done) -> None:
    """Add an entry, or join it to the one before where both are one step."""
    last = done[-1][-1] if done else None
    if isinstance(entry, Changes) and isinstance(last, Changes) and entry.step and entry.step == last.step:
        done[-1].append(entry)
    else:
        done.append([entry])


def _whole(lines: Sequence[Done]) -> Done:
    """Give the step that several lines are."""
    parts = [line for line in lines if isinstance(line, Changes)]
    if len(parts) < 2:
        return lines[0]
    return Changes(tuple(change for part in parts for change in part.changes), parts[0].step)


def _ends_with_newline(stream: BinaryIO) -> bool:
    stream.seek(-1, 2)
    return stream.read(1) == b"\n"


def _decode(line: bytes) -> Entry | None:
    for kind in _KINDS:
        with suppress(msgspec.MsgspecError, UnicodeDecodeError):
            return msgspec.json.decode(line, type=kind)
    return None
