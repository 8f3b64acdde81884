"""Keeping a query on a shelf: asked for its name, and before another query of that name gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from store.search.names import name_key
from tui.errors import say, told
from tui.locale import Words
from tui.screens.dialogs.ask import AskScreen
from tui.screens.dialogs.confirm import ConfirmScreen

if TYPE_CHECKING:
    from store.desk import Desk


def shelve(screen: Screen[Any], words: Words, desk: Desk, query: str, name: str = "") -> None:
    """Ask for the name under which a query is to be kept, beginning with ``name``, and keep it."""

    def keep(name: str) -> None:
        if _other_query(desk, name, query) is None:
            desk.save_shelf(name, query)
            say(screen, words("said.shelved", name=name))

    def named(name: str | None) -> None:
        old = _other_query(desk, name, query) if name else None
        if name and old is not None:
            question = words("shelf.taken", name=name, old=old, new=query)
            screen.app.push_screen(ConfirmScreen(words, question), lambda yes: answered(bool(yes), name))

    def answered(yes: bool, name: str) -> None:
        if not yes:
            shelve(screen, words, desk, query, name)
            return
        with told(screen, words):
            desk.save_shelf(name, query)
            say(screen, words("said.reshelved", name=name))

    title, hint = words("shelf.keep"), words("shelf.hint")
    screen.app.push_screen(AskScreen(words, title, query, name, keep, hint), named)


def _other_query(desk: Desk, name: str, query: str) -> str | None:
    """Give the query that is kept under a name, None where there is none or it is the same."""
    kept = (shelf.query for shelf in desk.shelves() if name_key(shelf.name) == name_key(name))
    return next((old for old in kept if old != query), None)
