"""BIO labels of characters: from spans, and back by the best path that the labels allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.tagger import TAG_TYPES, Tag, TagType

FloatArray = NDArray[np.float32]

LABELS = ("O", *(prefix + kind for kind in TAG_TYPES for prefix in ("B-", "I-")))
"""Label ``1 + 2 * t`` begins type ``t`` of TAG_TYPES, the next one continues it."""

_FORBIDDEN = np.float32(-1e9)


def labels_of(length: int, spans: Iterable[tuple[int, int, TagType]]) -> list[int]:
    """Give the label of each of ``length`` characters."""
    labels = [0] * length
    for start, end, kind in spans:
        begin = LABELS.index("B-" + kind)
        labels[start:end] = [begin] + [begin + 1] * (end - start - 1)
    return labels


def decode(
    texts: Sequence[str], log_probabilities: Sequence[FloatArray], transitions: FloatArray | None = None
) -> list[list[Tag]]:
    """Give the tags on the best allowed path; ``log_probabilities[i]`` is [len(texts[i]), 13].

    ``transitions``, [from, to], is added for each step from a label to the next.
    The score of a tag is the probability of its least certain character.
    """
    steps = _ALLOWED if transitions is None else _ALLOWED + transitions
    return [
        _tags(text, _best_path(rows, steps), np.exp(rows)) if text else []
        for text, rows in zip(texts, log_probabilities, strict=True)
    ]


def _allowed() -> FloatArray:
    """Make the [from, to] matrix that forbids to continue a name which is not there."""
    allowed = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for inside in range(2, len(LABELS), 2):
        allowed[:, inside] = _FORBIDDEN
        allowed[inside - 1 : inside + 1, inside] = 0
    return allowed


_ALLOWED = _allowed()


def _best_path(rows: FloatArray, steps: FloatArray) -> list[int]:
    """Find the best path by Viterbi search; rows is [characters, 13], steps [from, to]."""
    into = np.ascontiguousarray(steps.T)
    reached = rows[0] + steps[0]
    back = np.empty(rows.shape, np.int64)
    for i in range(1, len(rows)):
        arriving = into + reached
        back[i] = arriving.argmax(1)
        reached = arriving.max(1) + rows[i]
    path = [int(reached.argmax())]
    for i in range(len(rows) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def _tags(text: str, path: Sequence[int], probabilities: FloatArray) -> list[Tag]:
    """Read the spans off a path, without white space at their ends."""
    tags = []
    start = 0
    while start < len(path):
        end = start + 1
        if label := path[start]:
            while end < len(path) and path[end] == label + 1:
                end += 1
            words = text[start:end]
            first = start + len(words) - len(words.lstrip())
            last = first + len(words.strip())
            if first < last:
                chosen = probabilities[np.arange(first, last), path[first:last]]
                tags.append(Tag(first, last, TAG_TYPES[(label - 1) // 2], float(min(1.0, chosen.min()))))
        start = end
    return tags
