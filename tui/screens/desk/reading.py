"""The desk's help for the reading eye: the words searched for, and the place where reading was left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.model import Article, Reading, Span
from store.search.facts import facts_meant, names_in
from store.search.highlight import pattern_of
from tui.destination import Destination
from tui.errors import say, told
from tui.remembered import ReadingPlaces, remember
from tui.screens.desk.panes import PaneActions
from tui.widgets.tour_strip import TourStrip

if TYPE_CHECKING:
    from store.desk import Desk


class ReadingActions(PaneActions):
    """Finds the words of the query in the open article, and its place again; a screen says what is open."""

    desk: Desk
    query_text: str
    places: ReadingPlaces

    @property
    def _tour(self) -> TourStrip:
        return self.query_one(TourStrip)

    def offer_tour(self) -> None:
        """Offer the tour, once in an archive's life."""
        if not remember(self.desk.home).get("toured"):
            remember(self.desk.home, toured=True)
            self._tour.offer()

    def turn_tour(self) -> None:
        """Begin the tour, or leave it."""
        if self._tour.tour is None:
            self._tour.begin()
        else:
            self._tour.leave()

    def toured(self, action: str) -> None:
        """Notice for the tour what was done."""
        self._tour.did(action)

    def find_words(self, reading: Reading | None) -> None:
        """Mark the words of the query in the article that is open."""
        article, facts = self.view.article, reading.facts if reading else ()
        other_names = names_in(reading)
        with told(self, self.words):
            pattern = pattern_of(self.query_text, article.text, other_names) if article else None
            self.view.find(pattern, facts_meant(self.query_text, facts, other_names))
        self.tell_found()

    def visit(self, there: Destination | None) -> None:
        """Open an article at a place; where it was searched for, at the first of what was found."""
        super().visit(there)
        if there is not None and there.found:
            self.view.go_to_first_found()
            self.tell_found()

    def tell_found(self) -> None:
        """Say in the article's title what was found there, and which of it is lit up."""
        number, total = self.view.found
        what = "article.found_facts" if self.view.finds_facts else "article.found"
        title = self.words("pane.article")
        self.view.border_title = title + (self.words(what, at=number, n=total) if total else "")
        self.offer_keys()

    def action_why(self) -> None:
        """Say why the chosen fact was read."""
        from tui.screens.dialogs.why import WhyScreen

        fact = self.cards.fact if self.pane == "cards" else self.view.fact
        article = self.view.article
        if fact is None or article is None:
            say(self, self.words("said.no_fact"), bad=True)
            return
        with told(self, self.words):
            explanation = self.desk.why(article.id, fact.id)
            if explanation is not None:
                start, end = explanation.start, explanation.end
                place = Span(explanation.text, explanation.block, start, end)
                morphemes = partial(self.desk.morphemes, article.id, place)
                self.app.push_screen(WhyScreen(self.words, explanation, morphemes))

    def action_next_match(self) -> None:
        """To the next place of the words searched for."""
        self._step_found(1)

    def action_previous_match(self) -> None:
        """To the place of the words searched for before."""
        self._step_found(-1)

    def _step_found(self, step: int) -> None:
        if self.view.found[1]:
            self.view.step_found(step)
            self.tell_found()
        else:
            say(self, self.words("said.none_found" if self.query_text else "said.no_query"), bad=True)

    def keep_place(self) -> None:
        """Remember where the cursor stands in the open article."""
        article, unit = self.view.article, self.view.unit
        if article is not None and unit is not None:
            first = self.view.cursor == 0
            self.places.keep(article.id, (0, 0) if first else (unit.span.block, unit.span.start))

    def kept_place(self, article: Article) -> Span | None:
        """Give the place where the article's reading was left, None for its beginning."""
        spot = self.places.of(article.id)
        if spot is None or spot[0] >= len(article.blocks):
            return None
        return Span("", spot[0], spot[1], spot[1])

    def take_up_place(self) -> None:
        """Go to the place itself once sentences are known, if the cursor still stands on its block.

        What was searched for and found is not left for it.
        """
        article, unit = self.view.article, self.view.unit
        there = self.kept_place(article) if article is not None else None
        if self.view.found[0] or there is None or unit is None:
            return
        if unit.span.block == there.block:
            self.view.go_to(there)
