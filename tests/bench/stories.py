"""Grouping articles into stories, against MinHash LSH by datasketch."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from itertools import islice

from store.comparison.stories import stories_of
from store.dedup.paragraphs import fold
from store.dedup.shingles import text_of
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
        lambda: seconds(lambda: _ours(articles)),
        lambda: seconds(lambda: _datasketch(articles, in_batches=False)),
        runs=3,
    )
    batched = seconds(lambda: _datasketch(articles, in_batches=True))
    yield Row(
        name=f"grouping {ARTICLES:,} articles into stories",
        measured=ARTICLES / ours,
        baseline=ARTICLES / theirs,
        target=">= 10",
        unit="articles/s",
        detail="baseline: datasketch MinHash LSH, a shingle at a time, without the exact"
        f" decision; with update_batch {ARTICLES / batched:,.0f} articles/s, {batched / ours:.1f}x",
    )


def _ours(articles: list[Article]) -> None:
    stories_of((article.id, article) for article in articles)


def _datasketch(articles: list[Article], in_batches: bool) -> None:
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS)
    for article in articles:
        text = "".join(text_of(article.blocks).split())
        shingles = [text[i : i + SHINGLE].encode() for i in range(len(text) - SHINGLE + 1)]
        signature = MinHash(num_perm=PERMUTATIONS)
        if in_batches:
            signature.update_batch(shingles)
        else:
            for shingle in shingles:
                signature.update(shingle)
        lsh.query(signature)
        lsh.insert(article.id, signature)
