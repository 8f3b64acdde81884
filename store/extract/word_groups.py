"""Groups of words from their table."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def word_group(name: str) -> frozenset[str]:
    """Load one group of words by its name in the table."""
    table = resources.files("store.extract") / "tables" / "words.toml"
    group = tomllib.loads(table.read_text(encoding="utf-8"))[name]
    return frozenset(group["words"].split())


@cache
def group_endings(name: str) -> tuple[str, ...]:
    """Give the words of a group as ``str.endswith`` takes them."""
    return tuple(sorted(word_group(name)))
