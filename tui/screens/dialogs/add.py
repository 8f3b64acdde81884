"""The prompt for files and folders to add."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.text import printable
from tui.actions import bindings
from tui.drawing.cells import fit
from tui.screens.dialogs.dialog import Dialog
from tui.screens.dialogs.path_completion import Completed, complete_path
from tui.widgets.fields import Field


class AddScreen(Dialog[list[str]]):
    """Asks for paths; gives them when they are there, none when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt", "paths")
    DEFAULT_CSS = """
    AddScreen #paths { height: auto; color: $muted; }
    """

    def compose(self) -> ComposeResult:
        """Draw the line and what can stand in it."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("add.title")
            yield Field(placeholder=self.words("add.placeholder"))
            names = Static("", id="paths", markup=False)
            names.display = False
            yield names
            problem = Static("", classes="problem", markup=False)
            problem.display = False
            yield problem
            yield Static(self.words("add.hint"), classes="hint", markup=False)
            yield self.keys("apply", "complete_path", "close")

    def _complain(self, message: str) -> None:
        problem = self.query_one(".problem", Static)
        problem.update(printable(message, lines=True))
        problem.display = bool(message)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._complain("")
        self.query_one("#paths").display = False

    @on(Input.Submitted)
    def action_apply(self) -> None:
        """Add what is named; what is not there is told, and the line stays as it was typed."""
        try:
            paths = shlex.split(self.query_one(Input).value)
        except ValueError:
            self._complain(self.words("add.quotes"))
            return
        known = [path if "://" in path else str(Path(path).expanduser()) for path in paths]
        missing = [path for path in known if "://" not in path and not Path(path).exists()]
        if missing:
            self._complain("\n".join(self.words("add.missing", path=path) for path in missing))
        elif known:
            self.dismiss(known)

    @work(group="paths", exclusive=True, thread=True)
    def action_complete_path(self) -> None:
        """Complete the path at the end of the line, or show what it may be."""
        line = self.query_one(Input).value
        self.app.call_from_thread(self._complete, line, complete_path(line))

    def _complete(self, line: str, completed: Completed) -> None:
        field = self.query_one(Input)
        if not self.is_attached or field.value != line:
            return
        with self.prevent(Input.Changed):
            field.value = completed.line
            field.cursor_position = len(completed.line)
        names = "  ".join(completed.names) if len(completed.names) > 1 else ""
        shown = self.query_one("#paths", Static)
        shown.update(fit(printable(names), 3 * field.size.width, pad=False))
        shown.display = bool(names)

    def action_close(self) -> None:
        """Add nothing."""
        self.dismiss([])
