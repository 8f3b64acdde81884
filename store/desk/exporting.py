"""From archive and notebook to files, and notes from files back to the notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec

from store.archive.archive import Archive
from store.corrections import corrected
from store.export.escape import block_id
from store.export.flavour import PLAIN_MARKDOWN
from store.export.front_matter import exported_article
from store.export.note_block import note_block, with_notes, written_notes
from store.export.outcome import Material
from store.export.placing import markdown_files
from store.export.regions import taken_in, without_untouched
from store.extract.version import VERSION
from store.files import explained, write_atomically
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

    A folder stands for the ``.md`` files in it and below; those of no article are passed by. A part whose
    edits were all taken in counts as generated from then on. Tags and verdicts are not taken, nor is a note
    without an id.
    Raises SinmunError for a file that can't be read.
    """
    told: list[Taken] = []
    changed: list[tuple[Annotation, None]] = []
    rewritten: list[tuple[Path, str]] = []
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    for path in _markdown_files(paths):
        raw = _text_of(path)
        text = raw.replace("\r\n", "\n")
        article_id = exported_article(text)
        if not article_id:
            continue
        # A part that nobody edited may be older than the notebook: nothing is taken from it.
        edited = {written.id for written in written_notes(without_untouched(text))}
        known = {block_id(each.id): each for each in notebook.annotations(article_id)}
        for written in written_notes(text):
            annotation = known.get(written.id)
            if annotation is None:
                told.append(Taken(path=str(path), id=written.id, outcome="unknown"))
                continue
            kept = next(written_notes(note_block(annotation, PLAIN_MARKDOWN) + "\n")).note
            same = written.id not in edited or written.note == kept
            told.append(Taken(path=str(path), id=annotation.id, outcome="same" if same else "taken"))
            if not same:
                changed.append((msgspec.structs.replace(annotation, note=written.note, modified=now), None))
        marked = taken_in(text, partial(with_notes, notes={key: each.note for key, each in known.items()}))
        if marked != text:
            rewritten.append((path, marked.replace("\n", "\r\n") if "\r\n" in raw else marked))
    notebook.save_all(changed)
    for path, marked in rewritten:
        with explained(path):
            write_atomically(path, marked.encode())
    return told


def _markdown_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise SinmunError(f"{path}: no such file or folder: name what `sinmun export` wrote")
        yield from markdown_files(path) if path.is_dir() else [path]


def _text_of(path: Path) -> str:
    with explained(path):
        raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SinmunError(f"{path}: not UTF-8: save it as UTF-8 and import it again") from error
