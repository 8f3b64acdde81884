"""Articles of other stories that are about the same, the nearest first; they come while they are found."""

from __future__ import annotations

from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from store.model import SinmunError
from store.text import printable
from tui.destination import Destination
from tui.locale import Words
from tui.progress import Told, line
from tui.screens.pages.page import Page
from tui.widgets.line_view import LineView
from tui.widgets.related_list import RelatedList

if TYPE_CHECKING:
    from store.desk import Desk
    from store.meaning.related import Meaning, Related
    from store.model import Article

EVERY_SECONDS = 1.0
"""How often the list is made anew while articles are still looked at."""
SHOWN = 30


class RelatedScreen(Page):
    """What is near one article in meaning; enter opens it. Without the model it says how to get it."""

    AUTO_FOCUS = "#related"
    DEFAULT_CSS: ClassVar[str] = """
    RelatedScreen #far { height: auto; padding: 0 1; color: $muted; }
    """

    def __init__(self, words: Words, desk: Desk, article: Article) -> None:
        super().__init__(words)
        self._desk, self._article = desk, article

    def compose(self) -> ComposeResult:
        """Draw the frame with the article in it."""
        title = printable(self._article.title)
        about = Content.assemble((title, "bold $title"), (f"\n{self.words('related.about')}", "$muted"))
        yield Static(about, id="about", markup=False)
        yield Static("", id="far", markup=False)
        found = RelatedList(self.words, "related")
        found.add_class("pane")
        found.border_title = self.words("related.title")
        yield found
        yield self.keys()

    def on_mount(self) -> None:
        """Ask in a thread."""
        self.run_worker(self._find, group="related", thread=True)

    def _find(self) -> None:
        tell = self.app.call_from_thread
        try:
            with closing(self._desk.meaning()) as meaning:
                self._look(meaning)
        except SinmunError as error:
            tell(self._fail, error)

    def _look(self, meaning: Meaning) -> None:
        """Show what is near among the articles that were looked at, more and more of them."""
        worker, tell = get_current_worker(), self.app.call_from_thread
        began, shown = monotonic(), 0.0
        for made in meaning.catch_up(self._article.id):
            if worker.is_cancelled:
                return
            now = monotonic()
            if now - shown >= EVERY_SECONDS:
                shown = now
                told = Told(made.made, made.made + made.waiting)
                far = self.words("related.looking", far=line(told, now - began, self.words.lang))
                tell(self._show, meaning.related(self._article.id, SHOWN), far)
        if not worker.is_cancelled:
            tell(self._show, meaning.related(self._article.id, SHOWN), "")

    def _show(self, found: list[Related], far: str) -> None:
        if self.is_attached:
            self.query_one("#far", Static).update(far)
            self.query_one("#far").display = bool(far)
            self.query_one(RelatedList).show(found, self.words("related.still" if far else "related.none"))
            self.loaded = not far

    def _fail(self, error: SinmunError) -> None:
        if self.is_attached:
            self.query_one("#far").display = False
            why = self.words("related.missing", reason=self.words.error(error))
            self.query_one(RelatedList).show([], why)
            self.loaded = True

    def action_close(self) -> None:
        """Stop looking, and go back to the desk."""
        self.workers.cancel_group(self, "related")
        super().action_close()

    @on(LineView.Chosen, "#related")
    def _chosen(self, event: LineView.Chosen) -> None:
        self.dismiss(Destination(self.query_one(RelatedList).found[event.item].headline.id))
