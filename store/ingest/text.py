"""A plain-text scrape to a RawArticle: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from store.ingest.credits import credits_in
from store.ingest.encoding import decode
from store.ingest.limits import MAX_PAGE_BYTES, check_bytes, check_lines
from store.ingest.lines import numbered_lines
from store.ingest.roles import assign_roles, published_in
from store.model import RawArticle, SinmunError


def read_text(source: str, data: bytes) -> Iterator[RawArticle]:
    """Read a text file; line numbers are those of the file. Raises SinmunError for what is no text."""
    check_bytes(data, MAX_PAGE_BYTES, "the text")
    numbered = numbered_lines(decode(data))
    if not numbered:
        raise SinmunError("it is empty: there is nothing to read in it")
    check_lines(numbered)
    lines = assign_roles(numbered)
    author, publisher = credits_in(lines)
    yield RawArticle(
        source=source,
        lines=lines,
        published=next((published_in(line.text) for line in lines if line.role == "dateline"), None),
        publisher=publisher,
        author=author,
        raw=data,
    )
