"""The tree of a query as an SQL condition over the archive's ``articles a`` and the notebook's index."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from store.search.condition import EVERYTHING, MATCHING, MATCHING_UNREAD, Condition
from store.search.dates import date_bounds
from store.search.errors import QueryError
from store.search.fields import VALUES
from store.search.names import name_key
from store.search.parser import parse
from store.search.syntax import And, Field, Node, Not, Or, Phrase, Word
from store.search.words import (
    Vocabulary,
    match_anywhere,
    match_phrase,
    match_unread,
    match_word,
    spellings,
    tokens_of,
)

OtherNames = Callable[[str], Iterable[str]]
"""Gives the names, as they are indexed, of the one whom a name means."""


Shelves = Mapping[str, str]
"""Shelves by ``name_key`` of their names, with their queries."""
NO_SHELVES: Shelves = MappingProxyType({})
Lost = Callable[[], Sequence[tuple[str, str]]]
"""Gives the annotations that have lost their words, by their article's id and their own."""


def none_lost() -> Sequence[tuple[str, str]]:
    """Say that every annotation has its words."""
    return ()


def compile_query(
    query: str,
    vocabulary: Vocabulary,
    other_names: OtherNames = lambda name: (),
    shelves: Shelves = NO_SHELVES,
    lost: Lost = none_lost,
) -> Condition:
    """Give the condition of the articles that a query means; raises QueryError."""
    node = parse(query)
    return Compiler(query, vocabulary, other_names, shelves, lost).condition(node) if node else EVERYTHING


class Compiler:
    """Compiles one query; what is only words becomes one search of the index."""

    def __init__(
        self, query: str, vocabulary: Vocabulary, other_names: OtherNames, shelves: Shelves, lost: Lost
    ) -> None:
        """Compile ``query``, whose places errors name; ``vocabulary`` is asked what there is."""
        self._query = query
        self._vocabulary = vocabulary
        self._other_names = other_names
        self._shelves = shelves
        self._lost = lost
        self._word = match_word

    def condition(self, node: Node) -> Condition:
        """Give the condition of a tree."""
        match = self._match(node)
        if match is not None:
            return self._matching(match, self._unread_match(node))
        if isinstance(node, Not):
            inner = self.condition(node.node)
            # A comparison with a missing value is unknown, and so would be its opposite.
            return Condition(f"NOT coalesce(({inner.sql}), 0)", inner.parameters)
        if isinstance(node, Field):
            return self._field(node)
        assert isinstance(node, And | Or)
        parts = [self.condition(part) for part in self._gathered(node)]
        joint = " AND " if isinstance(node, And) else " OR "
        return Condition(
            "(" + joint.join(f"({part.sql})" for part in parts) + ")",
            tuple(parameter for part in parts for parameter in part.parameters),
        )

    def _matching(self, match: str, unread: str | None) -> Condition:
        if unread is None or unread == match:
            return Condition(MATCHING, (match,))
        return Condition(MATCHING_UNREAD, (match, unread))

    def _unread_match(self, node: Node) -> str | None:
        """Give what a tree of words means in articles that were not read, None where there are none."""
        if self._vocabulary.is_whole():
            return None
        self._word = match_unread
        try:
            return self._match(node)
        finally:
            self._word = match_word

    def _gathered(self, node: And | Or) -> Sequence[Node]:
        """Give the parts of a node, those that are only words gathered into one."""
        words = tuple(
            part for part in node.nodes if not isinstance(part, Not) and self._match(part) is not None
        )
        if len(words) < 2:
            return node.nodes
        return [type(node)(words), *(part for part in node.nodes if part not in words)]

    def _match(self, node: Node, neighbours: Sequence[str] = ()) -> str | None:
        """Give the FTS5 expression of a tree of words, None where it has anything else."""
        if isinstance(node, Word):
            return self._word(node.text, node.prefix, neighbours, self._vocabulary)
        if isinstance(node, Phrase):
            return match_phrase(node.text)
        if isinstance(node, Or):
            matches = [self._match(part) for part in node.nodes]
            found = [match for match in matches if match is not None]
            return " OR ".join(f"({match})" for match in found) if len(found) == len(matches) else None
        if isinstance(node, And):
            return self._match_all(node)
        return None

    def _match_all(self, node: And) -> str | None:
        wanted: list[str] = []
        unwanted: list[str] = []
        for i, part in enumerate(node.nodes):
            inner = part.node if isinstance(part, Not) else part
            match = self._match(inner, _neighbours(node.nodes, i))
            if match is None:
                return None
            (unwanted if isinstance(part, Not) else wanted).append(f"({match})")
        if not wanted:
            return None
        return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])

    def _field(self, field: Field) -> Condition:
        value = self._value(field)
        match field.name:
            case "date":
                return self._date(field)
            case "is" if value == "orphan":
                return self._orphaned()
            case "is":
                return Condition("a.unread" if value == "unread" else "NOT a.unread")
            case "id":
                return between("a.id", field.value.casefold(), prefix=True)
            case "story":
                return Condition("a.story = ?", (field.value,))
            case "headline":
                return self._headline(field)
            case "shelf":
                return self._shelf(field)
            case "has":
                return _HAS[value]
            case "status":
                return Condition(
                    "a.id IN (SELECT article FROM notebook.annotations WHERE status = ?)", (value,)
                )
            case "tag":
                inner = between("key", self._key(field), field.prefix)
                return Condition(
                    f"a.id IN (SELECT article FROM notebook.tags WHERE {inner.sql})", inner.parameters
                )
        if field.name in VALUES:
            inner = Condition("name = ?", (name_key(value),))
        else:
            inner = between("name", self._key(field), field.prefix or field.name == "source")
        if field.name in _NAMED and not field.prefix:
            keys = sorted({self._key(field), *map(name_key, self._other_names(field.value))})
            inner = Condition(f"name IN ({', '.join('?' * len(keys))})", tuple(keys))
        return Condition(
            f"a.row IN (SELECT row FROM names WHERE field = ? AND {inner.sql})",
            (field.name, *inner.parameters),
        )

    def _orphaned(self) -> Condition:
        """Give the condition of what has lost its words."""
        return Condition("a.id IN (SELECT value ->> 0 FROM json_each(?))", (json.dumps(self._lost()),))

    def _headline(self, field: Field) -> Condition:
        if not tokens_of(field.value):
            raise QueryError(f"{field.name}: needs a value", self._query, field.value_at)
        forms = spellings(field.value, (), self._vocabulary)
        joined = tuple("".join(form).lower() for form in forms)
        found = self._matching(match_anywhere(field.value, field.prefix, self._vocabulary), None)
        # The index knows the words of the whole article; its headline is looked at without spaces.
        title = " OR ".join(["instr(lower(replace(a.title, ' ', '')), ?)"] * len(joined))
        return Condition(f"({found.sql} AND ({title}))", (*found.parameters, *joined))

    def _shelf(self, field: Field) -> Condition:
        key = self._key(field)
        query = self._shelves.get(key)
        if query is None:
            raise QueryError(f"there is no shelf {field.value!r}", self._query, field.value_at)
        # Without itself: a shelf that means itself has no meaning.
        others = {other: self._shelves[other] for other in self._shelves if other != key}
        try:
            node = parse(query)
            inner = type(self)(query, self._vocabulary, self._other_names, others, self._lost)
            return inner.condition(node) if node else Condition("1")
        except QueryError as error:
            raise QueryError(f"shelf {field.value!r}: {error}", self._query, field.value_at) from error

    def _value(self, field: Field) -> str:
        values = VALUES.get(field.name)
        if values is None:
            return field.value
        value = values.get(field.value.casefold())
        if value is None:
            known = ", ".join(dict.fromkeys(values.values()))
            raise QueryError(f"{field.name}: takes one of {known}", self._query, field.value_at)
        return value

    def _key(self, field: Field) -> str:
        # A tag may be written with its mark: tag:#경제.
        key = name_key(field.value.lstrip("#") if field.name == "tag" else field.value)
        if not key and not field.prefix:
            raise QueryError(f"{field.name}: needs a value", self._query, field.value_at)
        return key

    def _date(self, field: Field) -> Condition:
        try:
            first, after = date_bounds(field.value)
        except ValueError as error:
            raise QueryError(f"date: {error}", self._query, field.value_at) from error
        parts = ["a.published IS NOT NULL", "a.moment >= ?"]
        if after:
            parts.append("a.moment < ?")
        return Condition(" AND ".join(parts), (first, after) if after else (first,))


_NAMED = frozenset({"person", "org", "place", "product", "event", "speaker"})
_HAS = {
    "note": Condition("a.id IN (SELECT article FROM notebook.annotations WHERE noted)"),
    "tag": Condition("a.id IN (SELECT article FROM notebook.tags)"),
    "status": Condition("a.id IN (SELECT article FROM notebook.annotations WHERE status <> '')"),
    "annotation": Condition("a.id IN (SELECT article FROM notebook.annotations)"),
    "repeats": Condition("a.repeats > 0"),
    "reading": Condition("a.version IS NOT NULL"),
}


def between(column: str, value: str, prefix: bool) -> Condition:
    """Give the condition that a column is ``value``, or begins with it."""
    if prefix:
        return Condition(f"{column} >= ? AND {column} < ?", (value, value + "\U0010ffff"))
    return Condition(f"{column} = ?", (value,))


def _neighbours(nodes: Sequence[Node], i: int) -> list[str]:
    """Give a word's spellings together with the plain words beside it."""
    node = nodes[i]
    if not isinstance(node, Word) or node.prefix:
        return []
    joined = []
    for first, second in ((i - 1, i), (i, i + 1)):
        if first >= 0 and second < len(nodes):
            left, right = nodes[first], nodes[second]
            if isinstance(left, Word) and isinstance(right, Word) and not left.prefix and not right.prefix:
                joined.append(left.text + right.text)
    return joined
