"""Completing the path at the end of a line, as a shell does."""

from __future__ import annotations

import os
import shlex
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

SHOWN = 40


class Completed(NamedTuple):
    """The line as far as there is no doubt, and the names that may come next."""

    line: str
    names: tuple[str, ...]


def complete_path(line: str) -> Completed:
    """Complete the last path of a line as far as all that begin so agree; folders end with a slash."""
    before, typed = _last(line)
    head, slash, tail = typed.rpartition("/")
    folder = Path(head + slash or ".").expanduser()
    wanted = unicodedata.normalize("NFC", tail)
    names: list[str] = []
    # What is no folder, or may not be looked into, has nothing to offer.
    with suppress(OSError), os.scandir(folder) as entries:
        names = sorted(
            entry.name + ("/" if entry.is_dir() else "")
            for entry in entries
            # The file system may have names in another form than they are typed.
            if unicodedata.normalize("NFC", entry.name).startswith(wanted)
            and (wanted.startswith(".") or not entry.name.startswith("."))
        )
    if not names:
        return Completed(line, ())
    common = names[0]
    while not all(name.startswith(common) for name in names):
        common = common[:-1]
    if len(unicodedata.normalize("NFC", common)) < len(wanted) or not common:
        return Completed(line, tuple(names[:SHOWN]))
    return Completed(before + _quoted(head + slash + common, len(names) == 1), tuple(names[:SHOWN]))


def _last(line: str) -> tuple[str, str]:
    """Cut a line into what stands before its last word, and the word without its quotes."""
    start, quote = 0, ""
    for at, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"":
            quote = character
        elif character.isspace() and (at == 0 or line[at - 1] != "\\"):
            start = at + 1
    word = line[start:]
    with suppress(ValueError):
        parts = shlex.split(word + quote)
        return line[:start], parts[0] if parts else ""
    return line[:start], word


def _quoted(path: str, whole: bool) -> str:
    """Write a path as a word of the line; the quotes of one that may go on stay open."""
    if shlex.quote(path) == path or path.replace("~", "", 1).replace("/", "").isalnum():
        return path
    if "'" in path:
        return path.replace("\\", "\\\\").replace("'", "\\'").replace(" ", "\\ ")
    return f"'{path}'" if whole and not path.endswith("/") else f"'{path}"
