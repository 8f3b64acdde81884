"""Linear-chain decoding, many sentences at once: the best path of labels, and how likely each label is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.bio import LABELS

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]

START = len(LABELS)
"""The row of the transition matrix that holds what may open a sentence."""

_FORBIDDEN = np.float32(-1e6)
_ASKING = 4
"""So many of the next units are asked whether a name goes on."""


class Decoded(NamedTuple):
    """The best path [units] and the probabilities of the labels [units, labels] of all units in a row."""

    labels: IntArray
    probabilities: FloatArray


def forbidden() -> FloatArray:
    """Make the transitions [labels + 1, labels] that forbid to continue a name which is not there."""
    allowed = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    for inside in range(2, len(LABELS), 2):
        allowed[:, inside] = _FORBIDDEN
        allowed[inside - 1 : inside + 1, inside] = 0
    return allowed


class _Runs(NamedTuple):
    """Runs of units side by side, the longest first.

    ``active[i]`` runs have a unit i; ``real`` [runs, units] marks the cells that hold a unit, ``at`` [units]
    tells which.
    """

    active: list[int]
    real: BoolArray
    at: IntArray

    def lay_out(self, scores: FloatArray) -> FloatArray:
        """Lay the scores of units [units, labels] out as [runs, units, labels]."""
        laid = np.zeros((*self.real.shape, scores.shape[1]), np.float32)
        laid[self.real] = scores[self.at]
        return laid


def _arrange(begins: BoolArray) -> _Runs:
    """Put the runs that begin where ``begins`` [units] says side by side."""
    first = np.flatnonzero(begins)
    lengths = np.diff(first, append=len(begins))
    order = np.argsort(-lengths, kind="stable")
    real = np.arange(lengths.max()) < lengths[order, None]
    at = (first[order, None] + np.arange(lengths.max()))[real]
    return _Runs(real.sum(axis=0).tolist(), real, at)


def best_labels(scores: FloatArray, opens: BoolArray, transitions: FloatArray) -> IntArray:
    """Find the best labels [units] of sentences in a row; ``scores`` and ``opens`` are as for ``decode``."""
    runs = _arrange(opens)
    opened = scores.copy()
    opened[opens] += transitions[START]
    labels = np.zeros(len(scores), np.int64)
    labels[runs.at] = best_paths(runs.lay_out(opened), runs.active, transitions[:START])[runs.real]
    return labels


def decode(
    scores: FloatArray, opens: BoolArray, transitions: FloatArray, temperature: float, certain: float
) -> Decoded:
    """Decode sentences in a row: ``scores`` is [units, labels], ``opens`` [units] marks first units.

    Where O leads by ``certain``, and by more than the next units ask for a name to go on, a unit is outside
    for sure, and its neighbours are decoded as next to an O: the chain is broken, and what remains are many
    short runs, decoded side by side.
    """
    moves, cooled = transitions[:START], np.float32(1 / temperature)
    labels = np.zeros(len(scores), np.int64)
    probabilities = np.zeros_like(scores)
    probabilities[:, 0] = 1
    outside, *names = np.ascontiguousarray(scores.T)  # numpy is slow along an axis of thirteen
    begun, inside = np.maximum.reduce(names[0::2]), np.maximum.reduce(names[1::2])
    closes = np.append(opens[1:], True)
    goes_on = inside - np.maximum(outside, begun)
    asked = np.zeros(len(scores), np.float32)
    for _ in range(_ASKING):
        asked = np.maximum(np.append((goes_on + asked)[1:], np.float32(0)), 0)
        asked[closes] = 0
    units = np.flatnonzero(outside - np.maximum(begun, inside) - asked < certain)
    if not len(units):
        return Decoded(labels, probabilities)
    cut = np.append(True, np.diff(units) > 1)
    begins = cut | opens[units]
    runs = _arrange(begins)
    left = scores[units]
    left[begins] += transitions[np.where(opens[units[begins]], START, 0)]
    left[np.append(cut[1:], True) & ~closes[units]] += moves[:, 0]
    laid = runs.lay_out(left)
    found = units[runs.at]
    labels[found] = best_paths(laid, runs.active, moves)[runs.real]
    probabilities[found] = marginals(laid * cooled, runs.active, moves * cooled)[runs.real]
    return Decoded(labels, probabilities)


def best_paths(scores: FloatArray, active: Sequence[int], transitions: FloatArray) -> IntArray:
    """Find the best path of each run by Viterbi search.

    ``scores`` is [runs, units, labels], longest run first; ``active[i]`` runs have a unit i. The paths are
    [runs, units]; what stands beyond the end of a run means nothing.
    """
    into = np.ascontiguousarray(transitions.T)[:, :, None]
    # The runs last: numpy is slow along an axis of thirteen.
    reached = scores.transpose(1, 2, 0).copy()
    for at, count in enumerate(active[1:], 1):
        reached[at, :, :count] += (reached[at - 1, :, :count] + into).max(axis=1)
    paths: IntArray = reached.argmax(axis=1)
    for at in range(len(active) - 2, -1, -1):
        count = active[at + 1]
        arriving = reached[at, :, :count] + transitions[:, paths[at + 1, :count]]
        paths[at, :count] = arriving.argmax(axis=0)
    return paths.T


def marginals(scores: FloatArray, active: Sequence[int], transitions: FloatArray) -> FloatArray:
    """Give the probability of each label of each unit by forward-backward, laid out as in ``best_paths``."""
    step = np.exp(transitions)
    back = np.ascontiguousarray(step.T)  # so that a run's last bits do not hang on how many are beside it
    weight = np.exp(scores - scores.max(axis=2, keepdims=True))
    forward, backward = weight.copy(), np.ones_like(weight)
    for at, count in enumerate(active[1:], 1):
        forward[:count, at] *= _normalised(forward[:count, at - 1]) @ step
    for at in range(len(active) - 2, -1, -1):
        count = active[at + 1]
        backward[:count, at] = _normalised(weight[:count, at + 1] * backward[:count, at + 1]) @ back
    return _normalised(forward * backward)


def _normalised(values: FloatArray) -> FloatArray:
    total: FloatArray = np.maximum(values.sum(-1, keepdims=True), np.float32(1e-30))
    return values / total
