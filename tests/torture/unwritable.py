"""A full disk (a small tmpfs) and a read-only one: the message, and nothing lost. Needs root on Linux."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.desk import Desk
from tests.torture.command import Done, sinmun
from tests.torture.run import Row, Run, Tally

SIZE = 3_000_000
TEXT = "{}번째 다리 놓인다\n\n" + "해온시가 {}년 뒤에 다리를 놓는다고 5일 밝혔다.\n" * 20


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Write to a disk until it is full, free it, write again, and try the same with the disk read-only."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return Tally(skipped="a disk of its own can be mounted by root on Linux only")
    tally = Tally()
    for _ in numbers:
        try:
            with small_disk(folder / "disk") as disk:
                _try_all(folder, disk, tally)
        except subprocess.CalledProcessError as error:
            return Tally(skipped=f"no tmpfs can be mounted here: {error.stderr.decode().strip()}")
    return tally


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Mount a disk of 3 MB for the length of the block; raises CalledProcessError where that can't be."""
    place.mkdir()
    mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def mount(*arguments: str) -> None:
    """Run ``mount`` with these arguments."""
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


def _try_all(folder: Path, disk: Path, tally: Tally) -> None:
    home = disk / "home"
    sources = folder / "sources"
    sources.mkdir()
    for number in range(400):
        (sources / f"{number:03}.txt").write_text(TEXT.format(*[number] * 21), encoding="utf-8")
    first = sinmun(home, "add", str(sources / "000.txt"), "--json")
    with Desk(home) as desk:
        article = desk.headlines()[0].id
    notes = b"".join(f"{number} {'memo ' * 60}\n".encode() for number in range(200))
    told = sinmun(home, "notes", "add", article, "-", stdin=notes[:5_000]).out.split()
    # Something else fills the disk, but for as much as a desk needs to open.
    (disk / "ballast").write_bytes(b"\0" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - 400_000))
    full = sinmun(home, "notes", "add", article, "-", stdin=notes)
    told += full.out.split()
    _expect_told(full, "full", "notes add", tally)
    adding = sinmun(home, "add", str(sources))
    _expect_told(adding, "full|free space", "add", tally)
    (disk / "filling").write_bytes(b"\0" * max(0, os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize))
    exported = sinmun(home, "export", "--to", str(disk / "vault"))
    _expect_told(exported, "full|free space", "export", tally)
    for each in ("ballast", "filling"):
        (disk / each).unlink()
    again = sinmun(home, "notes", "add", article, "after")
    told += again.out.split()
    if again.code or first.code:
        tally.fault("not recovered", again.err or first.err)
    _expect_all(home, told, tally)
    _read_only(home, disk, article, tally)


def _read_only(home: Path, disk: Path, article: str, tally: Tally) -> None:
    before = _sums(home)
    mount("-o", "remount,ro", str(disk))
    for command in (("notes", "add", article, "x"), ("list",), ("add", str(Path(__file__)))):
        done = sinmun(home, *command)
        if command != ("list",) or done.code:
            _expect_told(done, "read-only|written", " ".join(command[:2]), tally)
    if _sums(home) != before:
        tally.fault("lost", "a file was changed on a read-only disk")


def _expect_told(done: Done, words: str, what: str, tally: Tally) -> None:
    tally.count("refusals")
    if done.code != 1 or "Traceback" in done.err or not any(word in done.err for word in words.split("|")):
        tally.fault("untold", f"{what}: exit code {done.code}: {done.err[-300:]}")


def _expect_all(home: Path, told: list[str], tally: Tally) -> None:
    with Desk(home) as desk:
        found = {annotation.id for annotation, _ in desk.notes()}
        for problem in [*desk.notices, *desk.check()]:
            tally.fault("lost", problem)
    tally.count("acknowledged", len(told))
    for each in told:
        if each not in found:
            tally.fault("lost", f"the note {each}")


def _sums(home: Path) -> dict[str, str]:
    files = sorted(path for path in home.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _rows(tally: Tally) -> list[Row]:
    counts = tally.counts
    return [
        Row(
            "writes refused without the message",
            counts.get("untold", 0),
            None,
            0,
            f"{counts['refusals']} refused",
        ),
        Row(
            "notes lost or files changed",
            counts.get("lost", 0),
            None,
            0,
            f"{counts['acknowledged']} acknowledged",
        ),
        Row("desks that did not recover", counts.get("not recovered", 0), None, 0),
    ]


RUN = Run("unwritable", 1, 1, trials, _rows)
