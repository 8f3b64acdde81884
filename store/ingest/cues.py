"""The table of cues (cues.toml), compiled once: how the wording of a line tells what it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Cue(NamedTuple):
    """One row: lines that match ``pattern`` whole, but not ``unless``, at the places that it is for.

    Below a line of a row that opens a list stand the titles of other articles.
    """

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    only_head: bool
    only_tail: bool
    opens_list: bool
    longest: int
    example: str

    def matches(self, line: str) -> bool:
        """Tell whether the row takes the line, wherever it stands."""
        return (
            len(line) <= self.longest
            and self.pattern.fullmatch(line) is not None
            and (self.unless is None or not self.unless.search(line))
        )


class Rows(NamedTuple):
    """The rows of one role; most lines are none of them, and ``gate`` tells so in one look."""

    rows: tuple[Cue, ...]
    gate: re.Pattern[str]
    longest: int

    def matching(self, line: str) -> Iterator[Cue]:
        """Give the rows that take the line, wherever it stands."""
        if len(line) <= self.longest and self.gate.fullmatch(line):
            yield from (row for row in self.rows if row.matches(line))


class Cues(NamedTuple):
    """All rows by the role that they give, the words of a dateline, and prose that no row may take."""

    byline: Rows
    contact: Rows
    boilerplate: Rows
    caption: Rows
    dateline_label: re.Pattern[str]
    dateline_later: re.Pattern[str]
    dateline_noise: re.Pattern[str]
    prose: tuple[str, ...]


LONGEST = 320
"""No cue is for a longer line: what keeps the patterns fast on hostile input."""
_LONGEST_TAIL = 150
"""No byline, address or boilerplate is longer; captions may be."""


@cache
def cues() -> Cues:
    """Load and compile the table."""
    table = tomllib.loads(files(__package__).joinpath("cues.toml").read_text(encoding="utf-8"))
    dateline = table["dateline"]
    return Cues(
        byline=_rows(table["byline"]),
        contact=_rows(table["contact"]),
        boilerplate=_rows(table["boilerplate"]),
        caption=_rows(table["caption"], LONGEST),
        dateline_label=_words(dateline["labels"]),
        dateline_later=_words(dateline["later"]),
        dateline_noise=re.compile("|".join(dateline["noise"]), re.IGNORECASE),
        prose=tuple(table["prose"]["examples"]),
    )


def _rows(rows: list[dict[str, str]], longest: int = _LONGEST_TAIL) -> Rows:
    made = tuple(
        Cue(
            re.compile(row["pattern"], re.IGNORECASE),
            re.compile(row["unless"], re.IGNORECASE) if "unless" in row else None,
            bool(row.get("only_head")),
            bool(row.get("only_tail")),
            bool(row.get("opens_list")),
            int(row.get("max", longest)),
            row["example"],
        )
        for row in rows
    )
    gate = re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)
    return Rows(made, gate, max(row.longest for row in made))


def _words(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![가-힣A-Za-z])", re.IGNORECASE)
