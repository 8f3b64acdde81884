"""Linear-chain decoding, many sentences at once: the best path of labels, and how likely each label is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.bio import LABELS

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

START = len(LABELS)
"""The row of the transition matrix that holds what may open a sentence."""

_FORBIDDEN = np.float32(-1e6)


def forbidden() -> FloatArray:
    """Make the transitions [labels + 1, labels] that forbid to continue a name which is not there."""
    allowed = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)
    for inside in range(2, len(LABELS), 2):
        allowed[:, inside] = _FORBIDDEN
        allowed[inside - 1 : inside + 1, inside] = 0
    return allowed


def best_paths(scores: FloatArray, lengths: IntArray, transitions: FloatArray) -> IntArray:
    """Find the best path of each sentence by Viterbi search.

    ``scores`` is [sentences, units, labels], padded on the right; ``lengths`` counts the units, at least one
    each. The paths are [sentences, units]; what stands beyond the length means nothing.
    """
    sentences, units, _ = scores.shape
    into = np.ascontiguousarray(transitions[:START].T)
    back = np.zeros((units, sentences, START), np.int64)
    reached = scores[:, 0] + transitions[START]
    final = reached.copy()
    for at in range(1, units):
        arriving = reached[:, None, :] + into
        back[at] = arriving.argmax(2)
        reached = arriving.max(2) + scores[:, at]
        ends = lengths == at + 1
        final[ends] = reached[ends]
    paths = np.zeros((sentences, units), np.int64)
    label = final.argmax(1)
    every = np.arange(sentences)
    for at in range(units - 1, -1, -1):
        paths[:, at] = label
        if at:
            label = np.where(at < lengths, back[at, every, label], label)
    return paths


def marginals(scores: FloatArray, lengths: IntArray, transitions: FloatArray) -> FloatArray:
    """Give the probability of every label of every unit, [sentences, units, labels], by forward-backward."""
    sentences, units, _ = scores.shape
    step = np.exp(transitions[:START])
    weight = np.exp(scores - scores.max(2, keepdims=True))
    forward = np.empty_like(weight)
    forward[:, 0] = _normalised(weight[:, 0] * np.exp(transitions[START]))
    for at in range(1, units):
        forward[:, at] = _normalised((forward[:, at - 1] @ step) * weight[:, at])
    backward = np.ones_like(weight)
    for at in range(units - 2, -1, -1):
        arriving = _normalised((weight[:, at + 1] * backward[:, at + 1]) @ step.T)
        backward[:, at] = np.where((at + 1 < lengths)[:, None], arriving, np.float32(1))
    return _normalised(forward * backward)


def _normalised(values: FloatArray) -> FloatArray:
    total: FloatArray = np.maximum(values.sum(-1, keepdims=True), np.float32(1e-30))
    return values / total
