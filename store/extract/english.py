"""The sure names of an article that is not Korean: persons behind a title, and what a table knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from store.extract.coreference.candidate import Taken
from store.extract.document import TextBlock
from store.extract.lexicon import read_table, words
from store.model import Entity, EntityType, Span

_NAMED = tuple[EntityType, str, Span]
MOST = 100
"""How many persons a name of one word is compared with: no article has more."""

_GIVEN = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?"


def with_english_names(
    blocks: Sequence[TextBlock], entities: Sequence[Entity], measured: Sequence[Span]
) -> list[Entity]:
    """Give the entities and those of English, in the order of first mention; mentions never overlap.

    A person keeps the name that is written; a body or a place has its usual Korean one. ``measured`` are the
    times and quantities, which are no names.
    """
    taken = Taken()
    for span in (*measured, *(mention for entity in entities for mention in entity.mentions)):
        taken.take(span.block, span.start, span.end)
    found: dict[tuple[EntityType, str], list[Span]] = defaultdict(list)
    for entity in entities:
        found[entity.type, entity.name] += entity.mentions
    persons: list[str] = []
    for block in blocks:
        for type_, name, span in (*_listed(block), *_persons(block)):
            if not taken.take(span.block, span.start, span.end):
                continue
            if type_ == "PS":
                name = _full(name, persons)
                if len(persons) < MOST and name not in persons:
                    persons.append(name)
            found[type_, name].append(span)
    known = {(entity.type, entity.name): entity for entity in entities}
    ordered = sorted(found.items(), key=lambda item: min((span.block, span.start) for span in item[1]))
    return [
        _entity(f"e{number}", key, spans, known.get(key))
        for number, (key, spans) in enumerate(ordered, start=1)
    ]


def _entity(id_: str, key: tuple[EntityType, str], spans: Sequence[Span], known: Entity | None) -> Entity:
    mentions = tuple(sorted(spans, key=lambda span: (span.block, span.start)))
    other = (*(known.aliases if known else ()), *(span.text for span in mentions))
    aliases = tuple(name for name in dict.fromkeys(other) if name != key[1])
    if known is not None:
        return msgspec.structs.replace(known, id=id_, aliases=aliases, mentions=mentions)
    return Entity(id=id_, name=key[1], type=key[0], aliases=aliases, mentions=mentions)


def _full(name: str, persons: Sequence[str]) -> str:
    """Give whom a name of one word means: the one person before that bears it, first or last."""
    fulls = [person for person in persons if name in (person.split()[0], person.split()[-1])]
    return fulls[0] if " " not in name and len(fulls) == 1 else name


def _listed(block: TextBlock) -> Iterator[_NAMED]:
    table = read_table("english")
    for match in _known().finditer(block.text):
        type_: EntityType = "OG" if match[0] in table["bodies"] else "LC"
        name = table["bodies"].get(match[0]) or table["places"][match[0]]
        yield type_, name, block.span(match.start(), match.end())


def _persons(block: TextBlock) -> Iterator[_NAMED]:
    for match in _titled().finditer(block.text):
        if words("english", "not_names").isdisjoint(match[1].split()):
            yield "PS", match[1], block.span(match.start(1), match.end(1))


@cache
def _known() -> re.Pattern[str]:
    table = read_table("english")
    names = sorted({**table["bodies"], **table["places"]}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![A-Za-z-])(?:{'|'.join(map(re.escape, names))})(?![A-Za-z-])(?! [A-Z][a-z])")


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(map(re.escape, read_table("english")["titles"]))
    return re.compile(rf"(?<![A-Za-z-])(?:{titles}) ({_GIVEN}(?: {_GIVEN}){{0,3}})(?![A-Za-z-])")
