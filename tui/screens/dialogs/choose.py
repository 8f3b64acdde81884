"""A prompt that offers a few things, narrowed down by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.text import printable
from tui.actions import bindings
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.fields import Field
from tui.widgets.line_view import LineView
from tui.widgets.piece_list import PieceList


class Choice(NamedTuple):
    """One thing that can be chosen: what it stands for, how it is called, and what is said beside it."""

    value: str
    title: str
    about: str = ""


class ChoiceList(PieceList):
    """The choices that have what was typed in them."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    ChoiceList { height: auto; max-height: 12; background: $surface; }
    """

    def __init__(self, words: Words, choices: Sequence[Choice]) -> None:
        super().__init__("choices")
        self._words = words
        self._all = self._choices = list(choices)

    def narrow(self, text: str) -> None:
        """List the choices that have ``text`` in them."""
        wanted = text.strip().casefold()
        self._choices = [choice for choice in self._all if wanted in " ".join(choice).casefold()]
        self.cursor = 0
        self.relayout()

    @property
    def chosen(self) -> Choice | None:
        """The choice under the cursor."""
        return self._choices[self.cursor] if self._choices else None

    def item_count(self) -> int:
        """How many choices are left."""
        return len(self._choices)

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give a choice in one line."""
        choice = self._choices[item]
        return [[(f" {choice.title}", ""), (f"  {choice.about}", "muted")]]

    def empty(self, width: int) -> list[PieceLine]:
        """Say that nothing is called that."""
        return [[(" " + self._words("choose.none"), "muted")]]


class ChooseScreen(Dialog[str]):
    """Asks for one of several; gives the value that was chosen, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def __init__(self, words: Words, title: str, quote: str, choices: Sequence[Choice]) -> None:
        super().__init__(words)
        self._title, self._quote, self._choices = title, quote, choices

    def compose(self) -> ComposeResult:
        """Draw what it is about, the line that narrows down and the choices."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            if self._quote:
                yield Static(printable(self._quote), classes="quote", markup=False)
            yield Field(placeholder=self.words("choose.placeholder"))
            yield ChoiceList(self.words, self._choices)
            yield self.keys("close")

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def on_key(self, event: events.Key) -> None:
        """Move among the choices while typing."""
        if isinstance(self.focused, Input) and event.key in ("up", "down"):
            event.stop()
            self._list.cursor += 1 if event.key == "down" else -1

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._list.narrow(event.value)

    @on(Input.Submitted)
    @on(LineView.Chosen)
    def _submitted(self) -> None:
        if self._list.chosen is not None:
            self.dismiss(self._list.chosen.value)

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
