"""Scores of labels for units: what one unit adds wherever it stands is added up once a kind and kept."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.bio import LABELS
from store.extract.ner.columns import COLUMNS, PADDING, Matrix
from store.extract.ner.features import PLACES, Templates, hash_group, parse_templates
from store.extract.ner.hashing import HashArray
from store.extract.ner.lexicon import LEXICAL, Lexicon
from store.extract.ner.weights import WIDTH, Weights

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


class Scorer:
    """Adds up the weights of the features of units; keeps the sums of the kinds that a lexicon numbers."""

    def __init__(self, lexicon: Lexicon, weights: Weights) -> None:
        """Start with no sums."""
        self._lexicon = lexicon
        self._weights = weights
        self._templates = parse_templates()
        self._sums = np.zeros((0, len(PLACES), WIDTH), np.int16)
        self._summed = 0

    def score(self, matrix: Matrix, rows: IntArray) -> FloatArray:
        """Score the labels of some rows of a matrix: [rows, labels]."""
        self._sum_new_kinds()
        at = kinds_at_places(matrix, rows) * len(PLACES) + np.arange(len(PLACES))[:, None]
        total = self._sums.reshape(-1, WIDTH).take(at, axis=0).sum(axis=0, dtype=np.int16)
        flattened, starts = matrix.columns.ravel(), rows * len(COLUMNS)
        for group in self._templates.joined:
            total += self._weights.look_up(hash_group(group, flattened, starts)).sum(axis=0, dtype=np.int16)
        scores: FloatArray = total[:, : len(LABELS)] * self._weights.scale
        return scores

    def _sum_new_kinds(self) -> None:
        """Add up the lexical features of the kinds that came since."""
        new = np.arange(self._summed, len(self._lexicon))
        if not len(new):
            return
        if len(self._lexicon) > len(self._sums):
            grown = np.zeros((len(self._lexicon.flags), len(PLACES), WIDTH), np.int16)
            grown[: self._summed] = self._sums[: self._summed]
            self._sums = grown
        templates = self._templates
        found = self._weights.look_up(hash_kinds(self._lexicon, new, templates))
        self._sums[new[:, None], templates.places] = np.add.reduceat(
            found, templates.bounds, axis=0
        ).swapaxes(0, 1)
        self._summed = len(self._lexicon)


def kinds_at_places(matrix: Matrix, rows: IntArray) -> IntArray:
    """Give the kinds of the units that each row looks at, [places, rows]."""
    at = np.concatenate([rows + np.arange(-PADDING, PADDING + 1)[:, None], matrix.particles[rows][None]])
    kinds: IntArray = matrix.numbers[at]
    return kinds


def hash_kinds(lexicon: Lexicon, kinds: IntArray, templates: Templates) -> HashArray:
    """Hash the lexical features of some kinds of units: [templates, kinds]."""
    return hash_group(templates.lexical, lexicon.columns.ravel(), kinds * len(LEXICAL))
