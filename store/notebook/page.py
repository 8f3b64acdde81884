"""A page: one article's annotations in a small TinyDB file that a person can open, diff and carry away.

``<home>/notebook/<article id>.json`` has the table ``annotations``, the table ``about`` (what the article
was, for a reader without the archive) and the table ``format`` (the version of this layout).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from store.model import Annotation, Article, SinmunError
from store.notebook.storage import AtomicStorage, DamagedError, Tables, encoded

FORMAT = 1


def load_page(path: Path) -> list[Annotation]:
    """Give a page's annotations, oldest first; none where there is no file.

    Raises DamagedError for a file that is no page, and SinmunError for one that a newer version wrote.
    """
    return _annotations(AtomicStorage(path).read() or {}, path)


def changed_page(
    path: Path, changes: Sequence[tuple[str, Annotation | None]], about: Article | None
) -> tuple[list[Annotation], bytes | None]:
    """Give what is on a page once annotations, by their ids, are put on it or (None) taken off it.

    Beside them the page as it is to be written, None where nothing is left on it. ``about`` describes the
    article where it is known.
    """
    # The tables are changed as they are stored: through TinyDB's queries it would take twice as long.
    tables = AtomicStorage(path).read() or {}
    changed = dict(changes)
    kept = [annotation for annotation in _annotations(tables, path) if annotation.id not in changed]
    rows = tables.setdefault("annotations", {})
    for annotation_id, annotation in changes:
        if annotation is not None:
            _put(rows, annotation)
        else:
            gone = [number for number, row in rows.items() if row.get("id") == annotation_id]
            for number in gone:
                del rows[number]
    now = _in_order([*kept, *(annotation for annotation in changed.values() if annotation is not None)])
    tables["format"] = {"1": {"version": FORMAT}}
    if about is not None:
        tables["about"] = {"1": _about(about)}
    return now, encoded(tables) if now else None


def _put(rows: dict[str, dict[str, Any]], annotation: Annotation) -> None:
    numbers = [number for number, row in rows.items() if row.get("id") == annotation.id]
    for number in numbers or [str(max(map(int, rows), default=0) + 1)]:
        # What a person wrote beside our fields stays.
        rows[number] = {**rows.get(number, {}), **msgspec.to_builtins(annotation)}


def _annotations(tables: Tables, path: Path) -> list[Annotation]:
    for stored in tables.get("format", {}).values():
        version = stored.get("version")
        if isinstance(version, int) and version > FORMAT:
            raise SinmunError(
                f"{path}: written by a newer sinmun (format {version}, this one knows {FORMAT}): "
                "upgrade sinmun; the file was not touched"
            )
    try:
        found = msgspec.convert(list(tables.get("annotations", {}).values()), list[Annotation])
    except msgspec.ValidationError as error:
        raise DamagedError(f"{path.name}: {error}") from error
    # The file's name says which article it is, and whoever copies an annotation by hand may forget its id.
    named = {each.id: msgspec.structs.replace(each, article=path.stem) for each in found}
    return _in_order(named.values())


def _in_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    return sorted(annotations, key=lambda annotation: (annotation.created, annotation.id))


def _about(article: Article) -> dict[str, Any]:
    known = {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "publisher": article.publisher,
    }
    return {key: value for key, value in known.items() if value is not None}
