"""The top line: the paper's name, what is listed, and how much of it there is."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tui.cells import fit


class TopLine(Static):
    """``신문 ─ 전체 ─── 312건 · 안 읽음 27 · 메모 14``, and what is going on meanwhile."""

    DEFAULT_CSS = """
    TopLine {
        dock: top; height: 1; width: 100%;
        background: $panel; color: $foreground; padding: 0 1;
    }
    """

    listed: reactive[str] = reactive("")
    counts: reactive[str] = reactive("")
    busy: reactive[str] = reactive("")

    def __init__(self, name: str) -> None:
        super().__init__(markup=False)
        self._paper = name

    def render(self) -> Content:
        """Draw the line for the width there is."""
        right = f"{self.busy}  {self.counts}" if self.busy else self.counts
        left = f" ─ {self.listed}"
        room = self.size.width - cell_len(self._paper) - cell_len(right) - 1
        return Content.assemble((self._paper, "bold $accent"), fit(left, room), " ", (right, "$muted"))
