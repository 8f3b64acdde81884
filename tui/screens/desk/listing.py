"""The desk's list: what it holds, what it is narrowed to, and what may have been meant where it is empty."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from store.search.facts import asks_for_notes
from tui.destination import Destination
from tui.errors import told
from tui.query.shelf import shelf_of
from tui.screens.desk.panes import PaneActions
from tui.widgets.headlines import HeadlineList

if TYPE_CHECKING:
    from store.desk import Desk, Order


class ListActions(PaneActions):
    """Lists what a query finds, a shelf holds; a screen says what else is to be shown then."""

    desk: Desk
    samples: Path | None
    query_text: str
    order: Order
    loaded: bool
    _meant: tuple[str, int] = ("", 0)
    """What may have been meant by a query that finds nothing, and how many articles that finds."""

    def relisted(self) -> None:
        """Show what goes with the list that has changed."""
        raise NotImplementedError

    def add_samples(self) -> None:
        """Add the samples to an empty archive."""
        raise NotImplementedError

    def load(self) -> None:
        """List what the query finds, and count."""
        with told(self, self.words):
            desk, query, order = self.desk, self.query_text, self.order
            total = desk.count(query)
            self._meant = ("", 0) if total else desk.meant(query)
            self.headlines.show(
                total,
                lambda offset, limit: desk.headlines(query, offset=offset, limit=limit, order=order),
                self._nothing(),
                lambda article: desk.position(article, query, order),
            )
            found = self.words("headlines.found", n=total) if query else ""
            self.headlines.border_title = self.words("pane.headlines") + found
            self.loaded = True
            self.relisted()

    def list_again(self) -> None:
        """Show in the list what was read and noted; what is listed by that is listed anew."""
        if asks_for_notes(self.query_text):
            self.load()
        else:
            self.headlines.forget_pages()

    def _nothing(self) -> list[str]:
        if not self.query_text:
            return self.words("empty.archive" if self.samples is None else "empty.samples").split("\n")
        query, count = self._meant
        meant = [self.words("empty.meant_here", query=query, n=count)] if query else []
        return [*self.words("empty.search", query=self.query_text).split("\n"), *meant]

    def list_title(self) -> str:
        """Say what is listed."""
        shelf = shelf_of(self.query_text)
        if shelf is not None:
            return self.words("listed.shelf", name=shelf)
        if self.query_text.startswith("story:"):
            return self.words("listed.story")
        best = self.order == "relevance" and self.query_text
        return (self.query_text or self.words("listed.all")) + (self.words("listed.best") if best else "")

    @on(HeadlineList.Chosen, "#headlines")
    def _open_chosen(self) -> None:
        headline = self.headlines.current
        if headline is not None:
            self.open(headline.id)
            self.go_to_pane("article")
        elif self._meant[0]:
            self._narrow(self._meant[0])
        else:
            self.add_samples()

    def action_next_article(self) -> None:
        """Open the next article of the list."""
        self._step_article(1)

    def action_previous_article(self) -> None:
        """Open the article before."""
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        with told(self, self.words):
            opened = self.headlines.opened
            gone = opened is not None and self.desk.position(opened, self.query_text, self.order) is None
            if not (gone and step > 0):
                # What is listed no more, as it was read, has left its row to the next one.
                self.headlines.cursor += step
            headline = self.headlines.current
            if headline is not None:
                self.open(headline.id)

    def action_search(self) -> None:
        """Ask for a query."""
        from tui.screens.pages.search import Search, SearchScreen

        def searched(search: Search | None) -> None:
            if search is None:
                return
            self.order = search.order
            self._narrow(search.query)
            if search.article:
                self.visit(Destination(search.article, found=True))

        self.app.push_screen(SearchScreen(self.words, self.desk, self.query_text, self.order), searched)

    def action_shelves(self) -> None:
        """Choose a query that is kept under a name."""
        from tui.screens.dialogs.shelves import ShelvesScreen

        self.app.push_screen(ShelvesScreen(self.words, self.desk, self.query_text), self._narrow)

    def _narrow(self, query: str | None) -> None:
        if query is not None:
            self.query_text = query
            self.load()
            self.headlines.action_top()
            self.headlines.focus()
