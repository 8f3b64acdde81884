"""A prompt for one line, which stays open until what is asked for could be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.model import SinmunError
from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.fields import Field


class AskScreen(Dialog[str]):
    """Asks for a name; gives it once it was taken, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")

    def __init__(
        self, words: Words, title: str, quote: str, written: str, take: Callable[[str], None], hint: str = ""
    ) -> None:
        """``take`` does what is asked for and raises SinmunError where it can't: then it is asked again."""
        super().__init__(words)
        self._title, self._quote, self._written = title, quote, written
        self._take, self._hint = take, hint

    def compose(self) -> ComposeResult:
        """Draw what it is about and the line."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            if self._quote:
                yield Static(printable(self._quote), classes="quote", markup=False)
            yield Field(printable(self._written), select_on_focus=False)
            problem = Static("", classes="problem", markup=False)
            problem.display = False
            yield problem
            if self._hint:
                yield Static(self._hint, classes="hint", markup=False)
            yield self.keys("apply", "close")

    @on(Input.Submitted)
    def action_apply(self) -> None:
        """Take what is written, or say why that can't be done."""
        name = self.query_one(Input).value.strip()
        if not name:
            return
        try:
            self._take(name)
        except SinmunError as error:
            problem = self.query_one(".problem", Static)
            problem.update(printable(self.words.error(error), lines=True))
            problem.display = True
        else:
            self.dismiss(name)

    def action_close(self) -> None:
        """Take nothing."""
        self.dismiss(None)
