"""Units, the runs of characters that the fast tagger labels, and what is known of each kind of unit."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from store.extract.document import Token
from store.extract.ner.gazetteer import DICTIONARY, PART_OF_NAME, WIKIDATA, Gazetteer, Layer
from store.extract.ner.hashing import HashArray, polynomial, power
from store.extract.ner.words import load_words, longest_ending, shape

LEXICAL = (
    "word",
    "form",
    "tag",
    "shape",
    "prefix1",
    "prefix2",
    "suffix1",
    "suffix2",
    "suffix3",
    "suffixtag",
    "length",
    "class",
    "orgend",
    "locend",
    "surname",
    "dict",
    "wiki",
    "part",
)
"""What is known of a unit wherever it stands: the lexical columns of the feature matrix."""

PARTICLE, OPENS_NAME = 1, 2
LENGTH_SHIFT, LENGTH_MASK = 8, 15

_RUNS = re.compile(r"\d+|[^\W\d_]+|\s+|[^\w\s]+|_+")
_LONGEST_SPLIT = 60
_BEYOND = (Token("", "", sys.maxsize - 1, sys.maxsize),)
"""What follows the last token, so that its unit is closed like all others."""
_FIRST_CAPACITY = 4096


_Kind = tuple[str, str, str]  # characters, form, tag


class Units(NamedTuple):
    """The units of a sentence: their offsets in it, end exclusive, and their numbers in the lexicon."""

    starts: list[int]
    ends: list[int]
    numbers: list[int]


class Lexicon:
    """Numbers the kinds of units as they come and keeps what is known of each; 0 is the sentence border."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Start with the border alone."""
        self._gazetteer = gazetteer
        self._parts: dict[_Kind, tuple[tuple[int, int], ...]] = {}
        self._numbers: dict[_Kind, int] = {}
        self.columns: HashArray = np.zeros((_FIRST_CAPACITY, len(LEXICAL)), np.uint64)
        self.hashes: HashArray = np.zeros(_FIRST_CAPACITY, np.uint64)
        self.powers: HashArray = np.zeros(_FIRST_CAPACITY, np.uint64)
        self.flags: NDArray[np.int64] = np.zeros(_FIRST_CAPACITY, np.int64)
        self._number("\0", "\0", "\0")

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def entries(self) -> int:
        """How much the lexicon holds: all kinds of units, and the compounds of them."""
        return len(self._numbers) + len(self._parts)

    def units(self, sentence: str, tokens: Sequence[Token]) -> Units:
        """Group a sentence's morphemes into units: those that share characters together, compounds apart."""
        starts: list[int] = []
        ends: list[int] = []
        numbers: list[int] = []
        known = self._parts
        form = tag = ""
        start = end = 0
        for token in chain(tokens, _BEYOND):
            next_start, next_end = token.start, token.end
            if next_start < end or next_end <= next_start:
                tag += "+" + token.tag
                if next_start < end < next_end:
                    end = next_end
                continue
            if end:
                word = sentence[start:end]
                parts = known.get((word, form, tag)) or self._learn(word, form, tag)
                for number, length in parts:
                    starts.append(start)
                    start += length
                    ends.append(start)
                    numbers.append(number)
            form, tag, start, end = token.form, token.tag, next_start, next_end
        return Units(starts, ends, numbers)

    def _learn(self, word: str, form: str, tag: str) -> tuple[tuple[int, int], ...]:
        """Number a run of characters that is new, or the parts that it falls into: numbers and lengths."""
        parts = split_compound(word, tag, self._gazetteer)
        if len(parts) == 1:
            numbered: tuple[tuple[int, int], ...] = ((self._number(word, form, tag), len(word)),)
        else:
            numbered = tuple((self._number(part, part, kind), len(part)) for part, kind in parts)
        self._parts[word, form, tag] = numbered
        return numbered

    def _number(self, word: str, form: str, tag: str) -> int:
        """Give the number of a kind of unit; one that is new is described."""
        number = len(self._numbers)
        if self._numbers.setdefault((word, form, tag), number) < number:
            return self._numbers[word, form, tag]
        if number == len(self.flags):
            self._grow()
        known = describe(word, form, tag, self._gazetteer)
        self.columns[number] = [
            crc32(value.encode("utf-8", "surrogatepass"), column) | (column + 1) << 32 if value else 0
            for column, value in enumerate(known)
        ]
        self.hashes[number] = polynomial(word)
        self.powers[number] = power(len(word))
        self.flags[number] = (
            PARTICLE * (tag[0] == "J" or tag.startswith("VCP"))
            | OPENS_NAME * (tag[0] in "NSXWM")
            | min(len(word), LENGTH_MASK) << LENGTH_SHIFT
        )
        return number

    def _grow(self) -> None:
        for name in ("columns", "hashes", "powers", "flags"):
            array = getattr(self, name)
            setattr(self, name, np.concatenate([array, np.zeros_like(array)]))


def describe(word: str, form: str, tag: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Tell what is known of a unit, in the order of LEXICAL; an empty string stands for nothing."""
    words = load_words()
    kind = "".join(
        letter
        for letter, table in zip("TDCN", (words.title, words.date, words.clock, words.counter), strict=True)
        if word in table
    )
    orgend = locend = surname = ""
    if tag[0] == "N" or tag[:2] in {"SL", "XS"}:
        orgend = longest_ending(word, words.organisation_ending) if len(word) > 1 else ""
        locend = longest_ending(word, words.place_ending)
        if 2 <= len(word) <= 4 and (word[0] in words.surname or word[:2] in words.surname):
            surname = str(len(word))
    classes = gazetteer.classes(word) if tag[0] in "NSXWM" else 0

    def layer(part: Layer) -> str:
        bits = classes >> part.shift & (1 << part.width) - 1
        return str(bits) if bits else ""

    return (
        word,
        f"{form}/{tag}",
        tag,
        shape(word),
        word[:1],
        word[:2],
        word[-1:],
        word[-2:],
        word[-3:],
        word[-1:] + tag,
        str(min(len(word), 7)),
        kind,
        orgend,
        locend,
        surname,
        layer(DICTIONARY),
        layer(WIKIDATA),
        layer(PART_OF_NAME),
    )


def split_compound(word: str, tag: str, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Split a morpheme in which a name may begin or end, and give the parts with their tags.

    한미 → 한 · 미; 어벤져스2 → 어벤져스 · 2; 박모 → 박 · 모; a name with a particle that stuck to it → both.
    """
    whole = [(word, tag)]
    length = len(word)
    if not 2 <= length <= _LONGEST_SPLIT or not (
        tag[0] == "N" or tag in {"SN", "SL", "W_SERIAL", "SB", "MAG"}
    ):
        return whole
    words = load_words()
    if not word.isalnum() or (tag[0] == "N" and word[-1].isdigit() and not word[0].isdigit()):
        runs = _RUNS.findall(word)
        return [(run, "SN" if run[0].isdigit() else tag if run[0].isalnum() else "SW") for run in runs]
    if word in {"북측", "남측"}:
        return [(word[0], "NNP"), (word[1], "XSN")]
    if word == "하나하나":
        return [("하나", "NR"), ("하나", "NR")]
    if word == "하나같이":
        return [("하나", "NR"), ("같이", "JKB")]
    if (
        tag == "NNP"
        and length <= 4
        and word not in words.whole
        and all(c in words.country_syllable for c in word)
    ):
        return [(syllable, "NNP") for syllable in word]
    if tag in {"NNP", "NNG"}:
        if length == 2 and word[1] == "모" and word[0] in words.surname:
            return [(word[0], "NNP"), ("모", "NNB")]
        if length > 2 and not gazetteer.classes(word):
            for end in (length - 1, length - 2):
                if end >= 2 and word[end:] in words.particle and gazetteer.classes(word[:end]):
                    return [(word[:end], "NNP"), (word[end:], "JX")]
    return whole
