"""The desk's actions on names: all that is known of one, and who is the same, who is not, what it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, get_args

from store.corrections import CorrectionKind
from store.model import AnyFact, Entity, EntityType, Event, Forecast, Quotation, RoleFact, Statistic
from store.search.names import name_key
from tui.destination import Destination
from tui.errors import say, told
from tui.screens.desk.panes import PaneActions
from tui.screens.dialogs.choose import Choice, ChooseScreen
from tui.screens.dialogs.rename import RenameScreen

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


_SIGNS = {"split": "≠", "merge": "→", "rename": "→"}


class NameActions(PaneActions):
    """Looks at the chosen name, and corrects it; a screen shows what came of that."""

    desk: Desk

    def read_again(self) -> None:
        """Show the reading of the open article as it is corrected now."""
        raise NotImplementedError

    def _named(self) -> Entity | None:
        entity = self.entities.entity if self.pane == "entities" else None
        if entity is None:
            say(self, self.words("said.no_name"), bad=True)
        return entity

    def _correct(
        self, kind: CorrectionKind, name: str, other: str = "", type_: EntityType | None = None
    ) -> None:
        with told(self, self.words):
            self.desk.correct(kind, name, other, type_)
            self.read_again()
            self.entities.select(name if kind in ("retype", "split") else other)
            what = (
                f"{name}: {self.words(f'entity.one.{type_}')}" if type_ else f"{name} {_SIGNS[kind]} {other}"
            )
            say(self, self.words("said.corrected", what=what))

    def _choose(self, kind: CorrectionKind, name: str, choices: list[Choice]) -> None:
        def chosen(value: str | None) -> None:
            if value is None:
                return
            if kind == "retype":
                self._correct(kind, name, type_=next(each for each in get_args(EntityType) if each == value))
            else:
                self._correct(kind, name, value)

        if choices:
            title = self.words(f"{kind}.title")
            self.app.push_screen(ChooseScreen(self.words, title, name, choices), chosen)
        else:
            say(self, self.words(f"said.nothing_to_{kind}"), bad=True)

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
            self.visit(there)
            if there is not None:
                self.way_back = partial(self._tell_of, name)

        self.app.push_screen(EntityScreen(self.words, self.desk, name), chosen)

    def action_merge(self) -> None:
        """Say of which other name the chosen one is another."""
        entity = self._named()
        if entity is None:
            return
        others = [other for other in self.entities.all if name_key(other.name) != name_key(entity.name)]
        choices = [Choice(other.name, other.name, self.words(f"entity.one.{other.type}")) for other in others]
        # Most often it is one of the same kind.
        kinds = {other.name: other.type != entity.type for other in others}
        self._choose("merge", entity.name, sorted(choices, key=lambda choice: kinds[choice.value]))

    def action_rename(self) -> None:
        """Write the chosen name as it should be."""
        entity = self._named()
        if entity is None:
            return

        def renamed(name: str | None) -> None:
            if name is not None:
                self._correct("rename", entity.name, name)

        self.app.push_screen(RenameScreen(self.words, entity.name), renamed)

    def action_retype(self) -> None:
        """Say what the chosen name is."""
        entity = self._named()
        if entity is not None:
            types = [kind for kind in get_args(EntityType) if kind != entity.type]
            choices = [Choice(kind, self.words(f"entity.one.{kind}")) for kind in types]
            self._choose("retype", entity.name, choices)

    def action_split(self) -> None:
        """Say which of its forms does not mean the chosen name."""
        entity = self._named()
        if entity is None:
            return
        forms = [*entity.aliases, *(mention.text for mention in entity.mentions)]
        other = {name_key(form): form for form in reversed(forms) if name_key(form) != name_key(entity.name)}
        self._choose("split", entity.name, [Choice(form, form) for form in reversed(other.values())])
