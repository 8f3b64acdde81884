"""The verbs that make events, out of ``tables/events.tsv``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from store.extract.lexicon import read_rows, words


class Verb(NamedTuple):
    """A row of the table: who takes part and where, each by the particles that tell it.

    ``needs`` names the list of ``tables/clauses.toml`` from which the object, or the occasion, must be;
    ``form`` is the verb as a dictionary has it (만나다, 회동하다).
    """

    stem: str
    form: str
    kind: str
    who: frozenset[str]
    where: frozenset[str]
    place: str | None
    needs: str | None


@cache
def verbs() -> dict[str, Verb]:
    """Give the table by stem."""
    table = {}
    for stem, kind, who, where, *_ in read_rows("events"):
        places = where.split()
        fixed = next((place[1:] for place in places if place.startswith("@")), None)
        needs = next((place[1:] for place in places if place.startswith("+")), None)
        table[stem] = Verb(
            stem,
            stem + ("다" if stem in words("clauses", "native") else "하다"),
            kind,
            frozenset(who.split()) - {"-"},
            frozenset(places) - {"-"},
            fixed,
            needs,
        )
    return table
