"""The fast tagger's model: small integer weights of hashed features, kept sparse."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.bio import LABELS
from store.extract.ner.gazetteer import MODELS, load_arrays
from store.extract.ner.hashing import HashArray

FILE = MODELS / "fast.npz"
SLOT_BITS = 22
WIDTH = 16
"""A row of labels, filled up to a power of two."""

LARGEST = 1023
"""Weights are kept as numbers up to this; the sum of a unit's features stays well inside 16 bits."""

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]


def slot_of(features: HashArray) -> IntArray:
    """Give the slot of each feature in the table."""
    return (features >> np.uint64(64 - SLOT_BITS)).astype(np.int64)


def check_of(features: HashArray) -> NDArray[np.uint8]:
    """Give the byte, never 0, that tells a feature from others in its slot."""
    return (features >> np.uint64(24)).astype(np.uint8) | np.uint8(1)


class Weights:
    """A weight for every label of every feature that the model knows; no weight for all others."""

    def __init__(
        self,
        slots: IntArray,
        checks: NDArray[np.uint8],
        weights: NDArray[np.int16],
        scale: float,
        transitions: FloatArray,
        temperature: float,
    ) -> None:
        """Take the used slots, their check bytes, their weights [slots, labels] in units of ``scale``."""
        self._check = np.zeros(1 << SLOT_BITS, np.uint8)
        self._check[slots] = checks
        self._row = np.zeros(1 << SLOT_BITS, np.int32)
        self._row[slots] = np.arange(1, len(slots) + 1)
        self._weights = np.zeros((len(slots) + 1, WIDTH), np.int16)
        self._weights[1:, : len(LABELS)] = weights
        self.scale = np.float32(scale)
        self.transitions = transitions
        self.temperature = np.float32(temperature)

    def look_up(self, features: HashArray) -> NDArray[np.int16]:
        """Give the weights of features [features, rows] in units of ``scale``: [features, rows, WIDTH]."""
        slots = slot_of(features)
        known = np.flatnonzero((self._check.take(slots) == check_of(features)) & (features > 0))
        rows = np.zeros(slots.shape, np.int32)
        rows.ravel()[known] = self._row.take(slots.ravel()[known])
        return self._weights.take(rows, axis=0)


def save_weights(
    path: Path,
    slots: IntArray,
    checks: NDArray[np.uint8],
    weights: FloatArray,
    transitions: FloatArray,
    temperature: float,
) -> None:
    """Write a model; slots must rise."""
    scale = float(np.abs(weights).max()) / LARGEST
    rounded = np.rint(weights / scale).astype(np.int16)
    np.savez_compressed(
        path,
        gaps=np.diff(slots, prepend=0).astype(np.uint16),
        checks=checks,
        weights=rounded.T.copy(),
        scale=np.float32(scale),
        transitions=transitions,
        temperature=np.float32(temperature),
    )


@cache
def load_weights(path: Path = FILE) -> Weights:
    """Load the model, once a process."""
    gaps, checks, weights, scale, transitions, temperature = load_arrays(
        path, "gaps", "checks", "weights", "scale", "transitions", "temperature"
    )
    slots = np.cumsum(gaps, dtype=np.int64)
    return Weights(slots, checks, weights.T, float(scale), transitions, float(temperature))
