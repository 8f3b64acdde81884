"""An article's text as hashed shingles of five letters: what near-duplicates have in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from store.model import Block

SHINGLE = 5
"""Letters of a shingle."""
PASSAGE = 3
"""Shingles of a passage, one after the other: so long a run is shared by copies, hardly ever by chance."""
PASSAGE_LETTERS = PASSAGE * SHINGLE
_PLANE = 0x10000
_ZERO = ord("0")
_ROLES = ("title", "deck", "paragraph")
_FACTORS = tuple(np.uint64(pow(0x9E3779B97F4A7C15, power, 1 << 64)) for power in range(1, SHINGLE + 1))
_HALF = np.uint64(29)

Letters = NDArray[np.uint32]
Hashes = NDArray[np.uint64]


def text_of(blocks: Sequence[Block]) -> str:
    """Give the lines that tell the story: no bylines, times or captions."""
    return "\n".join(block.text for block in blocks if block.role in _ROLES)


def letters(text: str) -> Letters:
    """Reduce text to its letters and digits, folded as ``fold_table`` says, as code points."""
    folded = _folded(text)
    kept: Letters = folded[folded != 0]
    return kept


def joined_letters(texts: Sequence[str]) -> tuple[Letters, list[int]]:
    """Reduce texts like ``letters``, one after the other, with where each begins and the last one ends."""
    folded = _folded("".join(texts))
    is_letter = folded != 0
    before = np.concatenate([[0], np.cumsum(is_letter)])
    bounds: list[int] = before[np.cumsum([0, *map(len, texts)])].tolist()
    return folded[is_letter], bounds


def _folded(text: str) -> Letters:
    points = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    return fold_table()[np.minimum(points, _PLANE - 1)]


@cache
def fold_table() -> Letters:
    """Map code points of the basic plane to lower case and plain width, and what is no letter to 0."""
    table = np.zeros(_PLANE, dtype=np.uint32)
    for point in range(_PLANE - 1):
        char = chr(point)
        if char.isalnum():
            plain = unicodedata.normalize("NFKC", char).casefold()
            table[point] = ord(plain) if len(plain) == 1 else point
    return table


def hashed_shingles(points: Letters) -> Hashes:
    """Hash every run of five letters; a shorter text has none."""
    count = len(points) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    wide = points.astype(np.uint64)
    hashes = wide[:count] * _FACTORS[0]
    for offset in range(1, SHINGLE):
        hashes += wide[offset : count + offset] * _FACTORS[offset]
    hashes ^= hashes >> _HALF
    hashes *= _FACTORS[-1]
    return hashes


def hashed_passages(shingles: Hashes) -> Hashes:
    """Hash every run of three shingles side by side, from the hashes of all shingles in their order."""
    count = len(shingles) - (PASSAGE - 1) * SHINGLE
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    hashes = shingles[:count].copy()
    for step in range(1, PASSAGE):
        hashes *= _FACTORS[step]
        hashes += shingles[step * SHINGLE : count + step * SHINGLE]
    hashes ^= hashes >> _HALF
    return hashes


def distinct(hashes: Hashes) -> Hashes:
    """Sort hashes and drop the repeated ones; several times as fast as ``numpy.unique``."""
    ordered = np.sort(hashes)
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    kept: Hashes = ordered[first]
    return kept


def masked_numbers(points: Letters) -> Letters:
    """Read every run of digits as one zero."""
    digit = (points >= _ZERO) & (points <= _ZERO + 9)
    inner = np.zeros_like(digit)
    inner[1:] = digit[1:] & digit[:-1]
    masked: Letters = np.where(digit, np.uint32(_ZERO), points)[~inner]
    return masked
