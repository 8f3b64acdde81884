"""Tables of articles to RawArticles, above all the exports of BIGKinds, the Korea Press Foundation's archive.

BIGKinds gives of each article about the first 200 characters, and names of people, places and organisations
that its own machine has found: they are kept in the article's raw bytes, for ``given`` to tell of.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from store.ingest.assemble import assemble
from store.ingest.dates import iso
from store.ingest.failure import Failure
from store.ingest.fields import mapped
from store.ingest.given import MARK, told_in
from store.ingest.table import read_rows
from store.model import RawArticle, SinmunError


def read_table(source: str, data: bytes) -> Iterator[RawArticle | Failure]:
    """Read an article a row; a row that holds none is one failure, by its number."""
    found = False
    for number, record in read_rows(data):
        found = True
        try:
            yield _article(source, record)
        except SinmunError as error:
            yield Failure(source, None, f"row {number}: {error}")
    if not found:
        raise SinmunError("the table has a header and no rows: there is nothing to read in it")


def _article(source: str, record: Mapping[str, str]) -> RawArticle:
    part = mapped(record)
    told = told_in(record)
    raw = json.dumps(record, ensure_ascii=False).encode()
    return assemble(
        source,
        part.get("title"),
        [(line, None) for line in part.get("body", "").split("\n")],
        url=part.get("url"),
        published=iso(part.get("published")),
        publisher=part.get("publisher"),
        author=part.get("author"),
        raw=MARK + raw + b"}" if told.get("identifier") else raw,
    )
