"""The bottom line: what can be done here, each with its key; a click does it."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.actions import BY_NAME, FOOTERS
from tui.keymap import label
from tui.locale import Words


class KeyLine(Static):
    """The keys of a place, as many as there is room for, help always."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; width: 100%;
        background: $panel; color: $muted; padding: 0 1;
    }
    """

    def __init__(
        self, words: Words, keys: Mapping[str, tuple[str, ...]], *, place: str = "headlines"
    ) -> None:
        super().__init__(markup=False)
        self._words = words
        self._keys = keys
        self._place = place

    def show(self, place: str) -> None:
        """Offer what can be done in ``place``."""
        if place != self._place:
            self._place = place
            self.refresh()

    def render(self) -> Content:
        """Draw as many keys as fit, the last one (help) always."""
        width = self.size.width
        *names, last = FOOTERS[self._place]
        parts: list[Content] = []
        used = self._cells(last)
        for name in names:
            if used + self._cells(name) > width:
                break
            used += self._cells(name)
            parts.append(self._part(name))
        return Content("").join([*parts, self._part(last)])

    def _cells(self, name: str) -> int:
        return cell_len(self._label(name)) + cell_len(BY_NAME[name].title(self._words.lang)) + 3

    def _label(self, name: str) -> str:
        keys = self._keys.get(name) or BY_NAME[name].keys
        return label(keys[0])

    def _part(self, name: str) -> Content:
        click = Style.from_meta({"@click": f"app.perform('{name}')"})
        content = Content.assemble(
            (self._label(name), "bold $key"), (f" {BY_NAME[name].title(self._words.lang)}  ", "")
        )
        return content.stylize(click)
