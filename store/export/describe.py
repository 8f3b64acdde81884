"""A fact in one line of plain text: what it says, before any escaping."""

from __future__ import annotations

from store.export.labels import CERTAINTIES, FLAGS, SPEAKER_UNKNOWN
from store.model import AnyFact, Enumeration, Event, Forecast, Quotation, RoleFact, Statistic


def describe(fact: AnyFact) -> str:
    """Give the parts of a fact, joined by ``·``."""
    parts: list[str | None]
    match fact:
        case Quotation():
            parts = [fact.speaker.name or SPEAKER_UNKNOWN, fact.cue]
        case Statistic():
            parts = [_amount(fact), fact.measure, fact.comparator, fact.time]
        case Forecast():
            parts = [fact.speaker.name, fact.time]
        case Event():
            parts = [fact.verb, ", ".join(fact.participants), fact.place, fact.time]
        case RoleFact():
            parts = [fact.person, " ".join(filter(None, [fact.organization, fact.title]))]
        case Enumeration():
            parts = [fact.about, ", ".join(item.text for item in fact.items)]
    return " · ".join(part for part in parts if part)


def doubts(fact: AnyFact) -> str:
    """Give what makes a fact less than asserted: whose word it is, hearsay, flags."""
    flags = [FLAGS.get(flag, flag) for flag in fact.flags]
    return ", ".join(part for part in (fact.via, CERTAINTIES[fact.certainty], *flags) if part)


def _amount(fact: Statistic) -> str:
    value = f"{fact.value:,}" if fact.value_max is None else f"{fact.value:,}–{fact.value_max:,}"
    return " ".join(part for part in (value, fact.unit, f"({fact.approx})" if fact.approx else "") if part)
