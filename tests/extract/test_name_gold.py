"""Names, roles and events of own articles, never below what was last measured."""

from __future__ import annotations

from functools import cache

import pytest

from store.extract.ner.fast import FastTagger
from store.extract.reader import Reader
from tests.extract.name_gold import Score, marked_articles, score_events, score_mentions, score_roles


@cache
def scores() -> dict[str, Score]:
    found = {what: Score() for what in ("mentions", "names", "roles", "events")}
    reader = Reader(FastTagger.load(), "fast")
    for marked in marked_articles():
        reading = reader.read(marked.article)
        score_mentions(marked, reading, found["mentions"], found["names"])
        score_roles(marked, reading, found["roles"])
        score_events(marked, reading, found["events"])
    return found


FLOORS = [("mentions", 0.96), ("names", 0.98), ("roles", 0.92)]


@pytest.mark.parametrize(("what", "floor"), FLOORS)
def test_names_and_roles_agree_with_the_marks(what: str, floor: float) -> None:
    score = scores()[what]
    assert score.f1 >= floor, "\n".join(score.wrong)


def test_most_events_are_found_and_few_others_made() -> None:
    score = scores()["events"]
    assert score.recall >= 0.6, "\n".join(score.wrong)
    assert score.made <= 2 * score.annotated
