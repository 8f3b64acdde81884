"""The units of Korean news, read from their table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

NATIVE_KINDS = frozenset({"people", "things", "machines", "times", "list"})
"""Kinds of unit that are counted with native numerals (두 명, 세 곳)."""

NATIVE_UNITS = frozenset({"배", "살", "계단"})
"""Other units that are."""


class Unit(NamedTuple):
    """A unit as it is reported, the way it is written, and what kind of thing it counts."""

    name: str
    kind: str


@dataclass(frozen=True)
class UnitTable:
    """Every unit.

    ``pattern`` finds one in a text, ``native`` those that native numerals count; ``units`` names it by its
    form, ``by_name`` by the name under which it is reported.
    """

    pattern: str
    native: str
    units: dict[str, Unit]
    by_name: dict[str, Unit]

    def unit(self, written: str) -> Unit:
        """Name a unit as it was found in a text."""
        return self.units["".join(written.split())]


class Row(NamedTuple):
    """One row of the table: ``not_before`` are the beginnings that make the form another word."""

    name: str
    forms: tuple[str, ...]
    kind: str
    not_before: tuple[str, ...]
    example: str


def read_rows() -> list[Row]:
    """Read the table's rows, in its own order."""
    table = resources.files("store.extract") / "tables" / "units.tsv"
    rows = []
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, forms, kind, not_before, example = line.split("\t")
            rows.append(Row(name, tuple(forms.split()), kind, tuple(not_before.split()), example))
    return rows


@cache
def load_units() -> UnitTable:
    """Load the table once a process."""
    found: dict[str, str] = {}
    native: dict[str, str] = {}
    units: dict[str, Unit] = {}
    for row in read_rows():
        for form in row.forms:
            pattern = form.replace("\\s", r"\s")
            if row.not_before:
                pattern += rf"(?!{'|'.join(row.not_before)})"
            if form[-1].isascii() and form[-1].isalpha():
                pattern += "(?![A-Za-z0-9])"
            plain = form.replace("\\s?", "").replace("\\s", "")
            units[plain] = Unit(row.name, row.kind)
            found[plain] = pattern
            if row.kind in NATIVE_KINDS or form in NATIVE_UNITS:
                native[plain] = pattern
    by_name = {unit.name: unit for unit in reversed(units.values())}
    return UnitTable(_longest_first(found), _longest_first(native), units, by_name)


def _longest_first(patterns: dict[str, str]) -> str:
    """Join patterns so that the longest that fits is found; a look at the first letter spares the others."""
    ordered = sorted(patterns, key=lambda form: (form[0], -len(form), form))
    branches = [
        re.escape(letter) + f"(?:{'|'.join(patterns[form].removeprefix(letter) for form in forms)})"
        for letter, forms in groupby(ordered, itemgetter(0))
    ]
    firsts = "".join(re.escape(letter) for letter in sorted({form[0] for form in patterns}))
    return f"(?=[{firsts}])(?:{'|'.join(branches)})"
