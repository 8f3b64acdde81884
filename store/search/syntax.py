"""The tree of a query.

``at`` is the offset of a node in the text that it was parsed from; nodes are equal wherever they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """A word, found with any josa behind it; with ``prefix`` (나델*) the beginning of a word."""

    text: str
    prefix: bool
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words just as they stand, one after another."""

    text: str
    at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """``name:value``; with ``prefix`` the beginning of a value, and ``name:*`` is any."""

    name: str
    value: str
    prefix: bool
    at: int = field(compare=False)
    value_at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    nodes: tuple[Node, ...]


Node = Word | Phrase | Field | Not | And | Or
