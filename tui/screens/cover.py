"""What is seen first: the newest headlines, while the desk is being opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen

from tui.actions import FOOTERS
from tui.locale import Words
from tui.widgets.headlines import HeadlineList
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine

GLIMPSES = 200
"""As many headlines as the tallest terminal shows at once."""


class CoverScreen(Screen[None]):
    """A list that can be moved in, where the desk will have it; it pays for Textual and SQLite alone."""

    DEFAULT_CSS = """
    CoverScreen {
        background: $background;
        #headlines { width: 1fr; height: 1fr; border-top: heavy $accent; border-title-color: $accent; }
        &.-medium, &.-wide { #headlines { width: 38; } }
    }
    """

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]], home: Path | None) -> None:
        super().__init__()
        self._words, self._keys, self._home = words, keys, home

    def compose(self) -> ComposeResult:
        """List what can be had at a glance."""
        from store.glance import glance

        top = TopLine(self._words("paper"), [])
        top.listed = self._words("opening")
        yield top
        headlines = HeadlineList(self._words, "headlines")
        headlines.border_title = self._words("pane.headlines")
        rows = glance(self._home, GLIMPSES) if self._home is not None else []
        headlines.show(len(rows), lambda offset, limit: rows[offset : offset + limit], [])
        yield headlines
        yield KeyLine(self._words, FOOTERS["headlines"], self._keys)

    def tell(self, message: str) -> None:
        """Say on the top line what is going on."""
        self.query_one(TopLine).listed = message

    @property
    def row(self) -> int:
        """Where the cursor stands in the list."""
        return self.query_one(HeadlineList).cursor
