"""Annotations in the W3C Web Annotation Data Model (JSON-LD): one collection, everything on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from store.export.outcome import Exported, Material
from store.export.whole import write_whole
from store.model import Annotation, Article, Selector
from store.text import escaped_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def export_web_annotations(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write ``annotations.jsonld``: an AnnotationCollection with every annotation."""
    items = [
        web_annotation(annotation, material.article)
        for material in materials
        for annotation in material.annotations
    ]
    data = escaped_json(msgspec.json.format(msgspec.json.encode(collection(items)))) + b"\n"
    yield write_whole(folder / "annotations.jsonld", data)


def collection(items: list[dict[str, Any]]) -> dict[str, Any]:
    """Give annotations as a collection whose only page is in it."""
    page = {
        "id": "urn:sinmun:notebook:page-1",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return {
        "@context": CONTEXT,
        "id": "urn:sinmun:notebook",
        "type": "AnnotationCollection",
        "label": "sinmun",
        "total": len(items),
        **({"first": page, "last": page["id"]} if items else {}),
    }


def web_annotation(annotation: Annotation, article: Article) -> dict[str, Any]:
    """Give one annotation; its target is the article's address, or a URN where it has none."""
    return {
        "@context": CONTEXT,
        "id": f"urn:sinmun:note:{annotation.id}",
        "type": "Annotation",
        "created": _instant(annotation.created),
        "modified": _instant(annotation.modified),
        "motivation": _motivation(annotation),
        **_body(annotation),
        "target": _target(annotation.selector, article),
    }


def _motivation(annotation: Annotation) -> str:
    if annotation.note:
        return "commenting"
    if annotation.tags:
        return "tagging"
    return "assessing" if annotation.status else "highlighting"


def _body(annotation: Annotation) -> dict[str, Any]:
    bodies: list[dict[str, Any]] = []
    if annotation.note:
        bodies.append(
            {
                "type": "TextualBody",
                "value": annotation.note,
                "format": "text/markdown",
                "purpose": "commenting",
            }
        )
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in annotation.tags]
    if annotation.status:
        bodies.append({"type": "TextualBody", "value": annotation.status, "purpose": "assessing"})
    return {"body": bodies} if bodies else {}


def _target(selector: Selector | None, article: Article) -> str | dict[str, Any]:
    source = article.url or f"urn:sinmun:article:{article.id}"
    if selector is None:
        return source
    quote = {"type": "TextQuoteSelector", "exact": selector.exact}
    if selector.prefix:
        quote["prefix"] = selector.prefix
    if selector.suffix:
        quote["suffix"] = selector.suffix
    position = {"type": "TextPositionSelector", "start": selector.start, "end": selector.end}
    return {"source": source, "selector": [quote, position]}


def _instant(stamp: str) -> str:
    """Give a time as the model writes it: UTC, with a Z."""
    return datetime.fromisoformat(stamp).strftime("%Y-%m-%dT%H:%M:%SZ")
