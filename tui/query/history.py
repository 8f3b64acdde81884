"""What was searched for before, the latest first."""

from __future__ import annotations

from pathlib import Path

from tui.remembered import load, save

KEPT = 100


def queries_before(path: Path) -> list[str]:
    """Give the queries that are remembered in a file."""
    kept = load(path).get("queries")
    return [query for query in kept if isinstance(query, str)] if isinstance(kept, list) else []


def remember_query(path: Path, query: str) -> None:
    """Remember a query as the latest."""
    if query:
        others = [each for each in queries_before(path) if each != query]
        save(path, {"queries": [query, *others][:KEPT]})
