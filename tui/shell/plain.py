"""An article and its reading as plain lines, for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.model import (
    Annotation,
    AnyFact,
    Article,
    Entity,
    Enumeration,
    Event,
    Forecast,
    Quotation,
    Reading,
    RoleFact,
    Statistic,
)
from tui.locale import Words
from tui.shell.output import SPOKEN
from tui.telling.given import compared, remark
from tui.telling.repeats import counted

if TYPE_CHECKING:
    from store.ingest.given import Given

TYPES = ("PS", "OG", "LC", "PD", "EV")
KINDS = ("quotation", "statistic", "forecast", "event", "role", "enumeration")


def page(
    article: Article,
    reading: Reading,
    annotations: Sequence[Annotation] = (),
    given: Given | None = None,
) -> Iterator[str]:
    """Give the article once, then its names, facts and notes, as lines in the language that is spoken."""
    words = Words(SPOKEN.get())
    yield article.title
    about = [article.published, article.publisher, article.author, article.url]
    yield " · ".join(filter(None, [article.id, *about]))
    if reading.language != "ko":
        yield f"({words('article.english' if reading.language == 'en' else 'article.foreign')})"
    yield ""
    for block in article.blocks:
        if block.text != article.title:
            yield block.text
    if told := remark(given, words):
        yield f"({told})"
    if article.repeats:
        yield f"({words('show.folded', what=counted(article.repeats, words))})"
    for kind in TYPES:
        named = [entity for entity in reading.entities if entity.type == kind]
        if named:
            yield ""
            yield f"{words(f'entity.{kind}')}: " + ", ".join(_with_aliases(entity) for entity in named)
    if given is not None:
        from store.desk.beside import differences

        for heading, lines in compared(given, differences(given, reading.entities), words):
            yield ""
            yield heading
            yield from (f"  {line}" for line in lines)
    for kind in KINDS:
        facts = [fact for fact in reading.facts if fact.kind == kind]
        if facts:
            yield ""
            yield words(f"kind.{kind}")
            yield from (f"  {describe(fact, words)}" for fact in facts)
    if annotations:
        yield ""
        yield words("note.title")
        for annotation in annotations:
            verdict = words(f"said.{annotation.status}") if annotation.status else ""
            marks = [verdict, *(f"#{tag}" for tag in annotation.tags), annotation.note]
            yield "  " + " ".join(filter(None, marks))


def _with_aliases(entity: Entity) -> str:
    others = [alias for alias in entity.aliases if alias != entity.name]
    return f"{entity.name} ({', '.join(others)})" if others else entity.name


def describe(fact: AnyFact, words: Words) -> str:
    """Give a fact as one line, with what makes it less than asserted."""
    certainty = words(f"certainty.{fact.certainty}") if fact.certainty != "asserted" else ""
    tail = " · ".join(filter(None, [fact.via, certainty, *(words(f"flag.{flag}") for flag in fact.flags)]))
    return _what(fact, words) + (f"  [{tail}]" if tail else "")


def _what(fact: AnyFact, words: Words) -> str:
    match fact:
        case Quotation():
            # Reported words are no quotation: only what stood in marks is put in marks.
            said = (q.text if fact.quote_type == "indirect" else f"“{q.text}”" for q in fact.quotes)
            reported = f"({words('quote.indirect')}) " if fact.quote_type == "indirect" else ""
            return f"{str(fact.speaker) or '?'}: {reported}" + " / ".join(said)
        case Statistic():
            value = f"{fact.value:,}" + (f"–{fact.value_max:,}" if fact.value_max is not None else "")
            details = [fact.measure, fact.comparator, fact.approx, fact.time]
            return f"{value} {fact.unit}".strip() + "".join(f" · {x}" for x in details if x)
        case Forecast():
            return f"{fact.text} · {str(fact.speaker) or '?'}" + (f" · {fact.time}" if fact.time else "")
        case Event():
            where = "".join(f" · {x}" for x in (fact.place, fact.time) if x)
            return f"{fact.verb}: {', '.join(fact.participants)}{where}"
        case RoleFact():
            return f"{fact.person}: " + " ".join(filter(None, [fact.organization, fact.title]))
        case Enumeration():
            return f"{fact.about or words('kind.enumeration')}: " + ", ".join(
                item.text for item in fact.items
            )
