"""The language asked of annotations: tags, status and notes are their own, the rest their article's."""

from __future__ import annotations

import json
from collections.abc import Sequence

from store.search.condition import EVERYTHING, Condition
from store.search.parser import parse
from store.search.sql import NO_SHELVES, Compiler, Lost, OtherNames, Shelves, between, none_lost
from store.search.syntax import And, Field, Node, Or, Phrase, Word
from store.search.words import Vocabulary


def compile_annotation_query(
    query: str,
    vocabulary: Vocabulary,
    other_names: OtherNames = lambda name: (),
    shelves: Shelves = NO_SHELVES,
    lost: Lost = none_lost,
) -> Condition:
    """Give the condition over ``notebook.annotations n`` and its ``articles a``; raises QueryError."""
    node = parse(query)
    if node is None:
        return EVERYTHING
    return AnnotationCompiler(query, vocabulary, other_names, shelves, lost).condition(node)


class AnnotationCompiler(Compiler):
    """Compiles for annotations: a word is found in the note or in the article that it is about."""

    def condition(self, node: Node) -> Condition:
        """Give the condition of a tree."""
        found = super().condition(node)
        if not isinstance(node, Word | Phrase):
            return found
        pattern = "%" + "".join(f"\\{c}" if c in "\\%_" else c for c in node.text) + "%"
        return Condition(
            f"(coalesce({found.sql}, 0) OR n.note LIKE ? ESCAPE '\\')", (*found.parameters, pattern)
        )

    def _match(self, node: Node, neighbours: Sequence[str] = ()) -> str | None:
        return super()._match(node, neighbours) if isinstance(node, Word | Phrase) else None

    def _gathered(self, node: And | Or) -> Sequence[Node]:
        return node.nodes

    def _field(self, field: Field) -> Condition:
        value = self._value(field)
        match field.name:
            case "kind":
                return Condition("n.fact_kind = ?", (value,))
            case "status":
                return Condition("n.status = ?", (value,))
            case "has" if value in _HAS:
                return Condition(_HAS[value])
            case "tag":
                inner = between("t.key", self._key(field), field.prefix)
                return Condition(
                    "EXISTS (SELECT 1 FROM notebook.tags t"
                    f" WHERE t.article = n.article AND t.annotation = n.id AND {inner.sql})",
                    inner.parameters,
                )
        return super()._field(field)

    def _orphaned(self) -> Condition:
        return Condition(
            "(n.article, n.id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))",
            (json.dumps(self._lost()),),
        )


_HAS = {
    "note": "n.noted",
    "status": "n.status <> ''",
    "annotation": "1",
    "tag": "EXISTS (SELECT 1 FROM notebook.tags t WHERE t.article = n.article AND t.annotation = n.id)",
}
