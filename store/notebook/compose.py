"""A new annotation, or the next state of one, from what the reader wants to keep."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from store.corrections import Correction, CorrectionKind
from store.model import Annotation, AnyFact, Article, EntityType, Selector, SinmunError, Span, Status
from store.notebook.anchors import find, select
from store.notebook.tags import normalize_tag, normalize_tags
from store.search.names import name_key


def compose(
    article: Article,
    existing: Sequence[Annotation],
    *,
    span: Span | None = None,
    fact: AnyFact | None = None,
    annotation_id: str | None = None,
    note: str | None = None,
    tags: Sequence[str] | None = None,
    status: Status | None = None,
) -> Annotation:
    """Give the annotation that is to be saved.

    It is the existing one with ``annotation_id``, on ``fact`` or on ``span``, changed in the fields that are
    not None, or else a new one. Without fact and span it is about the whole article, and always new.
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    place = span or fact
    selector = select(article, place) if place else None
    known = _existing(article, existing, selector, fact, annotation_id)
    if known is None:
        known = Annotation(
            id=secrets.token_hex(6),
            article=article.id,
            kind="fact" if fact else "span" if span else "article",
            created=now,
            modified=now,
            selector=selector,
            fact=fact.id if fact else None,
            fact_kind=fact.kind if fact else None,
        )
    changed = msgspec.structs.replace(
        known,
        note=known.note if note is None else clean_note(note),
        tags=known.tags if tags is None else normalize_tags(tags),
        status=known.status if status is None else status,
    )
    return changed if changed == known else msgspec.structs.replace(changed, modified=now)


def new_correction(kind: CorrectionKind, name: str, other: str, type_: EntityType | None) -> Correction:
    """Give the correction that is to be kept; raises SinmunError where it would say nothing."""
    name, other = normalize_tag(name), normalize_tag(other)
    if not name or (not other and kind != "retype"):
        raise SinmunError(f"{kind} needs names: write them in quotation marks where they have spaces")
    if (type_ is None) == (kind == "retype"):
        raise SinmunError("retype, and nothing else, needs a type: PS, OG, LC, PD or EV")
    if name_key(name) == name_key(other) and (kind != "rename" or name == other):
        raise SinmunError(f"{name} is {other} already: name two different names")
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return Correction(id=secrets.token_hex(6), kind=kind, name=name, other=other, type=type_, created=now)


def _existing(
    article: Article,
    existing: Sequence[Annotation],
    selector: Selector | None,
    fact: AnyFact | None,
    annotation_id: str | None,
) -> Annotation | None:
    for annotation in existing:
        if annotation_id is not None:
            if annotation.id == annotation_id:
                return annotation
        elif fact is not None:
            if annotation.fact == fact.id:
                return annotation
        elif (
            selector is not None
            and annotation.kind == "span"
            and annotation.selector is not None
            and find(annotation.selector, article.text) == (selector.start, selector.end)
        ):
            return annotation
    return None


def clean_note(text: str) -> str:
    """Give a note in NFC, with lone surrogates, which no file can hold, replaced, and no blank end."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", whole).rstrip()


def describe(annotation: Annotation) -> str:
    """Give what an annotation says, in one short line for an undo message."""
    return _line([annotation.status, *_marked(annotation.tags), annotation.note])


def describe_change(before: Annotation | None, after: Annotation | None) -> str:
    """Give what differs between an annotation before and after, in one short line for an undo message."""
    if before is None or after is None:
        shown = after or before
        return describe(shown) if shown else ""
    one_sided = [tag for tag in (*after.tags, *before.tags) if (tag in after.tags) != (tag in before.tags)]
    status = (after.status or before.status) if after.status != before.status else ""
    note = (after.note or before.note) if after.note != before.note else ""
    return _line([status, *_marked(one_sided), note])


def _marked(tags: Sequence[str]) -> list[str]:
    return [f"#{tag}" for tag in tags]


def _line(parts: Sequence[str]) -> str:
    line = " ".join(" ".join(part.split()) for part in parts if part)
    return line if len(line) <= 60 else line[:59] + "…"
