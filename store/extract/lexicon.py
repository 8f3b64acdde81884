"""The tables of names: read once from ``tables/``, each a small file that a Korean speaker can extend."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parent / "tables"


def read_rows(name: str) -> list[list[str]]:
    """Read the rows of ``tables/<name>.tsv``; lines that begin with ``#`` are comments."""
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def read_table(name: str) -> dict[str, Any]:
    """Read ``tables/<name>.toml``."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Give the words, separated by spaces, that ``key`` of a TOML table holds."""
    return frozenset(read_table(table)[key].split())


@cache
def syllables(table: str, key: str) -> str:
    """Give the syllables that ``key`` of a TOML table holds, as one string."""
    return "".join(read_table(table)[key].split())


@cache
def titles() -> frozenset[str]:
    """Give all titles of ``tables/titles.tsv``."""
    return frozenset(row[0] for row in read_rows("titles"))


@cache
def endings(table: str, key: str) -> tuple[str, ...]:
    """Give the words of ``key`` as ``str.endswith`` takes them."""
    return tuple(sorted(words(table, key)))
