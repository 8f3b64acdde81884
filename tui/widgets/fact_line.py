"""Two lines under the article where the cards have no room: the fact or sentence under the cursor."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from store.model import Annotation, Role
from store.text import printable
from tui.drawing.cells import fit
from tui.drawing.marks import SIGNS, VERDICTS, signs_of
from tui.locale import Words
from tui.telling.card_text import flag, heading, trust
from tui.widgets.article_units import Unit

_COLOURS = {"good": "$success", "bad": "$error", "tag": "$secondary"}


class FactLine(Static):
    """What the cursor stands on, with its verdict, tags and note."""

    DEFAULT_CSS = """
    FactLine { height: 2; width: 100%; background: $panel; color: $foreground; padding: 0 1; }
    FactLine.-empty { display: none; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(id=name, classes="-empty", markup=False)
        self._words = words
        self._unit: Unit | None = None
        self._annotation: Annotation | None = None
        self._role: Role = "paragraph"

    def show(self, unit: Unit | None, annotation: Annotation | None, role: Role) -> None:
        """Tell of a unit, the part its block plays and the note on it."""
        self._unit, self._annotation, self._role = unit, annotation, role
        self.set_class(unit is None, "-empty")
        self.refresh()

    def render(self) -> Content:
        """Draw both lines."""
        width = self.size.width
        if self._unit is None:
            return Content("")
        fact = self._unit.fact
        said = self._said()
        signs = [(sign, _COLOURS.get(VERDICTS.get(sign, ""), "")) for sign in signs_of(self._annotation)]
        if fact is None:
            first = Content(fit(printable(self._words(f"unit.{self._role}")), width - 2))
            second = said or self._words("unit.hint")
        else:
            room = width - 4
            first = Content.assemble(
                (f"{SIGNS[fact.kind]} ", f"${fact.kind}"), fit(printable(heading(fact, self._words)), room)
            )
            doubts = " ".join(f"⚠ {flag(name, self._words)}" for name in fact.flags)
            second = " · ".join(part for part in (said, doubts, trust(fact, self._words)) if part)
        return Content.assemble(first, *signs, "\n", (fit(printable(second), width), "$muted"))

    def _said(self) -> str:
        if self._annotation is None:
            return ""
        tags = " ".join(f"#{tag}" for tag in self._annotation.tags)
        note = self._annotation.note.partition("\n")[0]
        return " ".join(part for part in (tags, note) if part)
