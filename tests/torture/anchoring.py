"""Seeded edits of articles with notes: which notes are on their words still, beside two simpler anchors."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from store.model import Selector
from store.notebook.anchors import find, selector_at
from tests.notebook.edits import Text, articles, edited, joined, where
from tests.torture.run import Row, Run, Tally

EDITS, ARTICLES = 1_000, 120
Place = tuple[int, int]


def trials(folder: Path, seed: int, numbers: range) -> Tally:
    """Edit one article a trial, one to three times; the note is on a sentence, or on words of one."""
    tally = Tally()
    texts = _texts(seed)
    for number in numbers:
        chance = random.Random(f"{seed}-{number}")
        text = chance.choice(texts)
        chosen = chance.choice([sentence for paragraph in text for sentence in paragraph])
        start, end = where(text, chosen)[0]
        before = joined(text)
        if number % 2:
            start += chance.randrange(max(1, (end - start) // 2))
            end = min(end, start + chance.randint(2, 12))
        changed = edited(chance, text, chance.choice(texts))
        right = where(changed, chosen)
        tally.count("notes")
        tally.count("gone", not right)
        selector = selector_at(before, start, end)
        for name, anchor in ANCHORS.items():
            _judge(name, anchor(selector, joined(changed)), right, selector, joined(changed), tally)
    return tally


def _judge(
    name: str, found: Place | None, right: list[Place], selector: Selector, text: str, tally: Tally
) -> None:
    if found is None:
        tally.count(f"{name} orphaned", bool(right))
    elif any(_inside(found, place) for place in right):
        tally.count(f"{name} kept")
    else:
        tally.count(f"{name} wrong")
        if name == "sinmun":
            tally.faults.append(f"moved wrong: {selector} to {text[slice(*found)]!r} at {found}")


def _inside(found: Place, place: Place) -> bool:
    return min(place[1], found[1]) - max(place[0], found[0]) > 0.8 * (found[1] - found[0])


@cache
def _texts(seed: int) -> list[Text]:
    return articles(ARTICLES, seed)


def _offset(selector: Selector, text: str) -> Place | None:
    return (selector.start, selector.end) if selector.end <= len(text) else None


def _first_match(selector: Selector, text: str) -> Place | None:
    start = text.find(selector.exact)
    return (start, start + len(selector.exact)) if start >= 0 else None


ANCHORS: dict[str, Callable[[Selector, str], Place | None]] = {
    "sinmun": find,
    "offset": _offset,
    "first": _first_match,
}


def _rows(tally: Tally) -> list[Row]:
    def of(name: str, outcome: str) -> int:
        return tally.counts.get(f"{name} {outcome}", 0)

    there = tally.counts["notes"] - tally.counts.get("gone", 0)
    told = f"{tally.counts['notes']} edits, the sentence still there in {there}; baseline: first exact match"
    rows = [
        Row("notes moved to a wrong place", of("sinmun", "wrong"), of("first", "wrong"), 0, told),
        Row("the same by plain offset", of("offset", "wrong")),
        Row("% orphaned by anchors", 100 * of("sinmun", "orphaned") / there),
    ]
    for name, called in (("sinmun", "anchors"), ("first", "first exact match"), ("offset", "plain offset")):
        rows.append(Row(f"% kept by {called}", 100 * of(name, "kept") / there))
    return rows


RUN = Run("anchoring", EDITS, 250, trials, _rows)
