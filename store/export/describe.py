"""A fact in one line of plain text: what it says, before any escaping."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.export.labels import KOREAN, Labels
from store.model import AnyFact, Enumeration, Event, Forecast, Quotation, RoleFact, Statistic

Wording = Callable[[str], str]


def describe(fact: AnyFact, name: Wording = str, text: Wording = str, labels: Labels = KOREAN) -> str:
    """Give the parts of a fact, joined by ``·``; ``name`` words names, ``text`` all else."""
    return " · ".join(part for part in _parts(fact, name, text, labels) if part)


def _parts(fact: AnyFact, name: Wording, text: Wording, labels: Labels) -> Iterator[str]:
    match fact:
        case Quotation():
            yield "·".join(map(name, fact.speaker.names)) if fact.speaker.names else text(labels.unknown)
            yield text(fact.cue)
        case Statistic():
            yield from map(text, (_amount(fact), fact.measure or "", fact.comparator or "", fact.time or ""))
        case Forecast():
            yield "·".join(map(name, fact.speaker.names))
            yield text(fact.time or "")
        case Event():
            yield text(fact.verb)
            yield ", ".join(map(name, fact.participants))
            yield name(fact.place or "")
            yield text(fact.time or "")
        case RoleFact():
            yield name(fact.person)
            yield " ".join(filter(None, (name(fact.organization or ""), text(fact.title))))
        case Enumeration():
            yield text(fact.about or "")
            yield text(", ".join(item.text for item in fact.items))


def doubts(fact: AnyFact, labels: Labels = KOREAN) -> str:
    """Give what makes a fact less than asserted: whose word it is, hearsay, flags."""
    flags = [labels.flags.get(flag, flag) for flag in fact.flags]
    return ", ".join(part for part in (fact.via, labels.certainties[fact.certainty], *flags) if part)


def _amount(fact: Statistic) -> str:
    value = f"{fact.value:,}" if fact.value_max is None else f"{fact.value:,}–{fact.value_max:,}"
    return " ".join(part for part in (value, fact.unit, f"({fact.approx})" if fact.approx else "") if part)
