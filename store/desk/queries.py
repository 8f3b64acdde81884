"""Queries compiled for the archive as it is, with the corrected names and the shelves of the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from store.archive.archive import Archive
from store.corrections import name_now, names_meant
from store.notebook.notebook import Notebook
from store.search.condition import EVERYTHING, Condition
from store.search.names import name_key
from store.search.shelf import Shelf

if TYPE_CHECKING:
    from store.search.relevance import Sought

Order = Literal["newest", "relevance"]
"""How headlines stand: the newest first, or those that are most about the words of the query."""


class Queries:
    """Compiles queries; every method raises QueryError for a mistaken one."""

    def __init__(self, archive: Archive, notebook: Notebook) -> None:
        """Ask ``archive`` which words there are, and ``notebook`` for corrections and shelves."""
        self._archive, self._notebook = archive, notebook

    def articles(self, query: str, new: Shelf | None = None) -> Condition:
        """Give the condition of the articles that a query means; ``new`` is a shelf that is not kept yet."""
        if not query.strip():
            return EVERYTHING
        from store.search.sql import compile_query

        return compile_query(query, self._archive.vocabulary(), self._other_names, self._shelves(new))

    def annotations(self, query: str) -> Condition:
        """Give the condition of the annotations that a query means."""
        from store.search.annotations import compile_annotation_query

        return compile_annotation_query(query, self._archive.vocabulary(), self._other_names, self._shelves())

    def sought(self, query: str, order: Order) -> tuple[Sought, ...]:
        """Give the words that headlines are put in order by, none where the newest stand first."""
        if order == "newest":
            return ()
        from store.search.relevance import sought

        return sought(query, self._archive.vocabulary(), self._shelves())

    def _shelves(self, new: Shelf | None = None) -> dict[str, str]:
        kept = [*self._notebook.shelves(), *([new] if new else [])]
        return {name_key(shelf.name): shelf.query for shelf in kept}

    def _other_names(self, name: str) -> tuple[str, ...]:
        kept = self._notebook.corrections()
        return names_meant(name_now(name, kept), kept)
