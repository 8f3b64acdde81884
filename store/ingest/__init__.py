"""Bytes to RawArticle: ``sources`` opens files and folders, ``ingest`` reads what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from store.ingest.failure import Failure
from store.ingest.walk import sources
from store.model import RawArticle, SinmunError

__all__ = ["Failure", "ingest", "sources"]


def ingest(source: str, data: bytes) -> Iterator[RawArticle | Failure]:
    """Read every article of one source; what cannot be read is given as a Failure, and the rest goes on.

    ``source`` is the file's path, or ``-``; the format is told by the content first and the name second.
    """
    from store.ingest.sniff import reader_for

    try:
        yield from reader_for(source, data)(source, data)
    except SinmunError as error:
        yield Failure(source, None, str(error))
