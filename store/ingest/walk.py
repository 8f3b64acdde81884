"""Paths to named bytes: files as given, folders in the order of their names, ``-`` for standard input."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from store.ingest.failure import Failure
from store.ingest.limits import MAX_SOURCE_BYTES

_ABOUT = ("readme", "license", "licence", "copying", "changelog", "contributing", "authors", "notice")
_ASSETS = frozenset(
    {
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".webp",
        ".svg",
        ".ico",
        ".bmp",
        ".mp3",
        ".mp4",
        ".webm",
        ".mov",
        ".avi",
    }
    | {
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".py",
        ".pyc",
        ".lock",
        ".toml",
        ".yaml",
    }
)
"""What lies beside saved articles and is none: passed over in folders, read when it is named itself."""


def sources(paths: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[tuple[str, bytes] | Failure]:
    """Open each path: a file, a folder with all that is in it, or ``-`` (``stdin``, else the process's own).

    Hidden files and what only describes a folder (README, LICENSE) are passed over; a folder that links lead
    into more than once is walked once.
    """
    for path in paths:
        if path == "-":
            yield _read_stream("-", stdin or sys.stdin.buffer)
        elif _is_folder(Path(path)):
            for found in _walk(Path(path)):
                yield found if isinstance(found, Failure) else _read_file(found, regular_only=True)
        else:
            yield _read_file(Path(path))


def count_sources(paths: Sequence[str]) -> int:
    """Give how many sources there are, without opening any."""
    folders = [Path(path) for path in paths if path != "-" and _is_folder(Path(path))]
    return len(paths) - len(folders) + sum(1 for folder in folders for _ in _walk(folder))


def _walk(folder: Path) -> Iterator[Path | Failure]:
    """Give the files of a folder and of those in it, in the order of their names."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield path
            continue
        try:
            status = path.stat()
            place = (status.st_dev, status.st_ino)
            if place not in seen:
                seen.add(place)
                waiting += sorted(filter(holds_articles, path.iterdir()), key=_name, reverse=True)
        except OSError as error:
            yield Failure(_told_name(path), None, _told(error))


def _is_folder(path: Path) -> bool:
    """Tell whether there is a folder; a path that may not be looked at, or is too long, is left to fail."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _told_name(path: Path) -> str:
    """Give a path as text that a file can hold; names in CP949, which old archives have, are read as such."""
    return str(Path(*(_decoded(os.fsencode(part)) for part in path.parts)))


def _decoded(name: bytes) -> str:
    for encoding in ("utf-8", "cp949"):
        with suppress(UnicodeDecodeError):
            return name.decode(encoding)
    return name.decode("utf-8", "backslashreplace")


def _name(path: Path) -> str:
    return path.name


def holds_articles(path: Path) -> bool:
    """Tell whether a file or folder inside a folder is read with it."""
    if path.name.startswith(".") or path.stem.casefold() in _ABOUT:
        return False
    return path.suffix.casefold() not in _ASSETS or _is_folder(path)


def _read_file(path: Path, regular_only: bool = False) -> tuple[str, bytes] | Failure:
    name = _told_name(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or (regular_only and not stat.S_ISREG(mode)):
            return Failure(
                name, None, "it is a device or a pipe, no file: name a text, HTML, feed or JSON file"
            )
        with path.open("rb") as stream:
            return _read_stream(name, stream)
    except (OSError, ValueError) as error:
        return Failure(name, None, _told(error))


def _read_stream(name: str, stream: BinaryIO) -> tuple[str, bytes] | Failure:
    data = stream.read(MAX_SOURCE_BYTES + 1)
    if len(data) > MAX_SOURCE_BYTES:
        return Failure(
            name, None, f"it holds more than {MAX_SOURCE_BYTES:,} bytes: split it into smaller files"
        )
    return name, data


def _told(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file: check the path"
    if isinstance(error, PermissionError):
        return "it may not be read: check its permissions"
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return f"it cannot be opened ({reason}): check the path"
