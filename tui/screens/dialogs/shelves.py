"""The shelves: queries that are kept under names, each with the number of articles that it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from store.model import SinmunError
from store.search.shelf import Shelf
from store.text import printable
from tui.actions import bindings
from tui.drawing.cells import fit
from tui.drawing.ink import PieceLine
from tui.errors import told
from tui.locale import Words
from tui.query.shelf import shelf_of, shelf_query
from tui.screens.dialogs.ask import AskScreen
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.piece_list import PieceList

if TYPE_CHECKING:
    from store.desk import Desk


class ShelfList(PieceList):
    """Everything first, then the shelves by their names."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    ShelfList { height: auto; max-height: 20; background: $surface; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__("shelves")
        self._words = words
        self.shelves: Sequence[Shelf] = ()
        self.counts: Mapping[str, str] = {}

    def show(self, shelves: Sequence[Shelf]) -> None:
        """List the shelves."""
        self.shelves = shelves
        self.set_reactive(PieceList.cursor, self.validate_cursor(self.cursor))
        self.relayout()

    def count(self, counts: Mapping[str, str]) -> None:
        """Show how many articles stand on each."""
        self.counts = counts
        self.relayout()

    @property
    def shelf(self) -> Shelf | None:
        """The shelf under the cursor, None for everything."""
        return self.shelves[self.cursor - 1] if self.cursor else None

    def item_count(self) -> int:
        """How many shelves there are, and everything."""
        return len(self.shelves) + 1

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give a shelf's name, number and query."""
        name = self.shelves[item - 1].name if item else self._words("listed.all")
        query = self.shelves[item - 1].query if item else ""
        count = self.counts.get(name if item else "", "…")
        column = min(28, max(12, width // 3))
        return [
            [(f" {fit(printable(name), column)}", "strong"), (f" {count:>8}  ", "accent"), (query, "muted")],
        ]


class ShelvesScreen(Dialog[str]):
    """Gives the query of the shelf that was chosen, empty for everything, None when it was left."""

    AUTO_FOCUS = "#shelves"
    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt", also=("remove", "rename", "undo"))

    def __init__(self, words: Words, desk: Desk, query: str) -> None:
        """Begin at the shelf that ``query`` means."""
        super().__init__(words)
        self._desk, self._current = desk, shelf_of(query)
        self.counted = False
        self._removed = False

    def compose(self) -> ComposeResult:
        """Draw the list."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("shelf.title")
            yield ShelfList(self.words)
            yield Static("", classes="hint", markup=False)
            yield self.keys("choose", "close")

    @property
    def _list(self) -> ShelfList:
        return self.query_one(ShelfList)

    def on_mount(self) -> None:
        """List the shelves, and count in a thread what stands on them."""
        self._load()
        names = [shelf.name for shelf in self._list.shelves]
        if self._current in names:
            self._list.cursor = names.index(self._current) + 1

    def _load(self) -> None:
        with told(self, self.words):
            shelves = self._desk.shelves()
            self._list.show(shelves)
            self.query_one(".hint", Static).update(self.words("shelf.how" if shelves else "shelf.none"))
            on_shelves = ("rename", "remove") if shelves else ()
            back = ("undo",) if shelves or self._removed else ()
            self.query_one(KeyLine).offer("choose", *on_shelves, *back, "close")
            self.counted = False
            self._count(shelves)

    @work(group="counting", exclusive=True, thread=True)
    def _count(self, shelves: Sequence[Shelf]) -> None:
        counts: dict[str, str] = {}
        for name, query in [("", ""), *((shelf.name, shelf_query(shelf.name)) for shelf in shelves)]:
            try:
                counts[name] = f"{self._desk.count(query):,}"
            except SinmunError:
                # A shelf may name another that is gone.
                counts[name] = "?"
        self.app.call_from_thread(self._counted, counts)

    def _counted(self, counts: Mapping[str, str]) -> None:
        if self.is_attached:
            self._list.count(counts)
            self.counted = True

    @on(LineView.Chosen, "#shelves")
    def _chosen(self) -> None:
        shelf = self._list.shelf
        self.dismiss(shelf_query(shelf.name) if shelf else "")

    def action_remove(self) -> None:
        """Forget the shelf; undo brings it back."""
        shelf = self._list.shelf
        if shelf is not None:
            with told(self, self.words):
                self._desk.remove_shelf(shelf.name)
                self._removed = True
            self._load()

    def action_undo(self) -> None:
        """Take back the last change."""
        with told(self, self.words):
            self._desk.undo()
        self._load()

    def action_rename(self) -> None:
        """Give the shelf another name."""
        shelf = self._list.shelf
        if shelf is None:
            return

        def rename(name: str) -> None:
            self._desk.rename_shelf(shelf.name, name)

        def renamed(name: str | None) -> None:
            if name is not None:
                self._load()

        screen = AskScreen(self.words, self.words("shelf.rename"), shelf.query, shelf.name, rename)
        self.app.push_screen(screen, renamed)

    def action_close(self) -> None:
        """Leave the list as it is."""
        self.dismiss(None)
