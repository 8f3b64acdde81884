"""Annotations made and changed, one or many as one step that can be undone: archive and notebook joined."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Annotation, AnyFact, Article, SinmunError, Span, Status
from store.notebook.anchors import find
from store.notebook.compose import compose, emptied, joined, moved
from store.notebook.notebook import Notebook


def annotate(
    notebook: Notebook,
    article: Article,
    *,
    span: Span | None,
    fact: AnyFact | None,
    annotation_id: str | None,
    note: str | None,
    tags: Sequence[str] | None,
    status: Status | None,
) -> Annotation:
    """Annotate an article, or change the annotation on that span or fact or with that id."""
    with notebook.held():
        asked = span is not None or fact is not None or annotation_id is not None
        annotation = compose(
            article,
            notebook.annotations(article.id) if asked else [],
            span=span,
            fact=fact,
            annotation_id=annotation_id,
            note=note,
            tags=tags,
            status=status,
        )
        notebook.save(annotation, article)
    return annotation


def reanchor(
    notebook: Notebook, article: Article, annotation_id: str, start: int, end: int, fact: AnyFact | None
) -> Annotation:
    """Put an annotation on other words of its article; one that stands there already takes it in."""
    with notebook.held():
        known = {each.id: each for each in notebook.annotations(article.id)}
        if annotation_id not in known:
            raise SinmunError(
                f"article {article.id} has no annotation {annotation_id}: `sinmun notes` lists them"
            )
        there = moved(known.pop(annotation_id), article, start, end, fact)
        other = next((each for each in known.values() if _same_place(each, there, article)), None)
        if other is None:
            notebook.save(there, article)
            return there
        both = joined(other, there)
        notebook.save_all([(both, article), (emptied(there), article)])
    return both


def _same_place(one: Annotation, other: Annotation, article: Article) -> bool:
    if one.kind == "article" or one.selector is None or other.selector is None:
        return False
    if one.fact or other.fact:
        return one.fact == other.fact
    return find(one.selector, article.text) == (other.selector.start, other.selector.end)
