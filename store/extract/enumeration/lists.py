"""A list as it was found, before it is checked and named."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Span


class Listing(NamedTuple):
    """The items of a list, where it stands, and the rule that found it.

    ``groups`` holds each figure that 각 distributes with the number of items that it is given to.
    """

    evidence: Span
    items: list[Span]
    rule: str
    groups: tuple[tuple[Span, int], ...] = ()
