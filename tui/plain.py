"""An article and its reading as plain lines, for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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

TYPES = {"PS": "인물", "OG": "기관", "LC": "장소", "PD": "제품", "EV": "행사"}
KINDS = {
    "quotation": "발언",
    "statistic": "통계",
    "forecast": "전망",
    "event": "사건",
    "role": "직함",
    "enumeration": "목록",
}


def page(article: Article, reading: Reading, annotations: Sequence[Annotation] = ()) -> Iterator[str]:
    """Give the article once, then its names, facts and notes, as lines."""
    yield article.title
    about = [article.published, article.publisher, article.author, article.url]
    yield " · ".join(filter(None, [article.id, *about]))
    if reading.language != "ko":
        yield f"(not read as Korean: {reading.language})"
    yield ""
    for block in article.blocks:
        if block.text != article.title:
            yield block.text
    if article.repeats:
        yield f"({len(article.repeats)} repeated or boilerplate lines folded)"
    for kind, label in TYPES.items():
        named = [entity for entity in reading.entities if entity.type == kind]
        if named:
            yield ""
            yield f"{label}: " + ", ".join(_with_aliases(entity) for entity in named)
    for kind, label in KINDS.items():
        facts = [fact for fact in reading.facts if fact.kind == kind]
        if facts:
            yield ""
            yield label
            yield from (f"  {describe(fact)}" for fact in facts)
    if annotations:
        yield ""
        yield "메모"
        for annotation in annotations:
            marks = [annotation.status, *(f"#{tag}" for tag in annotation.tags), annotation.note]
            yield "  " + " ".join(filter(None, marks))


def _with_aliases(entity: Entity) -> str:
    others = [alias for alias in entity.aliases if alias != entity.name]
    return f"{entity.name} ({', '.join(others)})" if others else entity.name


def describe(fact: AnyFact) -> str:
    """Give a fact as one line, with what makes it less than asserted."""
    doubts = [f"via {fact.via}" if fact.via else "", fact.certainty if fact.certainty != "asserted" else ""]
    tail = " · ".join(filter(None, [*doubts, *fact.flags]))
    return _what(fact) + (f"  [{tail}]" if tail else "")


def _what(fact: AnyFact) -> str:
    match fact:
        case Quotation():
            # Reported words are no quotation: only what stood in marks is put in marks.
            words = (q.text if fact.quote_type == "indirect" else f"“{q.text}”" for q in fact.quotes)
            reported = "(간접) " if fact.quote_type == "indirect" else ""
            return f"{fact.speaker.name or '?'}: {reported}" + " / ".join(words)
        case Statistic():
            value = f"{fact.value:,}" + (f"–{fact.value_max:,}" if fact.value_max is not None else "")
            details = [fact.measure, fact.comparator, fact.approx, fact.time]
            return f"{value} {fact.unit}".strip() + "".join(f" · {x}" for x in details if x)
        case Forecast():
            return f"{fact.text} · {fact.speaker.name or '?'}" + (f" · {fact.time}" if fact.time else "")
        case Event():
            where = "".join(f" · {x}" for x in (fact.place, fact.time) if x)
            return f"{fact.verb}: {', '.join(fact.participants)}{where}"
        case RoleFact():
            return f"{fact.person}: " + " ".join(filter(None, [fact.organization, fact.title]))
        case Enumeration():
            return f"{fact.about or '목록'}: " + ", ".join(item.text for item in fact.items)
