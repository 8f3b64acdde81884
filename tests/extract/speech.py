"""Articles for the tests of quotations: their names are a cast that is known beforehand."""

from __future__ import annotations

from datetime import date

from store.extract.document import Document
from store.extract.forecast import find_forecasts
from store.extract.morphology import analyze
from store.extract.quotation import find_quotations
from store.extract.temporal import find_times
from store.model import Article, Block, Entity, EntityType, Forecast, Quotation, Role, Span

DAY = date(2024, 3, 2)

CAST: dict[str, EntityType] = {
    "정 대표": "PS",
    "오 사장": "PS",
    "윤 총재": "PS",
    "민 의원": "PS",
    "김수로": "PS",
    "박서연": "PS",
    "서지훈": "PS",
    "이 감독": "PS",
    "한빛전자": "OG",
    "구름은행": "OG",
    "국토교통부": "OG",
    "새벽일보": "OG",
    "나래시": "LC",
}


def _places(text: str) -> list[tuple[int, int, str]]:
    taken: list[tuple[int, int, str]] = []
    for name in sorted(CAST, key=lambda name: (-len(name), name)):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if all(end <= a or b <= start for a, b, _ in taken):
                taken.append((start, end, name))
            start = text.find(name, end)
    return sorted(taken)


def read(*lines: str, title: str | None = None, deck: str | None = None) -> tuple[Document, list[Entity]]:
    """Analyse lines as the paragraphs of an article, with the cast's names as its entities."""
    heads: list[tuple[str, Role]] = [(title, "title")] if title else []
    heads += [(deck, "deck")] if deck else []
    blocks = tuple(Block(text, role) for text, role in [*heads, *((line, "paragraph") for line in lines)])
    found: dict[str, list[Span]] = {}
    for index, block in enumerate(blocks):
        for start, end, name in _places(block.text):
            found.setdefault(name, []).append(Span(name, index, start, end))
    entities = [
        Entity(id=f"e{i}", name=name, type=CAST[name], mentions=tuple(mentions))
        for i, (name, mentions) in enumerate(found.items())
    ]
    article = Article(id="test", source="test", blocks=blocks, published=DAY.isoformat())
    return analyze(article, DAY, lambda text: [(a, b) for a, b, _ in _places(text)]), entities


def quotations_of(*lines: str, title: str | None = None, deck: str | None = None) -> list[Quotation]:
    document, entities = read(*lines, title=title, deck=deck)
    return find_quotations(document, entities)


def said(*lines: str) -> list[tuple[str | None, list[str]]]:
    """Give who said what, act by act."""
    return [(q.speaker.name, [quote.text for quote in q.quotes]) for q in quotations_of(*lines)]


def forecasts_of(*lines: str, title: str | None = None) -> list[Forecast]:
    document, entities = read(*lines, title=title)
    return find_forecasts(document, find_quotations(document, entities), find_times(document), entities)
