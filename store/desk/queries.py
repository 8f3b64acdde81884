"""Queries compiled for the archive as it is, with the corrected names and the shelves of the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from store.archive.annotations import Annotations, Key
from store.archive.archive import Archive
from store.corrections import name_now, names_meant
from store.notebook.notebook import Notebook
from store.search.condition import EVERYTHING, Condition
from store.search.names import name_key
from store.search.shelf import Shelf

if TYPE_CHECKING:
    from store.desk.lost import ReadingOf
    from store.search.relevance import Sought

Order = Literal["newest", "relevance"]
"""How headlines stand: the newest first, or those that are most about the words of the query."""


class Queries:
    """Compiles queries; every method raises QueryError for a mistaken one."""

    def __init__(self, archive: Archive, notebook: Notebook, reading_of: ReadingOf) -> None:
        """Ask ``archive`` which words there are, and ``notebook`` for corrections and shelves.

        ``reading_of`` gives what was read in an article.
        """
        self._archive, self._notebook, self._reading_of = archive, notebook, reading_of
        self._annotations = Annotations(archive.database)
        self._lost: tuple[tuple[int, int], list[Key]] = (-1, -1), []

    def articles(self, query: str, new: Shelf | None = None) -> Condition:
        """Give the condition of the articles that a query means; ``new`` is a shelf that is not kept yet."""
        if not query.strip():
            return EVERYTHING
        from store.search.sql import compile_query

        return compile_query(
            query, self._archive.vocabulary(), self._other_names, self._shelves(new), self.lost
        )

    def annotations(self, query: str) -> Condition:
        """Give the condition of the annotations that a query means."""
        from store.search.annotations import compile_annotation_query

        return compile_annotation_query(
            query, self._archive.vocabulary(), self._other_names, self._shelves(), self.lost
        )

    def lost(self) -> list[Key]:
        """Give the annotations that have lost their words, looked for again once anything has changed."""
        from store.desk.lost import lost

        now = self._archive.database.revision(), self._notebook.index.database.revision()
        known, keys = self._lost
        if known != now:
            keys = list(lost(self._archive, self._annotations, self._reading_of))
            self._lost = now, keys
        return keys

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
