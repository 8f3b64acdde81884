"""Fields to type in that draw what acts or hides (pasted, or in an old note) as visible signs.

Only the drawing differs: the text stays what it was, and each sign stands for one character of it.
"""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Input, TextArea

from store.text import printable


class Field(Input):
    """One line of text."""

    @property
    def _value(self) -> Text:
        return Text(printable(self.value), no_wrap=True, overflow="ignore", end="")


class Editor(TextArea):
    """Many lines of text."""

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is drawn."""
        return Text(printable(self.document.get_line(line_index)), end="", no_wrap=True)
