"""Every action with its key, straight from the registry; typing narrows it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.actions import ACTIONS, BY_NAME, Action, bindings
from tui.drawing.cells import fit, wrap
from tui.drawing.ink import PieceLine
from tui.keymap import JAMO, label
from tui.locale import Words
from tui.screens.dialogs.dialog import Dialog
from tui.widgets.fields import Field
from tui.widgets.line_view import LineView
from tui.widgets.piece_list import PieceList, said

KEYS, TITLES = 18, 17
"""Cells for an action's keys and its title."""

_MOVES = {
    key: action.name
    for action in ACTIONS
    if action.place == "move" and action.name != "choose"
    for key in action.keys
    if len(key) > 1 and key not in ("space", "home", "end")
}
"""The keys that move in the list although what is typed goes to the search line."""


class ActionList(PieceList):
    """Actions under headings: first what can be done here, then all in their groups."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    ActionList { height: 1fr; background: $surface; }
    """

    def __init__(
        self,
        words: Words,
        keys: Mapping[str, tuple[str, ...]],
        here: Sequence[str] = (),
        name: str | None = None,
    ) -> None:
        super().__init__(name)
        self._words, self._keys, self._here = words, keys, here
        self._listed: list[tuple[str, Action]] = []
        self.narrow("")

    def narrow(self, text: str) -> None:
        """List the actions that have every word of ``text`` in their key, title or explanation."""
        wanted = text.casefold().split()
        first = [] if wanted else [("help.here", BY_NAME[name]) for name in self._here]
        self._listed = first + [
            (f"group.{action.group}", action)
            for action in ACTIONS
            if all(word in self._said(action).casefold() for word in wanted)
        ]
        self.set_reactive(PieceList.cursor, 0)
        self.relayout()

    @property
    def action(self) -> Action | None:
        """The action under the cursor."""
        return self._listed[self.cursor][1] if self._listed else None

    def _said(self, action: Action) -> str:
        lang = self._words.lang
        return " ".join([self._shown(action), action.name, action.title(lang), action.tip(lang)])

    def _shown(self, action: Action) -> str:
        keys = self._keys.get(action.name, action.keys)
        return " ".join(label(key) + (f" {JAMO[key]}" if key in JAMO else "") for key in keys)

    def item_count(self) -> int:
        """How many actions are listed."""
        return len(self._listed)

    def heading(self, item: int, width: int) -> list[PieceLine]:
        """Give the group's name above its first action."""
        heading = self._listed[item][0]
        if item and self._listed[item - 1][0] == heading:
            return []
        line = [(self._words(heading), "heading")]
        return [[("", "")], line] if item else [line]

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give an action's keys, title and explanation."""
        _, action = self._listed[item]
        lang = self._words.lang
        tip = action.tip(lang)
        first, *more = wrap(tip, max(8, width - KEYS - TITLES))
        line: PieceLine = [
            (fit(f" {self._shown(action)}", KEYS), "accent"),
            (fit(action.title(lang), TITLES), "strong"),
            (tip[slice(*first)].rstrip(), "muted"),
        ]
        return [
            line,
            *([(" " * (KEYS + TITLES), ""), (tip[slice(*part)].rstrip(), "muted")] for part in more),
        ]

    def empty(self, width: int) -> list[PieceLine]:
        """Say that nothing is called that."""
        return said(self._words("help.none"), width)


class HelpScreen(Dialog[str]):
    """All keys, searchable; gives the action that was chosen, None when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("prompt", also=("tour",))
    DEFAULT_CSS = """
    HelpScreen .box { height: 90%; }
    """

    def __init__(self, words: Words, keys: Mapping[str, tuple[str, ...]], here: Sequence[str] = ()) -> None:
        """``here`` are the actions that are told first."""
        super().__init__(words)
        self._keys, self._here = keys, here

    def compose(self) -> ComposeResult:
        """Draw the search line and the list."""
        with Vertical(classes="box") as box:
            box.border_title = self.words("help.title")
            yield Field(placeholder=self.words("help.placeholder"))
            yield ActionList(self.words, self._keys, self._here)
            yield self.keys("choose", "page_down", "page_up", "tour", "close")

    async def on_key(self, event: events.Key) -> None:
        """Move in the list while typing: keys that are no text are the list's."""
        action = _MOVES.get(event.key)
        if action is not None and isinstance(self.focused, Input):
            event.stop()
            event.prevent_default()
            await self.app.run_action(action, self.query_one(ActionList))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.query_one(ActionList).narrow(event.value)

    @on(Input.Submitted)
    @on(LineView.Chosen)
    def _chosen(self) -> None:
        action = self.query_one(ActionList).action
        if action is not None:
            self.dismiss(action.name)

    def action_tour(self) -> None:
        """Close, and begin the tour."""
        self.dismiss("tour")

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
