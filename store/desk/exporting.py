"""From archive and notebook to files, and notes from files back to the notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from store.archive.archive import Archive
from store.corrections import corrected
from store.export.escape import block_id
from store.export.flavour import PLAIN_MARKDOWN
from store.export.front_matter import exported_article
from store.export.note_block import note_block, written_notes
from store.export.outcome import Material
from store.extract.version import VERSION
from store.files import explained
from store.model import Annotation, SinmunError
from store.notebook.anchors import find
from store.notebook.notebook import Notebook


def material_of(archive: Archive, notebook: Notebook, article_id: str) -> Material:
    """Give all that the file of one article is made from."""
    article = archive.article(article_id)
    annotations = notebook.annotations(article.id)
    text = article.text
    places = {a.id: find(a.selector, text) if a.selector else None for a in annotations}
    reading = archive.reading(article.id, VERSION)
    if reading is not None:
        reading = corrected(reading, notebook.corrections())
    return Material(article, reading, annotations, places)


class Taken(msgspec.Struct, kw_only=True):
    """What became of one note in a file: taken in, the same as here, or not a note of this notebook."""

    path: str
    id: str
    outcome: Literal["taken", "same", "unknown"]


def take_notes(notebook: Notebook, paths: Iterable[Path]) -> list[Taken]:
    """Take the notes that were edited in exported Markdown into the notebook, as one step that can be undone.

    A folder stands for the ``.md`` files in it. Tags and verdicts are not taken, nor is a note without an id.
    Raises SinmunError for a file that can't be read.
    """
    told: list[Taken] = []
    changed: list[tuple[Annotation, None]] = []
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    for path in _markdown_files(paths):
        text = _text_of(path)
        known = {block_id(each.id): each for each in notebook.annotations(exported_article(text))}
        for written in written_notes(text):
            annotation = known.get(written.id)
            if annotation is None:
                told.append(Taken(path=str(path), id=written.id, outcome="unknown"))
                continue
            same = written.note == next(written_notes(note_block(annotation, PLAIN_MARKDOWN) + "\n")).note
            told.append(Taken(path=str(path), id=annotation.id, outcome="same" if same else "taken"))
            if not same:
                changed.append((msgspec.structs.replace(annotation, note=written.note, modified=now), None))
    notebook.save_all(changed)
    return told


def _markdown_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise SinmunError(f"{path}: no such file or folder: name what `sinmun export` wrote")
        yield from sorted(path.glob("*.md")) if path.is_dir() else [path]


def _text_of(path: Path) -> str:
    with explained(path):
        raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SinmunError(f"{path}: not UTF-8: save it as UTF-8 and import it again") from error
