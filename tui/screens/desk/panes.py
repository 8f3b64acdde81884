"""The desk's panes, and moving about in them."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.widget import Widget

from tui.destination import Destination
from tui.screens.frame import PANES, FrameScreen
from tui.widgets.article_view import ArticleView
from tui.widgets.cards import FactCards
from tui.widgets.entities import EntityList
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine


class PaneActions(FrameScreen):
    """Four panes, one of which has the focus; a screen says how an article is opened."""

    def open(self, article_id: str) -> None:
        """Show an article."""
        raise NotImplementedError

    query_text: str
    way_back: Callable[[], None] | None = None
    """What escape goes back to from an article that a page led to."""

    def visit(self, there: Destination | None) -> None:
        """Open an article at a place."""
        if there is None:
            return
        self.open(there.article)
        self.go_to_pane("article")
        if self.view.article is not None and self.view.article.id == there.article:
            if there.span is not None:
                self.view.go_to(there.span)
            self.view.go_to_fact(there.fact)

    @property
    def view(self) -> ArticleView:
        """The article in the middle."""
        return self.query_one(ArticleView)

    @property
    def entities(self) -> EntityList:
        """The names on the right."""
        return self.query_one(EntityList)

    @property
    def cards(self) -> FactCards:
        """The fact cards on the right."""
        return self.query_one(FactCards)

    @property
    def pane(self) -> str:
        """The name of the pane that has the focus, or had it last."""
        return next((name for name in PANES if self.has_class(f"-at-{name}")), "headlines")

    def go_to_pane(self, name: str) -> None:
        """Show a pane and give it the focus."""
        self._at(name)
        self.query_one(f"#{name}").focus()

    def _at(self, name: str) -> None:
        if self.has_class(f"-at-{name}"):
            return
        # One change of classes restyles the whole screen once, not four times.
        self.remove_class(*(f"-at-{pane}" for pane in PANES), update=False)
        self.add_class(f"-at-{name}")
        self.offer_keys()
        self.query_one(TopLine).active = PANES.index(name)

    def offer_keys(self) -> None:
        """Offer in the bottom line what can be done here."""
        found = self.pane == "headlines" and self.query_text and self.headlines.item_count()
        self.query_one(KeyLine).show("found" if found else self.pane, self._also())

    def _also(self) -> tuple[str, ...]:
        if self.pane == "article":
            at, total = self.view.found
            return ("next_match",) if total > 1 or total > at else ()
        if self.pane == "headlines" and self.headlines.item_count():
            headline = self.headlines.current
            return ("story",) if headline is not None and headline.versions > 1 else ()
        return ()

    @on(LineView.Moved, "#headlines")
    def _headline_moved(self) -> None:
        self.offer_keys()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, also where the mouse gave it."""
        widget: Widget = event.widget
        if widget.id in PANES:
            self._at(widget.id)

    @on(TopLine.Pressed)
    def _pane_pressed(self, event: TopLine.Pressed) -> None:
        self.go_to_pane(PANES[event.tab])

    def action_next_pane(self) -> None:
        """To the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        self.go_to_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def action_next_fact(self) -> None:
        """To the next fact."""
        self.view.step_fact(1)

    def action_previous_fact(self) -> None:
        """To the fact before."""
        self.view.step_fact(-1)

    def action_next_mention(self) -> None:
        """To the chosen name's next mention."""
        self._mention(1)

    def action_previous_mention(self) -> None:
        """To the chosen name's mention before."""
        self._mention(-1)

    def _mention(self, step: int) -> None:
        span = self.entities.step(step)
        if span is not None:
            self.view.go_to(span, mention=True)

    def action_unfold(self) -> None:
        """Show or fold the repeats of the article."""
        self.view.unfold(not self.view.unfolded)
