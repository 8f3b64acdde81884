"""Persons, organisations, places over all articles: how often, when, beside whom, what they said."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence

import msgspec

from store.archive.records import unpack
from store.database import Database
from store.model import EntityType, Quotation, Reading, Statistic
from store.search.condition import Condition
from store.search.names import name_key

COMPANY = 40
"""How many of those who appear with an entity are told, the most frequent."""
_PAGE = 50


class EntityRow(msgspec.Struct, kw_only=True):
    """An entity as a list shows it: how many articles mention it, and how often in all."""

    name: str
    type: EntityType
    articles: int
    mentions: int


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A title at an organisation, with the days of the first and the last article that tell it."""

    title: str
    organization: str | None
    first: str
    last: str
    articles: int


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation with the article that it stands in; ``date`` is the day, ``source`` publisher or file."""

    article: str
    date: str
    source: str
    quotation: Quotation


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A statistic with the article that it stands in; ``date`` is the day, ``source`` publisher or file."""

    article: str
    date: str
    source: str
    statistic: Statistic


class EntityPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the archive tells of one entity.

    ``names`` are its other names, ``months`` the mentions in each month (``2022-11``) from the first to the
    last, ``said`` its latest quotations, newest first, of ``quotations`` in all, ``figures`` the latest
    statistics in whose sentence or measure it stands or that it tells, ``company`` who else stands in its
    articles and in how many of them.
    """

    name: str
    type: EntityType
    names: tuple[str, ...]
    articles: int
    mentions: int
    months: tuple[tuple[str, int], ...]
    roles: tuple[Held, ...]
    quotations: int
    said: tuple[Said, ...]
    figures: tuple[Figure, ...]
    company: tuple[EntityRow, ...]


class Entities:
    """Answers about entities by the keys of their names; a key is ``name_key`` of a name."""

    def __init__(self, database: Database) -> None:
        """Ask the archive's ``database``."""
        self._database = database

    def rows(self, condition: Condition) -> list[EntityRow]:
        """Give the entities of the articles that meet a condition, those of most articles first."""
        where = f"WHERE row IN (SELECT a.row FROM articles a {condition.where})" if condition.sql else ""
        found = self._database.rows(
            f"SELECT min(name), type, count(*) AS articles, sum(n) FROM mentions {where}"
            " GROUP BY key, type ORDER BY articles DESC, key, type",
            condition.parameters,
        )
        return [EntityRow(name=r[0], type=r[1], articles=r[2], mentions=r[3]) for r in found]

    def articles(self, keys: Sequence[str], condition: Condition) -> int:
        """Count the articles that meet a condition and mention any of some names."""
        also = f"AND row IN (SELECT a.row FROM articles a {condition.where})" if condition.sql else ""
        row = self._database.row(
            "SELECT count(DISTINCT row) FROM mentions WHERE key IN (SELECT value FROM json_each(?))" + also,
            (json.dumps(keys), *condition.parameters),
        )
        return row[0] if row else 0

    def together(self, keys: Sequence[str], others: Sequence[str]) -> int:
        """Count the articles that mention any of some names and any of some others."""
        mentioning = "SELECT row FROM mentions WHERE key IN (SELECT value FROM json_each(?))"
        row = self._database.row(
            f"SELECT count(*) FROM ({mentioning} INTERSECT {mentioning})",
            (json.dumps(keys), json.dumps(others)),
        )
        return row[0] if row else 0

    def types(self, keys: Sequence[str]) -> list[EntityType]:
        """Give the types that a name was read as, the most frequent first; none where it was not read."""
        found = self._database.rows(
            "SELECT type FROM mentions WHERE key IN (SELECT value FROM json_each(?))"
            " GROUP BY type ORDER BY count(*) DESC, type",
            (json.dumps(keys),),
        )
        return [row[0] for row in found]

    def names(self, keys: Sequence[str]) -> list[str]:
        """Give the names and aliases of an entity, the most frequent first."""
        found = self._database.rows(
            "SELECT name, aliases, count(*) FROM mentions WHERE key IN (SELECT value FROM json_each(?))"
            " GROUP BY name, aliases ORDER BY count(*) DESC, name, aliases",
            (json.dumps(keys),),
        )
        return list(dict.fromkeys(name for row in found for name in (row[0], *row[1].split("\n")) if name))

    def bearer(self, alias: str) -> str | None:
        """Give the name of the entity that has an alias, in most articles where there are several."""
        row = self._database.row(
            "SELECT m.name FROM (SELECT DISTINCT row FROM names WHERE name = ?"
            " AND field IN ('person', 'org', 'place', 'product', 'event')) x JOIN mentions m USING (row)"
            " WHERE instr(char(10) || m.aliases || char(10), char(10) || ? || char(10))"
            " GROUP BY m.key ORDER BY count(*) DESC, m.key LIMIT 1",
            (name_key(alias), alias),
        )
        return row[0] if row else None

    def totals(self, keys: Sequence[str]) -> tuple[int, int, int]:
        """Give the number of articles, of mentions and of quotations."""
        row = self._database.row(
            "SELECT count(DISTINCT row), coalesce(sum(n), 0), coalesce(sum(said), 0) FROM mentions"
            " WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(keys),),
        )
        return (row[0], row[1], row[2]) if row else (0, 0, 0)

    def months(self, keys: Sequence[str]) -> list[tuple[str, int]]:
        """Give the mentions in each month from the first to the last, those without any too."""
        found = self._database.rows(
            "SELECT substr(a.moment, 1, 7) AS month, sum(m.n) FROM mentions m JOIN articles a USING (row)"
            " WHERE m.key IN (SELECT value FROM json_each(?)) GROUP BY month ORDER BY month",
            (json.dumps(keys),),
        )
        counts: dict[str, int] = dict(found)
        return (
            [(month, counts.get(month, 0)) for month in _months(*found[0][:1], *found[-1][:1])]
            if found
            else []
        )

    def roles(self, keys: Sequence[str]) -> list[Held]:
        """Give the titles of a person, the latest told first."""
        found = self._database.rows(
            "SELECT r.title, r.organization, min(a.moment), max(a.moment) AS last, count(*)"
            " FROM roles r JOIN articles a USING (row) WHERE r.key IN (SELECT value FROM json_each(?))"
            " GROUP BY r.title, r.organization ORDER BY last DESC, r.title, r.organization",
            (json.dumps(keys),),
        )
        return [
            Held(title=r[0], organization=r[1] or None, first=r[2][:10], last=r[3][:10], articles=r[4])
            for r in found
        ]

    def company(self, keys: Sequence[str]) -> list[EntityRow]:
        """Give those who stand in the same articles, those in most of them first."""
        found = self._database.rows(
            # The index of rows has all that is counted; names are looked up for the few that are told.
            "SELECT (SELECT name FROM mentions n WHERE n.key = o.key LIMIT 1), o.type, count(*) AS articles,"
            " sum(o.n)"
            " FROM (SELECT DISTINCT row FROM mentions WHERE key IN (SELECT value FROM json_each(?1))) m"
            " CROSS JOIN mentions o ON o.row = m.row WHERE o.key NOT IN (SELECT value FROM json_each(?1))"
            " GROUP BY o.key, o.type ORDER BY articles DESC, o.key, o.type LIMIT ?2",
            (json.dumps(keys), COMPANY),
        )
        return [EntityRow(name=r[0], type=r[1], articles=r[2], mentions=r[3]) for r in found]

    def quoting(self, keys: Sequence[str]) -> Iterator[tuple[str, str, str, Reading]]:
        """Walk the articles that quote an entity, newest first: id, day, publisher or file, and reading."""
        rows = self._database.numbers(
            "SELECT m.row FROM mentions m JOIN articles a USING (row)"
            " WHERE m.key IN (SELECT value FROM json_each(?)) AND m.said > 0"
            " GROUP BY m.row ORDER BY a.moment DESC, m.row DESC",
            (json.dumps(keys),),
        )
        return self._readings(rows)

    def measuring(self, keys: Sequence[str]) -> Iterator[tuple[str, str, str, Reading]]:
        """Walk the articles that name an entity and have statistics, as ``quoting`` does."""
        rows = self._database.numbers(
            "SELECT m.row FROM mentions m JOIN articles a USING (row)"
            " JOIN names s ON s.field = 'kind' AND s.name = 'statistic' AND s.row = m.row"
            " WHERE m.key IN (SELECT value FROM json_each(?))"
            " GROUP BY m.row ORDER BY a.moment DESC, m.row DESC",
            (json.dumps(keys),),
        )
        return self._readings(rows)

    def _readings(self, rows: array[int]) -> Iterator[tuple[str, str, str, Reading]]:
        for start in range(0, len(rows), _PAGE):
            found = self._database.rows(
                "SELECT a.id, a.moment, coalesce(a.publisher, a.source), r.reading FROM json_each(?) i"
                " CROSS JOIN articles a ON a.row = i.value JOIN readings r USING (row) ORDER BY i.key",
                (json.dumps(rows[start : start + _PAGE].tolist()),),
            )
            for article, moment, source, packed in found:
                yield article, moment[:10], source, unpack(packed)


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:7])
    while (now := f"{year:04}-{month:02}") <= last:
        yield now
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
