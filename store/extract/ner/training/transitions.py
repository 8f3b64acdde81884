"""How often one BIO label follows another in the training part, as the table that decoding leans on."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from store.extract.ner.bio import LABELS, FloatArray, labels_of
from store.extract.ner.training.klue import Example, load_klue, split
from store.extract.ner.transitions import FILE

SMOOTHING = 0.1
"""Added to every count, so that what was never seen is only improbable."""


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description="Count which label follows which.")
    parser.add_argument("--klue", type=Path, required=True, help="KLUE-NER train split as JSON")
    parser.add_argument("--out", type=Path, default=FILE, help="the table")
    arguments = parser.parse_args()
    part, _ = split(load_klue(arguments.klue))
    np.savetxt(arguments.out, count(part), fmt="%.3f", delimiter="\t", header="\t".join(LABELS))


def count(examples: list[Example]) -> FloatArray:
    """Give log P(label | label before): [from, to], 13 each."""
    counts = np.full((len(LABELS), len(LABELS)), SMOOTHING, np.float32)
    for example in examples:
        labels = labels_of(len(example.text), example.spans)
        np.add.at(counts, (labels[:-1], labels[1:]), 1)
    logarithms: FloatArray = np.log(counts / counts.sum(axis=1, keepdims=True))
    return logarithms


if __name__ == "__main__":
    main()
