"""How much of what a reader wants a query finds, and how much of what it finds is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.dedup.paragraphs import fold
from store.desk import Desk
from store.model import Article, Block
from store.reading import open_reader
from tests.bench.generate import generate
from tests.search_labels import QUERIES, WRITTEN, Labelled

GENERATED = 240
RECALL, PRECISION = 0.95, 0.90


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Samples, read, and written and generated articles, of which every second was read."""
    with Desk.open(tmp_path_factory.mktemp("quality")) as opened:
        list(opened.add([str(Path(__file__).parent.parent / "seeds")]))
        texts = [text for text in WRITTEN.values() for _ in range(2)]
        opened._archive.add([(written(number, texts[number]), b"") for number in range(0, len(texts), 2)])
        reader = open_reader("fast")
        for article_id in opened.unread_by_reader(1000):
            opened.keep_reading(reader.read(opened.article(article_id)))
        opened._archive.add([(written(number, texts[number]), b"") for number in range(1, len(texts), 2)])
        made = [fold(raw) for raw in generate(GENERATED)]
        opened._archive.add([(each, b"") for each in made])
        for each in made[::2]:
            opened.keep_reading(reader.read(each))
        yield opened


def written(number: int, text: str) -> Article:
    title, body = text.split("\n")
    return Article(
        id=f"f{number:011x}", source="written.txt", blocks=(Block(title, "title"), Block(body, "paragraph"))
    )


def test_queries_find_what_is_wanted(desk: Desk) -> None:
    everything = [desk.article(headline.id) for headline in desk.headlines(limit=1000)]
    scores = [_score(desk, everything, labelled) for labelled in QUERIES]
    recall = sum(score[0] for score in scores) / len(scores)
    precision = sum(score[1] for score in scores) / len(scores)
    table = "\n".join(
        f"{labelled.query:30} recall {score[0]:.2f} precision {score[1]:.2f}"
        for labelled, score in zip(QUERIES, scores, strict=True)
    )
    assert recall >= RECALL and precision >= PRECISION, f"{recall:.3f} {precision:.3f}\n{table}"


def _score(desk: Desk, everything: list[Article], labelled: Labelled) -> tuple[float, float]:
    wanted = {article.id for article in everything if labelled.wants(article)}
    found = {headline.id for headline in desk.headlines(labelled.query, limit=1000)}
    assert wanted, f"nothing is wanted of {labelled.query}"
    hit = len(wanted & found)
    return hit / len(wanted), hit / len(found) if found else 0.0
