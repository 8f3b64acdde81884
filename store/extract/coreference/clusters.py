"""Mentions put together by what they name: full names and short ones, other names, titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.groups import fullest
from store.extract.coreference.homeland import find_at_home
from store.extract.coreference.sameness import same_names, usual_name
from store.extract.coreference.spread import surface
from store.extract.document import TextBlock
from store.model import Entity, EntityType

Key = tuple[EntityType, str]
TYPES: tuple[EntityType, ...] = ("PS", "OG", "LC", "PD", "EV")


class _Union:
    """Which names mean the same; the first one seen stands for all."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._parent = {key: key for key in keys}
        self._order = {key: number for number, key in enumerate(self._parent)}

    def find(self, key: Key) -> Key:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: Key, other: Key) -> None:
        if one in self._parent and other in self._parent:
            first, second = self.find(one), self.find(other)
            if self._order[first] > self._order[second]:
                first, second = second, first
            self._parent[second] = first


def to_entities(
    blocks: Sequence[TextBlock],
    mentions: Sequence[Candidate],
    pairs: Sequence[tuple[str, str]],
    persons: dict[str, str],
) -> list[Entity]:
    """Give the entities of the mentions in the order of first mention, each under its fullest usual name.

    ``pairs`` are names that mean the same; ``persons`` tells whom a surname with a title means.
    """
    keys = list(dict.fromkeys((mention.type, surface(blocks, mention)) for mention in mentions))
    union = _Union(keys)
    apart = find_at_home(blocks, mentions)
    for type_ in TYPES:
        for full, short in same_names([name for known, name in keys if known == type_], type_, apart):
            union.join((type_, full), (type_, short))
    for one, other in pairs:
        for type_ in TYPES:
            union.join((type_, one), (type_, other))
    for short, full in persons.items():
        union.join(("PS", full), ("PS", short))
    groups: dict[Key, list[Candidate]] = defaultdict(list)
    for mention in mentions:
        groups[union.find((mention.type, surface(blocks, mention)))].append(mention)
    return [
        _entity(f"e{number}", blocks, group)
        for number, group in enumerate(sorted(groups.values(), key=min), start=1)
    ]


def _entity(id_: str, blocks: Sequence[TextBlock], group: Sequence[Candidate]) -> Entity:
    spans = tuple(blocks[m.block].span(m.start, m.end) for m in sorted(group))
    names = list(dict.fromkeys(span.text for span in spans))
    name = usual_name(names, group[0].type)
    name = fullest(blocks, name) if group[0].type == "OG" else name
    return Entity(
        id=id_,
        name=name,
        type=group[0].type,
        aliases=tuple(other for other in names if other != name),
        mentions=spans,
    )
