"""The notebook page: every note, tag and verdict, the latest changed first, filtered while one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from store.desk.bulk import Key, NoteRow
from store.model import Annotation, SinmunError
from store.search.meant import with_fields
from store.text import printable
from tui.actions import bindings
from tui.errors import told
from tui.locale import Words
from tui.places import destination
from tui.query.history import queries_before, remember_query
from tui.screens.pages.notebook_work import NotebookWork
from tui.telling.context import in_context
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.note_list import NoteList
from tui.widgets.query_line import QueryLine
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from store.desk import Desk

SHARED = ("search", "note", "tag", "accept", "reject", "undo", "redo", "copy", "export")
"""Actions of the desk that do the same here."""


class Notes(NoteList):
    """The list of the page: here the space bar marks, which in other lists turns the page."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("notebook")


class NotebookScreen(NotebookWork):
    """Lists annotations; enter leads to the place of one in its article."""

    AUTO_FOCUS = "#notes"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notebook", "prompt", also=SHARED)
    DEFAULT_CSS = """
    NotebookScreen {
        & #notes { border-top: solid $line; border-title-color: $muted; }
        & #notes:focus { border-top: heavy $accent; }
        & #detail { height: 5; padding: 0 1; background: $panel; border-top: solid $line; }
        &.-medium #detail, &.-wide #detail { height: 8; }
    }
    """

    def __init__(self, words: Words, desk: Desk, query: str = "", at: Key | None = None) -> None:
        """Begin with a query, and the cursor at an annotation."""
        super().__init__(words)
        self.desk, self.query_text, self._at = desk, query, at
        self.changing = 0
        self.answered: str | None = None
        self._history = desk.home / "queries.json"

    def compose(self) -> ComposeResult:
        """Draw the frame."""
        top = TopLine(self.words("notes.title"), [])
        yield top
        before = queries_before(self._history)
        yield QueryLine(
            self.words, self.query_text, self.words("notes.placeholder"), self.desk.completions, before
        )
        yield Notes(self.words, "notes")
        yield Static("", id="detail", markup=False)
        yield KeyLine(
            self.words,
            ("choose", "mark", "mark_all", "tag", "accept", "reject", "export", "note", "remove",
             "undo", "search", "retag", "copy", "help", "close"),
            {},
        )  # fmt: skip

    def on_mount(self) -> None:
        """Ask for the annotations."""
        self.find(self.query_text)

    @property
    def line(self) -> QueryLine:
        """The line that the query is typed in."""
        return self.query_one(QueryLine)

    @property
    def settled(self) -> bool:
        """Whether all that was typed has been answered and all that was asked for is done."""
        return not self.changing and not self.line.waits and self.answered == self.line.value

    @property
    def here(self) -> Key | None:
        """The key of the annotation under the cursor."""
        return self.notes.keys[self.notes.cursor] if self.notes.keys else None

    # What is listed

    def find(self, query: str, at: Annotation | None = None) -> None:
        """List what a query means, the cursor at an annotation."""
        if at is not None:
            self._at = at.article, at.id
        self._find(query)

    @work(group="finding", exclusive=True, thread=True)
    def _find(self, query: str) -> None:
        """Ask in a thread; what was asked before is given up."""
        worker = get_current_worker()
        try:
            keys = self.desk.bulk.keys(query)
            meant = "" if keys else with_fields(query)
            others = len(self.desk.bulk.keys(meant)) if meant else 0
        except SinmunError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._refuse, query, error)
        else:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, query, keys, (meant, others) if others else ("", 0))

    def _show(self, query: str, keys: list[Key], meant: tuple[str, int]) -> None:
        if not self.is_attached:
            return
        self.query_text = self.answered = query
        self.line.approve()
        empty = self.words("notes.none_found", query=query) if query.strip() else self.words("notes.none")
        self.line.meant = meant[0]
        instead = "\n" + self.words("empty.meant", query=meant[0], n=meant[1]) if meant[0] else ""
        self.notes.show(keys, self._rows, empty + instead)
        if self._at in keys:
            self.notes.cursor = keys.index(self._at)
        self._at, self.loaded = None, True
        self.count()
        self._tell()

    def _refuse(self, query: str, error: SinmunError) -> None:
        if self.is_attached:
            self.answered = query
            self.line.complain(error)
            if self.notes.keys:
                self.query_one(TopLine).counts = self.words("notes.before", n=len(self.notes.keys))

    def _rows(self, keys: Sequence[Key]) -> Sequence[NoteRow | None]:
        with told(self, self.words):
            return self.desk.bulk.rows(keys)
        return [None] * len(keys)

    def look_again(self) -> None:
        """Show what became of the annotations that are listed."""
        self.notes.forget_pages()
        self.count()
        self._tell()

    def count(self) -> None:
        """Tell how much is listed and marked."""
        top, marked = self.query_one(TopLine), len(self.notes.marked)
        top.listed = self.query_text.strip() or self.words("listed.all")
        told = self.words("notes.marked", n=f"{marked:,}") if marked else ""
        top.counts = self.words("notes.count", n=f"{len(self.notes.keys):,}") + told

    @on(QueryLine.Asked)
    def _asked(self, event: QueryLine.Asked) -> None:
        self.find(event.query)
        if event.now:
            remember_query(self._history, event.query.strip())
            self.notes.focus()

    # What is under the cursor

    @on(LineView.Moved, "#notes")
    def _tell(self) -> None:
        row = self.notes.current
        self.query_one("#detail", Static).update(self._detail(row) if row else "")
        self._find_orphans(self.notes.rows_in_sight())

    def _detail(self, row: NoteRow) -> Content:
        annotation = row.annotation
        title = row.headline.title if row.headline else self.words("notes.no_article")
        status = self.words(f"said.{annotation.status}") if annotation.status else ""
        marks = "  ".join(filter(None, [status, *(f"#{tag}" for tag in annotation.tags)]))
        when = annotation.modified[:16].replace("T", " ")
        lost = self.words("notes.orphan") if self.notes.orphans.get(annotation.id) else ""
        before, behind, quote = "", "", annotation.selector.exact if annotation.selector else ""
        if annotation.selector is not None and not lost:
            before, _, behind = in_context(annotation.selector, self.size.width - 4)
        parts = [
            (printable(title), "bold $title"),
            (f"  {when}\n", "$muted"),
            (f"{printable(annotation.note, lines=True)}\n" if annotation.note else "", "bold"),
            (f"{printable(marks)}\n" if marks else "", "$secondary"),
            (f"{lost} " if lost else "", "$warning"),
            (before, "$muted"),
            (f"“{printable(quote)}”" if quote else "", "$deck"),
            (behind, "$muted"),
        ]
        return Content.assemble(*((text, style) for text, style in parts if text))

    @work(group="orphans", exclusive=True, thread=True)
    def _find_orphans(self, annotations: Sequence[Annotation]) -> None:
        worker = get_current_worker()
        found = dict(self.notes.orphans)
        for annotation in annotations:
            if worker.is_cancelled:
                return
            if annotation.id not in found:
                found[annotation.id] = self.desk.bulk.is_orphan(annotation)
        if found != self.notes.orphans:
            self.app.call_from_thread(self._mark_orphans, found)

    def _mark_orphans(self, found: dict[str, bool]) -> None:
        if self.is_attached:
            self.notes.orphans = found
            self.notes.redraw()
            row = self.notes.current
            self.query_one("#detail", Static).update(self._detail(row) if row else "")

    # Going

    @on(LineView.Chosen, "#notes")
    def _chosen(self) -> None:
        with told(self, self.words):
            row = self.notes.current
            if row is not None:
                article = self.desk.article(row.annotation.article)
                self.dismiss(destination(row.annotation, article, self.desk.place(row.annotation)))

    def action_search(self) -> None:
        """To the line that filters."""
        self.line.input.focus()

    @on(QueryLine.Left)
    def _to_list(self) -> None:
        self.notes.focus()

    def action_close(self) -> None:
        """Stop long work; from the line to the list; take marks off; list all again; then to the desk."""
        if self.stop_work():
            return
        if self.focused is self.line.input:
            self.notes.focus()
        elif self.notes.marked:
            self.notes.marked = set()
            self.notes.redraw()
            self.count()
        elif self.query_text.strip():
            self._at, self.line.input.value = self.here, ""
        else:
            self.dismiss(None)
