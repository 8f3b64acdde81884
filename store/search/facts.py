"""Which facts of an article a query asks for: those of a kind, of a certainty, or of somebody who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from store.model import AnyFact, Forecast, Quotation, Reading
from store.search.fields import READ, VALUES
from store.search.names import name_key
from store.search.parser import parse
from store.search.syntax import And, Field, Node, Not, Or

Test = Callable[[AnyFact], bool]
OtherNames = Callable[[str], Iterable[str]]
"""Gives the other names of the one whom a name means."""


def names_in(reading: Reading | None) -> OtherNames:
    """Give what knows the other names of those who are named in an article."""

    def other_names(name: str) -> Iterator[str]:
        for entity in reading.entities if reading else ():
            names = (entity.name, *entity.aliases)
            if name_key(name) in map(name_key, names):
                yield from names

    return other_names


def asks_for_facts(query: str) -> bool:
    """Tell whether a query asks for facts at all; raises QueryError."""
    node = parse(query)
    return node is not None and _test(node, lambda name: ()) is not None


def asks_for_readings(query: str) -> bool:
    """Tell whether a query asks for what only articles that were read have; raises QueryError."""
    return _asks(
        parse(query),
        lambda field: field.name in READ or (field.name == "has" and field.value in ("reading", "분석")),
    )


def asks_for_notes(query: str) -> bool:
    """Tell whether what a query finds may change by what the reader opens and notes; raises QueryError."""
    return _asks(parse(query), lambda field: field.name in ("is", "has", "tag", "status", "shelf"))


def _asks(node: Node | None, asked: Callable[[Field], bool]) -> bool:
    match node:
        case Field():
            return asked(node)
        case And() | Or():
            return any(_asks(part, asked) for part in node.nodes)
        case Not():
            return _asks(node.node, asked)
    return False


def facts_meant(
    query: str, facts: Sequence[AnyFact], other_names: OtherNames = lambda name: ()
) -> list[AnyFact]:
    """Give the facts that a query asks for, in their places' order; none where it asks for no fact.

    Raises QueryError.
    """
    node = parse(query)
    meant = _test(node, other_names) if node is not None else None
    found = [fact for fact in facts if meant is not None and meant(fact)]
    return sorted(found, key=lambda fact: (fact.block, fact.start, -fact.end))


def _test(node: Node, other_names: OtherNames) -> Test | None:
    """Give what a tree asks of a fact, None where that is nothing."""
    match node:
        case Field(name="kind" | "certainty"):
            wanted = VALUES[node.name].get(node.value.casefold())
            return lambda fact: (fact.kind if node.name == "kind" else fact.certainty) == wanted
        case Field(name="speaker"):
            names = {name_key(node.value), *map(name_key, other_names(node.value))}
            return lambda fact: _speaks(fact, names, node.prefix)
        case And() | Or():
            tests = [test for part in node.nodes if (test := _test(part, other_names)) is not None]
            joint = all if isinstance(node, And) else any
            return (lambda fact: joint(test(fact) for test in tests)) if tests else None
    return None


def _speaks(fact: AnyFact, names: set[str], prefix: bool) -> bool:
    speakers = fact.speaker.names if isinstance(fact, Quotation | Forecast) else ()
    keys = list(map(name_key, speakers))
    return any(key.startswith(tuple(names)) if prefix else key in names for key in keys)
