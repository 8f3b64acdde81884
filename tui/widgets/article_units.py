"""What the article's cursor steps over: sentences and facts, and blocks where nothing was read yet."""

from __future__ import annotations

from typing import NamedTuple

from store.model import AnyFact, Article, Reading, Span


class Unit(NamedTuple):
    """A sentence, or a fact where ``fact`` is given."""

    span: Span
    fact: AnyFact | None = None


def units(article: Article, reading: Reading | None) -> list[Unit]:
    """Give the article's units in reading order: a fact that is a whole sentence stands for it."""
    found: list[Unit] = []
    if reading is not None:
        facts = [Unit(Span(fact.text, fact.block, fact.start, fact.end), fact) for fact in reading.facts]
        taken = {_place(unit.span) for unit in facts}
        found = facts + [Unit(span) for span in reading.sentences if _place(span) not in taken]
    covered = {unit.span.block for unit in found}
    found += [
        Unit(Span(block.text, index, 0, len(block.text)))
        for index, block in enumerate(article.blocks)
        if index not in covered and block.text
    ]
    return sorted(found, key=lambda unit: (unit.span.block, unit.span.start, -unit.span.end))


def _place(span: Span) -> tuple[int, int, int]:
    return span.block, span.start, span.end


def nearest(found: list[Unit], span: Span) -> int:
    """Give the index of the unit that stands at ``span``, or last before it; 0 where there is none."""
    best = 0
    for index, unit in enumerate(found):
        if _place(unit.span) == _place(span):
            return index
        if (unit.span.block, unit.span.start) <= (span.block, span.start):
            best = index
    return best
