"""Articles that are near another one in meaning, the nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.text import printable
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.widgets.piece_list import PieceList, said

if TYPE_CHECKING:
    from store.meaning.related import Related


class RelatedList(PieceList):
    """Two lines an article: its headline, and how near it is, when and where."""

    DEFAULT_CSS = """
    RelatedList { width: 1fr; height: 1fr; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._empty = words("related.still")
        self.found: Sequence[Related] = ()

    def show(self, found: Sequence[Related], empty: str) -> None:
        """List articles, the cursor on the one where it was, or say ``empty``."""
        here = self.found[self.cursor].headline.id if self.cursor < len(self.found) else ""
        self.found, self._empty = found, empty
        ids = [each.headline.id for each in found]
        self.set_reactive(PieceList.cursor, ids.index(here) if here in ids else 0)
        self.relayout()

    def item_count(self) -> int:
        """How many articles are listed."""
        return len(self.found)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give the headline, then how near it is, its day and publisher."""
        each = self.found[item]
        headline = each.headline
        title = printable(headline.title) or self._words("headline.untitled")
        where = " · ".join(part for part in ((headline.published or "")[:10], headline.publisher) if part)
        near = self._words("related.near", score=f"{each.score:.2f}")
        return [
            [(" ", ""), ("● " if headline.unread else "  ", "accent"), (title, "")],
            [("   ", ""), (near, "accent"), (f"  {printable(where)}", "muted")],
        ]

    def empty(self, width: int) -> list[PieceLine]:
        """Say why there is nothing."""
        return said(self._empty, width)
