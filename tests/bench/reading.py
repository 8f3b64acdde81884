"""Fast reading of an article, all layers on, against ``kiwi.tokenize`` of the same distinct text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.extract.morphology import load_kiwi
from store.model import Article
from store.reading import articles_of, open_reader
from tests.bench.row import Row, paired, seconds


def rows(seeds: Path) -> Iterator[Row]:
    """Measure reading the sample articles."""
    articles = [article for article in articles_of([str(seeds)]) if isinstance(article, Article)]
    texts = [[block.text for block in article.blocks] for article in articles]
    reader, kiwi = open_reader("fast"), load_kiwi()
    ours, theirs = paired(
        lambda: seconds(lambda: [reader.read(article) for article in articles]),
        lambda: seconds(lambda: [list(kiwi.tokenize(blocks)) for blocks in texts]),
    )
    yield Row(
        name="fast reading, all layers",
        measured=ours / len(articles) * 1000,
        baseline=theirs / len(articles) * 1000,
        target="<= 1.5",
        unit="ms/article",
        detail="baseline: kiwi.tokenize of the same distinct text",
    )
