"""What will be written, shown before it is written."""

from __future__ import annotations

from pathlib import Path
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
from tui.widgets.text_view import TextView


class ExportScreen(Dialog[Path | None]):
    """Shows one article's Markdown and asks for the folder; gives the folder, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("export", "prompt")
    DEFAULT_CSS = """
    ExportScreen { & .box { height: 90%; } & #file { color: $accent; } }
    """

    def __init__(self, words: Words, folder: Path, what: str, preview: tuple[str, str]) -> None:
        """``what`` says which articles go to ``folder``; ``preview`` is one: file name and Markdown."""
        super().__init__(words)
        self._folder, self._what, self._preview = folder, what, preview

    def compose(self) -> ComposeResult:
        """Draw the folder, how much is written, and the preview."""
        name, text = self._preview
        with Vertical(classes="box") as box:
            box.border_title = self.words("export.title")
            yield Static(self._what, classes="hint", markup=False)
            yield Field(str(self._folder), select_on_focus=False)
            yield Static(printable(name), id="file", markup=False)
            yield TextView(printable(text, lines=True))
            yield self.keys("write", "close")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write to the folder in the line."""
        folder = self.query_one(Input).value.strip()
        self.dismiss(Path(folder).expanduser() if folder else None)

    def action_close(self) -> None:
        """Write nothing."""
        self.dismiss(None)
