"""Whether two facts of different articles are the same claim, and whether they say the same of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from store.dedup.fingerprint import fingerprint
from store.dedup.template import numbers_of
from store.model import AnyFact, Enumeration, Event, Forecast, Quotation, RoleFact, Statistic
from store.search.names import name_key

_CONTEXT = 16
"""Characters on either side of a number that tell what it counts."""
_SAME = 0.75
_SAME_WITH_SAME_VALUE = 0.45
_SAME_WORDS = 0.7
_SAME_MEASURE = 0.85
_SAME_EVENT = 0.5


class Claim(NamedTuple):
    """A fact of one version of a story, with what stands before and after it in its block."""

    version: int
    fact: AnyFact
    before: str
    after: str


def alike(one: Claim, other: Claim) -> float:
    """Give how surely two claims are about the same who, what and when: 0 where they are not, at most 1."""
    match one.fact, other.fact:
        case Statistic() as mine, Statistic() as theirs:
            return _same_measure(mine, theirs, _context(one, other))
        case Quotation() as mine, Quotation() as theirs:
            return _same_words([quote.text for quote in mine.quotes], [quote.text for quote in theirs.quotes])
        case Forecast() as mine, Forecast() as theirs:
            return _same_words([mine.text], [theirs.text])
        case Event() as mine, Event() as theirs:
            return _same_event(mine, theirs)
        case RoleFact() as mine, RoleFact() as theirs:
            return _same_office(mine, theirs)
        case Enumeration() as mine, Enumeration() as theirs:
            return _shared(_items(mine), _items(theirs), _SAME_WORDS)
    return 0.0


def agree(one: AnyFact, other: AnyFact) -> bool:
    """Tell whether two facts about the same say the same of it; what one of them leaves out is no matter."""
    match one, other:
        case Statistic(), Statistic():
            return (one.value, one.value_max) == (other.value, other.value_max)
        case Quotation(), Quotation():
            # A quotation cut short is none changed.
            short, long = sorted((_said(one), _said(other)), key=len)
            return short in long and _compatible(one.speaker.name, other.speaker.name)
        case Forecast(), Forecast():
            return _compatible(one.time, other.time) and numbers_of(one.text) == numbers_of(other.text)
        case Event(), Event():
            return _compatible(one.time, other.time) and _compatible(one.place, other.place)
        case RoleFact(), RoleFact():
            return name_key(one.title) == name_key(other.title)
        case Enumeration(), Enumeration():
            return _items(one) == _items(other)
    return False


def _context(one: Claim, other: Claim) -> float:
    before = _ratio(one.before[-_CONTEXT:], other.before[-_CONTEXT:])
    after = _ratio(one.after[:_CONTEXT], other.after[:_CONTEXT])
    return (before + after) / 2


def _same_measure(one: Statistic, other: Statistic, context: float) -> float:
    if one.unit != other.unit or not _compatible(one.time, other.time):
        return 0.0
    same_value = (one.value, one.value_max) == (other.value, other.value_max)
    measure = _ratio(one.measure, other.measure) if one.measure and other.measure else 0.0
    # One measure has many values in an article; only the words around the number tell which one it is.
    likeness = max(context, (measure + context) / 2 if measure >= _SAME_MEASURE else 0.0)
    if same_value:
        likeness = max(likeness, measure)
    return likeness if likeness >= (_SAME_WITH_SAME_VALUE if same_value else _SAME) else 0.0


def _same_words(ones: Sequence[str], others: Sequence[str]) -> float:
    from rapidfuzz.fuzz import partial_ratio, ratio

    short, long = sorted((" ".join(ones), " ".join(others)), key=len)
    whole = ratio(short, long)
    score = max(whole, partial_ratio(short, long) if len(short) >= _CONTEXT else 0.0) / 100
    return (score + whole / 100) / 2 if score >= _SAME_WORDS else 0.0


def _same_event(one: Event, other: Event) -> float:
    who = _shared(set(map(name_key, one.participants)), set(map(name_key, other.participants)), 0.5)
    words = _ratio(one.text, other.text)
    return (who + words) / 2 if one.verb == other.verb and words >= _SAME_EVENT else 0.0


def _same_office(one: RoleFact, other: RoleFact) -> float:
    if name_key(one.person) != name_key(other.person):
        return 0.0
    if one.organization and other.organization and name_key(one.organization) != name_key(other.organization):
        return 0.0
    return 1.0 if name_key(one.title) == name_key(other.title) else _SAME


def _shared(ones: set[str], others: set[str], needed: float) -> float:
    share = len(ones & others) / max(1, min(len(ones), len(others)))
    return share if share >= needed else 0.0


def _items(fact: Enumeration) -> set[str]:
    return {fingerprint(item.text) for item in fact.items}


def _said(fact: Quotation) -> str:
    return "".join(fingerprint(quote.text) for quote in fact.quotes)


def _compatible(one: str | None, other: str | None) -> bool:
    return not one or not other or name_key(one) in name_key(other) or name_key(other) in name_key(one)


def _ratio(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(one, other)) / 100
