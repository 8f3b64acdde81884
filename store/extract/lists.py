"""A list as it was found, before it is checked and named."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Span


class Listing(NamedTuple):
    """The items of a list, where it stands, the rule that found it, and the number 각 gives each group of items.

    ``groups`` holds, for each figure in the list that 각 distributes, the figure's place and its number of items.
    """

    evidence: Span
    items: list[Span]
    rule: str
    groups: tuple[tuple[Span, int], ...] = ()
