"""An article on its way into the archive."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Article


class Arrival(NamedTuple):
    """An article with the bytes that it was read from; ``remark`` is what there is to tell of it.

    One that is ``known`` says nothing that the archive does not have, and is not kept again. ``keys`` are
    those of its signature, None where it was not described yet.
    """

    article: Article
    raw: bytes
    remark: str = ""
    known: bool = False
    keys: tuple[int, ...] | None = None
