"""Fields to type in, for text whose characters are of several code points, and for text from anywhere.

What acts or hides (pasted, or in an old note) is drawn as visible signs: only the drawing differs, the text
stays what it was, and each sign stands for one character of it. The cursor goes over a syllable of conjoining
jamo or an emoji of several parts at one key, and one key deletes it whole.
"""

from __future__ import annotations

from rich.cells import cell_len, split_graphemes
from rich.text import Text
from textual.document._document import Location
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from store.text import printable


def begin_before(text: str, at: int) -> int:
    """Give where the character that ends at ``at``, or holds it, begins."""
    return max((start for start, *_ in split_graphemes(text)[0] if start < at), default=0)


def end_behind(text: str, at: int) -> int:
    """Give where the character that begins at ``at``, or holds it, ends."""
    return min((end for _, end, _ in split_graphemes(text)[0] if end > at), default=len(text))


class Field(Input):
    """One line of text."""

    DEFAULT_CSS = """
    Field > .input--placeholder, Field > .input--suggestion { color: $muted; }
    """

    @property
    def _value(self) -> Text:
        return Text(printable(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(printable(self.value[:position]))

    def action_cursor_left(self, select: bool = False) -> None:
        """To the character before."""
        if select or self.selection.is_empty:
            self._go(begin_before(self.value, self.selection.end), select)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """To the character behind."""
        if select or self.selection.is_empty:
            self._go(end_behind(self.value, self.selection.end), select)
        else:
            super().action_cursor_right()

    def _go(self, there: int, select: bool) -> None:
        self.selection = Selection(self.selection.start if select else there, there)

    def action_delete_left(self) -> None:
        """Delete the character before the cursor, or what is selected."""
        if self.selection.is_empty:
            self.delete(begin_before(self.value, self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Delete the character behind the cursor, or what is selected."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, end_behind(self.value, self.cursor_position))
        else:
            self.delete_selection()


class Editor(TextArea):
    """Many lines of text."""

    DEFAULT_CSS = """
    Editor:light .text-area--cursor {
        color: $input-cursor-foreground; background: $input-cursor-background;
    }
    """

    def get_line(self, line_index: int) -> Text:
        """Give a line as it is drawn."""
        return Text(printable(self.document.get_line(line_index)), end="", no_wrap=True)

    def get_cursor_left_location(self) -> Location:
        """Give where the character before the cursor begins, or the line before ends."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, begin_before(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> Location:
        """Give where the character behind the cursor ends, or the next line begins."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return (row, end_behind(line, column)) if column < len(line) else super().get_cursor_right_location()
