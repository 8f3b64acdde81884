"""A query as a tree: ``OR`` binds loosest, then what stands side by side, then ``-``."""

from __future__ import annotations

from store.search.errors import QueryError
from store.search.lexer import Token, tokenize
from store.search.syntax import And, Field, Node, Not, Or, Phrase, Word
from store.search.words import tokens_of

MAX_DEPTH = 20
MAX_TERMS = 50


def parse(query: str) -> Node | None:
    """Give the tree of a query, None for an empty one; raises QueryError."""
    return _Parser(query).parse()


class _Parser:
    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = list(tokenize(query))
        self._next = 0
        if len(self._tokens) > MAX_TERMS:
            raise self._error(f"more than {MAX_TERMS} terms are too many", self._tokens[MAX_TERMS])

    def parse(self) -> Node | None:
        if self._peek().kind == "end":
            return None
        node = self._any(0)
        token = self._peek()
        if token.kind == "close":
            raise self._error("this parenthesis closes nothing", token)
        return node

    def _any(self, depth: int) -> Node:
        nodes = [self._all(depth)]
        while self._peek().kind == "or":
            self._take()
            nodes.append(self._all(depth))
        once = tuple(dict.fromkeys(nodes))
        return once[0] if len(once) == 1 else Or(once)

    def _all(self, depth: int) -> Node:
        nodes = [self._one(depth)]
        while self._peek().kind not in ("or", "close", "end"):
            nodes.append(self._one(depth))
        once = tuple(dict.fromkeys(nodes))
        return once[0] if len(once) == 1 else And(once)

    def _one(self, depth: int) -> Node:
        token = self._take()
        if depth > MAX_DEPTH:
            raise self._error(f"nested deeper than {MAX_DEPTH}", token)
        if token.kind == "not":
            return Not(self._one(depth + 1))
        if token.kind == "open":
            node = self._any(depth + 1)
            if self._take().kind != "close":
                raise self._error("this parenthesis is never closed", token)
            return node
        if token.kind == "field":
            return self._field(token)
        if token.kind in ("word", "phrase"):
            if not tokens_of(token.text):
                raise self._error(f"there is no word in {token.text + '*' * token.prefix!r}", token)
            if token.kind == "word":
                return Word(token.text, token.prefix, token.at)
            return Phrase(token.text, token.at)
        raise self._error("a word, a field or a parenthesis is missing here", token)

    def _field(self, token: Token) -> Field:
        if not token.value.strip() and not token.prefix:
            raise QueryError(f"{token.text}: needs a value", self._query, token.value_at)
        return Field(token.text, token.value, token.prefix, token.at, token.value_at)

    def _peek(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._peek()
        if token.kind != "end":
            self._next += 1
        return token

    def _error(self, message: str, token: Token) -> QueryError:
        return QueryError(message, self._query, token.at)
