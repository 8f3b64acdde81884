"""A new annotation, or the next state of one, from what the reader wants to keep."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from store.corrections import Correction, CorrectionKind, describe_correction
from store.model import Annotation, AnyFact, Article, EntityType, Selector, SinmunError, Span, Status
from store.notebook.anchors import find, select, selector_at
from store.notebook.journal import Change, Changes, Corrected, Done, Shelved
from store.notebook.tags import normalize_tag, normalize_tags
from store.search.names import name_key
from store.search.shelf import Shelf


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
    place = span or fact
    selector = select(article, place) if place else None
    known = _existing(article, existing, selector, fact, annotation_id)
    if known is None:
        now = _now("milliseconds")
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
    return _modified(
        known,
        note=known.note if note is None else clean_note(note),
        tags=known.tags if tags is None else normalize_tags(tags),
        status=known.status if status is None else status,
    )


def _modified(annotation: Annotation, **fields: object) -> Annotation:
    changed = msgspec.structs.replace(annotation, **fields)
    if changed == annotation:
        return annotation
    return msgspec.structs.replace(changed, modified=_now("milliseconds"))


def _now(precision: str) -> str:
    return datetime.now(UTC).isoformat(timespec=precision)


def retagged(annotation: Annotation, tags: Sequence[str], without: Sequence[str] = ()) -> Annotation:
    """Give an annotation with ``tags`` beside its own, and without others."""
    gone = set(map(name_key, normalize_tags(without)))
    kept = [tag for tag in annotation.tags if name_key(tag) not in gone]
    return _modified(annotation, tags=normalize_tags([*kept, *tags]))


def joined(annotation: Annotation, other: Annotation) -> Annotation:
    """Give an annotation with another's note, tags and verdict beside its own, which go first."""
    note = "\n\n".join(part for part in (annotation.note, other.note) if part)
    changed = retagged(annotation, other.tags)
    return _modified(changed, note=note, status=annotation.status or other.status)


def emptied(annotation: Annotation) -> Annotation:
    """Give an annotation that says nothing, which is to be removed."""
    return msgspec.structs.replace(annotation, note="", tags=(), status="")


def renamed_tag(annotation: Annotation, old: str, new: str) -> Annotation:
    """Give an annotation with another tag in the place of one that it has."""
    meant = {name_key(old), name_key(new)}
    return _modified(
        annotation, tags=normalize_tags(new if name_key(tag) in meant else tag for tag in annotation.tags)
    )


def of_article(annotations: Sequence[Annotation]) -> Annotation | None:
    """Give the first of an article's annotations that is about it as a whole, None where none is."""
    return next((each for each in annotations if each.kind == "article"), None)


def judged(annotation: Annotation, status: Status) -> Annotation:
    """Give an annotation with another verdict."""
    return _modified(annotation, status=status)


def moved(annotation: Annotation, article: Article, start: int, end: int, fact: AnyFact | None) -> Annotation:
    """Give an annotation that stands on ``Article.text[start:end]``, which is ``fact``, or words without one.

    Raises SinmunError for a place that the article does not have.
    """
    text = article.text
    if not 0 <= start < end <= len(text):
        raise SinmunError(
            f"article {article.id} has no place {start}:{end}: give offsets between 0 and {len(text)}"
        )
    return _modified(
        annotation,
        kind="fact" if fact else "span",
        selector=selector_at(text, start, end),
        fact=fact.id if fact else None,
        fact_kind=fact.kind if fact else None,
    )


def new_shelf(name: str, query: str) -> Shelf:
    """Give the shelf that is to be kept; raises SinmunError where it lacks a name or a query."""
    called, asked = normalize_tag(name), " ".join(query.split())
    if not called or not asked:
        raise SinmunError("a shelf needs a name and a query: sinmun shelf add NAME QUERY")
    return Shelf(name=called, query=asked)


def new_correction(kind: CorrectionKind, name: str, other: str, type_: EntityType | None) -> Correction:
    """Give the correction that is to be kept; raises SinmunError where it would say nothing."""
    name, other = normalize_tag(name), normalize_tag(other)
    if not name or (not other and kind != "retype"):
        raise SinmunError(f"{kind} needs names: write them in quotation marks where they have spaces")
    if (type_ is None) == (kind == "retype"):
        raise SinmunError("retype, and nothing else, needs a type: PS, OG, LC, PD or EV")
    if name_key(name) == name_key(other) and (kind != "rename" or name == other):
        raise SinmunError(f"{name} is {other} already: name two different names")
    return Correction(
        id=secrets.token_hex(6),
        kind=kind,
        name=name,
        other=other,
        type=type_,
        created=_now("microseconds"),
    )


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
    place = f"“{after.selector.exact}”" if after.selector and after.selector != before.selector else ""
    return _line([status, *_marked(one_sided), note, place])


def describe_done(done: Done) -> str:
    """Give what a step of the journal changed, in one short line for an undo message."""
    match done:
        case Corrected(correction):
            return describe_correction(correction)
        case Shelved(was, now):
            shelf = now or was
            return f"shelf:{shelf.name}" if shelf else ""
        case Changes(changes):
            return f"{describe_change(changes[0].before, changes[0].after)} ×{len(changes)}"
        case Change(before, after):
            return describe_change(before, after)


def _marked(tags: Sequence[str]) -> list[str]:
    return [f"#{tag}" for tag in tags]


def _line(parts: Sequence[str]) -> str:
    line = " ".join(" ".join(part.split()) for part in parts if part)
    return line if len(line) <= 60 else line[:59] + "…"
