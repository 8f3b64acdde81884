from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.ner.bio import LABELS
from store.extract.ner.decoder import START, best_labels, decode, forbidden

ENDLESS = 1e9


def chains(lengths: list[int], seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    scores = chance.normal(0, 3, (sum(lengths), len(LABELS))).astype(np.float32)
    opens = np.zeros(sum(lengths), bool)
    opens[np.cumsum([0, *lengths])[:-1]] = True
    moves = chance.normal(0, 1, (len(LABELS) + 1, len(LABELS))).astype(np.float32)
    return scores, opens, moves + forbidden()


def total(path: tuple[int, ...], scores: np.ndarray, moves: np.ndarray) -> float:
    befores = (START, *path[:-1])
    return float(
        sum(scores[i, y] + moves[before, y] for i, (before, y) in enumerate(zip(befores, path, strict=True)))
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 3), st.integers(0, 10**6))
def test_the_best_path_and_the_probabilities_are_those_of_all_paths(length: int, seed: int) -> None:
    scores, opens, moves = chains([length], seed)
    paths = list(product(range(len(LABELS)), repeat=length))
    totals = np.array([total(path, scores, moves) for path in paths])
    decoded = decode(scores, opens, moves, 1.0, ENDLESS)
    assert tuple(decoded.labels) == paths[int(totals.argmax())]
    weights = np.exp(totals - totals.max())
    expected = np.zeros_like(scores)
    for path, weight in zip(paths, weights / weights.sum(), strict=True):
        expected[np.arange(length), path] += weight
    assert np.allclose(decoded.probabilities, expected, atol=1e-4)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(0, 10**6))
def test_sentences_are_decoded_each_on_its_own(lengths: list[int], seed: int) -> None:
    scores, opens, moves = chains(lengths, seed)
    together = decode(scores, opens, moves, 2.0, ENDLESS)
    assert (together.labels == best_labels(scores, opens, moves)).all()
    first = 0
    for length in lengths:
        part = slice(first, first + length)
        alone = decode(scores[part], opens[part], moves, 2.0, ENDLESS)
        assert (together.labels[part] == alone.labels).all()
        assert np.allclose(together.probabilities[part], alone.probabilities, atol=1e-5)
        first += length


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=5), st.integers(0, 10**6))
def test_no_name_goes_on_that_did_not_begin(lengths: list[int], seed: int) -> None:
    scores, opens, moves = chains(lengths, seed)
    for certain in (0.0, 3.0, ENDLESS):
        labels = decode(scores, opens, moves, 1.0, certain).labels
        before = np.where(opens, 0, np.append(0, labels[:-1]))
        inside = (labels > 0) & (labels % 2 == 0)
        assert ((before == labels) | (before == labels - 1))[inside].all()


def test_breaking_the_chain_where_o_is_certain_changes_no_label() -> None:
    scores, opens, moves = chains([40, 25], 7)
    scores[::3, 0] += 40
    assert (decode(scores, opens, moves, 1.0, 15.0).labels == best_labels(scores, opens, moves)).all()
