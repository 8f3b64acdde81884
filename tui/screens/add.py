"""The prompt for files and folders to add."""

from __future__ import annotations

import shlex
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.actions import bindings
from tui.screens.dialog import Dialog


class AddScreen(Dialog[list[str]]):
    """Asks for paths; gives them, none when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def compose(self) -> ComposeResult:
        """Draw the line and what can stand in it."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("add.title")
            yield Input(placeholder=self.words("add.placeholder"))
            yield Static("", classes="problem", markup=False)
            yield Static(self.words("add.hint"), classes="hint", markup=False)
            yield self.keys("close")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(shlex.split(event.value))
        except ValueError:
            self.query_one(".problem", Static).update(self.words("add.quotes"))

    def action_close(self) -> None:
        """Add nothing."""
        self.dismiss([])
