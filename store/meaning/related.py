"""Articles that are about the same, by the cosine of their vectors: each story once."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import NamedTuple

import msgspec

from store.archive.archive import Archive
from store.archive.headline import Headline
from store.meaning.embedding import load_embedder
from store.meaning.vectors import Vectors
from store.model import Article

CHARACTERS = 400
"""News says first what it is about; this much takes about a third of a second on two cores."""
BATCH = 8


class Made(NamedTuple):
    """How many articles have got their vectors, and how many still wait."""

    made: int
    waiting: int


class Related(msgspec.Struct, frozen=True):
    """An article, and how near it is: a cosine, which for this model lies between 0.7 and 1."""

    headline: Headline
    score: float


class Meaning:
    """What the articles of an archive are about."""

    def __init__(self, archive: Archive, home: Path) -> None:
        """Load the model and open ``meaning.sqlite3``; raises SinmunError where the model is missing."""
        self._archive = archive
        self._embedder = load_embedder()
        self._vectors = Vectors(home / "meaning.sqlite3", archive.database.path, self._embedder)

    def catch_up(self, first: str = "") -> Iterator[Made]:
        """Make the vectors that articles lack, newest first, and tell after some how far it is.

        The article with the id ``first`` goes before all others.
        """
        lacking = sorted(self._vectors.lacking(), key=lambda each: each.article != first)
        for start in range(0, len(lacking), BATCH):
            batch = lacking[start : start + BATCH]
            texts = [gist(self._archive.article(each.article)) for each in batch]
            self._vectors.keep(batch, self._embedder.embed(texts))
            done = start + len(batch)
            yield Made(done, len(lacking) - done)

    def related(self, article_id: str, limit: int = 10) -> list[Related]:
        """Give the nearest articles of other stories, one of each story, among those that have vectors."""
        asked = self._archive.headline(article_id)
        vector = self._vectors.vector(asked.id)
        if vector is None:
            return []
        best: dict[str, tuple[float, str]] = {}
        for page in self._vectors.pages():
            # Rounded, so that what is equally near stands in one order whatever it was added up with.
            scores = (page.vectors @ vector).astype(float).clip(-1, 1).round(4).tolist()
            for score, article, story in zip(scores, page.articles, page.stories, strict=True):
                if story != asked.story:
                    best[story] = min(best.get(story, (inf, "")), (-score, article))
        nearest = sorted(best.values())[:limit]
        return [Related(self._archive.headline(each), -score) for score, each in nearest]

    def close(self) -> None:
        """Close the file of vectors."""
        self._vectors.close()


def gist(article: Article) -> str:
    """Give what the model reads of an article: title, deck and the first paragraphs."""
    read = "\n".join(block.text for block in article.blocks if block.role in ("title", "deck", "paragraph"))
    return (read or article.text)[:CHARACTERS]
