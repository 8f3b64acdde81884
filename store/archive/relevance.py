"""Rows in the order of their relevance: BM25 over the raw words, josa or not, and the headline counted twice.

FTS5's own ``bm25`` would weigh each josa as a word of its own, so that 금리까지 beat 금리.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from math import log

from store.database import Database, Row
from store.search.relevance import Sought

_SATURATION = 1.2
_LENGTH = 0.4
_HEADLINE = 2.0
_UNCOUNTED = 0.5
"""Stands for the occurrences of a word that was found as a part of others, or written apart."""


def by_relevance(database: Database, rows: array[int], words: Sequence[Sought]) -> array[int]:
    """Give rows in the order of their relevance to ``words``; two alike stay as they came."""
    if not rows or not words:
        return rows
    articles = database.numbers("SELECT n FROM tallies WHERE name = 'articles'")[0]
    looks = _looks(database, rows, words)
    usual = sum(look[1] for look in looks) / len(looks) or 1
    scores = dict.fromkeys(rows, 0.0)
    for i, word in enumerate(words, 2):
        counts = _counts(database, word)
        rarity = log(1 + articles / (1 + len(counts)))
        for look in looks:
            times = counts.get(look[0], _UNCOUNTED)
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * look[1] / usual)
            scores[look[0]] += rarity * (times / (times + norm) + _HEADLINE * look[i])
    return array("q", sorted(rows, key=lambda row: -scores[row]))


def _looks(database: Database, rows: array[int], words: Sequence[Sought]) -> list[Row]:
    """Give of each row its number, its raw words, and for each word whether its headline has it."""
    in_headline = ", instr(lower(replace(a.title, ' ', '')), ?) > 0" * len(words)
    found = database.rows(
        f"SELECT a.row, d.sz{in_headline} FROM json_each(?) i CROSS JOIN articles a ON a.row = i.value"
        " CROSS JOIN words_docsize d ON d.id = i.value",
        (*(word.headline for word in words), json.dumps(rows.tolist())),
    )
    return [(row, _first_number(sizes), *looks) for row, sizes, *looks in found]


def _counts(database: Database, word: Sought) -> dict[int, int]:
    """Give how often a word stands in each article that has it."""
    which, parameters = (
        ("term >= ? AND term < ?", (word.begin, word.begin + "\U0010ffff"))
        if word.begin
        else ("term IN (SELECT value FROM json_each(?))", (json.dumps(word.forms),))
    )
    return dict(
        database.rows(
            f"SELECT doc, count(*) FROM instances WHERE {which} AND col = 'raw' GROUP BY doc", parameters
        )
    )


def _first_number(sizes: bytes) -> int:
    """Read the first of SQLite's variable-length integers: the size of the first column."""
    number = 0
    for byte in sizes:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number
