"""Which reader a source is for, told by how it begins, and where that says nothing by its name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePath

from store.ingest.failure import Failure
from store.ingest.table import begins_as_table, is_workbook
from store.model import RawArticle, SinmunError

Reader = Callable[[str, bytes], Iterator[RawArticle | Failure]]

_MAGIC = (
    (b"%PDF-", "a PDF", "save its text"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text, CSV or .xlsx"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text, CSV or .xlsx"),
    (b"\x89PNG", "a picture", "save the article's text"),
    (b"\xff\xd8\xff", "a picture", "save the article's text"),
    (b"GIF8", "a picture", "save the article's text"),
    (b"SQLite format 3", "a database", "export its articles as JSONL"),
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_XML = re.compile(r"<\?xml\b|<!doctype\s+(?!html\b)", re.IGNORECASE)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|script|link|article|main|section|div|p|h[1-6]|table)\b",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"^(?:\s|<!--.*?-->)+", re.DOTALL)
_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[{\]]")
_BY_ENDING = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".json": "json", ".jsonl": "json", ".ndjson": "json",
    ".csv": "table", ".tsv": "table",
}  # fmt: skip
_HEAD = 8192


def reader_for(source: str, data: bytes) -> Reader:
    """Give the reader for a source; raises SinmunError for formats that hold no text, each by its name."""
    workbook = data.startswith(b"PK") and is_workbook(data)
    for magic, what, cure in _MAGIC:
        if data.startswith(magic) and not workbook:
            raise SinmunError(f"it is {what}, which is not read: {cure}")
    kind = "table" if workbook else format_of(source, data)
    if kind == "table":
        from store.ingest.bigkinds import read_table

        return read_table
    if kind == "html":
        from store.ingest.html import read_html

        return read_html
    if kind == "feed":
        from store.ingest.feed import read_feed

        return read_feed
    if kind == "json":
        from store.ingest.jsonl import read_json

        return read_json
    from store.ingest.text import read_text

    return read_text


def format_of(source: str, data: bytes) -> str:
    """Tell ``html``, ``feed``, ``json``, ``table`` or ``text``."""
    head = _COMMENTS.sub("", _peek(data)) if data else ""
    if _XML.match(head):
        return "html" if _HTML.search(head) and not _FEED.search(head) else "feed"
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    if _JSON.match(head):
        return "json"
    if begins_as_table(_first_line(data)):
        return "table"
    return _BY_ENDING.get(PurePath(source).suffix.casefold(), "text")


def _first_line(data: bytes) -> str:
    """Give the first line as text, where its encoding is plain to see."""
    if b"\0" in data[:_HEAD]:
        return _peek(data)
    line = data[:_HEAD].partition(b"\n")[0]
    for encoding in ("utf-8-sig", "cp949"):
        with suppress(UnicodeDecodeError):
            return line.decode(encoding)
    return ""


def _peek(data: bytes) -> str:
    """Give the beginning as text, well enough to see its markup: unknown bytes do not matter."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace").lstrip()
    if head[1:2] == b"\0":
        return head.decode("utf-16-le", "replace").lstrip()
    if head[:1] == b"\0":
        return head.decode("utf-16-be", "replace").lstrip()
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1").lstrip()
