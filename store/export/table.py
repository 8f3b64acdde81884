"""Facts and notes as tables: CSV for spreadsheets and pandas, JSON lines with nothing left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.export.outcome import Exported, Material
from store.export.whole import write_whole
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
from store.text import escaped_json, printable

Row = dict[str, Any]
_ARTICLE = ("article", "title", "published", "publisher", "url")
_NOTE = ("status", "tags", "note")
FACT_COLUMNS = (
    *_ARTICLE,
    "fact", "kind", "text", "block", "start", "end",
    "who", "what", "value", "value_max", "unit", "approx", "comparator", "time", "place",
    "via", "certainty", "confidence", "rule", "flags",
    *_NOTE,
)  # fmt: skip
"""The columns of ``facts.csv``; offsets are characters into the block."""

NOTE_COLUMNS = (
    *_ARTICLE,
    "id", "kind", "exact", "start", "end", "fact", "fact_kind",
    *_NOTE,
    "created", "modified",
)  # fmt: skip
"""The columns of ``notes.csv``; offsets are characters into the article's text."""

_ACTING = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula."""


def export_csv(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write ``facts.csv`` and ``notes.csv``, in UTF-8 with a mark that spreadsheets need."""
    facts, notes = _Sheet(FACT_COLUMNS), _Sheet(NOTE_COLUMNS)
    for material in materials:
        facts.write(fact_rows(material))
        notes.write(note_rows(material))
    yield write_whole(folder / "facts.csv", facts.data())
    yield write_whole(folder / "notes.csv", notes.data())


def export_jsonl(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write ``facts.jsonl``: a fact a line, as it was read, with its article and the reader's annotation."""
    lines = bytearray()
    for material in materials:
        annotations = {a.fact: a for a in material.annotations if a.fact}
        for fact in material.reading.facts if material.reading else ():
            row = {
                **_about(material),
                **msgspec.to_builtins(fact),
                "annotation": msgspec.to_builtins(annotations.get(fact.id)),
            }
            lines += escaped_json(msgspec.json.encode(row)) + b"\n"
    yield write_whole(folder / "facts.jsonl", bytes(lines))


def fact_rows(material: Material) -> Iterator[Row]:
    """Give a row for each fact of an article."""
    annotations = {a.fact: a for a in material.annotations if a.fact}
    for fact in material.reading.facts if material.reading else ():
        yield {
            **_about(material),
            "fact": fact.id,
            "kind": fact.kind,
            "text": fact.text,
            "block": fact.block,
            "start": fact.start,
            "end": fact.end,
            "via": fact.via,
            "certainty": fact.certainty,
            "confidence": fact.confidence,
            "rule": fact.rule,
            "flags": "; ".join(fact.flags),
            **_parts(fact),
            **_marks(annotations.get(fact.id)),
        }


def note_rows(material: Material) -> Iterator[Row]:
    """Give a row for each annotation of an article."""
    for annotation in material.annotations:
        selector = annotation.selector
        yield {
            **_about(material),
            "id": annotation.id,
            "kind": annotation.kind,
            "exact": selector.exact if selector else None,
            "start": selector.start if selector else None,
            "end": selector.end if selector else None,
            "fact": annotation.fact,
            "fact_kind": annotation.fact_kind,
            "created": annotation.created,
            "modified": annotation.modified,
            **_marks(annotation),
        }


def _about(material: Material) -> Row:
    article = material.article
    return {
        "article": article.id,
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "url": article.url,
    }


def _marks(annotation: Annotation | None) -> Row:
    if annotation is None:
        return {}
    return {
        "status": annotation.status,
        "tags": "; ".join(annotation.tags),
        "note": annotation.note,
    }


def _parts(fact: AnyFact) -> Row:
    match fact:
        case Quotation():
            return {
                "who": "; ".join(fact.speaker.names) or None,
                "what": " / ".join(quote.text for quote in fact.quotes),
            }
        case Statistic():
            names = ("value", "value_max", "unit", "approx", "comparator", "time")
            return {"what": fact.measure, **{name: getattr(fact, name) for name in names}}
        case Forecast():
            return {"who": "; ".join(fact.speaker.names) or None, "time": fact.time}
        case Event():
            who = "; ".join(fact.participants)
            return {"who": who, "what": fact.verb, "place": fact.place, "time": fact.time}
        case RoleFact():
            return {"who": fact.person, "what": " ".join(filter(None, (fact.organization, fact.title)))}
        case Enumeration():
            return {"who": fact.about, "what": "; ".join(item.text for item in fact.items)}


class _Sheet:
    def __init__(self, columns: tuple[str, ...]) -> None:
        self._stream = io.StringIO(newline="")
        self._writer = csv.DictWriter(self._stream, columns, restval="", lineterminator="\r\n")
        self._writer.writeheader()

    def write(self, rows: Iterable[Row]) -> None:
        self._writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)

    def data(self) -> bytes:
        return self._stream.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    """Give a value for a cell: text shows what it is and never acts, numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = printable(value, lines=True)
    return "'" + text if text.lstrip().startswith(_ACTING) else text
