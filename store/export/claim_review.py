"""Facts that the reader judged, in the shape of schema.org's ClaimReview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.export.labels import STATUSES
from store.export.outcome import Exported, Material
from store.export.whole import write_whole
from store.model import Annotation, AnyFact, Article, Forecast, Quotation
from store.text import escaped_json

RATINGS = {"accepted": 5, "edited": 3, "rejected": 1}
"""Of five: what a verdict is worth."""


def export_claim_reviews(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write ``claims.json``: a list of a ClaimReview for each fact that was accepted, edited or rejected."""
    reviews = [review for material in materials for review in claim_reviews(material)]
    yield write_whole(
        folder / "claims.json", escaped_json(msgspec.json.format(msgspec.json.encode(reviews))) + b"\n"
    )


def claim_reviews(material: Material) -> Iterator[dict[str, Any]]:
    """Give the reviews of an article's facts."""
    verdicts = {a.fact: a for a in material.annotations if a.fact and a.status}
    for fact in material.reading.facts if material.reading else ():
        if fact.id in verdicts:
            yield _review(material.article, fact, verdicts[fact.id])


def _review(article: Article, fact: AnyFact, verdict: Annotation) -> dict[str, Any]:
    review: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "identifier": verdict.id,
        "datePublished": verdict.modified,
        "claimReviewed": fact.text,
        "reviewBody": verdict.note or None,
        "keywords": ", ".join(verdict.tags) or None,
        "inLanguage": "ko",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[verdict.status],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": STATUSES[verdict.status],
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": _speaker(fact, article),
            "datePublished": article.published,
            "appearance": {"@type": "NewsArticle", "url": article.url, "headline": article.title},
        },
    }
    return _without_nothing(review)


def _speaker(fact: AnyFact, article: Article) -> dict[str, Any]:
    if isinstance(fact, Quotation | Forecast) and fact.speaker.name:
        return {"@type": "Person", "name": fact.speaker.name}
    return {"@type": "Organization", "name": fact.via or article.publisher or article.source}


def _without_nothing(value: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _without_nothing(item) if isinstance(item, dict) else item
        for key, item in value.items()
        if item is not None
    }
