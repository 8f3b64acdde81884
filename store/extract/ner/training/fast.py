"""Train the fast tagger: ``python -m store.extract.ner.training.fast --klue FILE --mecab FILE --out DIR``."""

from __future__ import annotations

import argparse
import logging
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.morphology import to_tokens, tokenize
from store.extract.ner.bio import LABELS, labels_of
from store.extract.ner.columns import COLUMNS, make_matrix
from store.extract.ner.decoder import START, best_labels, forbidden
from store.extract.ner.fast import FastTagger
from store.extract.ner.features import TEMPLATES, hash_group, parse_templates
from store.extract.ner.gazetteer import Gazetteer, load_gazetteer
from store.extract.ner.lexicon import Lexicon, Units
from store.extract.ner.scoring import hash_kinds, kinds_at_places
from store.extract.ner.tagger import TAG_TYPES
from store.extract.ner.training.gazetteer import collect_names, save_gazetteer
from store.extract.ner.training.invent import invent
from store.extract.ner.training.klue import HEADER, Example, Score, load_klue, score, split
from store.extract.ner.weights import (
    SLOT_BITS,
    FloatArray,
    Weights,
    check_of,
    load_weights,
    save_weights,
    slot_of,
)

IntArray = NDArray[np.int64]
log = logging.getLogger(__name__)

EPOCHS = 8
MODELS = 4
"""So many models, each from its own seed, are averaged; every second one learns invented names too."""
BATCH = 8
MARGIN = np.float32(20)
"""A wrong label must be worse than the right one by that much a unit."""
LEAST_COUNT = 2
"""Features that occur less often in the training part are left out."""
SENTENCES_AT_ONCE = 2000
TEMPERATURES = np.geomspace(10, 100, 24).tolist()


class Encoded(NamedTuple):
    """Sentences as features.

    ``features`` int32 [units, templates] are rows of the weights, 0 for none, ``labels`` is [units];
    sentence i owns the units ``offsets[i]:offsets[i + 1]``.
    """

    features: NDArray[np.int32]
    labels: IntArray
    offsets: IntArray


class Table(NamedTuple):
    """The features to keep: the row of each slot (0 none), and the slot and check byte of each row."""

    row: NDArray[np.int32]
    slots: IntArray
    checks: NDArray[np.uint8]


def project(example: Example, units: Units) -> list[int]:
    """Give the labels of a sentence's units; a name that begins or ends inside one claims it by the half."""
    labels = [0] * len(units.numbers)
    for start, end, kind in example.spans:
        label = 1 + 2 * TAG_TYPES.index(kind)
        for at, (left, right) in enumerate(zip(units.starts, units.ends, strict=True)):
            shared = min(right, end) - max(left, start)
            if shared > 0 and (2 * shared >= right - left or shared == end - start) and not labels[at]:
                labels[at] = label
                label += label % 2
    return labels


def hash_features(units: Sequence[Units], lexicon: Lexicon, gazetteer: Gazetteer) -> NDArray[np.uint64]:
    """Hash the features of all units, [units, templates]."""
    templates = parse_templates()
    kinds = hash_kinds(lexicon, np.arange(len(lexicon)), templates)
    parts = []
    for begin in range(0, len(units), SENTENCES_AT_ONCE):
        matrix = make_matrix(lexicon, gazetteer, units[begin : begin + SENTENCES_AT_ONCE])
        rows = np.flatnonzero(matrix.numbers)
        hashed = np.empty((len(rows), len(TEMPLATES)), np.uint64)
        places = kinds_at_places(matrix, rows)
        place = np.repeat(templates.places, np.diff(templates.bounds, append=len(kinds)))
        hashed[:, templates.lexical.numbers] = kinds[np.arange(len(kinds))[:, None], places[place]].T
        for group in templates.joined:
            hashed[:, group.numbers] = hash_group(group, matrix.columns.ravel(), rows * len(COLUMNS)).T
        parts.append(hashed)
    return np.concatenate(parts)


def select(hashed: NDArray[np.uint64]) -> Table:
    """Choose the features to keep: those that occur often enough; of two in one slot the more frequent."""
    found = [np.unique(column[column > 0], return_counts=True) for column in hashed.T]
    features, counts = (np.concatenate(parts) for parts in zip(*found, strict=True))
    features, counts = features[counts >= LEAST_COUNT], counts[counts >= LEAST_COUNT]
    features = features[np.argsort(-counts, kind="stable")]
    slots, first = np.unique(slot_of(features), return_index=True)
    row = np.zeros(1 << SLOT_BITS, np.int32)
    row[slots] = np.arange(1, len(slots) + 1)
    return Table(row, slots, check_of(features[first]))


def encode(hashed: NDArray[np.uint64], table: Table) -> NDArray[np.int32]:
    """Turn hashed features into rows of the weights."""
    checks = np.concatenate([np.zeros(1, np.uint8), table.checks])
    rows = table.row[slot_of(hashed)]
    rows[(checks[rows] != check_of(hashed)) | (hashed == 0)] = 0
    return rows


def train(data: Encoded, count: int, rows: int, epochs: int, seed: int) -> tuple[FloatArray, FloatArray]:
    """Train an averaged perceptron with a margin: weights [rows, labels], moves [labels + 1, labels].

    Only the first ``count`` sentences are learnt from.
    """
    labels = len(LABELS)
    chance = np.random.default_rng(seed)
    weights, weighted = (np.zeros((rows, labels), np.float32) for _ in range(2))
    moves, moved = (np.zeros((labels + 1, labels), np.float32) for _ in range(2))
    allowed = forbidden()
    step = np.float32(1)
    sentences = np.flatnonzero(np.diff(data.offsets[: count + 1]))
    for epoch in range(epochs):
        wrong = 0
        order = chance.permutation(sentences)
        for begin in range(0, len(order), BATCH):
            batch = order[begin : begin + BATCH]
            units = np.concatenate([np.arange(data.offsets[i], data.offsets[i + 1]) for i in batch])
            opens = np.isin(units, data.offsets[batch])
            gold = data.labels[units]
            scores = weights[data.features[units]].sum(axis=1) + MARGIN
            scores[np.arange(len(units)), gold] -= MARGIN
            guess = best_labels(scores, opens, moves + allowed)
            off = np.flatnonzero(gold != guess)
            wrong += len(off)
            for path, sign in ((gold, np.float32(1)), (guess, np.float32(-1))):
                touched = (data.features[units[off]] * labels + path[off, None]).ravel()
                np.add.at(weights.reshape(-1), touched, sign)
                np.add.at(weighted.reshape(-1), touched, sign * step)
                before = np.where(opens, START, np.roll(path, 1))
                np.add.at(moves, (before, path), sign)
                np.add.at(moved, (before, path), sign * step)
            weights[0] = weighted[0] = 0
            step += 1
        log.info("epoch %d: %.4f of the units wrong", epoch + 1, wrong / data.offsets[count])
    return weights - weighted / step, moves - moved / step


def fit_temperature(tagger: FastTagger, weights: Weights, examples: Sequence[Example]) -> float:
    """Find the temperature at which the probabilities of the gold labels of the characters are highest."""
    sentences = [example.text for example in examples]
    tokens = [to_tokens(t) for t in tokenize(sentences)]
    gold = [np.array(labels_of(len(e.text), e.spans), np.int64) for e in examples]

    def loss(temperature: float) -> float:
        weights.temperature = np.float32(temperature)
        found = tagger.marginals(sentences, tokens)
        chosen = [rows[np.arange(len(labels)), labels] for rows, labels in zip(found, gold, strict=True)]
        return float(-np.log(np.maximum(np.concatenate(chosen), 1e-6)).mean())

    best: float = min(TEMPERATURES, key=loss)
    return best


def evaluate(tagger: FastTagger, examples: Sequence[Example]) -> Score:
    """Tag the examples and score the tags."""
    sentences = [example.text for example in examples]
    tags = tagger.tag(sentences, [to_tokens(t) for t in tokenize(sentences)])
    return score(examples, [[(t.start, t.end, t.type) for t in found] for found in tags])


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, write the gazetteer and the model, and print the score on the held-out part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--klue", type=Path, required=True, help="KLUE-NER train split as JSON")
    parser.add_argument("--mecab", type=Path, required=True, help="names of mecab-ko-dic, JSON.xz")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--models", type=int, default=MODELS, help="average so many, from as many seeds")
    parser.add_argument("--sentences", type=int, help="train on so many sentences only (learning curve)")
    parser.add_argument("--without", default="", help="leave out templates with these columns (ablation)")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")

    given.out.mkdir(parents=True, exist_ok=True)
    save_gazetteer(given.out / "gazetteer.npz", collect_names(given.mecab))
    gazetteer = load_gazetteer(given.out / "gazetteer.npz")
    lexicon = Lexicon(gazetteer)
    examples, held_out = split(load_klue(given.klue))
    examples = examples[: given.sentences]
    original = len(examples)
    examples += list(invent(examples, given.seed))
    units = [
        lexicon.units(example.text, to_tokens(tokens))
        for example, tokens in zip(examples, tokenize([e.text for e in examples]), strict=True)
    ]
    hashed = hash_features(units, lexicon, gazetteer)
    left_out = [i for i, t in enumerate(TEMPLATES) if given.without and re.search(given.without, t)]
    hashed[:, left_out] = 0
    table = select(hashed)
    data = Encoded(
        encode(hashed, table),
        np.array([label for e, u in zip(examples, units, strict=True) for label in project(e, u)], np.int64),
        np.cumsum([0, *(len(u.numbers) for u in units)]),
    )
    del hashed
    trained = [
        train(data, len(examples) if i % 2 else original, len(table.slots) + 1, given.epochs, given.seed + i)
        for i in range(given.models)
    ]
    weights, transitions = (np.mean(parts, axis=0) for parts in zip(*trained, strict=True))
    transitions += forbidden()
    used = np.flatnonzero(np.abs(weights[1:]).max(axis=1) > 0)
    path = given.out / "fast.npz"
    kept = (path, table.slots[used], table.checks[used], weights[1:][used], transitions)
    save_weights(*kept, 1.0)
    model = load_weights(path)
    save_weights(*kept, fit_temperature(FastTagger(gazetteer, model), model, held_out))
    load_weights.cache_clear()
    result = evaluate(FastTagger(gazetteer, load_weights(path)), held_out)
    log.info("%s\n%s", HEADER, result.row())


if __name__ == "__main__":
    main()
