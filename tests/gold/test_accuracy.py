"""What the reader gets right on our own texts stays right: floors a little under the measured figures."""

from __future__ import annotations

import pytest

from tests.gold.score import Scores, measure, reliability

FLOORS = {
    "quotations": (0.88, 0.88),
    "statistics": (0.96, 0.96),
    "times": (0.96, 0.96),
    "forecasts": (0.78, 0.78),
    "enumerations": (0.90, 0.90),
    "events": (0.85, 0.80),
    "certainty": (0.95, 0.95),
}


@pytest.fixture(scope="module")
def scores() -> Scores:
    return measure("fast")


@pytest.mark.parametrize("layer", FLOORS)
def test_precision_and_recall(scores: Scores, layer: str) -> None:
    found = scores.layers[layer]
    precision, recall = FLOORS[layer]
    assert found.precision >= precision, [note for note in scores.notes if layer in note]
    assert found.recall >= recall, [note for note in scores.notes if layer in note]


def test_what_is_surest_is_right_most_often(scores: Scores) -> None:
    *others, (low, _, count, _, right) = reliability(scores)
    assert low == 0.9
    assert count >= 40
    assert right >= 0.9
    assert right >= max(share for _, _, told, _, share in others if told >= 20)
