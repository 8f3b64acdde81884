"""The top line: the paper's name, what is listed, and how much of it there is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from store.text import printable
from tui.cells import fit

NARROW = 100
SAID_SECONDS = 4.0


class TopLine(Static):
    """``신문 ─ 전체 ─── 312건 · 안 읽음 27 · 메모 14``, or what is going on, and the panes."""

    DEFAULT_CSS = """
    TopLine {
        dock: top; height: 1; width: 100%;
        background: $panel; color: $foreground; padding: 0 1;
    }
    """

    listed: reactive[str] = reactive("")
    counts: reactive[str] = reactive("")
    busy: reactive[str] = reactive("")
    said: reactive[str] = reactive("")
    active: reactive[int] = reactive(0)

    def __init__(self, name: str, panes: Sequence[str]) -> None:
        super().__init__(markup=False)
        self._paper = name
        self._panes = panes
        self._timer: Timer | None = None

    def tell(self, message: str) -> None:
        """Say something for a while."""
        self.said = message
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SAID_SECONDS, self._hush)

    def _hush(self) -> None:
        self._timer, self.said = None, ""

    def render(self) -> Content:
        """Draw the line for the width there is."""
        width = self.size.width
        right = self.busy or self.counts
        tabs = self._tabs() if width < NARROW and not self.said else Content("")
        room = width - cell_len(self._paper) - tabs.cell_length - cell_len(right) - 1
        listed = fit(f" ─ {printable(self.said or self.listed)}", room - 1) + " "
        style = "bold $foreground" if self.said else "$foreground"
        return Content.assemble((self._paper, "bold $accent"), (listed, style), tabs, " ", (right, "$muted"))

    def _tabs(self) -> Content:
        parts = [
            (f"‹{name}›", "bold $accent") if index == self.active else (f" {name} ", "$muted")
            for index, name in enumerate(self._panes)
        ]
        return Content.assemble(*parts, " ")
