"""The figures on one name, the newest first, each with its measure, value, time and article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from store.text import printable
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.telling.card_text import figure
from tui.widgets.piece_list import PieceList

if TYPE_CHECKING:
    from store.archive.entities import Figure


class Figures(PieceList):
    """Statistics from several articles, two lines each: what is measured, and where it is told."""

    DEFAULT_CSS = """
    Figures { width: 1fr; height: 1fr; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._titles: Mapping[str, str] = {}
        self.figures: Sequence[Figure] = ()
        self.rests = False

    def show(self, figures: Sequence[Figure], titles: Mapping[str, str]) -> None:
        """List figures; ``titles`` are those of their articles by id."""
        self.figures, self._titles = figures, titles
        self.relayout()

    def item_count(self) -> int:
        """How many figures there are."""
        return len(self.figures)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give the date, measure, value and time, then the article."""
        told = self.figures[item]
        fact = told.statistic
        beside = " · ".join(part for part in (fact.comparator, fact.time) if part)
        where = " · ".join(part for part in (self._titles.get(told.article, ""), told.source) if part)
        return [
            [
                (f" {told.date}  ", "accent"),
                (printable(fact.measure or self._words("entity.no_measure")) + " ", ""),
                (printable(figure(fact, self._words)), "statistic"),
                (f"  {printable(beside)}" if beside else "", "muted"),
            ],
            [("   ", ""), (printable(where), "muted")],
        ]
