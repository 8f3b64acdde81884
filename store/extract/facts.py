"""Facts as the reader is shown them: each once, anchored in the body, with an id that survives a re-read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from hashlib import blake2b

import msgspec

from store.extract.document import Document
from store.extract.quotation.cues import conjugate
from store.model import AnyFact, Enumeration, Event, Quotation, RoleFact, Statistic

HEAD = frozenset(("title", "deck"))

HEDGES = ("?", "설", "듯", "전망", "추진", "가능성", "검토", "관측", "소문", "논의", "의혹")
"""Words by which a headline says itself that it is not sure."""


def assemble(document: Document, facts: Sequence[AnyFact]) -> list[AnyFact]:
    """Merge facts that are told twice and give each its id, in the order of reading.

    A fact of the headline that the body tells too is anchored in the body, and flagged ``headline`` there
    when the headline asserts what the body only reports as hearsay.
    """
    in_head = {block.index for block in document.blocks if block.role in HEAD}
    kept: dict[Hashable, list[AnyFact]] = {}
    for fact in sorted(facts, key=lambda fact: (fact.block in in_head, fact.block, fact.start, fact.end)):
        alike = kept.setdefault(_bucket(fact), [])
        at = next((i for i, other in enumerate(alike) if _same(other, fact, fact.block in in_head)), None)
        if at is None:
            alike.append(fact)
        else:
            alike[at] = _merge(alike[at], fact, fact.block in in_head)
    ordered = sorted(
        (fact for alike in kept.values() for fact in alike),
        key=lambda fact: (fact.block, fact.start, fact.end, fact.kind),
    )
    return _identified([_against_headline(document, fact, in_head) for fact in ordered])


def fact_id(fact: AnyFact, nth: int = 0) -> str:
    """Give the id of a fact: a hash of its kind and its words; ``nth`` counts the same words before it."""
    words = "\0".join((fact.kind, " ".join(fact.text.split()), *([str(nth)] if nth else [])))
    return blake2b(words.encode(), digest_size=6).hexdigest()


def _identified(facts: list[AnyFact]) -> list[AnyFact]:
    seen: Counter[str] = Counter()
    identified = []
    for fact in facts:
        base = fact_id(fact)
        own = fact_id(fact, seen[base]) if seen[base] else base
        identified.append(msgspec.structs.replace(fact, id=own))
        seen[base] += 1
    return identified


def _bucket(fact: AnyFact) -> Hashable:
    """What two tellings of one fact must share; only facts in one bucket are compared."""
    if isinstance(fact, Statistic):
        return fact.kind, fact.value, fact.value_max, fact.unit
    if isinstance(fact, Event):
        return fact.kind, fact.verb
    if isinstance(fact, RoleFact):
        return fact.kind, fact.person, fact.title
    if isinstance(fact, Enumeration):
        return fact.kind, fact.items[0].text if fact.items else fact.text
    if isinstance(fact, Quotation):
        return fact.kind, fact.speaker.name
    return fact.kind, fact.block


def _same(told: AnyFact, again: AnyFact, in_head: bool) -> bool:
    overlaps = told.block == again.block and told.start < again.end and again.start < told.end
    if isinstance(told, Quotation) and isinstance(again, Quotation):
        if in_head:
            return _shares_words(told, again)
        return [q.text for q in told.quotes] == [q.text for q in again.quotes]
    if isinstance(told, Event) and isinstance(again, Event):
        if told.rule == "event.award" and not in_head and told.time != again.time:
            return False  # Two prizes: what is got is compared where events are found.
        return _agree(told.time, again.time) and _agree(told.place, again.place) and _meet(told, again)
    if isinstance(told, RoleFact) and isinstance(again, RoleFact):
        return _agree(told.organization, again.organization)
    if isinstance(told, Enumeration) and isinstance(again, Enumeration):
        return [item.text for item in told.items] == [item.text for item in again.items]
    if isinstance(told, Statistic) and isinstance(again, Statistic):
        return overlaps or in_head
    return overlaps or told.text == again.text


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _meet(told: Event, again: Event) -> bool:
    """The same people did it: those of one telling are among those of the other."""
    one, other = set(told.participants), set(again.participants)
    return bool(one and other) and (one <= other or other <= one)


def _shares_words(told: Quotation, again: Quotation) -> bool:
    """Most pairs of characters of a headline's quote stand in the body's: headlines shorten and reword."""
    body = _pairs("".join(quote.text for quote in told.quotes))
    head = _pairs("".join(quote.text for quote in again.quotes))
    return bool(head) and len(head & body) >= 0.5 * len(head)


def _pairs(text: str) -> set[str]:
    letters = "".join(character for character in text if character.isalnum())
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def _merge(told: AnyFact, again: AnyFact, in_head: bool) -> AnyFact:
    """Keep the fuller telling of the body, with what only the other one says."""
    flags = tuple(dict.fromkeys((*told.flags, *again.flags)))
    if isinstance(told, Event) and isinstance(again, Event):
        if in_head and told.certainty == "hearsay" and again.certainty == "asserted":
            flags = tuple(dict.fromkeys((*flags, "headline")))
        participants = (
            told.participants if len(told.participants) >= len(again.participants) else again.participants
        )
        return msgspec.structs.replace(
            told,
            participants=participants,
            time=told.time or again.time,
            place=told.place or again.place,
            confidence=max(told.confidence, again.confidence),
            flags=flags,
        )
    if isinstance(told, RoleFact) and isinstance(again, RoleFact):
        organization = told.organization or again.organization
        return msgspec.structs.replace(told, organization=organization, flags=flags)
    return msgspec.structs.replace(told, confidence=max(told.confidence, again.confidence), flags=flags)


def _forms(verb: str) -> list[str]:
    """Give what a headline may have of a verb: 합의하다 → 합의, 만나다 → 만난, 만났."""
    stem = verb.removesuffix("다")
    noun = stem.removesuffix("하").removesuffix("되")
    return [noun] if len(noun) > 1 and noun != stem else conjugate(stem)


def _against_headline(document: Document, fact: AnyFact, in_head: set[int]) -> AnyFact:
    """Flag what the body only reports as hearsay and the headline states: an event, or a number."""
    if fact.certainty != "hearsay" or fact.block in in_head or "headline" in fact.flags:
        return fact
    for block in document.blocks:
        if block.role != "title" or any(hedge in block.text for hedge in HEDGES):
            continue
        if _is_stated(fact, block.text):
            return msgspec.structs.replace(fact, flags=(*fact.flags, "headline"))
    return fact


def _is_stated(fact: AnyFact, title: str) -> bool:
    if isinstance(fact, Statistic):
        return re.sub(r"\s", "", fact.text) in re.sub(r"\s", "", title)
    if not isinstance(fact, Event):
        return False
    told = any(form in title for form in _forms(fact.verb))
    names = sum(any(word in title for word in name.split()) for name in fact.participants)
    return told and names >= min(2, len(fact.participants))
