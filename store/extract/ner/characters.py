"""What the precise tagger is told of every character beside its word piece."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.document import Token
from store.extract.ner.gazetteer import DICTIONARY, PART_OF_NAME, WIKIDATA, Gazetteer, Layer
from store.extract.ner.hashing import polynomial, power

IntArray = NDArray[np.int32]
FeatureMaker = Callable[[str, Sequence[Token], Sequence[int]], IntArray]

LAYERS = (DICTIONARY, WIKIDATA, PART_OF_NAME)
GAZETTEER_BITS = max(layer.shift + layer.width for layer in LAYERS)
PLACES_IN_PIECE = 8
COLUMNS = ("character", "tag", "place", "begins", "inside", "in_piece")

_RARE = 1
_OPENS_A_NAME = frozenset("NSXWM")
_NAME_TOKENS = 5
_SHORTEST, _LONGEST = 2, 12
_CACHED_WORDS = 50_000


class Alphabet(NamedTuple):
    """The characters and the morpheme tags that have a number of their own; 0 is padding, 1 all others."""

    characters: str
    tags: tuple[str, ...]


def feature_maker(alphabet: Alphabet, gazetteer: Gazetteer) -> FeatureMaker:
    """Make the function that turns a text, its tokens and the piece of each character into features.

    They are int32 [characters, 6]: character number, tag number, place in the morpheme (0 outside, 1 first,
    2 later), gazetteer classes of the names that begin here and of those that go on, place in the piece.
    """
    number_of = {ord(c): i for i, c in enumerate(alphabet.characters, _RARE + 1)}
    tag_number = {tag: i for i, tag in enumerate(alphabet.tags, _RARE + 1)}

    @lru_cache(maxsize=_CACHED_WORDS)
    def hashed(word: str) -> tuple[int, int]:
        return polynomial(word), power(len(word))

    def features(text: str, tokens: Sequence[Token], piece_of: Sequence[int]) -> IntArray:
        rows = np.zeros((len(text), len(COLUMNS)), np.int32)
        rows[:, 0] = [number_of.get(ord(c), _RARE) for c in text]
        for token in reversed(tokens):  # of morphemes that share characters the first is told
            rows[token.start : token.end, 1] = tag_number.get(token.tag, _RARE)
            rows[token.start : token.end, 2] = 2
            rows[token.start : token.start + 1, 2] = 1
        words = [hashed(text[token.start : token.end]) for token in tokens]
        for start, end, classes in _names(tokens, words, gazetteer):
            rows[start, 3] |= classes
            rows[start + 1 : end, 4] |= classes
        rows[:, 5] = _place_in_run(np.asarray(piece_of, np.int32))
        return rows

    return features


def _names(
    tokens: Sequence[Token], words: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> list[tuple[int, int, int]]:
    """Find, at each token, the longest run of tokens that each layer knows: start, end, classes."""
    count = len(tokens)
    if not count:
        return []
    hashes, powers = np.array(words, np.uint64).T
    lengths = np.array([token.end - token.start for token in tokens])
    alive = np.array([token.tag[0] in _OPENS_A_NAME for token in tokens])
    joined, length = hashes, lengths
    runs = []
    for more in range(_NAME_TOKENS):
        if more:
            kept = max(0, count - more)
            joined = joined[:kept] * powers[more:] + hashes[more:]
            length, alive = length[:kept] + lengths[more:], alive[:kept]
        tried = np.flatnonzero(alive & (length >= _SHORTEST) & (length <= _LONGEST))
        runs.append((np.full(len(tried), more), tried, joined[tried]))
    mores, firsts, keys = (np.concatenate(parts) for parts in zip(*runs, strict=True))
    classes = gazetteer.find(keys)
    best: dict[tuple[int, Layer], tuple[int, int]] = {}
    for i in np.flatnonzero(classes):
        for layer in LAYERS:
            known = int(classes[i]) & ((1 << layer.width) - 1) << layer.shift
            if known:
                best[int(firsts[i]), layer] = (int(firsts[i] + mores[i]), known)
    return [(tokens[first].start, tokens[last].end, known) for (first, _), (last, known) in best.items()]


def _place_in_run(values: IntArray) -> IntArray:
    """Number the members of each run of equal values from 0, up to the last place that is told apart."""
    if not len(values):
        return values
    at = np.arange(len(values), dtype=np.int32)
    starts = np.flatnonzero(np.diff(values, prepend=values[0] - 1))
    lengths = np.diff(starts, append=len(values))
    return np.minimum(at - np.repeat(starts, lengths), PLACES_IN_PIECE - 1).astype(np.int32)
