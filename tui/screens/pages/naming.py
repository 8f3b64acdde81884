"""Correcting a name, on the desk and on its own page alike: who is the same, who is not, what it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from textual.screen import Screen

from store.corrections import CorrectionKind
from store.model import EntityType
from store.search.names import name_key
from tui.errors import say, told
from tui.locale import Words
from tui.screens.dialogs.choose import Choice, ChooseScreen
from tui.screens.dialogs.rename import RenameScreen

if TYPE_CHECKING:
    from store.desk import Desk

_SIGNS = {"split": "≠", "merge": "→", "rename": "→"}


class Named(NamedTuple):
    """A name that is chosen: its kind, its forms, and the names with their kinds that may mean the same."""

    name: str
    type: EntityType
    forms: Sequence[str]
    others: Sequence[tuple[str, EntityType]]


class Naming(Screen[Any]):
    """Corrects the chosen name; a screen says which that is, and shows what came of it."""

    desk: Desk
    words: Words

    def named(self) -> Named | None:
        """Give the name that is chosen; where there is none, say so."""
        raise NotImplementedError

    def corrected(self, name: str) -> None:
        """Show what was chosen under the name that it has now."""
        raise NotImplementedError

    def _correct(
        self, kind: CorrectionKind, name: str, other: str = "", type_: EntityType | None = None
    ) -> None:
        with told(self, self.words):
            self.desk.correct(kind, name, other, type_)
            self.corrected(name if kind in ("retype", "split") else other)
            kept = f": {self.words(f'entity.one.{type_}')}" if type_ else f" {_SIGNS[kind]} {other}"
            say(self, self.words("said.corrected", what=name + kept))

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

    def action_merge(self) -> None:
        """Say of which other name the chosen one is another."""
        chosen = self.named()
        if chosen is None:
            return
        others = [other for other in chosen.others if name_key(other[0]) != name_key(chosen.name)]
        # Most often it is one of the same kind.
        others.sort(key=lambda other: other[1] != chosen.type)
        choices = [Choice(name, name, self.words(f"entity.one.{kind}")) for name, kind in others]
        self._choose("merge", chosen.name, choices)

    def action_rename(self) -> None:
        """Write the chosen name as it should be."""
        chosen = self.named()
        if chosen is None:
            return

        def renamed(name: str | None) -> None:
            if name is not None:
                self._correct("rename", chosen.name, name)

        self.app.push_screen(RenameScreen(self.words, chosen.name), renamed)

    def action_retype(self) -> None:
        """Say what the chosen name is."""
        chosen = self.named()
        if chosen is not None:
            types = [kind for kind in get_args(EntityType) if kind != chosen.type]
            choices = [Choice(kind, self.words(f"entity.one.{kind}")) for kind in types]
            self._choose("retype", chosen.name, choices)

    def action_split(self) -> None:
        """Say which of its forms does not mean the chosen name."""
        chosen = self.named()
        if chosen is None:
            return
        forms = {name_key(form): form for form in reversed(chosen.forms)}
        forms.pop(name_key(chosen.name), None)
        self._choose("split", chosen.name, [Choice(form, form) for form in reversed(forms.values())])
