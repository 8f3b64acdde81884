"""What is seen first: the newest headlines in the frame of the desk, while the desk is being opened."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui.locale import Words
from tui.screens.frame import FrameScreen
from tui.widgets.top_line import TopLine

GLIMPSES = 200
"""As many headlines as the tallest terminal shows at once."""


class CoverScreen(FrameScreen):
    """The frame with a list that can be moved in; importing it pays for nothing but Textual and SQLite."""

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]], home: Path | None) -> None:
        super().__init__(words, keys)
        self._home = home

    def on_mount(self) -> None:
        """List what can be had at a glance."""
        from store.glance import glance

        self.query_one(TopLine).listed = self.words("opening")
        rows = glance(self._home, GLIMPSES) if self._home is not None else []
        self.headlines.show(len(rows), lambda offset, limit: rows[offset : offset + limit], [])
