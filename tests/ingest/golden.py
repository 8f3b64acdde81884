"""What the samples are read as, in short; ``python -m tests.ingest.golden`` writes it down anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from store.dedup.paragraphs import fold
from store.ingest import Failure, ingest, sources
from store.model import Article

GOLDEN = Path(__file__).parent / "golden.json"
SEEDS = Path(__file__).parent.parent.parent / "seeds"


def sample_articles() -> list[Article]:
    """Read every sample."""
    articles = []
    for source in sources([str(SEEDS)]):
        assert not isinstance(source, Failure), source
        for raw in ingest(*source):
            assert not isinstance(raw, Failure), raw
            articles.append(fold(raw))
    return articles


def summary(article: Article) -> dict[str, Any]:
    """Give what the golden file holds of an article."""
    return {
        "source": Path(article.source).relative_to(SEEDS).as_posix(),
        "url": article.url,
        "published": article.published,
        "author": article.author,
        "publisher": article.publisher,
        "blocks": [f"{block.role}: {block.text[:30]}" for block in article.blocks],
        "repeats": [f"{repeat.line} {repeat.kind} of {repeat.of}" for repeat in article.repeats],
    }


if __name__ == "__main__":
    summaries = [summary(article) for article in sample_articles()]
    GOLDEN.write_text(json.dumps(summaries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
