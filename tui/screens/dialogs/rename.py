"""The prompt for another name."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.fields import Field


class RenameScreen(Dialog[str]):
    """Asks how a name should be; gives it, None when it was left or stays as it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def __init__(self, words: Words, name: str) -> None:
        super().__init__(words)
        self._written = name

    def compose(self) -> ComposeResult:
        """Draw the name and the line to change it in."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("rename.title")
            yield Static(printable(self._written), classes="quote", markup=False)
            yield Field(value=printable(self._written), select_on_focus=False)
            yield Static(self.words("names.hint"), classes="hint", markup=False)
            yield self.keys("apply", "close")

    @on(Input.Submitted)
    def action_apply(self) -> None:
        """Take the name as it is written."""
        name = self.query_one(Field).value.strip()
        self.dismiss(name if name and name != printable(self._written) else None)

    def action_close(self) -> None:
        """Leave the name as it is."""
        self.dismiss(None)
