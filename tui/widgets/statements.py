"""What somebody said, the newest first, each with its date and article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from store.text import printable
from tui.drawing.cells import fit, wrap
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.widgets.piece_list import PieceList, said

if TYPE_CHECKING:
    from store.archive.entities import Said

SHORT = 2
"""How many lines of a statement are shown until the cursor stands on it."""


class Statements(PieceList):
    """Statements from several articles; the one under the cursor is shown whole."""

    DEFAULT_CSS = """
    Statements { width: 1fr; height: 1fr; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._empty, self.rests = "empty.reading", False
        self._titles: Mapping[str, str] = {}
        self.statements: Sequence[Said] = ()

    def show(self, statements: Sequence[Said], titles: Mapping[str, str]) -> None:
        """List statements; ``titles`` are those of their articles by id."""
        self.statements, self._titles, self._empty = statements, titles, "empty.said"
        self.relayout()

    def watch_cursor(self, old: int, new: int) -> None:
        """Show the statement under the cursor whole."""
        self.relayout()
        super().watch_cursor(old, new)

    def item_count(self) -> int:
        """How many statements there are."""
        return len(self.statements)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give the date and article, then the words."""
        said = self.statements[item]
        where = [self._titles.get(said.article, ""), said.source]
        room = max(width - 4, 4)
        text = printable(said.quotation.text)
        parts = wrap(text, room)
        lines: list[PieceLine] = [
            [(f" {said.date}", "accent"), ("  " + " · ".join(part for part in where if part), "muted")]
        ]
        if item != self.cursor and len(parts) > SHORT:
            start = parts[SHORT - 1][0]
            shown = [text[slice(*part)] for part in parts[: SHORT - 1]]
            shown.append(fit(text[start:], room, pad=False))
        else:
            shown = [text[slice(*part)] for part in parts]
        return [*lines, *([("   ", ""), (line.rstrip(" "), "")] for line in shown)]

    def empty(self, width: int) -> list[PieceLine]:
        """Say why there is nothing."""
        return said(self._words(self._empty), width)
