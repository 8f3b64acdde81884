"""Numbers of English that report something, with what they measure where its verb stands between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.extract.document import TextBlock
from store.model import Quantity, Statistic

_MEASURED = re.compile(
    r"(?:^|[.;,] |\b(?:its|the|their|and) )((?:[A-Z]?[a-z]+ ){0,3}[A-Z]?[a-z]+) "
    r"(?:rose|fell|grew|climbed|dropped|jumped|increased|decreased|declined|gained|slipped|surged|plunged|totaled"
    r"|reached|was|were|came|stood|hit)(?: (?:by|to|at))?(?: [a-z]+){0,2} $"
)
"""What a number measures, before its verb: Sales rose 8 percent."""

_TO = re.compile(r",? to (?:about |nearly |around )?")
"""Between a change and what it comes to: rose 3 percent to 84,200 won."""


def find_english_statistics(
    blocks: Sequence[TextBlock], quantities: Sequence[Quantity]
) -> Iterator[Statistic]:
    """Walk the quantities of English blocks as statistics."""
    texts = {block.index: block.text for block in blocks}
    before: Statistic | None = None
    for quantity in quantities:
        if quantity.block not in texts or quantity.value is None:
            continue
        text = texts[quantity.block]
        found = _MEASURED.search(text, max(0, quantity.start - 80), quantity.start)
        measured = found[1].strip() if found else None
        beside = before is not None and before.block == quantity.block
        if before is not None and beside and _TO.fullmatch(text, before.end, quantity.start):
            measured = before.measure
        before = Statistic(
            quantity.text,
            quantity.block,
            quantity.start,
            quantity.end,
            value=quantity.value,
            unit=quantity.unit,
            approx=quantity.approx,
            measure=measured,
            confidence=0.85 if measured else 0.75,
            rule="statistic:english",
        )
        yield before
