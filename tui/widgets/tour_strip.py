"""Two lines above the keys that lead through the tour."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widgets import Static

from tui.drawing.cells import fit
from tui.locale import Words
from tui.tour import STEPS, Tour
from tui.widgets.key_line import KeyLine

_OF_ONES_OWN = frozenset(("note", "tag", "accept", "reject", "edit"))


class TourStrip(Static):
    """Offers the tour, or says what to press next; a click begins it, or leaves it."""

    DEFAULT_CSS = """
    TourStrip { height: 2; width: 100%; background: $panel; padding: 0 1; display: none; }
    TourStrip.-shown { display: block; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__(markup=False)
        self._words = words
        self.tour: Tour | None = None

    def offer(self) -> None:
        """Offer the tour."""
        self.add_class("-shown")
        self.refresh()

    def begin(self) -> None:
        """Begin with the first step."""
        self.tour = Tour()
        self.offer()

    def leave(self) -> None:
        """Be seen no more."""
        self.tour = None
        self.remove_class("-shown")

    def did(self, action: str) -> None:
        """Notice an action; who writes something of one's own needs no offer any more."""
        if self.tour is None:
            if action in _OF_ONES_OWN:
                self.leave()
            return
        if self.tour.finished:
            self.leave()
        elif self.tour.did(action):
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Begin or leave."""
        self.post_message(KeyLine.Pressed("tour"))

    def render(self) -> Content:
        """Draw the step."""
        width = self.size.width
        if self.tour is None:
            head, said = self._words("tour.offer"), self._words("tour.about")
        elif self.tour.finished:
            head, said = self._words("tour.done"), self._words("tour.then")
        else:
            step = self.tour.step + 1
            head = self._words("tour.step", step=step, of=len(STEPS))
            said = self._words(f"tour.{step}")
        return Content.assemble((fit(head, width), "bold $accent"), "\n", fit(said, width))
