"""Markdown files in a folder: written where something changed, with what a person wrote there kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from store.export.filename import file_name
from store.export.front_matter import bring_up_to_date, split
from store.export.markdown import render
from store.export.page import Place, front_values, make_page
from store.export.regions import Region, has_regions, merge
from store.files import explained, write_atomically
from store.model import Annotation, Article, Reading


class Exported(msgspec.Struct, kw_only=True):
    """What became of one file.

    ``left`` tells of a hand edit in a generated part, which was not overwritten; ``reason`` names the part.
    """

    path: str
    outcome: Literal["written", "kept", "left"]
    reason: str = ""


class Material(NamedTuple):
    """All that one file is made from; ``places`` tells where the annotations stand in the article's text."""

    article: Article
    reading: Reading | None
    annotations: Sequence[Annotation]
    places: Mapping[str, Place]


def preview(material: Material) -> tuple[str, str]:
    """Give the name and the text of the file that an empty folder would get."""
    text, _ = _composed("", material)
    return file_name(material.article), text


def export(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write a file for each article; one that would not change is not touched."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        existing = [path.name for path in folder.glob("*.md")]
    for material in materials:
        yield _write(folder / file_name(material.article, existing), material)


def _write(path: Path, material: Material) -> Exported:
    with explained(path):
        raw = path.read_bytes() if path.exists() else b""
    try:
        old = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _left(path, "it is not UTF-8: save it as UTF-8, or move it away, and export again")
    crlf = "\r\n" in old
    plain = old.replace("\r\n", "\n")
    if plain.strip() and not has_regions(plain):
        return _left(path, "sinmun did not write this file: move it away and export again")
    text, left = _composed(plain, material)
    new = text.replace("\n", "\r\n") if crlf else text
    if new != old:
        write_atomically(path, new.encode())
    if left:
        return _left(
            path,
            f"edited by hand in a generated part ({', '.join(left)}): delete that part, markers and all, "
            "and export again to have it anew",
        )
    return Exported(path=str(path), outcome="kept" if new == old else "written")


def _left(path: Path, reason: str) -> Exported:
    return Exported(path=str(path), outcome="left", reason=reason)


def _composed(old: str, material: Material) -> tuple[str, list[str]]:
    """Give a file's new text, and the names of the generated parts that were left for a hand edit."""
    fences, body = split(old)
    values = front_values(material.article, material.reading, material.annotations)
    front = bring_up_to_date(fences, values)
    regions: list[Region] = render(make_page(*material))
    merged = merge(body, regions)
    gap = "" if merged.text.startswith("\n") else "\n"
    left = [*(["front matter"] if front.left else []), *merged.left]
    return front.text + (merged.text if fences else gap + merged.text), left
