"""The reader's corrections of names, applied to readings: who is the same, who is not, what a name is.

A correction holds for every article in which the name stands; a later one builds on those before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from store.model import (
    AnyFact,
    Entity,
    EntityType,
    Event,
    Forecast,
    Quotation,
    Reading,
    RoleFact,
    Span,
    Speaker,
)
from store.search.names import name_key

CorrectionKind = Literal["merge", "rename", "retype", "split"]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One correction of ``name``, made at ``created`` (UTC, ISO 8601).

    ``merge``: it is the one who is called ``other``. ``rename``: it should be called ``other``. ``retype``:
    it is of ``type``. ``split``: the form ``other`` does not mean it, but another one.
    """

    id: str
    kind: CorrectionKind
    name: str
    other: str = ""
    type: EntityType | None = None
    created: str = ""


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """Give a reading with the corrections made in it, in their order; spans and ids of facts stay."""
    names = set(map(name_key, _names(reading)))
    for correction in corrections:
        if name_key(correction.name) in names:
            reading = _STEPS[correction.kind](reading, correction)
            names.add(name_key(correction.other))
    return reading


def names_meant(name: str, corrections: Iterable[Correction]) -> tuple[str, ...]:
    """Give a name with the other names that the corrections turn into it."""
    called: dict[str, str] = {name_key(name): name}
    pairs = [(each.name, each.other) for each in corrections if each.kind in ("merge", "rename")]
    for source, target in reversed(pairs):
        if name_key(target) in called:
            called.setdefault(name_key(source), source)
    return tuple(called.values())


def name_now(name: str, corrections: Iterable[Correction]) -> str:
    """Give what the corrections call the bearer of a name."""
    for each in corrections:
        if each.kind in ("merge", "rename") and name_key(each.name) == name_key(name):
            name = each.other
    return name


def type_now(name: str, corrections: Iterable[Correction]) -> EntityType | None:
    """Give the type that the corrections give a name, None where they leave it as it is read."""
    types = [each.type for each in corrections if each.type and name_key(each.name) == name_key(name)]
    return types[-1] if types else None


def describe_correction(correction: Correction) -> str:
    """Give a correction in one short line."""
    if correction.kind == "retype":
        return f"{correction.name}: {correction.type}"
    return f"{correction.name} {'≠' if correction.kind == 'split' else '→'} {correction.other}"


def _names(reading: Reading) -> Iterator[str]:
    for entity in reading.entities:
        yield entity.name
    for fact in reading.facts:
        match fact:
            case Quotation() | Forecast():
                yield fact.speaker.name or ""
            case Event():
                yield from (*fact.participants, fact.place or "")
            case RoleFact():
                yield from (fact.person, fact.organization or "")


def _call(reading: Reading, correction: Correction) -> Reading:
    """Call an entity otherwise; if that name has its entity already, the two become one."""
    source, target = name_key(correction.name), name_key(correction.other)
    bearers = [entity for entity in reading.entities if name_key(entity.name) == source]
    known = [entity for entity in reading.entities if name_key(entity.name) == target]
    if source == target:
        entities = tuple(
            msgspec.structs.replace(entity, name=correction.other) if entity in bearers else entity
            for entity in reading.entities
        )
        ids: dict[str, str] = {}
    else:
        entities, ids = _joined(reading.entities, [*known, *bearers], correction.other)
    facts = tuple(_renamed(fact, source, correction.other, ids) for fact in reading.facts)
    return msgspec.structs.replace(reading, entities=entities, facts=facts)


def _retype(reading: Reading, correction: Correction) -> Reading:
    """Give an entity another type; namesakes of several types become one."""
    bearers = [each for each in reading.entities if name_key(each.name) == name_key(correction.name)]
    if not bearers or correction.type is None:
        return reading
    entities, ids = _joined(reading.entities, bearers, bearers[0].name, correction.type)
    facts = tuple(_renamed(fact, "", "", ids) for fact in reading.facts)
    return msgspec.structs.replace(reading, entities=entities, facts=facts)


def _split(reading: Reading, correction: Correction) -> Reading:
    """Take a form and its mentions from an entity, and make them one of their own."""
    form = name_key(correction.other)
    for entity in reading.entities:
        aliases = tuple(alias for alias in entity.aliases if name_key(alias) != form)
        own = tuple(mention for mention in entity.mentions if name_key(mention.text) == form)
        if name_key(entity.name) != name_key(correction.name) or form == name_key(entity.name):
            continue
        if own or aliases != entity.aliases:
            rest = tuple(mention for mention in entity.mentions if mention not in own)
            apart = Entity(id=f"{entity.id}-{form}", name=correction.other, type=entity.type, mentions=own)
            kept = msgspec.structs.replace(entity, aliases=aliases, mentions=rest)
            pieces = [piece for piece in (kept, apart) if piece.mentions]
            at = reading.entities.index(entity)
            entities = (*reading.entities[:at], *pieces, *reading.entities[at + 1 :])
            facts = tuple(_freed(fact, kept, apart) for fact in reading.facts)
            return msgspec.structs.replace(reading, entities=entities, facts=facts)
    return reading


_STEPS = {"merge": _call, "rename": _call, "retype": _retype, "split": _split}


def _joined(
    entities: Sequence[Entity], parts: Sequence[Entity], name: str, kind: EntityType | None = None
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """Make one entity of several, in the place of the first in the text; give whose ids it has taken over."""
    if not parts:
        return tuple(entities), {}
    forms = [form for part in parts for form in (part.name, *part.aliases)]
    others = {name_key(form): form for form in reversed(forms) if name_key(form) != name_key(name)}
    mentions = {mention for part in parts for mention in part.mentions}
    whole = Entity(
        id=parts[0].id,
        name=name,
        type=kind or parts[0].type,
        aliases=tuple(form for form in dict.fromkeys(forms) if others.get(name_key(form)) == form),
        mentions=tuple(sorted(mentions, key=_place)),
    )
    first = next(entity for entity in entities if entity in parts)
    kept = [
        whole if entity is first else entity for entity in entities if entity is first or entity not in parts
    ]
    return tuple(kept), {part.id: whole.id for part in parts}


def _place(span: Span) -> tuple[int, int, int]:
    return span.block, span.start, span.end


def _renamed(fact: AnyFact, source: str, name: str, ids: Mapping[str, str]) -> AnyFact:
    """Put a name in the place of the one whose key is ``source``, and entities' ids in that of others."""

    def called(value: str) -> str:
        return name if source and name_key(value) == source else value

    def maybe(value: str | None) -> str | None:
        return called(value) if value else value

    match fact:
        case Quotation() | Forecast():
            who = fact.speaker
            entity = ids.get(who.entity, who.entity) if who.entity else None
            speaker = Speaker(maybe(who.name), entity, who.method, tuple(map(called, who.others)))
            return msgspec.structs.replace(fact, speaker=speaker, via=maybe(fact.via))
        case Event():
            participants = tuple(dict.fromkeys(map(called, fact.participants)))
            return msgspec.structs.replace(
                fact, participants=participants, place=maybe(fact.place), via=maybe(fact.via)
            )
        case RoleFact():
            return msgspec.structs.replace(
                fact,
                person=called(fact.person),
                organization=maybe(fact.organization),
                via=maybe(fact.via),
            )
    return msgspec.structs.replace(fact, via=maybe(fact.via))


def _freed(fact: AnyFact, kept: Entity, apart: Entity) -> AnyFact:
    """Give the new entity what it says and what it is: where its form, and not the other's, stands."""
    theirs = _stands_in(apart, fact) and not _stands_in(kept, fact)
    if isinstance(fact, Quotation | Forecast) and fact.speaker.entity == kept.id:
        if theirs or name_key(fact.speaker.name or "") == name_key(apart.name):
            speaker = msgspec.structs.replace(fact.speaker, name=apart.name, entity=apart.id)
            return msgspec.structs.replace(fact, speaker=speaker)
    elif isinstance(fact, RoleFact) and theirs and name_key(fact.person) == name_key(kept.name):
        return msgspec.structs.replace(fact, person=apart.name)
    return fact


def _stands_in(entity: Entity, fact: AnyFact) -> bool:
    return any(
        mention.block == fact.block and fact.start <= mention.start and mention.end <= fact.end
        for mention in entity.mentions
    )
