"""The folds hold each text once, and what the other folds say of a confidence is measured as told."""

from __future__ import annotations

import pytest

from tests.gold.calibration import brier, calibrate, folds_of, table
from tests.gold.score import Scores


def _scores() -> Scores:
    scores = Scores()
    for at in range(7):
        scores.judged_in[f"text{at}", "events"] = [(0.8, at % 4 != 0)]
    return scores


def test_each_text_is_in_one_fold() -> None:
    folds = folds_of(_scores(), "events", 3)
    assert [len(fold) for fold in folds] == [3, 2, 2]
    assert folds_of(_scores(), "forecasts", 3) == [[], [], []]


def test_the_score_of_confidences() -> None:
    assert brier([(1.0, True), (0.5, False)]) == pytest.approx(0.125)
    assert brier([]) == 0.0


def test_too_low_a_confidence_is_mended_by_the_other_folds() -> None:
    low = calibrate("events", [[(0.6, True)] * 20 for _ in range(4)])
    assert (low.count, low.confidence, low.right) == (80, pytest.approx(0.6), 1.0)
    assert low.mended < low.brier


def test_a_true_confidence_is_not_mended() -> None:
    right = calibrate("events", [[(0.75, True)] * 3 + [(0.75, False)] for _ in range(4)])
    assert right.mended == pytest.approx(right.brier)


def test_no_facts_give_no_figures() -> None:
    *_, forecasts, lists, events = table(Scores())
    assert forecasts.startswith("| forecasts | 0 |")
    assert lists.startswith("| enumerations | 0 |")
    assert events.startswith("| events | 0 |")
