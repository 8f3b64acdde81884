"""A page: one article's annotations in a small TinyDB file that a person can open, diff and carry away.

``<home>/notebook/<article id>.json`` has the table ``annotations``, the table ``about`` (what the article
was, for a reader without the archive) and the table ``format`` (the version of this layout).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB, where
from tinydb.middlewares import CachingMiddleware

from store.files import explained, sync_folder
from store.model import Annotation, Article, SinmunError
from store.notebook.storage import AtomicStorage, DamagedError

FORMAT = 1


def load_page(path: Path) -> list[Annotation]:
    """Give a page's annotations, oldest first; none where there is no file.

    Raises DamagedError for a file that is no page, and SinmunError for one that a newer version wrote.
    """
    with _open(path) as page:
        return _annotations(page, path)


def change_page(
    path: Path, changed: Annotation | None, removed: str | None, about: Article | None
) -> list[Annotation]:
    """Put one annotation on a page, or take the one with the id ``removed`` off it; on return it is on disk.

    ``about`` describes the article where it is known. Gives what is on the page now; a page without
    annotations is deleted.
    """
    with _open(path) as page:
        gone = changed.id if changed else removed
        now = [annotation for annotation in _annotations(page, path) if annotation.id != gone]
        if changed is not None:
            now = _in_order([*now, changed])
        if now:
            _write(page, changed, removed, about)
        else:
            page.drop_tables()
    if not now:
        with explained(path):
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
    return now


def _write(page: TinyDB, changed: Annotation | None, removed: str | None, about: Article | None) -> None:
    annotations = page.table("annotations")
    if removed is not None:
        annotations.remove(where("id") == removed)
    if changed is not None:
        annotations.upsert(msgspec.to_builtins(changed), where("id") == changed.id)
    if not page.table("format").all():
        page.table("format").insert({"version": FORMAT})
    if about is not None:
        page.table("about").truncate()
        page.table("about").insert(_about(about))


def _open(path: Path) -> TinyDB:
    # The middleware gathers the changes of all tables into one write, when the page is closed.
    return TinyDB(path, storage=CachingMiddleware(AtomicStorage))  # type: ignore[no-untyped-call]


def _annotations(page: TinyDB, path: Path) -> list[Annotation]:
    for stored in page.table("format").all():
        version = stored.get("version")
        if isinstance(version, int) and version > FORMAT:
            raise SinmunError(
                f"{path}: written by a newer sinmun (format {version}, this one knows {FORMAT}): "
                "upgrade sinmun; the file was not touched"
            )
    try:
        found = msgspec.convert(page.table("annotations").all(), list[Annotation])
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
