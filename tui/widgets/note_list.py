"""The reader's annotations, any number of them: only the pages in sight are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.content import Content

from store.desk.bulk import Key, NoteRow
from store.model import Annotation
from store.text import printable
from tui.drawing.cells import fit
from tui.drawing.ink import Piece
from tui.drawing.marks import VERDICTS, signs_of
from tui.locale import Words
from tui.telling.context import in_context
from tui.widgets.line_view import LineView

PAGE = 60
WIDE_ROW = 96

Fetch = Callable[[Sequence[Key]], Sequence[NoteRow | None]]
"""Gives the annotations of a page of keys; None for one that is gone."""


class NoteList(LineView):
    """Annotations in columns where there is room, else two lines each; those that are marked have a sign."""

    DEFAULT_CSS = """
    NoteList { width: 100%; height: 1fr; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self.keys: Sequence[Key] = ()
        self.marked: set[Key] = set()
        self._fetch: Fetch = lambda keys: [None] * len(keys)
        self._pages: LRUCache[int, Sequence[NoteRow | None]] = LRUCache(16)
        self._empty = ""
        self.orphans: Mapping[str, bool] = {}
        """By an annotation's id, whether it has lost its place, as far as is known."""

    def show(self, keys: Sequence[Key], fetch: Fetch, empty: str) -> None:
        """List annotations, the cursor where it was, or say ``empty``; marks stay on those still listed."""
        here = self.keys[self.cursor] if self.cursor < len(self.keys) else None
        self.keys, self._fetch, self._empty = keys, fetch, empty
        self._pages.clear()
        self.marked &= set(keys)
        cursor = keys.index(here) if here in keys else self.cursor
        self.set_reactive(LineView.cursor, self.validate_cursor(cursor))
        self.relayout()

    def forget_pages(self) -> None:
        """Ask anew for what the rows say."""
        self._pages.clear()
        self.redraw()

    def row(self, item: int) -> NoteRow | None:
        """Give the annotation in a row, asking for its page where it is not at hand."""
        if not 0 <= item < len(self.keys):
            return None
        page = item // PAGE
        rows = self._pages.get(page)
        if rows is None:
            rows = self._pages[page] = self._fetch(self.keys[page * PAGE : (page + 1) * PAGE])
        return rows[item % PAGE]

    @property
    def current(self) -> NoteRow | None:
        """The annotation under the cursor."""
        return self.row(self.cursor)

    def rows_in_sight(self) -> list[Annotation]:
        """Give the annotations whose rows can be seen."""
        top, height = self.scroll_offset.y // self._row_height, self.size.height // self._row_height + 1
        rows = (self.row(item) for item in range(top, min(top + height, len(self.keys))))
        return [row.annotation for row in rows if row is not None]

    @property
    def chosen(self) -> list[Key]:
        """The keys of those that are marked in the order of the list, else of the one under the cursor."""
        if self.marked:
            return [key for key in self.keys if key in self.marked]
        return [self.keys[self.cursor]] if self.keys else []

    def mark(self) -> None:
        """Mark what is under the cursor, or take its mark off, and go on to the next."""
        if self.keys:
            self.marked ^= {self.keys[self.cursor]}
            self.redraw()
            self.action_down()

    def mark_all(self) -> None:
        """Mark all, or where all are marked none."""
        self.marked = set() if len(self.marked) == len(self.keys) else set(self.keys)
        self.redraw()

    # Drawing

    @property
    def _row_height(self) -> int:
        return 1 if self._laid_out_width >= WIDE_ROW else 2

    def item_count(self) -> int:
        """How many annotations there are."""
        return len(self.keys)

    def item_lines(self, item: int) -> range:
        """Which lines an annotation takes."""
        return range(item * self._row_height, (item + 1) * self._row_height)

    def item_at(self, line: int) -> int | None:
        """Which annotation a line belongs to."""
        return min(line // self._row_height, len(self.keys) - 1) if self.keys else None

    def lay_out(self, width: int) -> int:
        """Every row is as high as the others: nothing to break."""
        self.border_title = self._column_titles(width - 6) if self.keys and self._row_height == 1 else None
        return len(self.keys) * self._row_height or len(self._empty.split("\n")) + 1

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """Draw a line of a row, or of what is said where there is none."""
        if not self.keys:
            said = ["", *self._empty.split("\n")]
            text = said[line] if line < len(said) else ""
            return self.segments([(" ", ""), (text, "strong" if line == 1 else "muted")], width)
        item = line // self._row_height
        row = self.row(item)
        if row is None:
            return self.segments([("   ", ""), (self._words("notes.gone"), "muted")], width)
        if self._row_height == 1:
            return self.segments([*self._sign(item, row), *self._columns(row, width - 6)], width)
        if line % 2 == 0:
            return self.segments([*self._sign(item, row), *self._first(row, width - 6)], width)
        return self.segments([("      ", ""), *self._second(row)], width)

    def _sign(self, item: int, row: NoteRow) -> list[Piece]:
        marked = self.keys[item] in self.marked
        signs = signs_of(row.annotation)
        verdict, noted = signs[0], signs[1]
        return [
            (" ▪ " if marked else "   ", "accent"),
            (verdict, VERDICTS.get(verdict, "")),
            (f"{noted} ", "tag"),
        ]

    def _date(self, row: NoteRow) -> str:
        return row.annotation.modified[:10]

    def _quote(self, annotation: Annotation) -> tuple[str, str, str]:
        """Give what is said before the quote, the quote, and its style."""
        quote = annotation.selector.exact if annotation.selector else self._words("notes.whole")
        if self.orphans.get(annotation.id):
            return self._words("notes.orphan"), quote, "repeat"
        return "", quote, "" if annotation.selector else "muted"

    def _quoted(
        self, annotation: Annotation, words: str, style: str, width: int, marks: str = ""
    ) -> list[Piece]:
        """Give a quote that fills its column, a short one among the words around it."""
        left, right = marks[:1], marks[1:]
        if annotation.selector is None or self.orphans.get(annotation.id):
            return [(_fit(f"{left}{words}{right}", width), style)]
        before, quote, behind = in_context(annotation.selector, width - cell_len(marks))
        pad = width - cell_len(f"{before}{left}{quote}{right}{behind}")
        return [(before, "muted"), (f"{left}{quote}{right}", style), (behind + " " * pad, "muted")]

    def _tags(self, annotation: Annotation) -> str:
        return " ".join(f"#{tag}" for tag in annotation.tags)

    def _title(self, row: NoteRow) -> str:
        return row.headline.title if row.headline else self._words("notes.no_article")

    def _columns(self, row: NoteRow, width: int) -> list[Piece]:
        quote, note, tags, title = column_widths(width)
        lost, words, style = self._quote(row.annotation)
        return [
            (_fit(self._date(row), 11), "muted"),
            (f"{lost} " if lost else "", "warn"),
            *self._quoted(row.annotation, words, style, quote - _cells(lost)),
            (" ", ""),
            (_fit(row.annotation.note, note), "strong"),
            (" ", ""),
            (_fit(self._tags(row.annotation), tags), "tag"),
            (" ", ""),
            (_fit(self._title(row), title), "muted"),
        ]

    def _column_titles(self, width: int) -> Content:
        """Give what the columns are called, each above its own."""
        names = [self._words(f"notes.column.{name}") for name in ("date", "quote", "note", "tags", "title")]
        columns = zip(names, [10, *column_widths(width)], strict=True)
        return Content(" " * 5 + " ".join(fit(name, room) for name, room in columns).rstrip())

    def _first(self, row: NoteRow, width: int) -> list[Piece]:
        annotation = row.annotation
        lost, words, style = self._quote(annotation)
        date = self._date(row)[2:]
        room = width - len(date) - 2
        if annotation.note:
            told: list[Piece] = [(_fit(annotation.note, room), "strong")]
        else:
            lead = f"{lost} " if lost else ""
            told = [(lead, "warn"), *self._quoted(annotation, words, style, room - _cells(lost), marks="“”")]
        return [*told, ("  ", ""), (date, "muted")]

    def _second(self, row: NoteRow) -> list[Piece]:
        annotation = row.annotation
        lost, words, style = self._quote(annotation)
        tags = self._tags(annotation)
        pieces: list[Piece] = [(f"{tags}  " if tags else "", "tag")]
        if annotation.note:
            pieces += [(f"{lost} " if lost else "", "warn"), (f"{words}  ", style or "deck")]
        return [*pieces, (self._title(row), "muted")]


def _fit(text: str, width: int) -> str:
    """Fit a text of any number of lines into one, as it will be seen."""
    return fit(printable(" ".join(text.split())), width)


def _cells(lead: str) -> int:
    return cell_len(lead) + 1 if lead else 0


def column_widths(width: int) -> tuple[int, int, int, int]:
    """Share out what date and signs leave: quote, note, tags, the article's title."""
    room = width - 11 - 3
    tags = max(12, room * 14 // 100)
    title = room * 24 // 100
    quote = (room - tags - title) * 52 // 100
    return quote, room - tags - title - quote, tags, title
