"""What the precise reader costs: sentences tagged a second, an article of forty sentences, and memory."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from store.dedup.paragraphs import fold
from store.extract.ner.tagging import load_tagger, tag_lines
from store.extract.reader import Reader
from store.model import Article, Block
from store.reading import TOGETHER, articles_of, open_reader
from tests.bench.generate import generate
from tests.bench.row import Row, settled

OWN = Path(__file__).parents[1] / "gold" / "own"
SENTENCES = 40
STUDY = 58.0
"""Sentences a second that the encoder of the study read in torch on one core."""
RUNS = 5
WARMED, READ = 300, 3_000
"""Articles read before memory is first looked at, and until it is looked at again."""


def rows() -> Iterator[Row]:
    """Measure tagging, a long article, and what many articles leave in memory."""
    lines = _sentences()
    list(tag_lines(lines, "precise"))
    took = statistics.median(settled(lambda: list(tag_lines(lines, "precise"))) for _ in range(RUNS))
    yield Row(
        name="precise tagging, one core",
        measured=len(lines) / took,
        baseline=STUDY,
        target=">= 2.07",
        unit="sentences/s",
        detail=f"baseline: the encoder of the study in torch; {len(lines)} sentences, morphology counted",
    )
    reader = Reader(load_tagger("precise"), "precise")
    article = _article(lines[:SENTENCES])
    yield Row(
        name=f"an article of {SENTENCES} sentences, precisely",
        measured=statistics.median(settled(lambda: reader.read(article)) for _ in range(RUNS)),
        baseline=1.0,
        target="<= 1",
        unit="CPU s",
        detail="baseline: a second",
    )
    fast = open_reader("fast")
    articles = (fold(raw) for raw in generate(WARMED + READ, seed=9))
    before, after = (_memory_after(fast, list(islice(articles, count))) for count in (WARMED, READ))
    yield Row(
        name=f"memory after reading {READ:,} articles more",
        measured=after,
        baseline=before,
        target="<= +10",
        unit="MB",
        detail=f"baseline: after the first {WARMED}",
    )


def _sentences() -> list[str]:
    reader = open_reader("fast")
    articles = [each for each in articles_of([str(OWN)]) if isinstance(each, Article)]
    return [sentence.text for article in articles for sentence in reader.read(article).sentences]


def _article(sentences: list[str]) -> Article:
    pairs = (" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))
    blocks = (Block("마흔 문장", "title"), *(Block(pair, "paragraph") for pair in pairs))
    return Article(id="forty", source="forty.txt", published="2025-03-05", blocks=blocks)


def _memory_after(reader: Reader, articles: list[Article]) -> float:
    """Read articles as in bulk, and give the megabytes that the process holds then."""
    for first in range(0, len(articles), TOGETHER["fast"]):
        reader.read_together(articles[first : first + TOGETHER["fast"]])
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024
