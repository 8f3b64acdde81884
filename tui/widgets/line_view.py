"""The one way lists and texts are drawn here: line by line, only what is seen, with a cursor over items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.text import printable
from tui.actions import bindings
from tui.drawing.cells import fit
from tui.drawing.ink import Piece, inks


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling view that paints single lines; a subclass says which lines there are and what they say."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("move")
    ALLOW_SELECT = False
    OPENS_ON_CLICK = False
    """Whether a click opens an item at once, or first moves the cursor there."""
    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
    }
    """

    cursor: var[int] = var(0, init=False)

    class Moved(Message):
        """The cursor came to stand on another item."""

        def __init__(self, view: LineView, item: int) -> None:
            super().__init__()
            self.view = view
            self.item = item

        @property
        def control(self) -> LineView:
            """The view, for ``@on`` selectors."""
            return self.view

    class Chosen(Moved):
        """Enter or a click on an item."""

    def __init__(self, name: str | None = None) -> None:
        super().__init__(id=name)
        self._strips: LRUCache[tuple[int, bool, bool], Strip] = LRUCache(2048)
        self._laid_out_width = 0
        self._line_count = 0
        self._codes: dict[int, list[tuple[int, str]]] = {}
        self._inks: dict[str, Style] = {}
        self._ground: Style | None = None
        self.rests = True
        """Whether the item under the cursor is chosen also while the focus is elsewhere."""

    # What a subclass says of itself

    def item_count(self) -> int:
        """How many items the cursor can stand on."""
        raise NotImplementedError

    def item_lines(self, item: int) -> range:
        """Which lines an item takes."""
        raise NotImplementedError

    def item_at(self, line: int) -> int | None:
        """Which item a line belongs to, or the nearest."""
        raise NotImplementedError

    def lay_out(self, width: int) -> int:
        """Break the content for ``width`` cells; gives the number of lines."""
        raise NotImplementedError

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """Draw one line, without its selection."""
        raise NotImplementedError

    # Drawing

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew when the width changes."""
        if not self._laid_out_width == self.virtual_size.width == self.text_width:
            self.relayout()
        else:
            self.show_cursor()

    def relayout(self) -> None:
        """Break and draw everything anew, the cursor where it was."""
        width = self.text_width
        if width <= 0:
            # A pane that is not shown: its lines are broken anew when it is.
            self._laid_out_width = 0
            self._strips.clear()
            return
        self._break_lines(width)
        self.virtual_size = Size(width, self._line_count)
        self.refresh()
        self.show_cursor()

    @property
    def text_width(self) -> int:
        """The cells of a line: what the scrollbar leaves."""
        return self.scrollable_content_region.width

    def _break_lines(self, width: int) -> None:
        self._laid_out_width = width
        self._line_count = self.lay_out(width)
        self._strips.clear()

    def redraw(self) -> None:
        """Draw everything anew in the same lines."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        super().notify_style_update()
        self._strips.clear()
        self._inks, self._ground = {}, None

    def render_line(self, y: int) -> Strip:
        """Give one line of the widget, drawn once and kept."""
        line = y + self.scroll_offset.y
        width = self.text_width
        if width != self._laid_out_width:
            # The first paint comes before the first resize event: it shall not be empty.
            self._break_lines(width)
        if line >= self._line_count:
            return Strip.blank(self.size.width, self._ground_style())
        selected = line in self.selection_lines()
        key = (line, selected, self.has_focus)
        strip = self._strips.get(key)
        if strip is None or strip.cell_length != width:
            segments = list(self.paint(line, width))
            ground = self._ground_style()
            strip = Strip(segments).adjust_cell_length(width, ground).apply_style(ground)
            if selected:
                strip = self.mark_selected(strip)
            self._strips[key] = strip
        for column, code in self._codes.get(line, ()):
            strip = Strip.join(
                [
                    strip.crop(0, column),
                    Strip([Segment(code, self.style_of("mention"))]),
                    strip.crop(column + len(code)),
                ]
            )
        return strip

    def _ground_style(self) -> Style:
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def selection_lines(self) -> range:
        """Which lines are drawn as chosen: those of the item under the cursor."""
        stands = self.shows_cursor and 0 <= self.cursor < self.item_count()
        return self.item_lines(self.cursor) if stands else range(0)

    @property
    def shows_cursor(self) -> bool:
        """Whether the item under the cursor is drawn as chosen."""
        return self.has_focus or self.rests

    def mark_selected(self, strip: Strip) -> Strip:
        """Lay the cursor's background, or what stands for it, under a line."""
        shade = self.style_of("cursor" if self.has_focus else "resting")
        return Strip(
            [Segment(text, (style or Style()) + shade) for text, style, _ in strip],
            strip.cell_length,
        )

    def style_of(self, name: str) -> Style:
        """Give the style of that name in the colours of the theme."""
        if not self._inks:
            self._inks = inks(self.app.theme_variables, coloured=not self.app.no_color)
        return self._inks[name]

    def segments(self, pieces: Iterable[Piece], width: int) -> list[Segment]:
        """Draw pieces of text, cut with ``…`` at ``width``."""
        drawn: list[Segment] = []
        left = width
        for text, name in pieces:
            if left <= 0:
                break
            text = printable(text)
            cells = cell_len(text)
            if cells > left:
                text, cells = fit(text, left), left
            drawn.append(Segment(text, self.style_of(name)))
            left -= cells
        return drawn

    # Marks to jump to

    def column_of(self, item: int) -> int:
        """Give the column where an item begins in its first line."""
        return 0

    def items_in_sight(self) -> list[int]:
        """Give the items that begin in the lines in sight, one where several begin at one place."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not self.item_count() or height <= 0:
            return []
        first, last = self.item_at(top) or 0, self.item_at(top + height - 1)
        items = range(first, self.item_count() if last is None else min(last + 40, self.item_count()))
        begun = {
            (self.item_lines(item).start, self.column_of(item)): item
            for item in reversed(items)
            if top <= self.item_lines(item).start < top + height
        }
        return sorted(begun.values())

    def spot_of(self, item: int) -> tuple[int, int]:
        """Give the column and row of the screen where an item begins."""
        region = self.scrollable_content_region
        line = self.item_lines(item).start - self.scroll_offset.y
        return region.x + self.column_of(item), region.y + line

    def mark_items(self, codes: Mapping[int, str]) -> None:
        """Show a mark on each of these items, and on no other."""
        self._codes = {}
        for item, code in codes.items():
            self._codes.setdefault(self.item_lines(item).start, []).append((self.column_of(item), code))
        self.refresh()

    # The cursor

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an item."""
        return max(0, min(cursor, self.item_count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Show where the cursor stands and tell."""
        self.refresh()
        self.show_cursor()
        if old != new:
            self.post_message(self.Moved(self, new))

    def show_cursor(self) -> None:
        """Scroll just as far as the item under the cursor needs."""
        if not self.item_count() or not self.size.height:
            return
        lines = self.item_lines(self.cursor)
        top, height = self.scroll_offset.y, self.size.height
        if lines.start < top or len(lines) >= height:
            self.scroll_to(y=lines.start, animate=False)
        elif lines.stop > top + height:
            self.scroll_to(y=lines.stop - height, animate=False)

    def _move_lines(self, lines: int) -> None:
        if not self.item_count():
            return
        here = self.item_lines(self.cursor)
        there = max(0, min(here.start + lines, self.virtual_size.height - 1))
        item = self.item_at(there)
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)
        if item is not None and item != self.cursor:
            self.cursor = item
        else:
            self.cursor += 1 if lines > 0 else -1

    def action_down(self) -> None:
        """To the next item."""
        self.cursor += 1

    def action_up(self) -> None:
        """To the item before."""
        self.cursor -= 1

    def action_top(self) -> None:
        """To the first item."""
        self.cursor = 0
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """To the last item."""
        self.cursor = self.item_count() - 1

    def action_half_down(self) -> None:
        """Half a page down."""
        self._move_lines(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self._move_lines(-max(1, self.size.height // 2))

    def action_page_down(self) -> None:
        """A page down."""
        self._move_lines(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """A page up."""
        self._move_lines(-max(1, self.size.height - 1))

    def action_choose(self) -> None:
        """Open the item under the cursor."""
        if self.item_count():
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor to what was clicked, or open it."""
        spot = event.get_content_offset(self)
        item = self.item_at(spot.y + self.scroll_offset.y) if spot is not None else None
        if item is not None and 0 <= item < self.item_count():
            chosen = self.OPENS_ON_CLICK or item == self.cursor
            self.cursor = item
            if chosen:
                self.post_message(self.Chosen(self, item))
