"""What is seen first: the frame of the desk, while the archive is being opened."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.screen import Screen

from tui.actions import FOOTERS
from tui.locale import Words
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine


class CoverScreen(Screen[None]):
    """The top and bottom line; importing it pays for nothing but Textual."""

    DEFAULT_CSS = """
    CoverScreen { background: $background; }
    """

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._words, self._keys = words, keys

    def compose(self) -> ComposeResult:
        """Draw the two lines."""
        top = TopLine(self._words("paper"), [])
        top.listed = self._words("opening")
        yield top
        yield KeyLine(self._words, FOOTERS["headlines"], self._keys)
