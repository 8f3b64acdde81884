"""Fast reading of articles, all layers on, against ``kiwi.tokenize`` of the same distinct text."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from kiwipiepy import Kiwi

from store.extract import reader as stages
from store.extract.ner.fast import FastTagger
from store.extract.ner.gazetteer import load_gazetteer
from store.extract.ner.weights import load_weights
from store.extract.reader import Reader
from store.model import Article
from store.reading import TOGETHER, articles_of, open_reader
from tests.bench.row import Row, paired, settled

OWN = Path(__file__).parents[1] / "gold" / "own"
"""Articles of our own beside the samples: enough text that one run takes half a second."""

LAYERS = (
    *("name_finder", "analyze", "tag_names", "find_times", "find_quantities", "resolve_entities"),
    *("find_quotations", "find_statistics", "find_forecasts", "find_events", "find_roles"),
    *("find_enumerations", "attribute", "assemble", "index_terms"),
)
"""The stages of reading, as store.extract.reader calls them."""

RUNS = 3
"""How often the layers are timed, and what the tagger sees for the first time."""


def rows(seeds: Path) -> Iterator[Row]:
    """Measure reading as in bulk, and tell what each layer takes of it."""
    found = articles_of([str(seeds), str(OWN)])
    articles = list({each.id: each for each in found if isinstance(each, Article)}.values())
    texts = [[block.text for block in article.blocks] for article in articles]
    reader, kiwi = open_reader("fast"), Kiwi(num_workers=1)

    def ours(with_reader: Reader = reader) -> float:
        return settled(lambda: _read(with_reader, articles))

    def theirs() -> float:
        return settled(lambda: [list(kiwi.tokenize(blocks)) for blocks in texts])

    measured, baseline = paired(ours, theirs)
    unseen, beside = paired(
        lambda: ours(Reader(FastTagger(load_gazetteer(), load_weights()), "fast")), theirs, runs=RUNS
    )
    parts = _parts(lambda: _read(reader, articles))
    yield Row(
        name="fast reading, all layers",
        measured=measured / len(articles) * 1000,
        baseline=baseline / len(articles) * 1000,
        target="<= 1.5",
        unit="CPU ms/article",
        detail=f"baseline: kiwi.tokenize of the same {len(articles)} articles, each line once; "
        f"{unseen / beside:.2f} where the tagger sees every word for the first time; of it "
        + " ".join(f"{name} {took / baseline:.2f}" for name, took in parts),
    )


def _read(reader: Reader, articles: Sequence[Article]) -> None:
    for first in range(0, len(articles), TOGETHER["fast"]):
        reader.read_together(articles[first : first + TOGETHER["fast"]])


def _parts(read: Callable[[], object]) -> list[tuple[str, float]]:
    """Give the seconds that each layer takes of a reading, the longest first."""
    took: dict[str, float] = defaultdict(float)

    def timed(name: str) -> Callable[..., Any]:
        layer = getattr(stages, name)

        def call(*arguments: Any) -> Any:
            began = time.process_time()
            result = layer(*arguments)
            took[name] += time.process_time() - began
            return result

        return call

    with mock.patch.multiple(stages, **{name: timed(name) for name in LAYERS}):
        for _ in range(RUNS):
            read()
    return sorted(((name, took[name] / RUNS) for name in took), key=lambda part: -part[1])
