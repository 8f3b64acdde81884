"""What an archive told of an article, beside what was read in it: the names of both, and of one alone."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from store.ingest.given import Given
from store.model import Entity, EntityType
from store.search.names import name_key

KINDS: tuple[tuple[EntityType, str], ...] = (("PS", "people"), ("OG", "organizations"), ("LC", "places"))


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """The names of one type: those that both have, those that only we have, and those that only they have."""

    type: EntityType
    both: tuple[str, ...] = ()
    only_ours: tuple[str, ...] = ()
    only_theirs: tuple[str, ...] = ()


def differences(given: Given, entities: Iterable[Entity]) -> list[Difference]:
    """Line up an archive's names with ours, by name and alias, in the order of each."""
    found = list(entities)
    return [_difference(kind, getattr(given, field), found) for kind, field in KINDS]


def _difference(kind: EntityType, theirs: tuple[str, ...], entities: list[Entity]) -> Difference:
    ours = {
        entity.name: {name_key(name) for name in (entity.name, *entity.aliases)}
        for entity in entities
        if entity.type == kind
    }
    keys = {name_key(name) for name in theirs}
    all_ours: set[str] = set().union(*ours.values())
    return Difference(
        type=kind,
        both=tuple(name for name, forms in ours.items() if forms & keys),
        only_ours=tuple(name for name, forms in ours.items() if not forms & keys),
        only_theirs=tuple(name for name in theirs if name_key(name) not in all_ours),
    )
