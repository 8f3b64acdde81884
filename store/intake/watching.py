"""A folder that is watched: what is put there is kept, once it has been written to its end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import NamedTuple

from store.archive.archive import Archive
from store.ingest.walk import holds_articles
from store.intake.adding import Added, add_sources
from store.model import SinmunError

SETTLED = 1.0
"""Seconds that a file must not have changed: whoever writes it is done, or has stopped for good."""
_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", "~")


class _Seen(NamedTuple):
    """How a file was when it was looked at, and since when it has been so."""

    size: int
    changed: int
    since: float


def watch(
    archive: Archive,
    folder: Path,
    *,
    stop: Event | None = None,
    looks: Iterable[Iterable[str]] | None = None,
    now: Callable[[], float] = time.monotonic,
) -> Iterator[Added]:
    """Keep what lies in ``folder`` and whatever comes into it, until ``stop`` is set.

    A file is read when it has not changed for a second. ``looks`` gives the paths that have changed, now and
    then none. Raises SinmunError where there is no folder.
    """
    if not folder.is_dir():
        raise SinmunError(f"{folder}: there is no such folder to watch: make it first")
    folder = folder.absolute()
    waiting: dict[Path, _Seen] = {}
    changed: Iterable[str] = [str(folder)]
    for more in looks if looks is not None else _looks(folder, stop or Event()):
        came = {file for path in (*changed, *more) for file in _files(Path(path), folder)}
        waiting = {
            path: seen
            for path in sorted({*waiting, *came})
            if (seen := _look(path, waiting.get(path), now())) is not None
        }
        settled = [path for path, seen in waiting.items() if now() - seen.since >= SETTLED]
        for path in settled:
            del waiting[path]
        yield from add_sources(archive, map(str, settled))
        changed = ()


def _files(path: Path, folder: Path) -> Iterator[Path]:
    """Give the files that a changed path stands for: itself, or all that a folder holds."""
    for file in path.rglob("*") if path.is_dir() else [path]:
        inner = [file, *file.parents][: len(file.relative_to(folder).parts)]
        if all(map(holds_articles, inner)) and not file.name.endswith(_UNFINISHED):
            yield file


def _look(path: Path, before: _Seen | None, now: float) -> _Seen | None:
    try:
        status = path.stat()
    except OSError:
        return None
    if not path.is_file():
        return None
    same = before is not None and before[:2] == (status.st_size, status.st_mtime_ns)
    return before if same else _Seen(status.st_size, status.st_mtime_ns, now)


def _looks(folder: Path, stop: Event) -> Iterator[list[str]]:
    from watchfiles import watch as watched

    milliseconds = round(SETTLED * 1000)
    for changes in watched(folder, stop_event=stop, rust_timeout=milliseconds, yield_on_timeout=True):
        yield [path for _, path in changes]
