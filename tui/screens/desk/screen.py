"""The desk: headlines, the article, its names and its fact cards, side by side or one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from store.model import Annotation, Article, Reading, Span
from tui.actions import ACTIONS, bindings
from tui.errors import say, told
from tui.keymap import conflicts
from tui.locale import Words
from tui.places import PlacedNotes, destination, place_notes
from tui.progress import Shrinking, pace
from tui.reading_queue import ReadingQueue, Worker
from tui.remembered import ReadingPlaces
from tui.screens.desk.found import FoundActions
from tui.screens.desk.names import NameActions
from tui.screens.desk.notes import Target
from tui.screens.desk.opened import OpenedArticle
from tui.screens.desk.orphans import OrphanActions
from tui.widgets.article_view import ArticleView
from tui.widgets.cards import FactCards
from tui.widgets.entities import EntityList
from tui.widgets.fact_line import FactLine
from tui.widgets.line_view import LineView
from tui.widgets.top_line import NARROW, TopLine

if TYPE_CHECKING:
    from store.desk import Desk, Order
    from store.desk.bulk import Key

POLL_SECONDS = 1.5


class DeskScreen(OpenedArticle, NameActions, FoundActions, OrphanActions):
    """Where news is read; wide terminals show everything, narrow ones the pane that has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")

    def __init__(
        self,
        desk: Desk,
        words: Words,
        keys: Mapping[str, tuple[str, ...]],
        worker: Callable[[], Worker],
        samples: Path | None = None,
        complaints: Sequence[str] = (),
    ) -> None:
        """``complaints`` are told once the desk is seen."""
        super().__init__(words, keys)
        self.desk, self.samples = desk, samples
        self.places = ReadingPlaces(desk.home / "places.json")
        self._complaints = complaints
        self._queue = ReadingQueue(desk, worker, self.take, self.not_read, self.count)
        self.query_text = ""
        self.order: Order = "newest"
        self.notebook_left: tuple[str, Key | None] = ("", None)
        self.stopping = Event()
        self._shrinking = Shrinking()
        self.loaded = False
        self._first_row = 0
        self._was_empty = False
        self._notes = PlacedNotes()
        self._mark = 0

    def pane_of(self, name: str) -> Widget:
        """Make a pane."""
        kinds = {"article": ArticleView, "entities": EntityList, "cards": FactCards}
        return kinds[name](self.words, name)

    def below_article(self) -> ComposeResult:
        """Tell of the sentence or fact under the cursor where the cards have no room."""
        yield FactLine(self.words, "facts")

    def on_mount(self) -> None:
        """Fill the desk once it is seen, then begin to read what is new."""
        self.call_after_refresh(self._begin)

    def begin_at(self, row: int) -> None:
        """Begin with the cursor on a row of the list."""
        self._first_row = row

    def _begin(self) -> None:
        self.load()
        self.headlines.cursor = self._first_row
        places = {action.name: action.place for action in ACTIONS}
        clashes = [
            self.words("keymap.clash", shared=key, one=one, other=other)
            for key, one, other in conflicts(self._keys, places)
        ]
        for notice in [*self.desk.notices, *self._complaints, *clashes]:
            say(self, notice, bad=True)
        self._was_empty = not self.headlines.item_count()
        if self.samples is not None and not self._was_empty:
            self.offer_tour()
        self.run_worker(self._queue.run(), group="reading", exclusive=True)
        self.set_interval(POLL_SECONDS, self.poll)

    def on_unmount(self) -> None:
        """Let go of the reading process, and put the reading places on the disk."""
        self.stopping.set()
        self._queue.close()
        self.places.flush()

    def ask_for_reading(self, article_id: str, reading: Reading | None) -> None:
        """Have an article read that was not read yet, or only fast."""
        self._queue.want(article_id, reading)

    # What is listed

    def relisted(self) -> None:
        """Mark what was searched for in the open article, and count."""
        self.find_words(self._reading)
        self._mark, _ = self.desk.changed_since(self._mark)
        self.count()

    def finished(self) -> None:
        """Show what long work has changed, and read what it brought."""
        super().finished()
        if self._was_empty and self.headlines.item_count():
            self.offer_tour()
        self._queue.wake()

    def count(self) -> None:
        """Tell on the top line how much there is."""
        counts = self.desk.counts()
        top = self.query_one(TopLine)
        shown = self.words("counts", total=counts.total, unread=counts.unread, notes=counts.annotations)
        if self._queue.waiting:
            waiting = self._queue.waiting
            rate = self._shrinking.rate(waiting, monotonic())
            how = pace(rate, waiting, self.words.lang) if rate else []
            reading = " · ".join([self.words("counts.reading", n=waiting), *how])
            shown = reading if self.size.width < NARROW else f"{reading} · {shown}"
        top.counts = shown
        top.listed = self.list_title()
        self.offer_keys()

    def poll(self) -> None:
        """See whether another process changed anything; put the place on the disk."""
        self.places.flush()
        with told(self, self.words):
            self._mark, changed = self.desk.changed_since(self._mark)
            if not changed:
                return
            self.load()
            self.read_again()
            self.notes_changed()
            self._queue.wake()

    # The article and its cards move together

    @on(LineView.Moved, "#article")
    def _unit_moved(self) -> None:
        fact = self.view.fact
        self.cards.select(fact.id if fact is not None else None)
        if self._reading is not None:
            self.keep_place()
        self.tell_found()
        self._tell_pane_titles()
        self._tell_unit()

    @on(LineView.Moved, "#cards")
    def _card_moved(self) -> None:
        if self.cards.fact is not None and self.focused is self.cards:
            self.view.go_to_fact(self.cards.fact.id)
        self._tell_pane_titles()

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        self._tell_pane_titles()

    @on(LineView.Chosen, "#cards")
    def _card_chosen(self) -> None:
        if self.cards.fact is not None:
            self.view.go_to_fact(self.cards.fact.id)
            self.go_to_pane("article")

    @on(LineView.Chosen, "#article")
    def _unit_chosen(self) -> None:
        if self.view.fact is not None:
            self.cards.select(self.view.fact.id)
            self.go_to_pane("cards")

    @on(LineView.Chosen, "#entities")
    def _entity_chosen(self) -> None:
        self.action_next_mention()
        if not self.view.display or not self.query_one("#middle").display:
            self.go_to_pane("article")

    def _tell_unit(self) -> None:
        unit = self.view.unit
        note = self._notes.on(unit.fact, unit.span) if unit is not None else None
        role = self._article.blocks[unit.span.block].role if self._article and unit else "paragraph"
        self.query_one(FactLine).show(unit, note, role)

    # Notes

    def target(self) -> Target | None:
        """Give what a note would be about: the article in the list, else the fact or sentence."""
        if self.pane == "headlines":
            headline = self.headlines.current
            return Target(self.desk.article(headline.id)) if headline is not None else None
        if self._article is None:
            return None
        fact = self.cards.fact if self.pane == "cards" else self.view.fact
        if fact is not None:
            return Target(self._article, fact=fact)
        unit = self.view.unit
        return Target(self._article, span=unit.span if unit else None)

    def look_at(self, span: Span) -> None:
        """Bring the cursor to words of the open article and light them up."""
        self.go_to_pane("article")
        self.view.go_to(span, mention=True)

    def look_where(self, annotation: Annotation) -> None:
        """Bring the cursor to where an annotation stands or stood, if its article is open."""
        if self._article is not None and annotation.article == self._article.id:
            there = destination(annotation, self._article, self.desk.place(annotation))
            if there.span is not None:
                self.view.go_to(there.span)
            self.view.go_to_fact(there.fact)

    def notes_of(self, article: Article) -> PlacedNotes:
        """Give the notes of an article, each in its place."""
        reading = self._reading if self._reading and self._reading.article == article.id else None
        return place_notes(article, reading, self.desk.annotations(article.id), self.desk.place)

    def notes_changed(self) -> None:
        """Draw the notes of the open article, and the counts, anew."""
        with told(self, self.words):
            if self._article is not None:
                self._notes = self.notes_of(self._article)
                self.cards.annotate(self._notes.by_fact)
                self.view.note(self._notes)
                self._tell_unit()
            self.list_again()
            self.count()

    def action_back(self) -> None:
        """To the pane before; from the headlines, to all of them."""
        if self.stop_work():
            return
        if self.way_back is not None and self.pane == "article":
            back, self.way_back = self.way_back, None
            back()
        elif self.pane == "headlines":
            if self.query_text:
                self.query_text = ""
                self.load()
        else:
            self.go_to_pane("headlines" if self.pane == "article" else "article")
