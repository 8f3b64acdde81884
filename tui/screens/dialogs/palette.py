"""Textual's palette of commands, with the desk's own field to type in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.theme import Theme
from textual.widgets import LoadingIndicator

from tui.widgets.fields import Field


class PaletteField(CommandInput, Field):
    """What is typed to find a command."""


class Palette(CommandPalette):
    """Finds an action by its name."""

    DEFAULT_CSS = """
    Palette {
        & > Vertical { width: 90%; max-width: 92; margin-top: 1; }
        & > Vertical, & > Vertical:dark { background: $surface; }
        & #--input, & #--input.--list-visible { border: tall $primary; background: $background; }
        & #--input SearchIcon { color: $accent; margin: 0 0 0 1; }
        & CommandInput, & CommandInput:focus { height: 1; border: none; }
        & CommandInput > .input--placeholder { color: $muted; }
        & CommandList, & CommandList:focus {
            border: none; max-height: 75vh;
            scrollbar-size-vertical: 1; scrollbar-background: $surface;
        }
        & CommandList > .option-list--option-highlighted { background: $cursor; }
        & LoadingIndicator { border: none; }
    }
    """

    def on_mount(self) -> None:
        """Follow the theme: Textual restyles every screen but its palette."""
        self.app.theme_changed_signal.subscribe(self, self._restyle)

    def _restyle(self, theme: Theme) -> None:
        self.app.stylesheet.update(self)

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
