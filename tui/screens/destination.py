"""Where a page sends the desk."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Span


class Destination(NamedTuple):
    """A place in an article that the desk shall show: a fact, words, or its beginning."""

    article: str
    span: Span | None = None
    fact: str = ""
