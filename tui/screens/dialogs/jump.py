"""Jump marks: letters on everything in sight; typing one goes there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from tui.actions import bindings
from tui.keymap import JAMO, strokes
from tui.locale import Words
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""What marks are made of, the row where the fingers rest first."""

_LETTERS = {jamo: letter for letter, jamo in JAMO.items()}


class Place(NamedTuple):
    """What a mark stands on: an item of a list or text, or a pane's name on the top line."""

    view: LineView | TopLine
    item: int


def codes(count: int) -> list[str]:
    """Give as many marks, of one letter as far as they reach, of which none begins another."""
    doubled = max(0, -(-(count - len(LETTERS)) // (len(LETTERS) - 1)))
    single = len(LETTERS) - doubled
    pairs = [first + second for first in LETTERS[single:] for second in LETTERS]
    return [*LETTERS[:single], *pairs][:count]


def letters_of(typed: str) -> str:
    """Give the letters of the keys that were struck for a letter, a jamo or a composed syllable."""
    return "".join(_LETTERS.get(key, key) for key in strokes(typed) or typed).lower()


def places(screen: Screen[object]) -> list[Place]:
    """Give everything in sight, what has the focus first."""
    views = [view for view in screen.query(LineView) if view.is_on_screen]
    views.sort(key=lambda view: not view.has_focus)
    tabs = [Place(top, tab) for top in screen.query(TopLine) for tab in range(len(top.tabs))]
    return tabs + [Place(view, item) for view in views for item in view.items_in_sight()]


class JumpScreen(ModalScreen[Place]):
    """Lies over a screen whose lists show their marks; gives the place whose mark was typed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")
    DEFAULT_CSS = """
    JumpScreen { background: transparent; }
    JumpScreen > Static { dock: bottom; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, words: Words, found: Sequence[Place]) -> None:
        super().__init__()
        self._words = words
        self._marks = dict(zip(codes(len(found)), found, strict=True))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Say what the letters are for, over the line of keys."""
        yield Static(self._words("jump.how"), markup=False)

    def on_mount(self) -> None:
        """Put the marks up."""
        self._mark(self._marks)

    def _mark(self, codes: dict[str, Place]) -> None:
        shown: dict[LineView | TopLine, dict[int, str]] = {place.view: {} for place in self._marks.values()}
        for code, place in codes.items():
            shown[place.view][place.item] = code
        for view, marks in shown.items():
            view.mark_items(marks)
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Go where the mark is; what is no mark leaves everything as it was."""
        if event.key == "escape" or not event.character:
            return
        event.stop()
        for letter in letters_of(event.character):
            self._typed += letter
            if self._typed in self._marks:
                self._leave(self._marks[self._typed])
                return
        left = {code: place for code, place in self._marks.items() if code.startswith(self._typed)}
        if left:
            self._mark(left)
        else:
            self._leave(None)

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked, if there is a mark."""
        self._leave(next((place for place in self._at(event.screen_x, event.screen_y)), None))

    def _at(self, x: int, y: int) -> Iterator[Place]:
        for code, place in self._marks.items():
            column, row = place.view.spot_of(place.item)
            if row == y and column <= x < column + len(code):
                yield place

    def _leave(self, place: Place | None) -> None:
        self._mark({})
        self.dismiss(place)

    def action_close(self) -> None:
        """Leave everything as it was."""
        self._leave(None)
