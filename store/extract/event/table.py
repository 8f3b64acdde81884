"""The verbs that make events, out of ``tables/events.tsv``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from store.extract.document import Token
from store.extract.lexicon import read_rows, words


class Verb(NamedTuple):
    """A row of the table: who takes part and where, each by the particles that tell it.

    ``needs`` names the list of ``tables/clauses.toml`` from which the object, or the occasion, must be;
    ``dated`` says that it tells an event only with its day, its place, or something by name; ``form`` is the
    verb as a dictionary has it (만나다, 회동하다).
    """

    stem: str
    form: str
    kind: str
    who: frozenset[str]
    where: frozenset[str]
    place: str | None
    needs: str | None
    dated: bool = False


@cache
def verbs() -> dict[str, Verb]:
    """Give the table by stem."""
    table = {}
    for stem, kind, who, where, *_ in read_rows("events"):
        places = where.split()
        fixed = next((place[1:] for place in places if place.startswith("@")), None)
        needed = [place[1:] for place in places if place.startswith("+")]
        table[stem] = Verb(
            stem,
            stem + ("다" if stem in words("clauses", "native") else "하다"),
            kind,
            frozenset(who.split()) - {"-"},
            frozenset(places) - {"-"},
            fixed,
            next((need for need in needed if need != "dated"), None),
            "dated" in needed,
        )
    return table


def noun_verb(tokens: Sequence[Token], i: int) -> Verb | None:
    """Give the verb that the noun at token ``i`` stands for, with the prefix before it (준우승, 재선임)."""
    before = tokens[i - 1 : i]
    prefixed = bool(before) and before[0].tag == "XPN" and before[0].end == tokens[i].start
    form = before[0].form + tokens[i].form if prefixed and before[0].form != "재" else tokens[i].form
    return verbs().get(form)
