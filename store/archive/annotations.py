"""Annotations as the notebook's index has them, asked together with the articles that they are about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import msgspec

from store.archive.records import sound
from store.database import Database
from store.model import Annotation
from store.search.condition import Condition

Key = tuple[str, str]
"""An article's id and an annotation's."""


class Annotations:
    """Answers about annotations by their keys."""

    def __init__(self, database: Database) -> None:
        """Ask the archive's ``database``, which has the notebook's index attached as ``notebook``."""
        self._database = database

    def keys(self, condition: Condition) -> list[Key]:
        """Give the keys of the annotations that meet a condition, the latest changed first."""
        source = "notebook.annotations n"
        if condition.sql:
            source += " LEFT JOIN articles a ON a.id = n.article"
        found = self._database.rows(
            f"SELECT n.article, n.id FROM {source} {condition.where}"
            " ORDER BY n.modified DESC, n.article, n.id",
            condition.parameters,
        )
        return [(row[0], row[1]) for row in found]

    def of(self, keys: Sequence[Key]) -> dict[Key, Annotation]:
        """Give the annotations of some keys in their order, without those that are gone."""
        found = self._database.rows(
            "SELECT n.article, n.id, n.annotation FROM json_each(?) i CROSS JOIN notebook.annotations n"
            " ON n.article = i.value ->> 0 AND n.id = i.value ->> 1 ORDER BY i.key",
            (json.dumps(keys),),
        )
        with sound():
            return {(row[0], row[1]): msgspec.json.decode(row[2], type=Annotation) for row in found}

    def anchored(self) -> Iterator[Annotation]:
        """Walk the annotations that stand on words, those of an article one after the other."""
        for row in self._database.rows(
            "SELECT annotation FROM notebook.annotations WHERE kind <> 'article' ORDER BY article, id"
        ):
            with sound():
                annotation = msgspec.json.decode(row[0], type=Annotation)
            if annotation.selector is not None:
                yield annotation

    def tagged(self, key: str) -> list[Annotation]:
        """Give the annotations that have the tag of a key."""
        found = self._database.rows(
            "SELECT n.annotation FROM notebook.tags t JOIN notebook.annotations n"
            " ON n.article = t.article AND n.id = t.annotation WHERE t.key = ? ORDER BY n.article, n.id",
            (key,),
        )
        with sound():
            return [msgspec.json.decode(row[0], type=Annotation) for row in found]
