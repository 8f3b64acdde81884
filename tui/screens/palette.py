"""Textual's palette of commands, with the desk's own field to type in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from tui.widgets.fields import Field


class PaletteField(CommandInput, Field):
    """What is typed to find a command."""


class Palette(CommandPalette):
    """Finds an action by its name."""

    DEFAULT_CSS = """
    Palette #--input SearchIcon { color: $accent; }
    """

    def compose(self) -> ComposeResult:
        """Draw the field and what is found, as Textual does."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                icon = SearchIcon()
                icon.icon = "/"
                yield icon
                yield PaletteField(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()
