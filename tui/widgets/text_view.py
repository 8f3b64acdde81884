"""Plain lines of any length, wrapped and scrolled: for previews."""

from __future__ import annotations

from tui.drawing.cells import wrap
from tui.drawing.ink import PieceLine
from tui.widgets.piece_list import PieceList


class TextView(PieceList):
    """A text, each of its lines an item."""

    DEFAULT_CSS = """
    TextView { height: 1fr; background: $background; }
    """

    def __init__(self, text: str, name: str | None = None) -> None:
        super().__init__(name)
        self._text = text.split("\n")
        self.rests = False

    def item_count(self) -> int:
        """How many lines the text has."""
        return len(self._text)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Wrap one line of the text."""
        line = self._text[item]
        style = "heading" if line.startswith("#") else "muted" if line.startswith(">") else ""
        return [[(" ", ""), (line[start:end], style)] for start, end in wrap(line, max(4, width - 2))]
