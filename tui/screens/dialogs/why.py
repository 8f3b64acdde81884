"""Why a fact was read: the rule in words, the words it goes by, who is named, how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.model import SinmunError
from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialogs.dialog import Dialog
from tui.telling.reasons import parts

if TYPE_CHECKING:
    from store.explain import Explanation


class WhyScreen(Dialog[None]):
    """Tells why a fact was read; the morphemes of its sentence follow when they have been analysed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")
    DEFAULT_CSS = """
    WhyScreen {
        & VerticalScroll { height: auto; max-height: 55vh; margin-top: 1; scrollbar-size-vertical: 1; }
        & .heading { height: auto; color: $accent; }
        & .said { height: auto; padding-left: 2; }
    }
    """

    def __init__(
        self, words: Words, explanation: Explanation, morphemes: Callable[[], tuple[str, ...]]
    ) -> None:
        """``morphemes`` analyses the sentence; it is called in a thread, and may raise SinmunError."""
        super().__init__(words)
        self._explanation, self._analyse = explanation, morphemes
        self.analysed = False

    def compose(self) -> ComposeResult:
        """Draw the sentence and the reasons."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("why.title")
            yield Static(printable(self._explanation.text), classes="quote", markup=False)
            with VerticalScroll():
                for key, said in parts(self._explanation, self.words):
                    yield Static(self.words(key), classes="heading", markup=False)
                    yield Static(printable(said), classes="said", markup=False)
                yield Static(self.words("why.morphemes"), classes="heading", markup=False)
                yield Static("…", classes="said", id="morphemes", markup=False)
            yield self.keys("close")

    def on_mount(self) -> None:
        """Analyse the sentence."""
        self.query_one(VerticalScroll).focus()
        self.run_worker(self._run, thread=True)

    def _run(self) -> None:
        try:
            said = " ".join(self._analyse())
        except SinmunError as error:
            said = self.words.error(error)
        self.app.call_from_thread(self._arrived, said)

    def _arrived(self, said: str) -> None:
        if self.is_attached:
            self.query_one("#morphemes", Static).update(printable(said))
            self.analysed = True

    def action_close(self) -> None:
        """Back to the fact."""
        self.dismiss(None)
