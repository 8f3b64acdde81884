"""Keys with what they do, in one line; a click does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.actions import BY_NAME, FOOTERS
from tui.keymap import label
from tui.locale import Words

GAP = "  "
"""Between two keys: no wider, that 80 columns hold what matters."""


class KeyLine(Static):
    """As many keys as there is room for, and the last of them always."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; color: $muted; }
    KeyLine.foot { dock: bottom; background: $panel; padding: 0 1; }
    KeyLine.in-dialog { margin-top: 1; }
    """

    class Pressed(Message):
        """An action was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(
        self, words: Words, names: Sequence[str], keys: Mapping[str, tuple[str, ...]], classes: str = "foot"
    ) -> None:
        super().__init__(markup=False, classes=classes)
        self._words = words
        self.names = names
        self._keys = keys

    def show(self, place: str, also: Sequence[str] = ()) -> None:
        """Offer what can be done in a pane of the desk, ``also`` just now: those after the first."""
        first, *others = FOOTERS[place]
        self.offer(first, *also, *others)

    def offer(self, *names: str) -> None:
        """Offer what can be done now."""
        if names != self.names:
            self.names = names
            self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit."""
        return Content("").join(
            Content.assemble((key, "bold $key"), f" {title}{GAP}") for _, key, title in self._fitting()
        )

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        right = event.get_content_offset(self)
        edge = 0
        for name, key, title in self._fitting():
            edge += cell_len(key) + cell_len(title) + 1 + len(GAP)
            if right is not None and right.x < edge:
                self.post_message(self.Pressed(name))
                return

    def _fitting(self) -> list[tuple[str, str, str]]:
        parts = [(name, self._key(name), BY_NAME[name].title(self._words.lang)) for name in self.names]
        room = self.size.width - sum(cell_len(part) for part in parts[-1][1:]) - 1
        kept: list[tuple[str, str, str]] = []
        for part in parts[:-1]:
            room -= cell_len(part[1]) + cell_len(part[2]) + 1 + len(GAP)
            if room < 0:
                break
            kept.append(part)
        return [*kept, parts[-1]]

    def _key(self, name: str) -> str:
        keys: Mapping[str, tuple[str, ...]] = self._keys or getattr(self.app, "action_keys", {})
        return label((keys.get(name) or BY_NAME[name].keys)[0])
