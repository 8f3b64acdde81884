"""Files that are never half written, and what the operating system's refusals mean for the reader."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from store.model import SinmunError

_CURES = {
    errno.ENOSPC: "the disk is full: free some space, then save again",
    errno.EDQUOT: "the disk quota is used up: free some space, then save again",
    errno.EROFS: "the file system is read-only: set SINMUN_HOME to a folder that can be written",
    errno.EACCES: "permission denied: change the owner or mode, or set SINMUN_HOME to another folder",
    errno.EPERM: "permission denied: change the owner or mode, or set SINMUN_HOME to another folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder: name another place",
    errno.ENAMETOOLONG: "the path is too long for this system: name a shorter one",
}
AT_ONCE = 16
"""As many files are put on the disk at a time."""
TEMPORARY = ".sinmun-"
"""Names that begin so are unfinished writes; whoever holds the lock of their folder may delete them."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an OSError of the block into a SinmunError that names ``path`` and the cure."""
    try:
        yield
    except OSError as error:
        raise refused(path, error) from error


def refused(path: Path, error: OSError) -> SinmunError:
    """Say what an OSError at ``path`` means and what to do about it."""
    reason = error.strerror or str(error)
    cure = _CURES.get(error.errno or 0, f"{reason}: check the place and try again")
    return SinmunError(f"{path}: {cure}")


def write_atomically(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``, wholly or not at all; on return the data are on the disk.

    Raises SinmunError where the system refuses; the old file then stands as it was.
    """
    with explained(path):
        temporary = path.with_name(f"{TEMPORARY}{secrets.token_hex(8)}")
        try:
            _write_through(temporary, data)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def write_all_atomically(folder: Path, files: Mapping[str, bytes | None]) -> None:
    """Replace files of a folder by new data, each wholly or not at all; those with None are deleted.

    On return all is on the disk. Nothing is replaced before all data are there: a full disk changes nothing.
    """
    from concurrent.futures import ThreadPoolExecutor

    made = {
        name: folder / f"{TEMPORARY}{secrets.token_hex(8)}"
        for name, data in files.items()
        if data is not None
    }

    def put(name: str, data: bytes) -> None:
        with explained(folder / name):
            _write_through(made[name], data)

    with explained(folder):
        try:
            # Disks take many at a time in the time of a few: a third of what they take one by one.
            with ThreadPoolExecutor(AT_ONCE) as pool:
                list(pool.map(lambda name: put(name, files[name] or b""), made))
            for name in files:
                if name in made:
                    made[name].replace(folder / name)
                else:
                    (folder / name).unlink(missing_ok=True)
        except BaseException:
            for temporary in made.values():
                with suppress(OSError):
                    temporary.unlink()
            raise
        sync_folder(folder)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Put a folder's names on the disk, where the system has such a thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(path: Path) -> Path:
    """Rename a damaged file to a free, dated name beside it, and give that name."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    with explained(path):
        for number in range(1000):
            aside = path.with_name(f"{path.name}.damaged-{stamp}" + (f"-{number}" if number else ""))
            if not aside.exists():
                path.replace(aside)
                return aside
    raise SinmunError(f"{path}: a thousand damaged copies lie beside it: move them away and try again")
