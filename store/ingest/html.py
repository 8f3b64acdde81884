"""An HTML page to a RawArticle: the body by trafilatura, what the page says of itself by its metadata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from store.ingest.assemble import Piece, assemble
from store.ingest.body import shown_body
from store.ingest.dates import iso
from store.ingest.encoding import decode
from store.ingest.fields import joined, strings
from store.ingest.framework import script_article
from store.ingest.hints import scripted
from store.ingest.limits import MAX_PAGE_BYTES, check_bytes
from store.ingest.markup import fragment_lines, parse_markup
from store.ingest.metadata import read_metadata
from store.model import RawArticle, SinmunError

_MIN_BODY = 80
"""Characters below which what was found is no body: a menu, a cookie notice, a teaser."""


def read_html(source: str, data: bytes) -> Iterator[RawArticle]:
    """Read a page; lines are numbered in the order of reading. Raises SinmunError for a page without text."""
    check_bytes(data, MAX_PAGE_BYTES, "the page")
    text = decode(data)
    if not text.strip():
        raise SinmunError("it is empty: there is nothing to read in it")
    root = parse_markup(text)
    said = read_metadata(root)
    body = shown_body(root, text, said.title)
    script: dict[str, Any] = {}
    if said.body and _size(linked := _lines_of([said.body])) > max(_MIN_BODY, 1.5 * _size(body)):
        body = linked
    if _size(body) < _MIN_BODY:
        script = script_article(root)
        body = max(body, _lines_of(script.get("body", [])), key=_size)
    if not body and not said.title:
        raise SinmunError("no article was found in the page: save its text, or the page after it has loaded")
    yield assemble(
        source,
        said.title or joined(script.get("title")),
        body,
        decks=strings(script.get("deck")),
        url=said.url or joined(script.get("url")),
        published=said.published or iso(joined(script.get("published"))) or iso(scripted(root, "date")),
        publisher=said.publisher or joined(script.get("publisher")),
        author=said.author or joined(script.get("author")),
        raw=data,
    )


def _size(body: Sequence[Piece]) -> int:
    return sum(len(text) for text, _ in body)


def _lines_of(texts: Sequence[str]) -> list[Piece]:
    lines = (line for text in texts for line in (fragment_lines(text) if "<" in text else text.split("\n")))
    return [(line, None) for line in lines if line.strip()]
