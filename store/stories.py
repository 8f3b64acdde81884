"""Articles grouped into stories: of a folder without keeping it, or of the archive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.desk import Desk
from store.model import Article
from store.reading import articles_of

PAGE = 500


def stories_of_path(path: str, failed: Callable[[str], None]) -> list[list[str]]:
    """Group a folder's articles; a file's article is called by the file's name without its ending.

    A file that holds several articles numbers them (``name#2``). What can't be read is told to ``failed``.
    """
    from store.dedup.story_index import StoryIndex

    index = StoryIndex()
    seen: dict[str, int] = {}
    for article in articles_of([path]):
        if not isinstance(article, Article):
            failed(str(article))
            continue
        name = Path(article.source.partition("#")[0]).stem
        seen[name] = seen.get(name, 0) + 1
        index.add(name if seen[name] == 1 else f"{name}#{seen[name]}", article)
    return index.groups()


def stories_of_archive(desk: Desk) -> list[list[str]]:
    """Group the articles of the archive, the oldest first, by their ids."""
    from store.dedup.story_index import StoryIndex

    index = StoryIndex()
    for offset in range(desk.count() - 1, -1, -PAGE):
        first = max(offset - PAGE + 1, 0)
        for headline in reversed(desk.headlines(offset=first, limit=offset - first + 1)):
            index.add(headline.id, desk.article(headline.id))
    return index.groups()
