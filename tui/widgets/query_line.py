"""The line that a query is typed in: completed with tab, recalled with up, a caret under a mistake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from store.model import SinmunError
from store.text import printable
from tui.actions import bindings
from tui.drawing.cells import fit
from tui.locale import Words
from tui.query.completion import Offer, Values, offers
from tui.widgets.fields import Field

PAUSE = 0.12
"""Seconds without a key after which a query is asked."""


class _Completed(NamedTuple):
    """What was put in: the whole line, what stands behind the cursor in it, and the number of the offer."""

    text: str
    behind: str
    number: int


class QueryLine(Vertical):
    """Asks for a query while it is typed, and shows what it may go on with or what is wrong in it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("query")
    DEFAULT_CSS = """
    QueryLine {
        height: auto; background: $panel; padding: 0 1;
        & #line { height: 1; }
        & #sign { width: 2; color: $accent; text-style: bold; }
        & Input, & Input:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        & #offers { height: 1; color: $muted; padding-left: 2; }
        & .problem { height: auto; color: $error; padding-left: 2; }
    }
    """

    class Asked(Message):
        """The query shall be run; ``now`` when enter was pressed."""

        def __init__(self, query: str, now: bool = False) -> None:
            super().__init__()
            self.query, self.now = query, now

    class Left(Message):
        """The reader goes down to what was found."""

    def __init__(
        self, words: Words, query: str, placeholder: str, values: Values, before: Sequence[str] = ()
    ) -> None:
        """``values`` completes a field's value, asked in a thread; ``before`` are earlier queries."""
        super().__init__()
        self._words, self._given, self._placeholder, self._values = words, query, placeholder, values
        self._before = list(before)
        self._recalled = 0
        self._offers: list[Offer] = []
        self._offered_for = ""
        self._completed: _Completed | None = None
        self._timer: Timer | None = None
        self._wrong = False
        self.meant = ""
        """What may have been meant by a query that finds nothing: tab puts it in."""

    def compose(self) -> ComposeResult:
        """Draw the line, and below it what it may go on with or what is wrong."""
        with Horizontal(id="line"):
            yield Static("/", id="sign", markup=False)
            yield Field(self._given, placeholder=self._placeholder, compact=True)
        yield Static("", id="offers", markup=False)
        caret = Static("^", id="caret", classes="problem", markup=False)
        caret.display = False
        yield caret
        problem = Static("", id="problem", classes="problem", markup=False)
        problem.display = False
        yield problem

    @property
    def input(self) -> Input:
        """The field itself."""
        return self.query_one(Input)

    @property
    def value(self) -> str:
        """What is typed."""
        return self.input.value

    @property
    def waits(self) -> bool:
        """Whether what was typed is yet to be asked."""
        return self._timer is not None

    # Asking

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.meant = ""
        if self._completed is None or event.value != self._completed.text:
            self._completed = None
            self._find_offers(event.value, self.input.cursor_position)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._ask)

    def _ask(self) -> None:
        self._timer = None
        self.post_message(self.Asked(self.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_apply()

    def action_apply(self) -> None:
        """Ask at once, and be done with typing."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.post_message(self.Asked(self.value, now=True))

    # What is wrong

    def complain(self, error: SinmunError) -> None:
        """Say what is wrong in the query, with a caret under the place."""
        caret = getattr(error, "caret", None)
        below, problem = self.query_one("#caret", Static), self.query_one("#problem", Static)
        below.display = isinstance(caret, int) and cell_len(self.value) < self.input.size.width
        if isinstance(caret, int) and below.display:
            below.styles.padding = (0, 0, 0, 2 + cell_len(self.value[:caret]))
        problem.update(printable(self._told(error), lines=True))
        problem.display = self._wrong = True
        self.query_one("#offers").display = False

    def _told(self, error: SinmunError) -> str:
        """Say what is wrong, the values of a field as this language calls them."""
        caret = getattr(error, "caret", 0)
        names = [offer.label for offer in offers(self.value[:caret], self._words.lang, lambda *_: [])]
        if names and caret and self.value[caret - 1] in ":：":
            return self._words("query.takes", field=self.value[:caret].split()[-1], values=", ".join(names))
        return self._words.error(error)

    def approve(self) -> None:
        """Take what was said of a mistake away."""
        if self._wrong:
            self._wrong = False
            self.query_one("#caret").display = self.query_one("#problem").display = False
            self.query_one("#offers").display = True

    # Completing

    @work(group="offers", exclusive=True, thread=True)
    def _find_offers(self, query: str, cursor: int) -> None:
        worker = get_current_worker()
        try:
            found = offers(query[:cursor], self._words.lang, self._values)
        except SinmunError:
            found = []
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_offers, query, found)

    def _show_offers(self, query: str, found: list[Offer]) -> None:
        if not self.is_attached or query != self.value:
            return
        self._offers, self._offered_for = found, query
        self._tell_offers(-1)

    def _tell_offers(self, chosen: int) -> None:
        labels = [
            f"[{offer.label}]" if at == chosen else f" {offer.label} "
            for at, offer in enumerate(self._offers)
        ]
        room = max(self.size.width - 4, 8)
        # The one that was chosen is always in sight.
        while chosen > 0 and cell_len("".join(labels[: chosen + 1])) > room:
            del labels[0]
            chosen -= 1
        self.query_one("#offers", Static).update(fit(printable("".join(labels)), room, pad=False))

    def on_resize(self) -> None:
        """Fit what is offered to the width."""
        if not self._offers and not self.value:
            self._find_offers("", 0)
        else:
            self._tell_offers(self._completed.number if self._completed else -1)

    def action_complete(self) -> None:
        """Put in what was meant, else what is offered first, or the one after that which was put in."""
        if self.meant:
            self.input.value = self.meant
            self.input.action_end()
            return
        cursor = self.input.cursor_position
        if self._completed is not None:
            number = (self._completed.number + 1) % len(self._offers)
            behind = self._completed.behind
        else:
            if self._offered_for != self.value:
                # Faster than the thread: what is typed is asked for at once.
                self._offers = offers(self.value[:cursor], self._words.lang, self._values)
                self._offered_for = self.value
            number, behind = 0, self.value[cursor:]
        if not self._offers:
            return
        offer = self._offers[number]
        text = self._offered_for[: offer.start] + offer.text
        self._completed = _Completed(text + behind, behind, number)
        self.input.value = text + behind
        self.input.cursor_position = len(text)
        self._tell_offers(number)
        if len(self._offers) == 1:
            # Nothing else to choose: what may come next is offered.
            self._completed = None
            self._find_offers(self.value, len(text))

    def action_recall(self) -> None:
        """Bring back the query before."""
        self._recall(1)

    def _recall(self, step: int) -> None:
        queries = [self._given, *(query for query in self._before if query != self._given)]
        if 0 <= self._recalled + step < len(queries):
            self._recalled += step
            self.input.value = queries[self._recalled]
            self.input.cursor_position = len(self.input.value)

    def action_results(self) -> None:
        """Down to what was found; among recalled queries, to the later one."""
        if self._recalled > 0:
            self._recall(-1)
        else:
            self.post_message(self.Left())
