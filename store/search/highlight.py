"""Where the words of a query stand in a text, for the reader's eye: what is not wanted is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from store.search.josa import stems_of
from store.search.parser import parse
from store.search.syntax import And, Field, Node, Or, Phrase, Word
from store.search.words import tokens_of

NAMED = frozenset({"speaker", "person", "org", "place", "product", "event", "title"})


def pattern_of(
    query: str, text: str, other_names: Callable[[str], Iterable[str]] = lambda name: ()
) -> re.Pattern[str] | None:
    """Give the pattern of a query's words as ``text`` has them, None where it has none of them.

    A word that does not stand in the text with its josa is looked for without. Raises QueryError.
    """
    node = parse(query)
    wanted = dict.fromkeys(_spellings(node, other_names)) if node is not None else {}
    found: list[str] = []
    for spelling in sorted(wanted, key=lambda each: (-len(each), each)):
        for form in (spelling, *stems_of(spelling)):
            pattern = _pattern(form)
            if pattern and re.search(pattern, text, re.IGNORECASE):
                found.append(pattern)
                break
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def _spellings(node: Node, other_names: Callable[[str], Iterable[str]]) -> Iterator[str]:
    match node:
        case Word() | Phrase():
            yield node.text
        case Field() if node.name in NAMED and node.value:
            yield node.value
            yield from other_names(node.value)
        case And() | Or():
            for part in node.nodes:
                yield from _spellings(part, other_names)


def _pattern(spelling: str) -> str:
    """Let signs and blanks stand between the words, and no Latin letter or figure run on before or behind."""
    tokens = tokens_of(spelling)
    if not tokens:
        return ""
    before = r"(?<![A-Za-z0-9])" if tokens[0][0].isascii() else ""
    behind = r"(?![A-Za-z0-9])" if tokens[-1][-1].isascii() else ""
    return before + r"[\W_]*".join(map(re.escape, tokens)) + behind
