"""Tags as they are kept: one Unicode form, no blanks around, nothing unseen, each once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from store.search.names import name_key
from store.text import UNSEEN, printable

MAX_LENGTH = 100


def normalize_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Give tags in NFC, trimmed, without ``#`` before them or unseen characters, the first of each kept."""
    kept: dict[str, str] = {}
    for tag in tags:
        clean = normalize_tag(tag)
        if clean:
            kept.setdefault(name_key(clean), clean)
    return tuple(kept.values())


def normalize_tag(tag: str) -> str:
    """Give one tag in its kept form; empty where nothing of it can be kept."""
    text = unicodedata.normalize("NFC", tag)
    seen = "".join(c for c in text if c.isspace() or (printable(c) == c and c != UNSEEN))
    return " ".join(seen.split()).lstrip("#").strip()[:MAX_LENGTH].strip()
