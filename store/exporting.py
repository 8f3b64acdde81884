"""From archive and notebook to files: the material of an export gathered."""

from __future__ import annotations

from store.archive.archive import Archive
from store.corrections import corrected
from store.export.folder import Material
from store.extract.version import VERSION
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
