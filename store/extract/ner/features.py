"""The templates that combine columns into features, and the hashes by which the features go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.columns import BORROWED, COLUMNS, PADDING
from store.extract.ner.hashing import HashArray, mix
from store.extract.ner.lexicon import LEXICAL

IntArray = NDArray[np.int64]

_TABLE = """
word form tag shape prefix1 prefix2 suffix1 suffix2 suffix3 length class orgend locend surname
word-1 word+1 word-2 word+2 tag-1 tag+1 tag-2 tag+2 tag-3 tag+3 shape-1 shape+1 shape-2 shape+2
suffix2-1 suffix2+1 suffixtag-1 suffixtag+1 suffixtag-2 suffixtag+2 class-1 class+1 class-2 class+2
orgend-1 orgend+1 locend-1 locend+1 part-1 part+1 space space-1 space+1 particle
dict wiki part dictname dictin wikiname wikiin listname listin
word-1|word word|word+1 word-1|tag word+1|tag word+1|space+1 shape|word+1 shape-1|shape shape|shape+1
tag-1|tag tag|tag+1 tag-1|tag|tag+1|space|space+1 tag|length tag|particle
suffix2-1|suffix2 suffix2|suffix2+1 suffix1|tag|particle prefix1|suffix1|length surname|tag|particle
dictname|particle wikiname|particle listname|particle dictname|word+1 wikiname|word+1 listname|word+1
surname|dictname surname|wikiname orgend|dictname
"""
TEMPLATES = tuple(_TABLE.split())
"""Each joins columns at offsets from the unit: ``word-1|tag`` is the word before, with the tag here."""

PLACES = (*range(-PADDING, PADDING + 1), *BORROWED)
"""Where a unit's lexical columns may be looked at from: at an offset, or through a borrowed column."""

_PART = re.compile(r"([a-z]+[0-9]?)([+-][0-9])?")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63],
    np.uint64,
)


class Group(NamedTuple):
    """Templates of equally many parts.

    ``numbers`` [templates] are their places in TEMPLATES, ``flat`` [parts, templates] where their parts stand
    in a flattened matrix from the unit's row on, ``seeds`` uint64 [templates] tells them apart.
    """

    numbers: IntArray
    flat: IntArray
    seeds: HashArray


class Templates(NamedTuple):
    """The templates that look at one unit alone, sorted by place, and the others by their number of parts.

    ``places`` are the indices into PLACES that have lexical templates, ``bounds`` where those of each begin.
    """

    lexical: Group
    places: IntArray
    bounds: IntArray
    joined: tuple[Group, ...]


def parse_templates(templates: Sequence[str] = TEMPLATES) -> Templates:
    """Sort the templates into groups; those that look at one unit count columns from the row of its kind."""
    lexical: list[tuple[int, int, list[int]]] = []
    joined: dict[int, list[tuple[int, list[int]]]] = {}
    for index, template in enumerate(templates):
        parts = [_parse(part) for part in template.split("|")]
        (column, offset), *others = parts
        if not others and column in LEXICAL:
            lexical.append((PLACES.index(offset), index, [LEXICAL.index(column)]))
        elif not others and column in BORROWED:
            lexical.append((PLACES.index(column), index, [LEXICAL.index(BORROWED[column])]))
        else:
            flat = [offset * len(COLUMNS) + COLUMNS.index(column) for column, offset in parts]
            joined.setdefault(len(parts), []).append((index, flat))
    lexical.sort()
    places, bounds = np.unique([place for place, _, _ in lexical], return_index=True)
    return Templates(
        _group(templates, [(index, flat) for _, index, flat in lexical]),
        places,
        bounds,
        tuple(_group(templates, group) for _, group in sorted(joined.items())),
    )


def _parse(part: str) -> tuple[str, int]:
    matched = _PART.fullmatch(part)
    if not matched or matched[1] not in COLUMNS:
        raise ValueError(part)
    return matched[1], int(matched[2] or 0)


def _group(templates: Sequence[str], group: Sequence[tuple[int, list[int]]]) -> Group:
    return Group(
        np.array([index for index, _ in group], np.int64),
        np.array([flat for _, flat in group], np.int64).T.copy(),
        np.array([crc32(templates[index].encode()) for index, _ in group], np.uint64),
    )


def hash_group(group: Group, flattened: HashArray, starts: IntArray) -> HashArray:
    """Hash a group's features of some rows: uint64 [templates, rows], 0 where a part of a template is absent.

    ``flattened`` holds the matrix, ``starts`` where the rows begin in it.
    """
    joined = np.zeros((len(group.numbers), len(starts)), np.uint64)
    absent = np.zeros(joined.shape, bool)
    for part, factor in zip(group.flat, _FACTORS, strict=False):
        value = flattened.take(starts + part[:, None])
        absent |= value == 0
        joined += value
        joined *= factor
        joined ^= joined >> np.uint64(29)
    hashed = mix(joined + group.seeds[:, None]) | np.uint64(1)
    hashed[absent] = 0
    return hashed
