"""What the pages over the desk share: a heading, data that is fetched in a thread, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import Screen

from store.model import SinmunError
from tui.actions import bindings
from tui.destination import Destination
from tui.errors import say
from tui.locale import Words
from tui.terminal.whole_cells import WholeCompositor
from tui.widgets.key_line import KeyLine

Fetched = TypeVar("Fetched")


class Page(Screen[Destination]):
    """A whole screen about one thing; gives where to go, None for back to the desk."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")
    DEFAULT_CSS = """
    Page {
        layout: vertical; background: $background; color: $foreground;
        & #about { height: auto; padding: 0 1; background: $panel; }
        & .part { height: auto; }
        & .pane { height: 1fr; border-top: solid $line; border-title-color: $muted; }
        & .pane:focus { border-top: heavy $accent; border-title-color: $accent; border-title-style: bold; }
    }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._compositor = WholeCompositor()
        self.words = words
        self.loaded = False

    def fetch(self, ask: Callable[[], Fetched], show: Callable[[Fetched], None]) -> None:
        """Ask in a thread, then show the answer; where there is none, say why and go back."""

        def run() -> None:
            try:
                answer = ask()
            except SinmunError as error:
                self.app.call_from_thread(self._failed, error)
            else:
                self.app.call_from_thread(arrived, answer)

        def arrived(answer: Fetched) -> None:
            if self.is_attached:
                show(answer)
                self.loaded = True

        self.run_worker(run, thread=True)

    def _failed(self, error: SinmunError) -> None:
        say(self, self.words.error(error), bad=True)
        self.dismiss(None)

    def keys(self) -> KeyLine:
        """Make the bottom line."""
        return KeyLine(self.words, ("choose", "down", "up", "close"), {})

    def action_close(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
