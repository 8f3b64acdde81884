"""What a fact card says: its heading, its evidence, and everything known of how it was read."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import (
    Annotation,
    AnyFact,
    Enumeration,
    Event,
    Forecast,
    Quotation,
    RoleFact,
    Statistic,
)
from store.text import printable
from tui.drawing.cells import fit, wrap
from tui.drawing.ink import PieceLine
from tui.drawing.marks import SIGNS, VERDICTS, signs_of
from tui.locale import Words


def number(value: float) -> str:
    """Write a number as Korean news does: 1234567 → 123만4567, 1.23e12 → 1조2300억."""
    if value != int(value) or abs(value) < 10_000:
        return f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
    rest, parts = abs(int(value)), []
    for size, unit in ((10**16, "경"), (10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count}{unit}")
    return ("-" if value < 0 else "") + "".join(parts)


def figure(fact: Statistic, words: Words) -> str:
    """Write a statistic's value with its unit, range and qualifier."""
    write = number if words.lang == "ko" else lambda value: f"{value:,}"
    value = write(fact.value)
    if fact.value_max is not None:
        value += f"–{write(fact.value_max)}"
    apart = " " if fact.unit and words.lang == "en" and fact.unit[0] != "%" else ""
    return _roughly(value, apart + fact.unit, fact.approx or "")


_STANDS_BEFORE = frozenset(
    ["약", "최소", "최소한", "최대", "대략", "거의", "줄잡아", "적어도", "많게는", "적게는"]
)


def _roughly(value: str, unit: str, qualifier: str) -> str:
    """Put the word that makes a number rough where Korean has it: 약 40곳, 40여 곳, 30도대, 40곳 이상."""
    if qualifier in _STANDS_BEFORE:
        return f"{qualifier} {value}{unit}"
    if qualifier == "여":
        return f"{value}여 {unit.lstrip()}".rstrip()
    if qualifier == "대":
        return f"{value}{unit}대"
    return f"{value}{unit} {qualifier}".rstrip()


def heading(fact: AnyFact, words: Words) -> str:
    """Say in one line what the fact is."""
    match fact:
        case Quotation():
            parts = [str(fact.speaker) or words("card.nobody")]
        case Statistic():
            parts = [figure(fact, words), fact.measure or ""]
        case Event():
            parts = [fact.verb, ", ".join(fact.participants)]
        case Forecast():
            parts = [str(fact.speaker), fact.time or ""]
        case RoleFact():
            parts = [fact.person, " ".join(part for part in (fact.organization, fact.title) if part)]
        case Enumeration():
            parts = [fact.about or "", words("card.items", n=len(fact.items))]
    return " · ".join([words(f"kind.{fact.kind}"), *(part for part in parts if part)])


def details(fact: AnyFact, words: Words) -> list[str]:
    """Give what else is known of a fact, a line each."""
    lines: list[str] = []
    match fact:
        case Quotation():
            method = words(f"method.{fact.speaker.method}")
            lines.append(
                " · ".join(part for part in (fact.cue, words(f"quote.{fact.quote_type}"), method) if part)
            )
        case Statistic():
            lines += [f"↔ {fact.comparator}"] if fact.comparator else []
            lines += [f"◷ {fact.time}"] if fact.time else []
        case Event():
            place = " · ".join(part for part in (fact.place, fact.time) if part)
            lines += [f"◷ {place}"] if place else []
        case Forecast():
            lines.append(words(f"method.{fact.speaker.method}"))
        case Enumeration():
            lines += [f"· {item.text}" for item in fact.items]
    return lines


SURENESS = ((0.9, "high"), (0.7, "good"), (0.5, "fair"), (0.0, "low"))
"""From which confidence on a fact is called how sure."""


def sureness(confidence: float, words: Words) -> str:
    """Say in words what a confidence means, with its number."""
    level = next(name for least, name in SURENESS if confidence >= least)
    return f"{words(f'sure.{level}')} ({confidence:.2f})"


def trust(fact: AnyFact, words: Words) -> str:
    """Say how certain the fact is, by whom it is told and how sure its reading."""
    parts = [words(f"certainty.{fact.certainty}")]
    if fact.via:
        parts.append(words("card.via", via=fact.via))
    return " · ".join([*parts, sureness(fact.confidence, words)])


def rule(fact: AnyFact, words: Words) -> str:
    """Say in words what the rule that made the fact goes by; the page of why tells the rest."""
    from store.extract.rules import rule_of

    known = rule_of(fact.rule)
    if known is None:
        return ""
    return words("card.rule", rule=known.korean if words.lang == "ko" else known.english)


def flag(name: str, words: Words) -> str:
    """Say a doubt in words, or its name where there are none for it."""
    try:
        return words(f"flag.{name}")
    except KeyError:
        return name


def card(
    fact: AnyFact,
    annotation: Annotation | None,
    words: Words,
    width: int,
    *,
    full: bool,
    differing: Sequence[str] = (),
) -> list[PieceLine]:
    """Compose a card: two lines, or with ``full`` all that is known; ``differing`` is what others tell."""
    head: PieceLine = [
        (f" {SIGNS[fact.kind]} ", fact.kind),
        (fit(printable(heading(fact, words)), width - 6), "strong" if full else ""),
        (" ", ""),
        *((sign, VERDICTS.get(sign, "")) for sign in signs_of(annotation)),
    ]
    room = width - 4
    evidence = printable(fact.text)
    doubts = [f"⚠ {words('card.differs', other=other)}" for other in differing]
    short: PieceLine = [("   ", ""), (fit(evidence, room, pad=False), "muted")]
    lines = [head, *(_wrapped(evidence, room, "") if full else [short])]
    for doubt in doubts:
        lines += _wrapped(printable(doubt), room, "warn")
    if not full:
        return lines
    for detail in details(fact, words):
        lines += _wrapped(printable(detail), room, "muted")
    lines += _wrapped(printable(trust(fact, words)), room, "muted")
    if basis := rule(fact, words):
        lines += _wrapped(printable(basis), room, "muted")
    for name in fact.flags:
        lines += _wrapped(printable(f"⚠ {flag(name, words)}"), room, "warn")
    if annotation is not None:
        if annotation.tags:
            lines += _wrapped(printable(" ".join(f"#{tag}" for tag in annotation.tags)), room, "tag")
        for line in annotation.note.splitlines():
            lines += _wrapped(printable(f"✎ {line}"), room, "accent")
    return lines


def _wrapped(text: str, room: int, style: str) -> list[PieceLine]:
    return [[("   ", ""), (text[start:end].rstrip(" "), style)] for start, end in wrap(text, max(room, 4))]
