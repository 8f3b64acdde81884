"""What an article is weighed by when a query's finds are put in the order of their relevance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.search.josa import JOSA
from store.search.names import name_key
from store.search.parser import parse
from store.search.sql import NO_SHELVES, Shelves
from store.search.syntax import And, Field, Node, Or, Phrase, Word
from store.search.words import Vocabulary, spellings, tokens_of


class Sought(NamedTuple):
    """One word of a query: its ``forms`` in the raw index, or what they ``begin`` with, and in a headline.

    ``headline`` is without spaces, as a headline's words are compared.
    """

    forms: tuple[str, ...]
    begin: str
    headline: str


def sought(query: str, vocabulary: Vocabulary, shelves: Shelves = NO_SHELVES) -> tuple[Sought, ...]:
    """Give the words that a query wants, each once; none where it asks for fields alone."""
    return tuple(dict.fromkeys(_of_query(query, vocabulary, shelves)))


def _of_query(query: str, vocabulary: Vocabulary, shelves: Shelves) -> Iterator[Sought]:
    node = parse(query)
    return _of_node(node, vocabulary, shelves) if node else iter(())


def _of_node(node: Node, vocabulary: Vocabulary, shelves: Shelves) -> Iterator[Sought]:
    match node:
        case Word(text, prefix):
            yield _word(text, prefix, vocabulary)
        case Phrase(text):
            for token in tokens_of(text):
                yield _word(token, False, vocabulary)
        case Field("headline", value, prefix):
            for token in tokens_of(value):
                yield _word(token, prefix, vocabulary)
        case Field("shelf", value):
            key = name_key(value)
            others = {other: shelves[other] for other in shelves if other != key}
            yield from _of_query(shelves.get(key, ""), vocabulary, others)
        case And(nodes) | Or(nodes):
            for each in nodes:
                yield from _of_node(each, vocabulary, shelves)


def _word(text: str, prefix: bool, vocabulary: Vocabulary) -> Sought:
    whole = "".join(tokens_of(text)).lower()
    if prefix:
        return Sought((), whole, whole)
    alone = [spelling[0].lower() for spelling in spellings(text, (), vocabulary) if len(spelling) == 1]
    forms = (stem + josa for stem in alone for josa in ("", *JOSA))
    return Sought(tuple(dict.fromkeys(forms)), "", alone[-1] if alone else whole)
