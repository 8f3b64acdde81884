"""Files that are generated as a whole: made anew where something changed, left where a person edited them.

A folder's ``.sinmun-files.json`` has the hash of each such file as it was written.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from store.export.outcome import Exported, left
from store.files import explained, write_atomically

SEALS = ".sinmun-files.json"


def write_whole(path: Path, data: bytes) -> Exported:
    """Write a generated file; one edited since it was written is left, one that is the same not touched."""
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_bytes() if path.exists() else None
    seals = _seals(path.parent)
    if old is not None and old != data and seals.get(path.name) != _hash(old):
        return left(path, "edited by hand, or not written by sinmun: move it away and export again")
    if old != data:
        write_atomically(path, data)
    if seals.get(path.name) != _hash(data):
        seals[path.name] = _hash(data)
        write_atomically(path.parent / SEALS, msgspec.json.format(msgspec.json.encode(seals, order="sorted")))
    return Exported(path=str(path), outcome="kept" if old == data else "written")


def _seals(folder: Path) -> dict[str, str]:
    path = folder / SEALS
    with explained(path):
        text = path.read_bytes() if path.exists() else b"{}"
    try:
        return msgspec.json.decode(text, type=dict[str, str])
    except msgspec.DecodeError:
        return {}


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
