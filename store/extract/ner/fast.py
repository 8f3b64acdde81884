"""The fast tagger: a linear chain over units, with hashed features and numpy alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.document import Token
from store.extract.ner.bio import LABELS
from store.extract.ner.decoder import best_paths, marginals
from store.extract.ner.features import TEMPLATES, make_features, make_matrix, parse_templates
from store.extract.ner.gazetteer import Gazetteer, load_gazetteer
from store.extract.ner.lexicon import Lexicon, Units
from store.extract.ner.tagger import TAG_TYPES, Tag
from store.extract.ner.weights import Weights, load_weights

FloatArray = NDArray[np.float32]

_KINDS_OF_UNITS = 50_000
"""The lexicon starts anew beyond this many kinds, so that memory does not grow with the articles read."""
_SENTENCES_AT_ONCE = 64


class _Decoded(NamedTuple):
    """Some sentences with units, and their label paths and probabilities, padded on the right."""

    indices: list[int]
    units: list[Units]
    paths: NDArray[np.int64]
    probabilities: FloatArray


class FastTagger:
    """Tags names at a quarter of the cost of their morphology."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights) -> None:
        """Take the two models."""
        self._gazetteer = gazetteer
        self._weights = weights
        self._templates = parse_templates(TEMPLATES)
        self._lexicon = Lexicon(gazetteer)

    @staticmethod
    @cache
    def load() -> FastTagger:
        """Load the tagger, once a process."""
        return FastTagger(load_gazetteer(), load_weights())

    def tag(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> list[list[Tag]]:
        """Tag sentences; see Tagger. The score of a tag is the probability of its least certain unit."""
        tags: list[list[Tag]] = [[] for _ in sentences]
        for decoded in self._decode(sentences, tokens):
            for row, (index, units) in enumerate(zip(decoded.indices, decoded.units, strict=True)):
                tags[index] = _tags(units, decoded.paths[row], decoded.probabilities[row])
        return tags

    def marginals(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> list[FloatArray]:
        """Give the probability of every BIO label of every character: [characters, labels] for each sentence."""
        spread = [_outside(len(sentence)) for sentence in sentences]
        for decoded in self._decode(sentences, tokens):
            for row, (index, units) in enumerate(zip(decoded.indices, decoded.units, strict=True)):
                _spread(units, decoded.probabilities[row], spread[index])
        return spread

    def _decode(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> Iterator[_Decoded]:
        """Label the units of all sentences that have some."""
        if len(self._lexicon) > _KINDS_OF_UNITS:
            self._lexicon = Lexicon(self._gazetteer)
        for begin in range(0, len(sentences), _SENTENCES_AT_ONCE):
            indices, units = [], []
            for index in range(begin, min(begin + _SENTENCES_AT_ONCE, len(sentences))):
                found = self._lexicon.units(sentences[index], tokens[index])
                if found.numbers:
                    indices.append(index)
                    units.append(found)
            if indices:
                yield _Decoded(indices, units, *self._label(units))

    def _label(self, units: Sequence[Units]) -> tuple[NDArray[np.int64], FloatArray]:
        """Give the best paths and the probabilities of the labels, padded on the right."""
        matrix = make_matrix(self._lexicon, self._gazetteer, units)
        lengths = np.array([len(u.numbers) for u in units], np.int64)
        real = np.arange(lengths.max()) < lengths[:, None]
        rows = (matrix.first[:, None] + np.arange(lengths.max()))[real]
        scores = np.zeros((*real.shape, len(LABELS)), np.float32)
        scores[real] = self._weights.score(make_features(matrix.columns, rows, self._templates))
        transitions, temperature = self._weights.transitions, self._weights.temperature
        return (
            best_paths(scores, lengths, transitions),
            marginals((scores / temperature).astype(np.float32), lengths, transitions / temperature),
        )


def _tags(units: Units, path: NDArray[np.int64], probabilities: FloatArray) -> list[Tag]:
    """Read the names off a path."""
    tags = []
    count = len(units.numbers)
    for first in np.flatnonzero(path[:count] % 2 == 1).tolist():
        label = int(path[first])
        last = first
        while last + 1 < count and path[last + 1] == label + 1:
            last += 1
        score = min(float(probabilities[at, path[at]]) for at in range(first, last + 1))
        tags.append(Tag(units.starts[first], units.ends[last], TAG_TYPES[(label - 1) // 2], min(1.0, score)))
    return tags


def _outside(length: int) -> FloatArray:
    """Make the rows of characters that belong to no name."""
    rows = np.zeros((length, len(LABELS)), np.float32)
    rows[:, 0] = 1
    return rows


def _spread(units: Units, probabilities: FloatArray, rows: FloatArray) -> None:
    """Write the probabilities of units to their characters: a name goes on through the characters of a unit,

    and through the white space before a unit that continues it.
    """
    inside = np.arange(2, len(LABELS), 2)
    before = 0
    for start, end, unit in zip(units.starts, units.ends, probabilities, strict=False):
        if before:
            rows[before:start, inside] = unit[inside]
            rows[before:start, 0] = 1 - unit[inside].sum()
        rows[start] = unit
        rows[start + 1 : end, 0] = unit[0]
        rows[start + 1 : end, inside] = unit[inside] + unit[inside - 1]
        before = end
