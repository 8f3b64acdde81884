"""A query cut into tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from store.search.errors import QueryError
from store.search.fields import FIELDS

TokenKind = Literal["word", "phrase", "field", "not", "or", "open", "close", "end"]
_QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "＂": "＂"}
_BREAKS = frozenset("()") | frozenset(_QUOTES)
_UNREADABLE = re.compile(r"[\x00-\x08\ud800-\udfff]")
MAX_LENGTH = 2_000


class Token(NamedTuple):
    """One token; ``value`` and ``value_at`` are a field's, ``prefix`` tells of a ``*`` at the end."""

    kind: TokenKind
    text: str
    at: int
    value: str = ""
    value_at: int = 0
    prefix: bool = False


def tokenize(query: str) -> Iterator[Token]:
    """Give the tokens of a query, ``end`` last; raises QueryError."""
    if len(query) > MAX_LENGTH:
        raise QueryError(f"the query is longer than {MAX_LENGTH:,} characters", query, MAX_LENGTH)
    unreadable = _UNREADABLE.search(query)
    if unreadable:
        raise QueryError("this character can't be searched for", query, unreadable.start())
    at = 0
    while at < len(query):
        character = query[at]
        if character.isspace():
            at += 1
        elif character in "()":
            yield Token("open" if character == "(" else "close", character, at)
            at += 1
        elif character == "-" and at + 1 < len(query) and not query[at + 1].isspace():
            yield Token("not", "-", at)
            at += 1
        elif character in _QUOTES:
            text, end = _quoted(query, at)
            yield Token("phrase", text, at)
            at = end
        else:
            token, at = _bare(query, at)
            yield token
    yield Token("end", "", len(query))


def _quoted(query: str, at: int) -> tuple[str, int]:
    close = query.find(_QUOTES[query[at]], at + 1)
    if close < 0:
        raise QueryError("this quotation mark is never closed", query, at)
    return query[at + 1 : close], close + 1


def _bare(query: str, at: int) -> tuple[Token, int]:
    end = at
    while end < len(query) and not query[end].isspace() and query[end] not in _BREAKS:
        if query[end] in ":：" and query[at:end].replace("_", "").isalpha():
            return _field(query, at, end)
        end += 1
    text = query[at:end]
    if text in ("OR", "|"):
        return Token("or", text, at), end
    return Token("word", text.rstrip("*"), at, prefix=text.endswith("*")), end


def _field(query: str, at: int, colon: int) -> tuple[Token, int]:
    name = FIELDS.get(query[at:colon].casefold())
    if name is None:
        known = " ".join(f"{field}:" for field in dict.fromkeys(FIELDS.values()))
        raise QueryError(
            f'there is no field {query[at : colon + 1]} (known: {known}); "…" searches for the words',
            query,
            at,
        )
    start = colon + 1
    if start < len(query) and query[start] in _QUOTES:
        value, end = _quoted(query, start)
        return Token("field", name, at, value, start, query[end : end + 1] == "*"), end + (
            query[end : end + 1] == "*"
        )
    end = start
    while end < len(query) and not query[end].isspace() and query[end] not in _BREAKS:
        end += 1
    value = query[start:end]
    return Token("field", name, at, value.rstrip("*"), start, value.endswith("*")), end
