"""The desk: headlines, the article, its names and its fact cards, side by side or one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from store.model import Article, Reading
from tui.actions import FOOTERS, bindings
from tui.errors import told
from tui.locale import Words
from tui.places import PlacedNotes, place_notes
from tui.screens.desk_files import FileActions
from tui.screens.desk_notes import NoteActions, Target
from tui.widgets.article_view import ArticleView
from tui.widgets.cards import FactCards
from tui.widgets.entities import EntityList
from tui.widgets.fact_line import FactLine
from tui.widgets.headlines import HeadlineList
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from store.desk import Desk

PANES = ("headlines", "article", "entities", "cards")


class DeskScreen(FileActions, NoteActions):
    """Where news is read; wide terminals show everything, narrow ones the pane that has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")
    DEFAULT_CSS = """
    DeskScreen {
        layout: vertical; background: $background; color: $foreground;
        #panes { height: 1fr; }
        .pane { height: 1fr; border-top: solid $line; border-title-color: $muted; }
        .pane:focus { border-top: heavy $accent; border-title-color: $accent; border-title-style: bold; }
        #left, #middle, #right { width: 1fr; height: 100%; display: none; }
        &.-at-headlines #left, &.-at-article #middle, &.-at-entities #right, &.-at-cards #right {
            display: block;
        }
        #right { layout: horizontal; }
        #entities { width: 30; border-right: vkey $line; }
        #cards { width: 1fr; }
        &.-medium {
            &.-at-headlines #middle, &.-at-entities #middle, &.-at-cards #middle, &.-at-article #right {
                display: block;
            }
            #left { width: 38; }
        }
        &.-wide { #left, #middle, #right { display: block; } #left { width: 38; } #facts { display: none; } }
        &.-medium, &.-wide {
            #right { width: 38; layout: vertical; }
            #entities { width: 100%; height: 38%; border-right: none; }
            #cards { width: 100%; height: 1fr; }
            #middle { border-left: vkey $line; }
            #right { border-left: vkey $line; }
        }
        &.-medium.-at-article #facts, &.-medium.-at-cards #facts { display: none; }
    }
    """

    def __init__(
        self, desk: Desk, words: Words, keys: Mapping[str, tuple[str, ...]], samples: Path | None
    ) -> None:
        super().__init__()
        self.desk, self.words, self.samples = desk, words, samples
        self._keys = keys
        self.query_text = ""
        self.loaded = False
        self._article: Article | None = None
        self._reading: Reading | None = None
        self._notes = PlacedNotes()
        self._mark = 0

    def compose(self) -> ComposeResult:
        """Draw the empty desk: what it lists comes after the first paint."""
        yield TopLine(self.words("paper"), [self.words(f"pane.{name}") for name in PANES])
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield self._pane(HeadlineList(self.words, "headlines"))
            with Vertical(id="middle"):
                yield self._pane(ArticleView(self.words, "article"))
                yield FactLine(self.words, "facts")
            with Vertical(id="right"):
                yield self._pane(EntityList(self.words, "entities"))
                yield self._pane(FactCards(self.words, "cards"))
        yield KeyLine(self.words, FOOTERS["headlines"], self._keys)

    def _pane(self, view: LineView) -> LineView:
        view.add_class("pane")
        view.border_title = self.words(f"pane.{view.id}")
        return view

    def on_mount(self) -> None:
        """Begin at the headlines."""
        self.go_to_pane("headlines")

    # The parts

    @property
    def headlines(self) -> HeadlineList:
        """The list on the left."""
        return self.query_one(HeadlineList)

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
        for pane in PANES:
            self.set_class(pane == name, f"-at-{pane}")
        self.query_one(KeyLine).show(name)
        self.query_one(TopLine).active = PANES.index(name)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, also where the mouse gave it."""
        widget: Widget = event.widget
        if widget.id in PANES:
            self._at(widget.id)

    # What is listed

    def load(self) -> None:
        """List what the query finds, and count."""
        with told(self):
            desk, query = self.desk, self.query_text
            total = desk.count(query)
            self.headlines.show(
                total,
                lambda offset, limit: desk.headlines(query, offset=offset, limit=limit),
                self._nothing(),
            )
            self.loaded = True
            self._mark, _ = self.desk.changed_since(self._mark)
            self.count()

    def _nothing(self) -> list[str]:
        if self.query_text:
            return self.words("empty.search", query=self.query_text).split("\n")
        return self.words("empty.archive" if self.samples is None else "empty.samples").split("\n")

    def count(self) -> None:
        """Tell on the top line how much there is."""
        counts = self.desk.counts()
        top = self.query_one(TopLine)
        top.counts = self.words("counts", total=counts.total, unread=counts.unread, notes=counts.notes)
        top.listed = self.query_text or self.words("listed.all")

    def poll(self) -> None:
        """See whether another process changed anything."""
        with told(self):
            self._mark, changed = self.desk.changed_since(self._mark)
            if not changed:
                return
            self.load()
            if self._article is not None and self._reading is None:
                reading = self.desk.reading(self._article.id)
                if reading is not None:
                    self.take(reading)
            self.notes_changed()
            self.post_message(self.Came())

    # What is open

    @on(HeadlineList.Chosen, "#headlines")
    def _open_chosen(self) -> None:
        headline = self.headlines.current
        if headline is not None:
            self.open(headline.id)
            self.go_to_pane("article")

    def open(self, article_id: str) -> None:
        """Show an article and what has been read in it; what has not been read yet is asked for."""
        with told(self):
            self._article = self.desk.article(article_id)
            self._reading = self.desk.reading(article_id)
            self.view.show(self._article, self._reading)
            self._show_reading()
            self.desk.mark_read(article_id)
            self.headlines.opened = article_id
            self.notes_changed()
            if self._reading is None:
                self.post_message(self.Wanted(article_id))

    def take(self, reading: Reading) -> None:
        """Take what has been read, if it is of the article that is open."""
        if self._article is not None and reading.article == self._article.id:
            self._reading = reading
            self.view.update_reading(reading)
            self._show_reading()
            self.notes_changed()

    def not_read(self, article_id: str) -> None:
        """Say in the empty panes that an article could not be read."""
        if self._article is not None and article_id == self._article.id and self._reading is None:
            self.entities.show([], "empty.failed")
            self.cards.show([], "empty.failed")

    def _show_reading(self) -> None:
        reading = self._reading
        if reading is None:
            state = "empty.reading"
        else:
            state = "empty.none" if reading.language == "ko" else "empty.foreign"
        self.entities.show(reading.entities if reading else (), state)
        self.cards.show(reading.facts if reading else (), state)
        self._tell_pane_titles()

    def _tell_pane_titles(self) -> None:
        total = self.cards.item_count()
        counter = f" {self.cards.cursor + 1}/{total}" if total else ""
        self.cards.border_title = self.words("pane.cards") + counter

    # The article and its cards move together

    @on(LineView.Moved, "#article")
    def _unit_moved(self) -> None:
        fact = self.view.fact
        if fact is not None:
            self.cards.select(fact.id)
        self._tell_pane_titles()
        self._tell_unit()

    @on(LineView.Moved, "#cards")
    def _card_moved(self) -> None:
        if self.cards.fact is not None and self.focused is self.cards:
            self.view.go_to_fact(self.cards.fact.id)
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
        self.query_one(FactLine).show(unit, note)

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

    def notes_of(self, article: Article) -> PlacedNotes:
        """Give the notes of an article, each in its place."""
        reading = self._reading if self._reading and self._reading.article == article.id else None
        return place_notes(article, reading, self.desk.annotations(article.id), self.desk.place)

    def notes_changed(self) -> None:
        """Draw the notes of the open article, and the counts, anew."""
        with told(self):
            if self._article is not None:
                self._notes = self.notes_of(self._article)
                self.cards.annotate(self._notes.by_fact)
                self.view.note(self._notes)
                self._tell_unit()
            self.headlines.forget_pages()
            self.count()

    # Moving about

    def action_next_pane(self) -> None:
        """To the next pane."""
        self._step_pane(1)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        self.go_to_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def action_back(self) -> None:
        """To the pane before; from the headlines, to all of them."""
        if self.stop_work():
            return
        if self.pane == "headlines":
            if self.query_text:
                self.query_text = ""
                self.load()
        else:
            self.go_to_pane("headlines" if self.pane == "article" else "article")

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

    def action_next_article(self) -> None:
        """Open the next article of the list."""
        self._step_article(1)

    def action_previous_article(self) -> None:
        """Open the article before."""
        self._step_article(-1)

    def _step_article(self, step: int) -> None:
        self.headlines.cursor += step
        headline = self.headlines.current
        if headline is not None:
            self.open(headline.id)

    def action_unfold(self) -> None:
        """Show or fold the repeats of the article."""
        self.view.unfold(not self.view.unfolded)
