"""Grouping articles into stories, against MinHash LSH by datasketch."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from itertools import islice

from store.dedup.paragraphs import fold
from store.dedup.shingles import text_of
from store.dedup.story_index import StoryIndex
from store.model import Article
from tests.bench.generate import generate
from tests.bench.row import Row, paired, seconds

ARTICLES = 1_000
PERMUTATIONS = 72
SHINGLE = 5


def rows() -> Iterator[Row]:
    """Measure articles a second, both over the same generated articles."""
    if importlib.util.find_spec("datasketch") is None:
        return
    articles = [fold(raw) for raw in islice(generate(ARTICLES), ARTICLES)]
    ours, theirs = paired(
        lambda: seconds(lambda: _ours(articles)), lambda: seconds(lambda: _datasketch(articles)), runs=3
    )
    yield Row(
        name=f"grouping {ARTICLES:,} articles into stories",
        measured=ARTICLES / ours,
        baseline=ARTICLES / theirs,
        target=">= 10",
        unit="articles/s",
        detail="baseline: datasketch MinHash LSH, the same shingles",
    )


def _ours(articles: list[Article]) -> None:
    index = StoryIndex()
    for article in articles:
        index.add(article.id, article)


def _datasketch(articles: list[Article]) -> None:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS)
    for article in articles:
        text = "".join(text_of(article).split())
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([text[i : i + SHINGLE].encode() for i in range(len(text) - SHINGLE + 1)])
        lsh.query(signature)
        lsh.insert(article.id, signature)
