"""What the versions of a story tell differently, in few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from store.model import AnyFact, Article, Statistic
from store.text import printable
from tui.locale import Words
from tui.telling.card_text import figure, heading

if TYPE_CHECKING:
    from store.comparison.versions import StoryComparison


def claimed(fact: AnyFact, words: Words) -> str:
    """Say what a fact claims, to be held against another: a statistic's figure, else its heading."""
    return figure(fact, words) if isinstance(fact, Statistic) else heading(fact, words)


def labels(articles: Sequence[Article]) -> dict[str, str]:
    """Name each version by publisher or file name, with its moment where a name stands for several."""
    names = [printable(article.publisher or article.source.rpartition("/")[2]) for article in articles]
    moments = [(article.published or "").replace("T", " ")[5:16] for article in articles]
    return {
        article.id: f"{name} {moment}".rstrip() if names.count(name) > 1 else name
        for article, name, moment in zip(articles, names, moments, strict=True)
    }


def differences(
    comparison: StoryComparison, article: str, names: Mapping[str, str], words: Words
) -> dict[str, tuple[str, ...]]:
    """Give, for each fact of an article that others tell otherwise, what they tell and who."""
    told: dict[str, tuple[str, ...]] = {}
    differing = comparison.differing(article)
    for line in comparison.lines:
        for told_by, fact in line.claims:
            if told_by == article and fact.id in differing:
                mine = claimed(fact, words)
                others = [
                    f"{claimed(other, words)} ({names[teller]})"
                    for teller, other in line.claims
                    if teller != article and claimed(other, words) != mine
                ]
                told[fact.id] = tuple(dict.fromkeys(others))
    return told
