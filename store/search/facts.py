"""Which facts of an article a query asks for: those of a kind, of a certainty, or of somebody who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from store.model import AnyFact, Forecast, Quotation
from store.search.fields import VALUES
from store.search.names import name_key
from store.search.parser import parse
from store.search.syntax import And, Field, Node, Or

Test = Callable[[AnyFact], bool]


def facts_meant(
    query: str, facts: Sequence[AnyFact], other_names: Callable[[str], Iterable[str]] = lambda name: ()
) -> list[AnyFact]:
    """Give the facts that a query asks for, in their places' order; none where it asks for no fact.

    ``other_names`` gives the other names of the one whom a name means. Raises QueryError.
    """
    node = parse(query)
    meant = _test(node, other_names) if node is not None else None
    found = [fact for fact in facts if meant is not None and meant(fact)]
    return sorted(found, key=lambda fact: (fact.block, fact.start, -fact.end))


def _test(node: Node, other_names: Callable[[str], Iterable[str]]) -> Test | None:
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
    speaker = fact.speaker.name if isinstance(fact, Quotation | Forecast) else None
    if speaker is None:
        return False
    key = name_key(speaker)
    return any(map(key.startswith, names)) if prefix else key in names
