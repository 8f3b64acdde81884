"""Whom an office by itself means: 장관은 is the one minister that the article names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from store.extract.bodies import body_meant
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START
from store.extract.lexicon import words
from store.extract.names import MentionIndex
from store.model import Entity, Event


def bearer_of(office: str, blocks: Sequence[TextBlock], entities: Sequence[Entity]) -> Entity | None:
    """Give the only person of the article who is told with an office; None where none is, or several are.

    A vice minister is no minister, nor is a former one.
    """
    if office == "고인":
        return _who_died(blocks, entities)
    if office not in words("speech", "offices_alone"):
        return None
    told = (
        r"(?: ?\([^()]{1,20}\))?(?: [가-힣A-Za-z0-9·]{2,14}){0,2}? ?[가-힣]{0,8}"
        rf"(?<!부)(?<!전 ){office}"
    )
    behind = re.compile(rf"(?:(?<={office})|{told}){NAME_END}")
    before = re.compile(rf"{NAME_START}[가-힣]{{0,8}}(?<!부){office}(?:인)? $")
    found = {
        entity.id: entity
        for entity in entities
        if entity.type == "PS"
        and any(
            behind.match(blocks[m.block].text, m.end)
            or before.search(blocks[m.block].text, max(0, m.start - 16), m.start)
            for m in entity.mentions
        )
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _who_died(blocks: Sequence[TextBlock], entities: Sequence[Entity]) -> Entity | None:
    """Give the only person of the article who is told to have died; None where none is, or several are."""
    told = {block.index for block in blocks if any(word in block.text for word in _DYING)}
    dead = [
        entity
        for entity in entities
        if entity.type == "PS"
        and any(m.block in told and _DIED.match(blocks[m.block].text, m.end) for m in entity.mentions)
    ]
    return dead[0] if len(dead) == 1 else None


_DYING = ("별세", "타계", "영면", "작고", "세상을 떠", "숨을 거")
_DIED = re.compile(
    rf"(?: ?\([^()]{{1,20}}\))?(?: [가-힣]{{1,6}})?(?:[이가은는]|\s)[^.\"“”]{{0,60}}?(?:{'|'.join(_DYING)})"
)
"""What follows who has died: 한도윤 씨가 2일 나래병원에서 별세했다."""


def with_bearers(
    events: Iterable[Event], blocks: Sequence[TextBlock], entities: Sequence[Entity]
) -> Iterator[Event]:
    """Give the events with those in place of whom an office or 이 회사 stands for whom it clearly means."""
    index = MentionIndex(entities)
    for event in events:
        meant = {}
        for name in event.participants:
            start = event.start + max(0, event.text.find(name))
            one = bearer_of(name, blocks, entities) or body_meant(name, start, event.block, index)
            if one is not None and index.id_of(name) is None:
                meant[name] = one.name
        if meant:
            names = dict.fromkeys(meant.get(name, name) for name in event.participants)
            event = msgspec.structs.replace(event, participants=tuple(names))
        yield event
