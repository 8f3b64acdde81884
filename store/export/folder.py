"""Markdown files in a folder: written where something changed, with what a person wrote there kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from store.export.filename import file_name
from store.export.flavour import PLAIN_MARKDOWN, Flavour
from store.export.front_matter import KEYS, bring_up_to_date, split
from store.export.markdown import render
from store.export.outcome import Exported, Material, left
from store.export.page import front_values, make_page
from store.export.placing import Files
from store.export.regions import Region, has_regions, merge
from store.files import explained, write_atomically

Composer = Callable[[str], tuple[str, list[str]]]
"""Gives a file's new text and the names of the parts that were left, from its old text."""


def preview(material: Material, flavour: Flavour = PLAIN_MARKDOWN) -> tuple[str, str]:
    """Give the name and the text of the file that an empty folder would get."""
    text, _ = _composed("", material, flavour)
    return file_name(material.article), text


def export(
    materials: Iterable[Material], folder: Path, flavour: Flavour = PLAIN_MARKDOWN, files: Files | None = None
) -> Iterator[Exported]:
    """Write a file for each article; one that would not change is not touched."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    files = files or Files(folder)
    for material in materials:
        path = files.of(material.article)
        yield write_regions(path, partial(_composed, material=material, flavour=flavour))


def write_regions(path: Path, compose: Composer) -> Exported:
    """Bring a file up to date; what a person edited in its generated parts is left and told."""
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = path.read_bytes() if path.exists() else b""
    try:
        old = raw.decode("utf-8")
    except UnicodeDecodeError:
        return left(path, "it is not UTF-8: save it as UTF-8, or move it away, and export again")
    crlf = "\r\n" in old
    plain = old.replace("\r\n", "\n")
    if plain.strip() and not has_regions(plain):
        return left(path, "sinmun did not write this file: move it away and export again")
    text, edited = compose(plain)
    new = text.replace("\n", "\r\n") if crlf else text
    if new != old:
        write_atomically(path, new.encode())
    if edited:
        return left(
            path,
            f"edited by hand in a generated part ({', '.join(edited)}): take the notes in with `sinmun notes "
            "import`, or delete that part, markers and all, and export again to have it anew",
        )
    return Exported(path=str(path), outcome="kept" if new == old else "written")


def _composed(old: str, material: Material, flavour: Flavour) -> tuple[str, list[str]]:
    """Give a file's new text, and the names of the generated parts that were left for a hand edit."""
    values = front_values(material.article, material.reading, material.annotations)
    return composed(old, flavour.front(values, material.reading), render(make_page(*material), flavour))


def composed(
    old: str, values: Mapping[str, Any], regions: Sequence[Region], keys: Sequence[str] = KEYS
) -> tuple[str, list[str]]:
    """Bring front matter and regions of a file's text up to date; give it, and what was left of them."""
    fences, body = split(old)
    front = bring_up_to_date(fences, values, keys)
    merged = merge(body, regions)
    gap = "" if merged.text.startswith("\n") else "\n"
    edited = [*(["front matter"] if front.left else []), *merged.left]
    return front.text + (merged.text if fences else gap + merged.text), edited
