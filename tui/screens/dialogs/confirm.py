"""A question with yes and no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialogs.dialog import Dialog


class ConfirmScreen(Dialog[bool]):
    """Asks; gives True for yes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("confirm")

    def __init__(self, words: Words, question: str) -> None:
        super().__init__(words)
        self._question = question

    def compose(self) -> ComposeResult:
        """Draw the question and its two answers."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("confirm.title")
            yield Static(printable(self._question, lines=True), markup=False)
            yield self.keys("yes", "no")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)
