"""KLUE-NER: reading the train split, holding a part of it out, and scoring tags against it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from store.extract.ner.tagger import TAG_TYPES, TagType
from store.model import SinmunError

HELD_OUT = 1000
"""Sentences kept back from training; the figures of the model card are measured on them."""

Gold = tuple[int, int, TagType]
"""A named entity: start, end (exclusive, code points), type."""


class Example(NamedTuple):
    """A sentence and the named entities in it, by start."""

    text: str
    spans: tuple[Gold, ...]


class Score(NamedTuple):
    """Entity-level F1 (exact span and type): pooled, mean over the types, and of each type; 0 to 1.

    ``char`` is the macro F1 of the BIO labels of the characters, without O, as KLUE counts it.
    """

    micro: float
    macro: float
    char: float
    by_type: dict[TagType, float]

    def row(self) -> str:
        """Give the figures as a row of a Markdown table: micro, macro, char, then each type in percent."""
        figures = (self.micro, self.macro, self.char, *(self.by_type[t] for t in TAG_TYPES))
        return " | ".join(f"{100 * figure:.2f}" for figure in figures)


HEADER = " | ".join(("micro", "macro", "char", *TAG_TYPES))


def load_klue(path: Path) -> list[Example]:
    """Read ``[[text, [[start, end, type], …]], …]``; raises SinmunError when the file is not that."""
    try:
        rows = msgspec.json.decode(path.read_bytes(), type=list[tuple[str, list[Gold]]])
    except (OSError, msgspec.MsgspecError) as error:
        raise SinmunError(
            f"{path}: not a KLUE-NER file ({error}); see the model card for its form"
        ) from error
    return [Example(text, tuple(sorted(spans))) for text, spans in rows]


def split(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Split into the part to train on and the held-out part, the same on every call."""
    order = list(range(len(examples)))
    random.Random(0).shuffle(order)  # noqa: S311 - a fixed split, not a secret
    held_out = set(order[:HELD_OUT])
    return (
        [example for i, example in enumerate(examples) if i not in held_out],
        [example for i, example in enumerate(examples) if i in held_out],
    )


def score(examples: Iterable[Example], predicted: Iterable[Iterable[tuple[int, int, TagType]]]) -> Score:
    """Score the predicted spans of each example against its own."""
    right: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for example, spans in zip(examples, predicted, strict=True):
        guess = set(spans)
        for _, _, kind in guess & set(example.spans):
            right[kind] += 1
        counted.update(kind for _, _, kind in guess)
        counted.update(kind for _, _, kind in example.spans)
        guessed_labels, gold_labels = _labels(guess), _labels(example.spans)
        for at, label in guessed_labels.items():
            right[label] += gold_labels.get(at) == label
        counted.update(guessed_labels.values())
        counted.update(gold_labels.values())

    def f1(keys: Sequence[str]) -> float:
        return 2 * sum(right[k] for k in keys) / max(1, sum(counted[k] for k in keys))

    by_type = {kind: f1([kind]) for kind in TAG_TYPES}
    labels = [prefix + kind for kind in TAG_TYPES for prefix in ("B-", "I-")]
    char = sum(f1([label]) for label in labels) / len(labels)
    return Score(f1(TAG_TYPES), sum(by_type.values()) / len(by_type), char, by_type)


def _labels(spans: Iterable[tuple[int, int, TagType]]) -> dict[int, str]:
    """Give the BIO label of every character inside a span."""
    return {
        at: ("B-" if at == start else "I-") + kind for start, end, kind in spans for at in range(start, end)
    }
