"""The desk's actions on names: all that is known of one, and its corrections."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from store.model import AnyFact, Entity, Event, Forecast, Quotation, RoleFact, Statistic
from store.search.names import name_key
from tui.destination import Destination
from tui.errors import say, told
from tui.screens.desk.panes import PaneActions
from tui.screens.pages.naming import Named, Naming

if TYPE_CHECKING:
    from store.desk import Desk


def bearer(fact: AnyFact | None) -> str:
    """Give the name of the one that a fact tells of, empty where it names nobody."""
    match fact:
        case Quotation() | Forecast():
            return fact.speaker.name or ""
        case RoleFact():
            return fact.person
        case Event():
            return next(iter(fact.participants), "")
    return ""


def measured(fact: AnyFact | None, entities: Iterable[Entity]) -> str:
    """Give the person or body that a figure is about: the one in its measure, else the last one before it."""
    if not isinstance(fact, Statistic):
        return ""
    bearers = [entity for entity in entities if entity.type in ("OG", "PS")]
    measure = name_key(fact.measure or "")
    for entity in bearers:
        if any(name_key(name) in measure for name in (entity.name, *entity.aliases)):
            return entity.name
    before = [
        (mention.start, entity.name)
        for entity in bearers
        for mention in entity.mentions
        if mention.block == fact.block and mention.start <= fact.start
    ]
    return max(before)[1] if before else ""


class NameActions(PaneActions, Naming):
    """Looks at the chosen name, and corrects it; a screen shows what came of that."""

    desk: Desk

    def read_again(self) -> None:
        """Show the reading of the open article as it is corrected now."""
        raise NotImplementedError

    def named(self) -> Named | None:
        """Give the name that is chosen in its pane."""
        entity = self.entities.entity if self.pane == "entities" else None
        if entity is None:
            say(self, self.words("said.no_name"), bad=True)
            return None
        forms = [*entity.aliases, *(mention.text for mention in entity.mentions)]
        return Named(entity.name, entity.type, forms, [(each.name, each.type) for each in self.entities.all])

    def corrected(self, name: str) -> None:
        """Show the article as it is read now, the cursor on the corrected name."""
        self.read_again()
        self.entities.select(name)

    def action_entity(self) -> None:
        """Show all that is known of the chosen name, or of who is named in the chosen fact."""
        entity, name = self.entities.entity, ""
        if self.pane == "entities" and entity is not None:
            name = entity.name
        elif self.pane in ("article", "cards"):
            fact = self.view.fact if self.pane == "article" else self.cards.fact
            name = bearer(fact) or measured(fact, self.entities.all)
        if name:
            self._tell_of(name)
        else:
            say(self, self.words("said.nobody"), bad=True)

    def _tell_of(self, name: str) -> None:
        from tui.screens.pages.entity import EntityScreen

        def chosen(there: Destination | None) -> None:
            with told(self, self.words):
                self.read_again()
            self.visit(there)
            if there is not None:
                self.way_back = partial(self._tell_of, name)

        self.app.push_screen(EntityScreen(self.words, self.desk, name), chosen)
