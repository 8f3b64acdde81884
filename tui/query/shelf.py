"""The query that means a shelf."""

from __future__ import annotations


def shelf_query(name: str) -> str:
    """Give the query that means a shelf."""
    return f'shelf:"{name}"'


def shelf_of(query: str) -> str | None:
    """Give the name of the shelf that a query means and nothing else, None where it is another query."""
    name = query.strip().removeprefix('shelf:"').removesuffix('"')
    return name if query.strip() == shelf_query(name) else None
