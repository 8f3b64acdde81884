"""One event told twice is one: the fuller telling is kept, what only the other knows is added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from store.extract.event.table import Verb
from store.extract.lexicon import words
from store.model import Event

_ALIKE = ("meeting", "visit", "occasion")
"""Kinds whose verbs tell the same event: 만나다, 회동하다."""


class Found(NamedTuple):
    """An event with its verb, the id of the named event that it is about, and whether a headline tells it.

    ``occasion`` is the name of what takes place: it stands for those who take part where no one else does;
    ``attended`` says that it is where another verb of the sentence does something, ``thing`` what is got.
    """

    event: Event
    verb: Verb
    about: str | None
    headline: bool
    occasion: str | None = None
    attended: bool = False
    thing: str | None = None


def merge(found: Sequence[Found]) -> list[Event]:
    """Give each event once in the order of reading; a headline's stands only where no body tells it."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: item.headline):
        if item.headline and _is_told(item, kept):
            continue
        for i, other in enumerate(kept):
            if _is_same(item, other):
                kept[i] = _joined(other, item)
                break
        else:
            kept.append(item)
    kept = [item for item in kept if not _is_scene(item, kept)]
    events = [_peopled(item) for item in kept if item.event.participants or item.occasion or _is_placed(item)]
    return sorted(events, key=lambda event: (event.block, event.start, event.end))


def _is_scene(item: Found, kept: Sequence[Found]) -> bool:
    """Say whether an occasion only tells where and when another event of its sentence took place.

    12일 부산에서 열린 포럼에서 만났다: whoever attends is told by the verb that follows.
    """
    event = item.event
    return item.attended and any(
        other is not item
        and other.event.block == event.block
        and event.end <= other.event.end
        and other.event.start <= event.start
        and (other.event.place, other.event.time) == (event.place, event.time)
        and set(event.participants) <= set(other.event.participants)
        for other in kept
    )


def _is_placed(item: Found) -> bool:
    """Say whether a mishap needs nobody who takes part: it has its place and its day."""
    return item.verb.kind in ("accident", "harm") and bool(item.event.place and item.event.time)


def _peopled(item: Found) -> Event:
    if item.event.participants or item.occasion is None:
        return item.event
    return msgspec.structs.replace(item.event, participants=(item.occasion,))


def _is_told(headline: Found, body: Sequence[Found]) -> bool:
    told = {name for item in body if item.verb.kind == headline.verb.kind for name in item.event.participants}
    return bool(told) and bool(told & set(headline.event.participants))


def _is_same(one: Found, other: Found) -> bool:
    a, b = one.event, other.event
    kind = one.verb.kind
    if one.about and one.about == other.about and kind == other.verb.kind:
        return a.time is None or b.time is None or a.time == b.time
    spoken = one.verb.needs == other.verb.needs == "occasion"
    if kind != other.verb.kind or (kind not in _ALIKE and a.verb != b.verb and not spoken):
        return False
    if any(x and y and x != y for x, y in ((a.time, b.time), (a.place, b.place))):
        return False
    if one.occasion and other.occasion and one.occasion != other.occasion:
        return False
    if kind == "award" and one.thing and other.thing and not _is_one_thing(one.thing, other.thing):
        return False
    first, second = set(a.participants), set(b.participants)
    if not (first and second) and (one.occasion is None) != (other.occasion is None):
        return False
    return first <= second or second <= first


def _is_one_thing(one: str, other: str) -> bool:
    """Say whether two words may mean one prize: 제12회 물빛문학상, 문학상."""
    first, second = one.split()[-1], other.split()[-1]
    return first.endswith(second) or second.endswith(first)


def _joined(one: Found, other: Found) -> Found:
    a, b = one.event, other.event
    if len(b.participants) > len(a.participants) or one.verb.stem in words("clauses", "subjectless"):
        a, b = b, a
    names = tuple(dict.fromkeys((*a.participants, *b.participants)))
    event = msgspec.structs.replace(a, participants=names, place=a.place or b.place, time=a.time or b.time)
    return one._replace(event=event, about=one.about or other.about)
