"""Composed (NFC) text whose every character knows its place in the text it came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_CHAIN = 4
"""No character is composed of more starters than that (Hangul: three)."""


class Composed(NamedTuple):
    """A text in NFC; character i came from ``starts[i]:ends[i]`` of the source, or, without these, from i."""

    source: str
    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the source of the characters ``start:end`` of the text; the span is not empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def compose(source: str) -> Composed:
    """Compose a text; a lone surrogate becomes U+FFFD, which no analyser stumbles over."""
    clean = _SURROGATE.sub("\ufffd", source)
    if unicodedata.is_normalized("NFC", clean):
        return Composed(source, clean)
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(clean):
        composed = unicodedata.normalize("NFC", clean[start:end])
        text.append(composed)
        starts += [start] * len(composed)
        ends += [end] * len(composed)
    return Composed(source, "".join(text), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Walk the shortest pieces that compose apart: a starter, what composes with it, and its marks."""
    start = 0
    for at, character in enumerate(text):
        if at == start or unicodedata.combining(character):
            continue
        joins = at - start < _LONGEST_CHAIN and len(unicodedata.normalize("NFC", text[start : at + 1])) == 1
        if not joins:
            yield start, at
            start = at
    if text:
        yield start, len(text)
