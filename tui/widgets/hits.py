"""What a query finds, while it is typed: each article with the words that were searched for marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from store.text import printable
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.query.snippets import Hit
from tui.widgets.piece_list import PieceList, said


class Hits(PieceList):
    """The first articles that are found, two lines each."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    Hits { width: 100%; height: 1fr; }
    """

    class Left(Message):
        """The reader goes up, above the first article."""

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self.hits: Sequence[Hit] = ()
        self._empty = words("empty.reading")

    def show(self, hits: Sequence[Hit], empty: str) -> None:
        """List what is found, or say ``empty``."""
        self.hits, self._empty = hits, empty
        self.set_reactive(PieceList.cursor, 0)
        self.relayout()

    def item_count(self) -> int:
        """How many articles are listed."""
        return len(self.hits)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give the headline, then where it stands and the words around the first that was found."""
        hit = self.hits[item]
        headline = hit.headline
        title = hit.title or [(self._words("headline.untitled"), "muted")]
        where = " · ".join(part for part in ((headline.published or "")[:10], headline.publisher) if part)
        sign = "● " if headline.unread else "  "
        return [
            [(" ", ""), (sign, "accent"), *title],
            [("   ", ""), (f"{where}  " if where else "", "accent"), *hit.snippet],
        ]

    def empty(self, width: int) -> list[PieceLine]:
        """Say why there is nothing."""
        return said(printable(self._empty, lines=True), width)

    def action_up(self) -> None:
        """To the article above, or from the first back to the query."""
        if self.cursor == 0:
            self.post_message(self.Left())
        else:
            self.cursor -= 1
