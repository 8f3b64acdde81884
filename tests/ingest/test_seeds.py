"""The samples: read as the golden file says, in every defect, and whatever is done to their bytes."""

import json
import random
from pathlib import Path

import pytest

from store.dedup.paragraphs import fold
from store.ingest import Failure, ingest, sources
from store.model import RawArticle

from .golden import GOLDEN, SEEDS, sample_articles, summary

FILES = sorted(path for path in SEEDS.rglob("*.*") if path.suffix != ".md")


def test_samples_are_read_as_written_down() -> None:
    assert [summary(article) for article in sample_articles()] == json.loads(
        GOLDEN.read_text(encoding="utf-8")
    )


def test_every_sample_shows_what_it_is_for() -> None:
    articles = sample_articles()
    assert len({article.id for article in articles}) == len(articles) >= 14
    kinds = {repeat.kind for article in articles for repeat in article.repeats}
    roles = {block.role for article in articles for block in article.blocks}
    assert kinds == {"exact", "near", "boilerplate"}
    assert roles == {"title", "dateline", "deck", "byline", "paragraph", "caption"}
    assert all(article.published and article.title for article in articles)


def test_the_visit_is_told_once() -> None:
    (visit,) = (article for article in sample_articles() if "001" in article.source)
    assert (len(visit.blocks), len(visit.repeats), visit.published) == (18, 14, "2022-11-15T16:30")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_damaged_samples_are_read_or_refused(path: Path) -> None:
    chance = random.Random(path.name)
    data = path.read_bytes()
    for _ in range(25):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            start = chance.randrange(len(damaged))
            end = min(len(damaged), start + chance.choice([1, 1, 2, 40, 400]))
            match chance.randrange(4):
                case 0:
                    del damaged[start:end]
                case 1:
                    damaged[start:end] = chance.randbytes(end - start)
                case 2:
                    damaged[start:start] = damaged[start:end]
                case _:
                    damaged[start:start] = chance.choice(
                        [b"\0", b"<", b"&#0;", b"\xed\xa0\x80", b"]]>", b'"', b"{"]
                    )
            if not damaged:
                break
        for found in ingest(str(path), bytes(damaged)):
            assert isinstance(found, Failure) or fold(found)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    def read() -> list[RawArticle | Failure]:
        return [
            one
            for source in sources([str(SEEDS)])
            if not isinstance(source, Failure)
            for one in ingest(*source)
        ]

    assert read() == read()
