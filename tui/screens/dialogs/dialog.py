"""What every dialog has in common: a frame with a title over the dimmed desk, and a line of its keys."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen

from tui.actions import app_bindings
from tui.locale import Words
from tui.terminal.whole_cells import WholeCompositor
from tui.widgets.key_line import KeyLine

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A framed box in the middle; put the content in a ``Vertical`` with the class ``box``."""

    BINDINGS: ClassVar[list[BindingType]] = app_bindings("help", "command_palette")
    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & .box {
            width: 90%; max-width: 92; height: auto; max-height: 90%;
            background: $surface; border: round $line; border-title-color: $accent;
            border-title-style: bold; padding: 0 1;
        }
        & .hint { height: auto; color: $muted; }
        & .quote { height: auto; max-height: 4; color: $deck; border-left: outer $line; padding-left: 1; }
        & .problem { height: auto; color: $error; }
        & .problem.-silent { display: none; }
        & LineView, & VerticalScroll {
            scrollbar-background: $surface; scrollbar-background-hover: $surface;
            scrollbar-background-active: $surface;
        }
        & Input { border: tall $line; background: $background; }
        & Input:focus { border: tall $primary; }
    }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._compositor = WholeCompositor()
        self.words = words

    def keys(self, *names: str) -> KeyLine:
        """Make the line of the dialog's keys."""
        return KeyLine(self.words, names, {}, "in-dialog")
