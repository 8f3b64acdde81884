"""Every action with its key, straight from the registry; typing narrows it down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.actions import ACTIONS, Action, bindings
from tui.cells import fit, wrap
from tui.keymap import JAMO, label
from tui.locale import Words
from tui.screens.dialog import Dialog
from tui.widgets.piece_list import PieceLine, PieceList

COLUMN = 17


class ActionList(PieceList):
    """Actions under the names of their groups."""

    DEFAULT_CSS = """
    ActionList { height: 1fr; background: $surface; }
    """

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._words, self._keys = words, keys
        self._actions: list[Action] = list(ACTIONS)

    def narrow(self, text: str) -> None:
        """List the actions that have every word of ``text`` in their key, title or explanation."""
        wanted = text.casefold().split()
        self._actions = [
            action for action in ACTIONS if all(word in self._said(action).casefold() for word in wanted)
        ]
        self.cursor = 0
        self.relayout()

    def _said(self, action: Action) -> str:
        lang = self._words.lang
        return " ".join([self._shown(action), action.name, action.title(lang), action.tip(lang)])

    def _shown(self, action: Action) -> str:
        keys = self._keys.get(action.name, action.keys)
        return " ".join(label(key) + (f" {JAMO[key]}" if key in JAMO else "") for key in keys)

    def item_count(self) -> int:
        """How many actions are listed."""
        return len(self._actions)

    def heading(self, item: int, width: int) -> list[PieceLine]:
        """Give the group's name above its first action."""
        group = self._actions[item].group
        if item and self._actions[item - 1].group == group:
            return []
        line = [(self._words(f"group.{group}"), "heading")]
        return [[("", "")], line] if item else [line]

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give an action's keys, title and explanation."""
        action = self._actions[item]
        lang = self._words.lang
        tip = action.tip(lang)
        first, *more = wrap(tip, max(8, width - 2 * COLUMN))
        line: PieceLine = [
            (fit(f" {self._shown(action)}", COLUMN), "accent"),
            (fit(action.title(lang), COLUMN), "strong"),
            (tip[slice(*first)], "muted"),
        ]
        return [line, *([(" " * 2 * COLUMN, ""), (tip[slice(*part)], "muted")] for part in more)]

    def empty(self, width: int) -> list[PieceLine]:
        """Say that nothing is called that."""
        return [[(self._words("help.none"), "muted")]]


class HelpScreen(Dialog[None]):
    """All keys, searchable."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt")
    DEFAULT_CSS = """
    HelpScreen .box { height: 90%; }
    """

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(words)
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Draw the search line and the list."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("help.title")
            yield Input(placeholder=self.words("help.placeholder"))
            yield ActionList(self.words, self._keys)
            yield self.keys("close")

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.query_one(ActionList).narrow(event.value)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.query_one(ActionList).focus()

    def action_close(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
