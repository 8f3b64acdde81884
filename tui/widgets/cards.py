"""The fact cards of an article, in its order; the one under the cursor tells everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.model import Annotation, AnyFact
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.telling.card_text import card
from tui.widgets.piece_list import PieceList, said


class FactCards(PieceList):
    """Fact cards; moving on them tells which fact is meant."""

    DEFAULT_CSS = """
    FactCards { width: 100%; height: 100%; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._facts: list[AnyFact] = []
        self._annotations: Mapping[str, Annotation] = {}
        self._differing: Mapping[str, Sequence[str]] = {}
        self._empty = "empty.unopened"
        self.rests = False

    def show(self, facts: Sequence[AnyFact], empty: str) -> None:
        """List the facts; ``empty`` is the key of what is said where there are none."""
        self._facts = sorted(facts, key=lambda fact: (fact.block, fact.start, -fact.end))
        self._empty, self._differing = empty, {}
        self.set_reactive(FactCards.cursor, self.validate_cursor(self.cursor))
        self.relayout()

    def annotate(self, annotations: Mapping[str, Annotation]) -> None:
        """Put the reader's notes on the cards, by fact id."""
        self._annotations = annotations
        self.relayout()

    def flag(self, differing: Mapping[str, Sequence[str]]) -> None:
        """Put what other versions of the story tell on the cards, by fact id."""
        self._differing = differing
        self.relayout()

    @property
    def fact(self) -> AnyFact | None:
        """The fact whose card is under the cursor."""
        return self._facts[self.cursor] if self.cursor < len(self._facts) else None

    def select(self, fact_id: str | None) -> None:
        """Stand on a fact's card, or with None on no card, without telling anybody."""
        at = next((index for index, fact in enumerate(self._facts) if fact.id == fact_id), self.cursor)
        if (at, fact_id is not None) != (self.cursor, self.rests):
            self.rests = fact_id is not None
            self.set_reactive(FactCards.cursor, at)
            self.relayout()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Open the card under the cursor when the focus comes, where none was chosen before."""
        super().watch_has_focus(has_focus)
        if not self.rests:
            self.relayout()

    def watch_cursor(self, old: int, new: int) -> None:
        """Open the card under the cursor and close the one before."""
        self.relayout()
        super().watch_cursor(old, new)

    def item_count(self) -> int:
        """How many facts there are."""
        return len(self._facts)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Compose a card."""
        fact = self._facts[item]
        return card(
            fact,
            self._annotations.get(fact.id),
            self._words,
            width,
            full=item == self.cursor and self.shows_cursor,
            differing=self._differing.get(fact.id, ()),
        )

    def empty(self, width: int) -> list[PieceLine]:
        """Say why there is nothing."""
        return said(self._words(self._empty), width)
