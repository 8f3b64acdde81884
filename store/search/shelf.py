"""A shelf: a query under a name."""

from __future__ import annotations

import msgspec


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """A query that the reader keeps; ``shelf:name`` means it in any other query."""

    name: str
    query: str
