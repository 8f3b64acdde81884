"""Signatures of articles: keys that near-duplicates share, so that they find each other."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from rensa import RMinHash

from store.dedup.shingles import Hashes, hashed_passages, hashed_shingles, letters, text_of
from store.model import Article

ROWS = 3
BANDS = 24
"""MinHash bands: texts that share half of their shingles meet in one with 96 %, unrelated ones hardly."""
MAX_PASSAGES = 32
"""One passage in 64 is a key too, chosen by its hash: a short text finds the long one it was cut from."""
_SEED = 1
_LOW = np.uint64(63)
_MIX = tuple(np.uint64(pow(0xD6E8FEB86659FD93, power, 1 << 64)) for power in range(1, ROWS + 1))


class Signature(NamedTuple):
    """Keys of bands and passages, signed 64-bit numbers; an article shorter than a shingle has none."""

    keys: tuple[int, ...]

    def to_bytes(self) -> bytes:
        """Pack the keys, eight bytes each."""
        return np.array(self.keys, dtype="<i8").tobytes()

    @classmethod
    def from_bytes(cls, packed: bytes) -> Signature:
        """Unpack what ``to_bytes`` packed."""
        return cls(tuple(np.frombuffer(packed, dtype="<i8").tolist()))


def signature(article: Article) -> Signature:
    """Give the signature of an article's title, decks and paragraphs."""
    shingles = hashed_shingles(letters(text_of(article)))
    if not len(shingles):
        return Signature(())
    keys = np.concatenate([_bands(shingles), _passages(hashed_passages(shingles))])
    return Signature(tuple(dict.fromkeys(keys.view(np.int64).tolist())))


def _bands(shingles: Hashes) -> Hashes:
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(shingles, [0, len(shingles)], ROWS * BANDS, _SEED)
    rows = np.array(matrix.to_rows()[0], dtype=np.uint64).reshape(BANDS, ROWS)
    keys = np.arange(BANDS, dtype=np.uint64)
    for row, factor in enumerate(_MIX):
        keys = (keys ^ rows[:, row]) * factor
        keys ^= keys >> np.uint64(31)
    return keys


def _passages(hashes: Hashes) -> Hashes:
    sampled: Hashes = hashes[(hashes & _LOW) == 0]
    return sampled if len(sampled) <= MAX_PASSAGES else np.sort(sampled)[:MAX_PASSAGES]
