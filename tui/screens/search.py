"""The search prompt: a query with its number of hits while it is typed, and a caret under a mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.model import SinmunError
from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialog import Dialog

INPUT_MARGIN = 3


class SearchScreen(Dialog[str | None]):
    """Asks for a query; gives it when it can be run, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")
    DEFAULT_CSS = """
    SearchScreen { align: center top; & .box { margin-top: 1; } }
    """

    def __init__(self, words: Words, query: str, count: Callable[[str], int]) -> None:
        """``count`` gives a query's hits, or raises SinmunError (with ``caret``) where it can't be read."""
        super().__init__(words)
        self._query, self._count = query, count

    def compose(self) -> ComposeResult:
        """Draw the line, what it finds and the query language."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("search.title")
            yield Input(self._query, placeholder=self.words("search.placeholder"), select_on_focus=False)
            caret = Static("^", id="caret", classes="problem", markup=False)
            caret.display = False
            yield caret
            yield Static("", id="found", markup=False)
            yield Static(self.words("search.hint"), classes="hint", markup=False)
            yield self.keys("close")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._tell(event.value)

    def _tell(self, query: str) -> bool:
        found, below = self.query_one("#found", Static), self.query_one("#caret", Static)
        below.display = False
        try:
            count = self._count(query)
        except SinmunError as error:
            caret = getattr(error, "caret", None)
            if isinstance(caret, int) and cell_len(query) < self.query_one(Input).size.width:
                below.styles.padding = (0, 0, 0, INPUT_MARGIN + cell_len(query[:caret]))
                below.display = True
            found.add_class("problem")
            found.update(printable(self.words.error(error), lines=True))
            return False
        found.remove_class("problem")
        found.update(self.words("search.found", n=count))
        return True

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self._tell(event.value):
            self.dismiss(event.value.strip())

    def action_close(self) -> None:
        """Leave the list as it is."""
        self.dismiss(None)
