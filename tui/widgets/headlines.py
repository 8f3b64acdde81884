"""The list of headlines: any number of rows, of which only the pages in sight are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.cache import LRUCache

from store.text import printable
from tui.drawing.cells import fit, wrap
from tui.drawing.ink import Piece
from tui.locale import Words
from tui.widgets.line_view import LineView

PAGE = 100
WIDE_ROW = 72


class Headline(Protocol):
    """What a row shows: ``store.desk.Headline``, or a glimpse of one."""

    @property
    def id(self) -> str:
        """The article's id."""

    @property
    def title(self) -> str:
        """The headline itself."""

    @property
    def published(self) -> str | None:
        """When it was published, ISO 8601."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""

    @property
    def versions(self) -> int:
        """How many articles tell this story."""

    @property
    def unread(self) -> bool:
        """Whether it is still to be read."""

    @property
    def notes(self) -> int:
        """How many notes it has."""


Fetch = Callable[[int, int], Sequence[Headline]]
"""Gives a page of headlines: offset, limit."""


class HeadlineList(LineView):
    """Headlines newest first; one line each where there is room for columns, else two."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    HeadlineList { width: 100%; height: 100%; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._fetch: Fetch = lambda offset, limit: []
        self._count = 0
        self._pages: LRUCache[int, Sequence[Headline]] = LRUCache(16)
        self._empty: list[str] = []
        self._told: list[Piece] = []
        self.opened: str | None = None
        self._under: str | None = None
        """The article under the cursor, which the cursor follows to another row."""

    def show(
        self, count: int, fetch: Fetch, empty: list[str], row_of: Callable[[str], int | None] = lambda _: None
    ) -> None:
        """List ``count`` headlines that ``fetch(offset, limit)`` gives, or say ``empty``.

        The cursor stays on its article where ``row_of`` finds it, and that where it is seen.
        """
        self._count, self._fetch, self._empty = count, fetch, empty
        self._pages.clear()
        row, top = self.cursor, self.scroll_offset.y
        if self._under is not None and (self.current is None or self.current.id != self._under):
            found = row_of(self._under)
            row = self.cursor if found is None else found
        moved = (row - self.cursor) * self._row_height if top else 0
        self.set_reactive(LineView.cursor, self.validate_cursor(row))
        self.relayout()
        if moved:
            self.scroll_to(y=top + moved, animate=False)
            self.show_cursor()
        self._note_current()

    def watch_cursor(self, old: int, new: int) -> None:
        """Show where the cursor stands, note on which article, and tell."""
        self._note_current()
        super().watch_cursor(old, new)

    def _note_current(self) -> None:
        self._under = self.current.id if self.current is not None else None

    def forget_pages(self) -> None:
        """Ask anew for what the rows say."""
        self._pages.clear()
        self.redraw()

    def headline(self, row: int) -> Headline | None:
        """Give the headline in a row, asking for its page where it is not at hand."""
        if not 0 <= row < self._count:
            return None
        page = row // PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._pages[page] = self._fetch(page * PAGE, PAGE)
        return rows[row % PAGE] if row % PAGE < len(rows) else None

    @property
    def current(self) -> Headline | None:
        """The headline under the cursor."""
        return self.headline(self.cursor)

    def mark_opened(self, article: str | None) -> None:
        """Show which article is open beside the list."""
        self.opened = article
        self.redraw()

    @property
    def _row_height(self) -> int:
        return 1 if self._laid_out_width >= WIDE_ROW else 2

    def item_count(self) -> int:
        """How many headlines there are."""
        return self._count

    def item_lines(self, item: int) -> range:
        """Which lines a headline takes."""
        return range(item * self._row_height, (item + 1) * self._row_height)

    def item_at(self, line: int) -> int | None:
        """Which headline a line belongs to."""
        return min(line // self._row_height, self._count - 1) if self._count else None

    def lay_out(self, width: int) -> int:
        """Every row is as high as the others; only what is said where there is none has to be broken."""
        if self._count:
            return self._count * self._row_height
        self._told = [("", "")]
        for number, line in enumerate(self._empty):
            style = "muted" if number else "strong"
            self._told += [(line[a:b].rstrip(), style) for a, b in wrap(line, max(2, width - 2))]
        return len(self._told)

    def action_choose(self) -> None:
        """Open the headline under the cursor, or what is offered where there is none."""
        self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Take what is offered where there is no headline; a headline is the base's."""
        if not self._count:
            self.action_choose()

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """Draw a row, or a line of what is said where there is none."""
        if not self._count:
            return self.segments([(" ", ""), *self._told[line : line + 1]], width)
        headline = self.headline(line // self._row_height)
        if headline is None:
            return []
        if self._row_height == 1:
            return self.segments(self._columns(headline, width), width)
        if line % 2 == 0:
            return self.segments([*self._sign(headline), *self._title(headline, width - 4)], width)
        return self.segments([("   ", ""), *self._about(headline, width - 3)], width)

    def _sign(self, headline: Headline) -> list[Piece]:
        opened = "▸" if headline.id == self.opened else " "
        return [(opened, "accent"), ("● " if headline.unread else "  ", "accent")]

    def _title(self, headline: Headline, width: int) -> list[Piece]:
        title = headline.title or self._words("headline.untitled")
        return [(fit(printable(title), width), "strong" if headline.unread else "")]

    def _about(self, headline: Headline, width: int) -> list[Piece]:
        published = (headline.published or "").replace("T", " ")
        versions = self._words("headline.versions", n=headline.versions) if headline.versions > 1 else ""
        noted = [(f"✎{headline.notes} ", "tag")] if headline.notes else []
        # The time of day gives way where not everything fits.
        timed, dated = (
            " · ".join(part for part in (when, versions, headline.publisher or "") if part)
            for when in (published[:16], published[:10])
        )
        fits = sum(cell_len(text) for text, _ in noted) + cell_len(timed) <= width
        return [*noted, (timed if fits else dated, "muted")]

    def _columns(self, headline: Headline, width: int) -> list[Piece]:
        date = (headline.published or "")[:10]
        story = f"×{headline.versions}" if headline.versions > 1 else ""
        notes = f"✎{headline.notes}" if headline.notes else ""
        publisher = headline.publisher or ""
        title_width = width - 3 - 11 - 1 - 11 - 4 - 4
        return [
            *self._sign(headline),
            (fit(date, 11), "muted"),
            *self._title(headline, title_width),
            (" " + fit(printable(publisher), 10) + " ", "muted"),
            (fit(story, 4), "muted"),
            (fit(notes, 4), "tag"),
        ]
