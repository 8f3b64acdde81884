"""A desk on which every action has something to do: a story, many rows, notes, one of them lost."""

from __future__ import annotations

from pathlib import Path

import msgspec

from store.desk import Desk
from store.model import Article, Block, Span
from tests.tui.articles import HANBIT, HOSTILE, NURI, reading_of
from tests.tui.test_orphans import NEW, OLD
from tests.tui.test_story import FIRST, SECOND
from tui.query.history import remember_query

ROWS = 36
"""How many headlines it has."""


def _with(article: Article, sentence: str) -> Article:
    return msgspec.structs.replace(article, blocks=(*article.blocks, Block(sentence, "paragraph")))


def _filler(number: int) -> Article:
    day = f"{1 + number % 28:02}"
    return Article(
        id=f"f{number:015x}",
        source=f"seeds/{number}.txt",
        published=f"2024-03-{day}T{number:02}:00",
        publisher="나루신문",
        blocks=(
            Block(f"{number}번 나루 소식", "title"),
            Block(f"나루시가 {number}번 길을 새로 닦는다고 밝혔다. 길이는 {number + 3}km다.", "paragraph"),
        ),
    )


def fill(home: Path) -> None:
    """Put everything into an empty home; the latest article is ``HANBIT``."""
    story = [
        msgspec.structs.replace(each, published=f"2024-05-1{day}T10:00")
        for day, each in enumerate((FIRST, SECOND))
    ]
    rest = [_filler(number) for number in range(ROWS - 5)]
    with Desk.open(home) as desk:
        before = _with(NURI, OLD)
        desk._archive.add([(article, b"") for article in (HANBIT, HOSTILE, before, *story, *rest)])
        desk.annotate(NURI.id, span=Span(OLD, len(NURI.blocks), 0, len(OLD)), note="자리를 잃을 메모")
        after = _with(NURI, NEW)
        desk._archive.add([(after, b"")])
        desk.keep_readings([reading_of(each) for each in (HANBIT, HOSTILE, after, *story, *rest)])
        desk.annotate(HOSTILE.id, note="빨강 메모", tags=["실적"])
        desk.save_shelf("공장", "공장")
    remember_query(home / "queries.json", "연구소")
