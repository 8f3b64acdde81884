"""The search page: what a query finds while it is typed, in one of two orders, kept on a shelf if wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from store.model import SinmunError
from tui.actions import bindings
from tui.errors import say
from tui.locale import Words
from tui.query.history import queries_before, remember_query
from tui.query.snippets import Hit, hit
from tui.screens.dialogs.shelving import shelve
from tui.terminal.whole_cells import WholeCompositor
from tui.widgets.hits import Hits
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.query_line import QueryLine
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from store.desk import Desk, Order

SHOWN = 60
"""How many of the articles that are found are shown beside the query; enter lists them all."""


class Search(NamedTuple):
    """What was asked for: the query, the order of what it finds, and the article that was chosen."""

    query: str
    order: Order
    article: str = ""


class SearchScreen(Screen[Search]):
    """Asks for a query; gives it when it can be run, None when it was left."""

    AUTO_FOCUS = "QueryLine Input"
    BINDINGS: ClassVar[list[BindingType]] = bindings("search", "prompt")
    DEFAULT_CSS = """
    SearchScreen {
        layout: vertical; background: $background; color: $foreground;
        & #hits { border-top: solid $line; border-title-color: $muted; }
        & #hits:focus { border-top: heavy $accent; border-title-color: $accent; }
        & #hint { height: auto; padding: 0 1; color: $muted; background: $panel; }
    }
    """

    def __init__(self, words: Words, desk: Desk, query: str, order: Order) -> None:
        super().__init__()
        self._compositor = WholeCompositor()
        self.words, self._desk = words, desk
        self._query, self._order = query, order
        self._history = desk.home / "queries.json"
        self.answered: str | None = None
        self._count = 0
        self._goes_down = False
        """Whether the reader goes to what is found once that is there."""
        self._shown = query
        """The query that found what is listed: not always the one in the line."""

    def compose(self) -> ComposeResult:
        """Draw the line, what it finds and the query language."""
        top = TopLine(self.words("search.title"), [])
        top.listed = self.words("search.about")
        yield top
        before = queries_before(self._history)
        yield QueryLine(
            self.words, self._query, self.words("search.placeholder"), self._desk.completions, before
        )
        yield Hits(self.words, "hits")
        yield Static(self.words("search.hint"), id="hint", markup=False)
        yield KeyLine(self.words, ("apply", "results", "complete", "order", "shelve", "recall", "close"), {})

    def on_mount(self) -> None:
        """Show what the query finds that was asked last."""
        self.find(self._query)

    @property
    def line(self) -> QueryLine:
        """The line that the query is typed in."""
        return self.query_one(QueryLine)

    @property
    def hits(self) -> Hits:
        """The list of what is found."""
        return self.query_one(Hits)

    @property
    def settled(self) -> bool:
        """Whether all that was typed has been answered."""
        return not self.line.waits and self.answered == self.line.value

    # Finding

    @on(QueryLine.Asked)
    def _asked(self, event: QueryLine.Asked) -> None:
        if not event.now:
            self.find(event.query)
            return
        try:
            self._desk.count_up_to(event.query, 1)
        except SinmunError as error:
            self._refuse(event.query, error)
        else:
            self._leave(event.query)

    @work(group="finding", exclusive=True, thread=True)
    def find(self, query: str) -> None:
        """Ask in a thread; what was asked before is given up."""
        worker = get_current_worker()
        tell = self.app.call_from_thread
        try:
            count = self._desk.count(query)
            found = self._desk.headlines(query, limit=SHOWN, order=self._order)
            hits: list[Hit] = []
            for headline in found:
                if worker.is_cancelled:
                    return
                hits.append(hit(query, headline, self._desk.article(headline.id)))
            meant = ("", 0) if count else self._desk.meant(query)
        except SinmunError as error:
            if not worker.is_cancelled:
                tell(self._refuse, query, error)
        else:
            if not worker.is_cancelled:
                tell(self._show, query, count, hits, meant)

    def _show(self, query: str, count: int, hits: list[Hit], meant: tuple[str, int]) -> None:
        if self.is_attached:
            self.answered = self._shown = query
            self.line.approve()
            self.line.meant = meant[0]
            nothing = self.words("empty.found" if query.strip() else "empty.nothing")
            instead = "\n" + self.words("empty.meant", query=meant[0], n=meant[1]) if meant[0] else ""
            self.hits.show(hits, nothing + instead)
            shown = self.words("search.first", n=len(hits)) if count > len(hits) else ""
            order = self.words(f"order.{self._order}")
            self._count = count
            self.hits.border_title = Content(f"{self.words('search.found', n=count)}{shown} · {order}")
            if self._goes_down and self.settled:
                self._to_hits()

    def _refuse(self, query: str, error: SinmunError) -> None:
        if self.is_attached:
            self.answered, self._goes_down = query, False
            self.line.complain(error)
            if self.hits.hits:
                self.hits.border_title = Content(self.words("search.before", n=self._count))

    # Leaving

    def _leave(self, query: str, article: str = "") -> None:
        remember_query(self._history, query.strip())
        self.dismiss(Search(query.strip(), self._order, article))

    @on(LineView.Chosen, "#hits")
    def _chosen(self, event: LineView.Chosen) -> None:
        if self.answered is not None:
            self._leave(self._shown, self.hits.hits[event.item].headline.id)

    def action_close(self) -> None:
        """Leave the list as it is."""
        self.dismiss(None)

    @on(QueryLine.Left)
    def _to_hits(self) -> None:
        self._goes_down = not self.settled
        if self.settled and self.hits.item_count():
            self.hits.focus()

    @on(Hits.Left)
    def _to_line(self) -> None:
        self.line.input.focus()

    # Order and shelves

    def action_order(self) -> None:
        """Switch between the newest and the most relevant first."""
        self._order = "newest" if self._order == "relevance" else "relevance"
        self.find(self.line.value)

    def action_shelve(self) -> None:
        """Keep the query under a name."""
        query = self.line.value.strip()
        if query:
            shelve(self, self.words, self._desk, query)
        else:
            say(self, self.words("said.no_query"), bad=True)
