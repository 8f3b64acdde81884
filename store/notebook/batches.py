"""Long changes of the notebook, some articles at a time: heard of meanwhile, and stopped where asked."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Heard = Callable[[int, int], bool]
"""Hears after each batch how many of how many are done, the notebook free meanwhile; False stops there."""

BATCH = 48
"""As many articles are changed before others may change something: a tenth of a second or so."""


def unheard(done: int, total: int) -> bool:
    """Go on to the end, and tell nobody."""
    return True


def new_step() -> str:
    """Give the name of a step to which all batches belong, so that they are undone as one."""
    return secrets.token_hex(6)


def in_batches(
    items: Iterable[Item], article: Callable[[Item], str], work: Callable[[list[Item]], int], heard: Heard
) -> int:
    """Do ``work`` on the items of some articles after the other; give the sum of what it gives."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(article(item), []).append(item)
    total = sum(map(len, groups.values()))
    done = changed = 0
    left = iter(groups.values())
    while part := [item for group in islice(left, BATCH) for item in group]:
        changed += work(part)
        done += len(part)
        if not heard(done, total):
            break
    return changed
