"""What the fast tagger looks at: the columns of every unit, and the templates that combine them into features."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.gazetteer import DICTIONARY, LISTED, WIKIDATA, Gazetteer
from store.extract.ner.hashing import HashArray, mix
from store.extract.ner.lexicon import (
    CLOSES_QUOTE,
    LENGTH_MASK,
    LENGTH_SHIFT,
    LEXICAL,
    NOMINAL,
    OPENS_NAME,
    OPENS_QUOTE,
    PARTICLE,
    Lexicon,
    Units,
)

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

CONTEXT = (
    "particle",  # the particle that the unit's word (eojeol) ends with
    "space",  # white space before the unit
    "quote",  # inside quotation marks or brackets
    "next",  # first unit of the next word
    "last",  # last nominal unit of the word before
    "head",  # first unit of this word
    "headprefix",
    "end",  # last unit of this word
    "dictname",  # a name of mecab-ko-dic begins here: its classes and units
    "dictin",  # inside one: its classes, and whether it ends here
    "wikiname",
    "wikiin",
    "listname",
    "listin",
)
"""What is known of a unit by its place in the sentence."""

COLUMNS = (*LEXICAL, *CONTEXT)
PADDING = 3
LONGEST_NAME_UNITS = 5
SHORTEST_NAME, LONGEST_NAME = 2, 12

TEMPLATES = ["word", "form", "tag", "shape", "prefix1", "prefix2", "suffix1", "suffix2", "suffix3", "length", "class", "orgend", "locend", "surname", "dict", "wiki", "part", "particle", "space", "quote", "next", "last", "head", "end", "dictname", "dictin", "wikiname", "wikiin", "listname", "listin", "word-1", "word+1", "word-2", "word+2", "shape-1", "shape+1", "shape-2", "shape+2", "suffixtag-1", "suffixtag+1", "suffixtag-2", "suffixtag+2", "class-1", "class+1", "class-2", "class+2", "orgend-1", "orgend+1", "locend-1", "locend+1", "surname-1", "surname+1", "space-1", "space+1", "suffix2-1", "suffix2+1", "tag-1", "tag+1", "tag-2", "tag+2", "tag-3", "tag+3", "part-1", "part+1", "dictname-1", "dictname+1", "wikiname-1", "wikiname+1", "listname-1", "listname+1", "dictin-1", "dictin+1", "wikiin-1", "wikiin+1", "listin-1", "listin+1", "word-1|tag", "word+1|tag", "tag|particle", "tag|length", "tag-1|tag", "word-1|word", "tag|tag+1", "word|word+1", "tag-1|tag|tag+1|space|space+1", "dictname|particle", "wikiname|particle", "dict|tag|class+1", "surname|tag|particle", "word+1|space+1", "dictname|word+1", "wikiname|word+1", "tag|class+1|space+1", "suffix1|tag|particle", "shape-1|shape", "shape|shape+1", "shape|word+1", "shape|word+1|word+2", "word-1|shape|word+1", "next|particle", "dictname|next", "last|dictname", "surname|length|next", "surname|dictname", "surname|wikiname", "quote|tag|shape", "word|space+1", "word|space", "word-1|word+1"]
"""Each template joins columns at offsets from the unit: ``word-1|tag`` is the word before with the tag here."""

_PART = re.compile(r"([a-z]+[0-9]?)([+-][0-9])?")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63],
    np.uint64,
)


class Matrix(NamedTuple):
    """Columns of all units of some sentences, with border rows between them.

    ``columns`` is uint64 [rows, len(COLUMNS)], 0 where there is nothing to tell; ``first[i]`` is the row of
    the first unit of sentence i.
    """

    columns: HashArray
    first: IntArray


def make_matrix(lexicon: Lexicon, gazetteer: Gazetteer, sentences: Sequence[Units]) -> Matrix:
    """Tell every unit's lexical and contextual columns."""
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
    columns = np.zeros((len(number), len(COLUMNS)), np.uint64)
    columns[:, : len(LEXICAL)] = lexicon.columns[number]
    _tell_words(columns, lexicon.flags[number], real, opens_word)
    _tell_names(columns, lexicon, gazetteer, number, opens_word)
    columns[~real, len(LEXICAL) :] = 0
    return Matrix(columns, np.array(first, np.int64))


def _tell_words(columns: HashArray, flags: IntArray, real: BoolArray, opens_word: BoolArray) -> None:
    """Fill the columns that tell of the word (eojeol) a unit stands in, and of its neighbours."""
    rows = len(flags)
    here = np.arange(rows)
    head = np.maximum.accumulate(np.where(opens_word, here, 0))
    next_head = _next(opens_word)
    particle = _next((flags & PARTICLE) > 0)
    nominal = np.maximum.accumulate(np.where((flags & NOMINAL) > 0, here, 0))
    before = np.maximum(head - 1, 0)
    depth = np.cumsum(((flags & OPENS_QUOTE) > 0).astype(np.int64) - ((flags & CLOSES_QUOTE) > 0))
    depth -= depth[np.maximum.accumulate(np.where(real, 0, here))]

    def copy(to: str, column: str, source: IntArray, there: BoolArray | None = None) -> None:
        copied = columns[np.minimum(source, rows - 1), LEXICAL.index(column)]
        columns[:, COLUMNS.index(to)] = (
            copied if there is None else np.where(there, copied, _number(to, np.ones(rows)))
        )

    copy("particle", "form", particle, particle < next_head)
    copy("next", "word", next_head)
    copy("last", "word", nominal[before], (nominal[before] >= head[before]) & real[before])
    copy("head", "word", head)
    copy("headprefix", "prefix2", head)
    copy("end", "form", next_head - 1)
    columns[:, COLUMNS.index("space")] = _number("space", opens_word + 1)
    columns[:, COLUMNS.index("quote")] = _number("quote", np.clip(depth, 0, 2) + 1)


def _next(marked: BoolArray) -> IntArray:
    """Give, for each row, the first marked row after it, or the number of rows."""
    rows = len(marked)
    at = np.where(marked, np.arange(rows), rows)
    return np.append(np.minimum.accumulate(at[::-1])[::-1][1:], rows)


def _number(column: str, values: NDArray[np.generic]) -> HashArray:
    """Turn small numbers into the column's values; 0 stays 0."""
    tagged = values.astype(np.uint64)
    return np.where(tagged > 0, tagged + np.uint64(COLUMNS.index(column) + 1 << 32), np.uint64(0))


def _tell_names(
    columns: HashArray, lexicon: Lexicon, gazetteer: Gazetteer, number: IntArray, opens_word: BoolArray
) -> None:
    """Fill the columns that tell of the longest name of the gazetteer at and around each unit."""
    rows = len(number)
    flags, hashes, powers = lexicon.flags[number], lexicon.hashes[number], lexicon.powers[number]
    lengths = flags >> LENGTH_SHIFT & LENGTH_MASK
    alive = (flags & OPENS_NAME) > 0
    spaced = np.zeros(rows, bool)
    joined, length = hashes, lengths
    layers = (("dict", DICTIONARY), ("wiki", WIKIDATA), ("list", LISTED))
    names = {name: np.zeros(rows, np.int64) for name, _ in layers}
    units = {name: np.zeros(rows, np.int64) for name, _ in layers}
    for count in range(1, LONGEST_NAME_UNITS + 1):
        if count > 1:
            kept, more = rows - count + 1, count - 1
            joined = joined[:kept] * powers[more:] + hashes[more:]
            length = length[:kept] + lengths[more:]
            alive = alive[:kept] & (number[more:] > 0)
            spaced = spaced[:kept] | opens_word[more:]
        tried = np.flatnonzero(alive & (length >= SHORTEST_NAME) & (length <= LONGEST_NAME))
        found = gazetteer.find(joined[tried])
        tried, found = tried[found > 0], found[found > 0]
        for name, layer in layers:
            classes = layer.of(found).astype(np.int64)
            if name == "dict":
                classes[spaced[tried]] = 0
            hit = np.flatnonzero(classes)
            names[name][tried[hit]] = classes[hit] * 2 + spaced[tried[hit]]
            units[name][tried[hit]] = count
    for name, _ in layers:
        begun, count_of = names[name], units[name]
        inside = np.zeros(rows, np.int64)
        for offset in range(1, LONGEST_NAME_UNITS):
            begins = np.flatnonzero(count_of[:-offset] > offset)
            at = begins + offset
            inside[at] = np.where(
                inside[at] > 0, inside[at], begun[begins] * 4 + 1 + (count_of[begins] == offset + 1)
            )
        columns[:, COLUMNS.index(name + "name")] = _number(
            name + "name", np.where(begun > 0, begun * 8 + count_of, 0)
        )
        columns[:, COLUMNS.index(name + "in")] = _number(name + "in", inside)


class Templates(NamedTuple):
    """Templates by the number of their parts: ``flat[k]`` int64 [parts, templates] are offsets into the flattened
    matrix, ``seeds[k]`` uint64 [templates]; ``order`` puts the features back into the order of the list.
    """

    flat: tuple[IntArray, ...]
    seeds: tuple[HashArray, ...]
    order: IntArray


def parse_templates(templates: Sequence[str]) -> Templates:
    """Turn the list of templates into index arrays."""
    by_arity: dict[int, list[tuple[int, list[int]]]] = {}
    for index, template in enumerate(templates):
        flat = []
        for part in template.split("|"):
            matched = _PART.fullmatch(part)
            assert matched, template
            flat.append(int(matched[2] or 0) * len(COLUMNS) + COLUMNS.index(matched[1]))
        by_arity.setdefault(len(flat), []).append((index, flat))
    groups = [by_arity[arity] for arity in sorted(by_arity)]
    return Templates(
        tuple(np.array([flat for _, flat in group], np.int64).T for group in groups),
        tuple(np.array([crc32(templates[i].encode()) for i, _ in group], np.uint64) for group in groups),
        np.argsort(np.array([i for group in groups for i, _ in group], np.int64)),
    )


def make_features(matrix: HashArray, rows: IntArray, templates: Templates) -> HashArray:
    """Hash the features of some rows: uint64 [rows, templates], 0 where a part of a template is absent."""
    values = matrix.ravel()
    base = rows[:, None] * len(COLUMNS)
    hashed = []
    for flat, seeds in zip(templates.flat, templates.seeds, strict=True):
        joined = np.zeros((len(rows), flat.shape[1]), np.uint64)
        present = np.ones(joined.shape, bool)
        for part, factor in zip(flat, _FACTORS, strict=False):
            value = values[base + part]
            present &= value > 0
            joined = (joined + value) * factor
            joined ^= joined >> np.uint64(29)
        hashed.append(np.where(present, mix(joined + seeds) | np.uint64(1), np.uint64(0)))
    return np.concatenate(hashed, axis=1)[:, templates.order]
