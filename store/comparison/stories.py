"""The articles of a folder grouped into stories without keeping them, and how well a group holds together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path

import msgspec

from store.model import Article
from store.reading import articles_of

BATCH = 200


class Explained(msgspec.Struct, frozen=True):
    """A story of several articles, and how far two of them overlap on average, 0 to 1."""

    story: str
    articles: int
    overlap: float


def articles_of_path(path: str, failed: Callable[[str], None]) -> Iterator[tuple[str, Article]]:
    """Give a folder's articles by name; a file's article is called by the file's name without its ending.

    A file that holds several articles numbers them (``name#2``). What can't be read is told to ``failed``.
    """
    seen: dict[str, int] = {}
    for article in articles_of([path]):
        if not isinstance(article, Article):
            failed(str(article))
            continue
        name = Path(article.source.partition("#")[0]).stem
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}", article


def stories_of(named: Iterable[tuple[str, Article]]) -> list[list[str]]:
    """Group articles by their names, each in one story, the stories in the order of their first articles."""
    from store.dedup.signature import describe
    from store.dedup.story_index import StoryIndex

    index = StoryIndex()
    left = iter(named)
    while batch := list(islice(left, BATCH)):
        described = describe([article for _, article in batch])
        for (name, _), article in zip(batch, described, strict=True):
            index.add(name, article)
    return index.groups()


def explain(stories: Iterable[Sequence[str]], article_of: Callable[[str], Article]) -> Iterator[Explained]:
    """Tell of each story of two or more how alike its articles are; the first names the story."""
    from store.dedup.stories import overlap, profile

    for names in stories:
        if len(names) > 1:
            profiles = [profile(article_of(name)) for name in names]
            overlaps = [overlap(one, other) for one, other in combinations(profiles, 2)]
            yield Explained(names[0], len(names), round(sum(overlaps) / len(overlaps), 4))
