"""The top line: the paper's name, what is listed, and how much of it there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from store.text import printable
from tui.drawing.cells import fit

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

    class Pressed(Message):
        """A pane's name was clicked."""

        def __init__(self, tab: int) -> None:
            super().__init__()
            self.tab = tab

    def __init__(self, name: str, panes: Sequence[str]) -> None:
        super().__init__(markup=False)
        self._paper = name
        self._panes = panes
        self._codes: Mapping[int, str] = {}
        self._timer: Timer | None = None

    def tell(self, message: str) -> None:
        """Say something for a while."""
        self.said = message
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SAID_SECONDS, self.hush)

    def hush(self) -> None:
        """Say no more."""
        if self._timer is not None:
            self._timer.stop()
        self._timer, self.said = None, ""

    @property
    def tabs(self) -> Sequence[str]:
        """The panes that are named here, none where all are seen or there is no room."""
        cells = cell_len(self._paper) + cell_len(self.busy or self.counts) + self._tab_cells(self._panes) + 3
        fits = cells <= self.size.width < NARROW
        return self._panes if fits and not self.said else ()

    def spot_of(self, tab: int) -> tuple[int, int]:
        """Give the column and row of the screen where a pane's name begins."""
        before = sum(cell_len(name) + 2 for name in self._panes[:tab])
        return self.content_region.x + self._edge() + before, self.content_region.y

    def mark_items(self, codes: Mapping[int, str]) -> None:
        """Show a mark on each of these panes' names, and on no other."""
        self._codes = codes
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the pane whose name was clicked."""
        for tab, name in enumerate(self.tabs):
            column, _ = self.spot_of(tab)
            if column <= event.screen_x < column + cell_len(name) + 2:
                self.post_message(self.Pressed(tab))

    def render(self) -> Content:
        """Draw the line for the width there is."""
        room = self._edge() - cell_len(self._paper)
        listed = fit(f" ─ {printable(self.said or self.listed)}", room - 1) + " "
        style = "bold $foreground" if self.said else "$foreground"
        parts = [self._tab(tab, name) for tab, name in enumerate(self.tabs)]
        tabs = Content.assemble(*parts, " ") if parts else ""
        return Content.assemble(
            (self._paper, "bold $accent"), (listed, style), tabs, " ", (self._right, "$muted")
        )

    def _edge(self) -> int:
        """Give the column where the panes' names begin."""
        return self.size.width - self._tab_cells(self.tabs) - cell_len(self._right) - 1

    @property
    def _right(self) -> str:
        """What stands on the right: the counts give way to what is said and has no room beside them."""
        cells = sum(map(cell_len, (self._paper, " ─ ", printable(self.said), self.counts))) + 2
        return self.busy or ("" if self.said and cells > self.size.width else self.counts)

    def _tab_cells(self, panes: Sequence[str]) -> int:
        """Give how many cells the panes' names take, with the blank before what stands behind them."""
        return sum(cell_len(name) + 2 for name in panes) + bool(panes)

    def _tab(self, tab: int, name: str) -> Content:
        mark = self._codes.get(tab, "")
        left, right = "‹›" if tab == self.active else "  "
        style = "bold $accent" if tab == self.active else "$muted"
        if not mark:
            return Content.assemble((f"{left}{name}{right}", style))
        return Content.assemble((mark, "bold $mention-text on $mention"), (f"{name}{right}", style))
