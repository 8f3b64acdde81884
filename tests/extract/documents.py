"""Documents for the tests of the extractors: a few lines in, an analysed article out."""

from __future__ import annotations

from datetime import date

from store.extract.document import Document
from store.extract.enumeration import find_enumerations
from store.extract.morphology import analyze
from store.extract.quantity import find_quantities
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.model import Article, Block, Enumeration, Quantity, Role, Statistic, Time

WEDNESDAY = date(2019, 3, 6)


def document(*lines: str, day: date | None = WEDNESDAY, role: Role = "paragraph") -> Document:
    """Analyse lines as the blocks of an article."""
    blocks = tuple(Block(line, role) for line in lines)
    return analyze(Article(id="t", source="t", blocks=blocks), day)


def times_of(*lines: str, day: date | None = WEDNESDAY) -> list[Time]:
    return find_times(document(*lines, day=day))


def dates_of(*lines: str, day: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [(time.text, time.value) for time in times_of(*lines, day=day)]


def quantities_of(*lines: str) -> list[Quantity]:
    read = document(*lines)
    return find_quantities(read, find_times(read))


def statistics_of(*lines: str) -> list[Statistic]:
    read = document(*lines)
    times = find_times(read)
    return find_statistics(read, find_quantities(read, times), times, [])


def lists_of(*lines: str, role: Role = "paragraph") -> list[Enumeration]:
    read = document(*lines, role=role)
    return find_enumerations(read, find_quantities(read, find_times(read)), [])
