"""What each annotated fact of our own texts is read as: ``python -m tests.gold.confusion``.

A fact that is not read right counts as read as the first other kind, in the order of the columns, of which a
fact that is not annotated holds its words; else as its own kind, wrong; else as nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from store.model import AnyFact, Article, Reading
from store.reading import articles_of, open_reader
from tests.gold.score import OWN, SAME, Gold, kind_of

KINDS = ("quotations", "statistics", "forecasts", "enumerations", "events", "roles")
WRONG, NOTHING = "its kind, wrong", "nothing"


def confusion() -> Counter[tuple[str, str]]:
    """Count the annotated facts by kind and by what they were read as."""
    counts: Counter[tuple[str, str]] = Counter()
    reader = open_reader("fast")
    for path in sorted(OWN.glob("*.txt")):
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for article in articles_of([str(path)]):
            assert isinstance(article, Article)
            reading = reader.read(article)
            counts.update(_read_as(told, reading))
    return counts


def _read_as(told: dict[str, Any], reading: Reading) -> Iterator[tuple[str, str]]:
    left = list(reading.facts)
    missed: list[tuple[str, Gold]] = []
    for kind in KINDS:
        for gold in told[kind]:
            right = next((fact for fact in left if kind_of(fact) == kind and SAME[kind](gold, fact)), None)
            if right is not None:
                left.remove(right)
                yield kind, kind
            elif not any(words in str(gold) for words in told["optional"].get(kind, ())):
                missed.append((kind, gold))
    for kind, gold in missed:
        holding = {kind_of(fact) for fact in left if _holds(fact, _words(kind, gold))}
        others = [other for other in KINDS if other in holding and other != kind]
        yield kind, next(iter(others), WRONG if kind in holding else NOTHING)


def _words(kind: str, gold: Gold) -> str:
    """Give the words that a fact is annotated with: the second of a quotation or forecast, else the first."""
    return str(gold[1] if kind in ("quotations", "forecasts") else gold[0]).split("|")[0]


def _holds(fact: AnyFact, words: str) -> bool:
    return words in fact.text or fact.text in words


def table(counts: Counter[tuple[str, str]]) -> Iterator[str]:
    """Give the counts as a Markdown table."""
    columns = (*KINDS, WRONG, NOTHING)
    yield f"| annotated | {' | '.join(columns)} |"
    yield "| --- " * (len(columns) + 1) + "|"
    for kind in KINDS:
        yield f"| {kind} | {' | '.join(str(counts[kind, column] or '') for column in columns)} |"


if __name__ == "__main__":
    for line in table(confusion()):
        print(line)
