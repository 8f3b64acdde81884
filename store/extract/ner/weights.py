"""The fast tagger's model: small integer weights of hashed features, kept sparse."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.bio import LABELS
from store.extract.ner.gazetteer import MODELS
from store.extract.ner.hashing import HashArray
from store.model import SinmunError

FILE = MODELS / "fast.npz"
SLOT_BITS = 22
_WIDTH = 16  # a row of labels, filled up to a power of two

FloatArray = NDArray[np.float32]


def slot_of(features: HashArray) -> NDArray[np.int64]:
    """Give the slot of each feature in the table."""
    return (features >> np.uint64(64 - SLOT_BITS)).astype(np.int64)


def check_of(features: HashArray) -> NDArray[np.uint8]:
    """Give the byte that tells a feature from others in its slot."""
    return (features >> np.uint64(24)).astype(np.uint8)


class Weights:
    """A weight for every label of every feature that the model knows; no weight for all others."""

    def __init__(
        self,
        slots: NDArray[np.int64],
        checks: NDArray[np.uint8],
        weights: NDArray[np.int8],
        scale: float,
        transitions: FloatArray,
        temperature: float,
    ) -> None:
        """Take the used slots, their check bytes, their weights [slots, labels] in units of ``scale``."""
        self._row = np.zeros(1 << SLOT_BITS, np.int32)
        self._row[slots] = np.arange(1, len(slots) + 1)
        self._checks = np.concatenate([np.zeros(1, np.uint8), checks])
        self._weights = np.zeros((len(slots) + 1, _WIDTH), np.int8)
        self._weights[1:, : len(LABELS)] = weights
        self._scale = np.float32(scale)
        self.transitions = transitions
        self.temperature = np.float32(temperature)

    def score(self, features: HashArray) -> FloatArray:
        """Add up the weights of each row of features: [rows, features] to [rows, labels]."""
        row = self._row[slot_of(features)]
        row[(self._checks[row] != check_of(features)) | (features == 0)] = 0
        total = self._weights[row].sum(axis=1, dtype=np.int32)
        scores: FloatArray = total[:, : len(LABELS)].astype(np.float32) * self._scale
        return scores


def save_weights(
    path: Path,
    slots: NDArray[np.int64],
    checks: NDArray[np.uint8],
    weights: FloatArray,
    transitions: FloatArray,
    temperature: float,
) -> None:
    """Write a model; weights are rounded to 8 bits, slots must rise."""
    scale = float(np.abs(weights).max()) / 127
    gaps = np.diff(slots, prepend=0)
    np.savez_compressed(
        path,
        gaps=gaps.astype(np.uint16),
        checks=checks,
        weights=np.rint(weights / scale).astype(np.int8).T.copy(),
        scale=np.float32(scale),
        transitions=transitions,
        temperature=np.float32(temperature),
    )


@cache
def load_weights(path: Path = FILE) -> Weights:
    """Load the model, once a process."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return Weights(
                np.cumsum(arrays["gaps"], dtype=np.int64),
                arrays["checks"],
                arrays["weights"].T,
                float(arrays["scale"]),
                arrays["transitions"],
                float(arrays["temperature"]),
            )
    except (OSError, KeyError, ValueError) as error:
        raise SinmunError(
            f"{path}: not a model ({error}); install sinmun again or run `make train`"
        ) from error
