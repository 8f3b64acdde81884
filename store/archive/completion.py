"""What the archive has for a field of a query that is being typed."""

from __future__ import annotations

from store.database import Database
from store.search.names import name_key

LIMIT = 8
_TYPES = {"person": "PS", "org": "OG", "place": "LC", "product": "PD", "event": "EV"}
_PLAIN = frozenset({"title", "source", "author"})
_LAST = "\U0010ffff"


def values_beginning(database: Database, field: str, typed: str, limit: int = LIMIT) -> list[str]:
    """Give the values of a field that begin with what was typed, those of most articles first.

    None for a field that takes no names, and none before anything was typed: there would be too many.
    """
    key = name_key(typed)
    if not key:
        return []
    bounds = (key, key + _LAST)
    if field in _TYPES or field == "speaker":
        kind = "said > 0" if field == "speaker" else f"type = '{_TYPES[field]}'"
        found = database.rows(
            f"SELECT min(name) FROM mentions WHERE key >= ? AND key < ? AND {kind}"
            " GROUP BY key ORDER BY count(*) DESC, key LIMIT ?",
            (*bounds, limit),
        )
    elif field in _PLAIN:
        found = database.rows(
            "SELECT name FROM names WHERE field = ? AND name >= ? AND name < ?"
            " GROUP BY name ORDER BY count(*) DESC, name LIMIT ?",
            (field, *bounds, limit),
        )
    else:
        return []
    return [row[0] for row in found]
