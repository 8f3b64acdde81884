"""What the precise tagger is told of every character beside its word piece: itself, its morpheme, the gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.document import Token

GazetteerBits = Callable[[str], int]
"""The classes that a word has in the gazetteer, a bit each: person 1, place 2, other name 4; 0 for none."""

GAZETTEER_CLASSES = 3
LONGEST_NAME = 9
LONGEST_NAME_TOKENS = 5
PLACES_IN_PIECE = 8

_RARE = 1
_OPENS_A_NAME = frozenset("NSXWM")


class Alphabet(NamedTuple):
    """The characters and the morpheme tags that have a number of their own; 0 is padding, 1 all others."""

    characters: str
    tags: tuple[str, ...]


def feature_maker(
    alphabet: Alphabet, gazetteer: GazetteerBits
) -> Callable[[str, Sequence[Token], Sequence[int]], NDArray[np.int32]]:
    """Make the function that turns a text, its tokens and the piece of each character into feature rows.

    The rows are int32 [characters, 5]: character number, tag number, place in the morpheme (0 outside, 1 first,
    2 later), gazetteer bits (first character of a name 1, 2, 4; later ones 8, 16, 32), place in the piece.
    """
    number_of = {ord(c): i for i, c in enumerate(alphabet.characters, _RARE + 1)}
    tag_number = {tag: i for i, tag in enumerate(alphabet.tags, _RARE + 1)}

    def features(text: str, tokens: Sequence[Token], piece_of: Sequence[int]) -> NDArray[np.int32]:
        rows = np.zeros((len(text), 5), np.int32)
        rows[:, 0] = [number_of.get(ord(c), _RARE) for c in text]
        for token in reversed(tokens):  # of morphemes that share characters the first is told
            rows[token.start : token.end, 1] = tag_number.get(token.tag, _RARE)
            rows[token.start : token.end, 2] = 2
            rows[token.start : token.start + 1, 2] = 1
        for start, end, bits in _names(text, tokens, gazetteer):
            rows[start, 3] |= bits
            rows[start + 1 : end, 3] |= bits << GAZETTEER_CLASSES
        rows[:, 4] = _place_in_run(np.asarray(piece_of, np.int32))
        return rows

    return features


def _names(text: str, tokens: Sequence[Token], gazetteer: GazetteerBits) -> list[tuple[int, int, int]]:
    """Find, at each token, the longest run of whole tokens that the gazetteer knows: start, end, classes."""
    found = []
    for first, token in enumerate(tokens):
        if token.tag[0] not in _OPENS_A_NAME:
            continue
        for last in reversed(tokens[first : first + LONGEST_NAME_TOKENS]):
            length = last.end - token.start
            if 2 <= length <= LONGEST_NAME and (bits := gazetteer(text[token.start : last.end])):
                found.append((token.start, last.end, bits))
                break
    return found


def _place_in_run(values: NDArray[np.int32]) -> NDArray[np.int32]:
    """Number the members of each run of equal values from 0, up to the last place that is told apart."""
    if not len(values):
        return values
    at = np.arange(len(values), dtype=np.int32)
    starts = np.flatnonzero(np.diff(values, prepend=values[0] - 1))
    lengths = np.diff(starts, append=len(values))
    return np.minimum(at - np.repeat(starts, lengths), PLACES_IN_PIECE - 1).astype(np.int32)
