"""The names in an article, grouped by what they are, most mentioned first."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from store.model import Entity, Span
from store.text import printable
from tui.drawing.cells import fit
from tui.drawing.ink import PieceLine
from tui.locale import Words
from tui.widgets.piece_list import PieceList, said

ORDER = ("PS", "OG", "LC", "PD", "EV")


class EntityList(PieceList):
    """People, organisations, places, products and events; each steps through its mentions."""

    OPENS_ON_CLICK = True
    DEFAULT_CSS = """
    EntityList { width: 100%; height: 100%; }
    """

    def __init__(self, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._words = words
        self._entities: list[Entity] = []
        self._waiting = "empty.unopened"
        self._step = -1
        self._stepped = ""
        self._beside: Sequence[tuple[str, Sequence[str]]] = ()
        self.rests = False

    def show(self, entities: Sequence[Entity], empty: str) -> None:
        """List the entities; ``empty`` is the key of what is said where there are none."""
        self._entities = sorted(
            entities, key=lambda entity: (ORDER.index(entity.type), -len(entity.mentions), entity.name)
        )
        self._waiting, self._step, self._stepped, self.rests = empty, -1, "", False
        self.set_reactive(EntityList.cursor, self.validate_cursor(self.cursor))
        self.relayout()

    def compare(self, beside: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show below the names what another archive has and has not: headings with lines."""
        if beside != self._beside:
            self._beside = beside
            self.relayout()

    @property
    def all(self) -> Sequence[Entity]:
        """Every entity, as they are listed."""
        return self._entities

    @property
    def entity(self) -> Entity | None:
        """The entity under the cursor."""
        return self._entities[self.cursor] if self._entities else None

    def select(self, name: str) -> None:
        """Stand on the entity of that name, if there is one."""
        names = [entity.name for entity in self._entities]
        if name in names:
            self.rests, self.cursor = True, names.index(name)

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the name that was gone to chosen while the focus is elsewhere."""
        self.rests = True
        super().watch_cursor(old, new)

    def step(self, by: int) -> Span | None:
        """Give the next (1) or previous (-1) mention of the chosen entity, round and round."""
        if not self._entities:
            return None
        self.rests, entity = True, self._entities[self.cursor]
        if not entity.mentions:
            return None
        if entity.id != self._stepped:
            self._stepped, self._step = entity.id, -1 if by > 0 else 0
        self._step = (self._step + by) % len(entity.mentions)
        self.relayout()
        return entity.mentions[self._step]

    def item_count(self) -> int:
        """How many entities there are."""
        return len(self._entities)

    def heading(self, item: int, width: int) -> list[PieceLine]:
        """Give the kind's name above the first of its kind."""
        kind = self._entities[item].type
        if item and self._entities[item - 1].type == kind:
            return []
        count = sum(1 for entity in self._entities if entity.type == kind)
        line = [(f" {self._words(f'entity.{kind}')}", "heading"), (f" {count}", "muted")]
        return [[("", "")], line] if item else [line]

    def item(self, item: int, width: int) -> list[PieceLine]:
        """Give a name, its other names and how often it is mentioned."""
        entity = self._entities[item]
        count = str(len(entity.mentions))
        if entity.id == self._stepped:
            count = f"{self._step + 1}/{count}"
        room = width - 4 - cell_len(count)
        aliases = ", ".join(alias for alias in entity.aliases if alias != entity.name)
        name = fit(printable(entity.name), room, pad=False)
        left = room - cell_len(name)
        pieces = [("  ", ""), (name, "")]
        pieces.append((fit(printable(f" {aliases}"), left) if aliases and left > 4 else " " * left, "muted"))
        return [[*pieces, (f" {count} ", "muted")]]

    def footing(self, width: int) -> list[PieceLine]:
        """Give what another archive has and has not."""
        lines: list[PieceLine] = []
        for heading, names in self._beside:
            lines += [[("", "")], [(f" {heading}", "heading")]]
            lines += [[(" ", ""), *line] for name in names for line in said(printable(name), width - 1)]
        return lines

    def empty(self, width: int) -> list[PieceLine]:
        """Say why there is nothing."""
        return said(self._words(self._waiting), width)
