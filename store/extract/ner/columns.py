"""The columns of every unit: what is known of it, where its neighbours stand, which names begin at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.gazetteer import DICTIONARY, LISTED, WIKIDATA, Gazetteer
from store.extract.ner.hashing import HashArray
from store.extract.ner.lexicon import (
    LENGTH_MASK,
    LENGTH_SHIFT,
    LEXICAL,
    OPENS_NAME,
    PARTICLE,
    Lexicon,
    Units,
)

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

BORROWED = {"particle": "form"}  # the particle after the unit, in its word (eojeol)
"""Columns that tell of a unit elsewhere in the sentence, and which of its columns they show."""

CONTEXT = (
    "space",  # white space before the unit
    "dictname",  # a name of mecab-ko-dic begins here: its classes and units
    "dictin",  # inside one: its classes, and whether it ends here
    "wikiname",
    "wikiin",
    "listname",
    "listin",
)
"""What is known of a unit by its place in the sentence."""

COLUMNS = (*LEXICAL, *BORROWED, *CONTEXT)
PADDING = 3
LONGEST_NAME_UNITS = 5
SHORTEST_NAME, LONGEST_NAME = 2, 12


class Matrix(NamedTuple):
    """All units of some sentences, with border rows between them.

    ``numbers`` [rows] are the kinds of the units, 0 on a border; ``particles`` [rows] are the rows of
    the particles, 0 for none; ``columns`` uint64 [rows, len(COLUMNS)] is 0 where there is nothing to
    tell; ``first[i]`` is the row of the first unit of sentence i.
    """

    numbers: IntArray
    particles: IntArray
    columns: HashArray
    first: IntArray


def make_matrix(lexicon: Lexicon, gazetteer: Gazetteer, sentences: Sequence[Units]) -> Matrix:
    """Tell every unit's columns."""
    border = [0] * PADDING
    numbers, starts, ends = border[:], border[:], border[:]
    first = []
    for units in sentences:
        first.append(len(numbers))
        numbers += units.numbers + border
        starts += units.starts + border
        ends += units.ends + border
    number, start, end = (np.array(values, np.int64) for values in (numbers, starts, ends))
    real = number > 0
    opens_word = np.ones(len(number), bool)
    opens_word[1:] = (start[1:] != end[:-1]) | ~real[:-1] | ~real[1:]
    flags = lexicon.flags[number]
    columns = np.zeros((len(number), len(COLUMNS)), np.uint64)
    columns[:, : len(LEXICAL)] = lexicon.columns[number]
    particles = _find_particles(flags, opens_word)
    columns[:, COLUMNS.index("particle")] = columns[particles, LEXICAL.index(BORROWED["particle"])]
    _tell(columns, "space", opens_word + 1)
    _tell_names(columns, lexicon, gazetteer, number, opens_word)
    columns[~real, len(LEXICAL) :] = 0
    return Matrix(number, particles, columns, np.array(first, np.int64))


def _find_particles(flags: IntArray, opens_word: BoolArray) -> IntArray:
    """Find the row of the first particle after each unit in its word (eojeol), or 0, a border."""
    particle = _next((flags & PARTICLE) > 0)
    return np.where(particle < _next(opens_word), particle, 0)


def _next(marked: BoolArray) -> IntArray:
    """Give, for each row, the first marked row after it, or the number of rows."""
    rows = len(marked)
    at = np.where(marked, np.arange(rows), rows)
    return np.append(np.minimum.accumulate(at[::-1])[::-1][1:], rows)


def _tell(columns: HashArray, name: str, values: NDArray[np.generic]) -> None:
    """Write small numbers into a column; 0 stays 0."""
    column = COLUMNS.index(name)
    tagged = values.astype(np.uint64)
    columns[:, column] = np.where(tagged > 0, tagged + np.uint64(column + 1 << 32), np.uint64(0))


def _tell_names(
    columns: HashArray, lexicon: Lexicon, gazetteer: Gazetteer, number: IntArray, opens_word: BoolArray
) -> None:
    """Fill the columns that tell of the longest name of the gazetteer at and around each unit."""
    begins, counts, spaced, classes = _find_names(lexicon, gazetteer, number, opens_word)
    for name, layer in (("dict", DICTIONARY), ("wiki", WIKIDATA), ("list", LISTED)):
        own = layer.of(classes).astype(np.int64)
        if name == "dict":
            own[spaced] = 0
        hit = np.flatnonzero(own)  # longer names come later, so they overwrite shorter ones
        begun, count_of, inside = (np.zeros(len(number), np.int64) for _ in range(3))
        begun[begins[hit]] = own[hit] * 2 + spaced[hit]
        count_of[begins[hit]] = counts[hit]
        for offset in range(1, LONGEST_NAME_UNITS):
            longer = np.flatnonzero(count_of > offset)
            free = longer[inside[longer + offset] == 0]
            inside[free + offset] = begun[free] * 4 + 1 + (count_of[free] == offset + 1)
        _tell(columns, name + "name", np.where(begun > 0, begun * 8 + count_of, 0))
        _tell(columns, name + "in", inside)


def _find_names(
    lexicon: Lexicon, gazetteer: Gazetteer, number: IntArray, opens_word: BoolArray
) -> tuple[IntArray, IntArray, BoolArray, NDArray[np.uint32]]:
    """Find all names of the gazetteer, shorter ones first: first row, units, white space inside, classes."""
    flags, hashes, powers = lexicon.flags[number], lexicon.hashes[number], lexicon.powers[number]
    lengths = flags >> LENGTH_SHIFT & LENGTH_MASK
    alive = np.flatnonzero((flags & OPENS_NAME) > 0)
    joined, length = hashes[alive], lengths[alive]
    spaced = np.zeros(len(alive), bool)
    tried = [(alive, joined, length, spaced)]
    for more in range(1, LONGEST_NAME_UNITS):
        added = alive + more
        goes_on = (number[added] > 0) & (length < LONGEST_NAME)
        alive, added = alive[goes_on], added[goes_on]
        joined = joined[goes_on] * powers[added] + hashes[added]
        length = length[goes_on] + lengths[added]
        spaced = spaced[goes_on] | opens_word[added]
        tried.append((alive, joined, length, spaced))
    begins, joined, length, spaced = (np.concatenate(parts) for parts in zip(*tried, strict=True))
    counts = np.repeat(np.arange(1, LONGEST_NAME_UNITS + 1), [len(parts[0]) for parts in tried])
    classes = gazetteer.find(joined)
    known = np.flatnonzero((classes > 0) & (length >= SHORTEST_NAME) & (length <= LONGEST_NAME))
    return begins[known], counts[known], spaced[known], classes[known]
