"""A list that is small enough to be laid out whole: items of one or more lines, each line made of pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from rich.segment import Segment

from tui.drawing.cells import wrap
from tui.drawing.ink import PieceLine
from tui.widgets.line_view import LineView


def said(text: str, width: int, style: str = "muted") -> list[PieceLine]:
    """Break what is said in place of items for the width there is."""
    return [
        [(" ", ""), (line[slice(*part)], style)]
        for line in text.split("\n")
        for part in wrap(line, max(4, width - 2))
    ]


class PieceList(LineView):
    """Items under headings; a subclass composes the lines of each item."""

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name)
        self._lines: list[PieceLine] = []
        self._firsts: list[int] = []
        self._ends: list[int] = []

    def heading(self, item: int, width: int) -> list[PieceLine]:
        """Give the lines that stand above an item and do not belong to it."""
        return []

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Compose the lines of an item."""
        raise NotImplementedError

    def empty(self, width: int) -> list[PieceLine]:
        """Give the lines shown where there is no item."""
        return []

    def footing(self, width: int) -> list[PieceLine]:
        """Give the lines that stand below the last item and belong to none."""
        return []

    def lay_out(self, width: int) -> int:
        """Compose all lines."""
        self._lines, self._firsts, self._ends = [], [], []
        for item in range(self.item_count()):
            self._lines.extend(self.heading(item, width))
            self._firsts.append(len(self._lines))
            self._lines.extend(self.item(item, width))
            self._ends.append(len(self._lines))
        if not self._firsts:
            self._lines = self.empty(width)
        self._lines.extend(self.footing(width))
        return len(self._lines)

    def show_cursor(self) -> None:
        """Scroll as far as the item under the cursor needs, and from the last one on to what stands below."""
        super().show_cursor()
        if self._ends and self._ends[-1] < len(self._lines) and self.cursor == len(self._ends) - 1:
            self.scroll_to(y=min(self._firsts[-1], len(self._lines) - self.size.height), animate=False)

    def item_lines(self, item: int) -> range:
        """Which lines an item takes."""
        return range(self._firsts[item], self._ends[item]) if item < len(self._firsts) else range(0)

    def item_at(self, line: int) -> int | None:
        """Which item a line belongs to: a heading to the item below it."""
        if not self._firsts or line >= len(self._lines):
            return None
        item = bisect_right(self._firsts, line) - 1
        if item < 0 or line >= self._ends[item]:
            item += 1
        return min(item, len(self._firsts) - 1)

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """Draw one composed line."""
        return self.segments(self._lines[line], width) if line < len(self._lines) else []
