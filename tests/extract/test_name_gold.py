"""Names, roles and events of own articles, never below what was last measured."""

from __future__ import annotations

from functools import cache

import pytest

from tests.extract.name_gold import Score, score_all


@cache
def scores() -> dict[str, Score]:
    return score_all("fast")


FLOORS = [("mentions", 0.96), ("names", 0.98), ("roles", 0.92)]


@pytest.mark.parametrize(("what", "floor"), FLOORS)
def test_names_and_roles_agree_with_the_marks(what: str, floor: float) -> None:
    score = scores()[what]
    assert score.f1 >= floor, "\n".join(score.wrong)


def test_most_events_are_found_and_few_others_made() -> None:
    score = scores()["events"]
    assert score.recall >= 0.6, "\n".join(score.wrong)
    assert score.made <= 2 * score.annotated
