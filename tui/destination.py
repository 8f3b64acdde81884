"""Where a page sends the desk."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Span


class Destination(NamedTuple):
    """A place in an article that the desk shall show: a fact, words, what was found, or its beginning."""

    article: str
    span: Span | None = None
    fact: str = ""
    found: bool = False
    """Whether it is the first place of what the desk searches for."""
