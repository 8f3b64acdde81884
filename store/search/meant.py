"""What may have been meant by a query that finds nothing: a word that names a kind of fact, or a verdict."""

from __future__ import annotations

from store.search.fields import FIELDS, VALUES
from store.search.lexer import tokenize

_NAMED = ("kind", "status")
"""Fields whose values are words that readers type bare, with the thing itself in mind."""


def named_field(word: str) -> str:
    """Give a word as the value of the field that it names (``통계``: ``종류:통계``), else an empty string."""
    said = word.casefold()
    for field in _NAMED:
        for value in (said, said.removesuffix("s")):
            if value in VALUES[field]:
                return f"{_spelled(field, value.isascii())}:{value}"
    return ""


def with_fields(query: str) -> str:
    """Give a query with the words that name a kind or a verdict as fields; empty where none does.

    Raises QueryError.
    """
    written, upto = "", 0
    for token in tokenize(query):
        meant = named_field(token.text) if token.kind == "word" else ""
        if meant:
            written += query[upto : token.at] + meant
            upto = token.at + len(token.text)
    return written + query[upto:] if written else ""


def _spelled(field: str, ascii_only: bool) -> str:
    return next(name for name, meant in FIELDS.items() if meant == field and name.isascii() == ascii_only)
