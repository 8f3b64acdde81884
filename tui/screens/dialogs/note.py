"""The note editor: Markdown in several lines, nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static, TextArea

from store.model import SinmunError
from store.text import printable
from tui.actions import bindings
from tui.locale import Words
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.fields import Editor

DRAFT_DELAY = 0.4


@dataclass(frozen=True)
class Draft:
    """Where what is being typed is kept: ``found`` was left last time; ``keep`` a text, or ``drop`` it."""

    found: str | None
    keep: Callable[[str], None]
    drop: Callable[[], None]


class NoteScreen(Dialog[bool]):
    """Edits one note; gives True when it was saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("editor")
    DEFAULT_CSS = """
    NoteScreen {
        & .box { height: 80%; max-height: 30; border-subtitle-color: $key; }
        & TextArea { height: 1fr; border: tall $line; background: $background; }
        & TextArea:focus { border: tall $primary; }
    }
    """

    def __init__(
        self, words: Words, title: str, quote: str, text: str, draft: Draft, save: Callable[[str], None]
    ) -> None:
        """``save`` puts the text away and raises SinmunError where it can't: then the editor stays open."""
        super().__init__(words)
        self._title, self._quote, self._text, self._draft, self._save = title, quote, text, draft, save
        self._timer: Timer | None = None
        self._area: TextArea | None = None

    def compose(self) -> ComposeResult:
        """Draw what the note is about, the editor and its keys."""
        recovered = self._draft.found is not None and self._draft.found != self._text
        with Vertical(classes="box") as box:
            box.border_title = self._title
            box.border_subtitle = self.words("note.hint")
            if self._quote:
                yield Static(printable(self._quote), classes="quote", markup=False)
            self._area = Editor(
                self._draft.found if recovered and self._draft.found else self._text,
                soft_wrap=True,
                tab_behavior="focus",
                show_line_numbers=False,
                highlight_cursor_line=False,
            )
            yield self._area
            yield Static(self.words("note.recovered") if recovered else "", classes="problem", markup=False)
            yield self.keys("save", "leave")

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @property
    def draft_waits(self) -> bool:
        """Whether something typed is yet to be kept as a draft."""
        return self._timer is not None

    def on_unmount(self) -> None:
        """Keep what was typed last as a draft, where the desk ends without asking."""
        if self._timer is not None and self._area is not None:
            with suppress(SinmunError):  # nobody is left to be told
                self._keep(self._area.text)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DRAFT_DELAY, self._keep_draft)

    def _keep_draft(self) -> None:
        self._timer = None
        try:
            self._keep(self.query_one(TextArea).text)
        except SinmunError as error:
            self._complain(error)

    def _keep(self, text: str) -> None:
        if text != self._text:
            self._draft.keep(text)
        else:
            self._draft.drop()

    def _complain(self, error: SinmunError) -> None:
        self.query_one(".problem", Static).update(printable(self.words.error(error), lines=True))

    def action_save(self) -> None:
        """Put the note away, or say why that can't be done and stay."""
        try:
            self._save(self.query_one(TextArea).text)
            self._leave()
        except SinmunError as error:
            self._complain(error)
            return
        self.dismiss(True)

    def _leave(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._draft.drop()

    def action_leave(self) -> None:
        """Close; ask first where typed words would be thrown away."""
        if self.query_one(TextArea).text == self._text:
            self._answered(True)
            return
        self.app.push_screen(ConfirmScreen(self.words, self.words("note.throw_away")), self._answered)

    def _answered(self, throw_away: bool | None) -> None:
        if not throw_away:
            return
        try:
            self._leave()
        except SinmunError as error:
            self._complain(error)
            return
        self.dismiss(False)
