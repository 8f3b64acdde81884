"""Signatures of articles: keys that near-duplicates share, so that they find each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from rensa import RMinHash

from store.dedup.profile import Profile
from store.dedup.shingles import (
    PASSAGE_LETTERS,
    SHINGLE,
    Hashes,
    hashed_passages,
    hashed_shingles,
    joined_letters,
    text_of,
)
from store.model import Article

ROWS = 3
BANDS = 8
"""MinHash bands, for texts edited all over: those that share 70 % of their shingles meet with 96 %."""
MAX_PASSAGES = 40
"""One passage in 32 is a key too, chosen by its hash: a short text finds the long one it was cut from."""
_SEED = 1
_LOW = np.uint64(31)
_KEY = np.uint64(0xFFFFFFFF)
_MIX = tuple(np.uint64(pow(0xD6E8FEB86659FD93, power, 1 << 64)) for power in range(1, ROWS + 1))


class Described(NamedTuple):
    """An article ready to be put into its story.

    ``keys`` are unsigned 32-bit numbers of bands and passages; an article shorter than a shingle has none.
    """

    profile: Profile
    keys: tuple[int, ...]


def describe(articles: Sequence[Article]) -> list[Described]:
    """Describe articles by their titles, decks and paragraphs; many at once cost half of one by one."""
    texts = [text_of(article.blocks) for article in articles]
    points, bounds = joined_letters(texts)
    # A hash at every letter: the last few of a text run into the next one, and are passed over.
    hashes = hashed_shingles(points)
    passages = hashed_passages(hashes)
    sampled = np.flatnonzero((passages & _LOW) == 0)
    ends = [max(start, end - SHINGLE + 1) for start, end in pairwise(bounds)]
    shingles = [hashes[start:end] for start, end in zip(bounds, ends, strict=False)]
    bands = _bands(shingles)
    last = np.searchsorted(sampled, [end - PASSAGE_LETTERS + 1 for end in bounds[1:]])
    first = np.searchsorted(sampled, bounds[:-1])
    described = []
    for number, text in enumerate(texts):
        keys = [bands[number]] if len(shingles[number]) else []
        chosen = passages[sampled[first[number] : last[number]]]
        keys.append(chosen if len(chosen) <= MAX_PASSAGES else np.sort(chosen)[:MAX_PASSAGES])
        short = np.concatenate(keys) & _KEY
        described.append(Described(Profile(text, shingles[number]), tuple(dict.fromkeys(short.tolist()))))
    return described


def _bands(texts: Sequence[Hashes]) -> Hashes:
    offsets = np.cumsum([0, *map(len, texts)], dtype=np.uint64)
    flat = np.concatenate([np.empty(0, dtype=np.uint64), *texts])
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, ROWS * BANDS, _SEED)
    rows = np.array(matrix.to_rows(), dtype=np.uint64).reshape(-1, BANDS, ROWS)
    keys = np.broadcast_to(np.arange(BANDS, dtype=np.uint64), rows.shape[:2])
    for row, factor in enumerate(_MIX):
        keys = (keys ^ rows[:, :, row]) * factor
        keys ^= keys >> np.uint64(31)
    return keys
