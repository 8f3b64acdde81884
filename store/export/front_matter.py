"""YAML front matter: a person may lay it out anew and add keys; the generated ones are kept up to date."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from store.text import hides

if TYPE_CHECKING:
    import yaml

_BLOCK = re.compile(r"\A---\n(.*?\n)?---(?:\n|\Z)", re.DOTALL)
KEYS = ("id", "title", "source", "url", "date", "publisher", "author", "entities", "tags")
"""What is generated; a key whose value is missing is left out."""

_SEAL = "sinmun"
"""The last generated key: a hash of the others, by which an edit is noticed whatever the layout."""


class FrontMatter(NamedTuple):
    """The text of the block with its fences, and whether it was edited by hand and left."""

    text: str
    left: bool


def split(text: str) -> tuple[str, str]:
    """Give the front matter of a file with its fences, empty where there is none, and the rest."""
    found = _BLOCK.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def bring_up_to_date(existing: str, values: Mapping[str, Any], keys: Sequence[str] = KEYS) -> FrontMatter:
    """Give the front matter with these values in it, ``existing`` itself where it has them already.

    ``keys`` are the generated ones; those that a person added stand behind them. A generated key that was
    edited leaves the whole block as it is.
    """
    if not existing:
        return FrontMatter(_dump({**values, _SEAL: _seal(values)}), False)
    known = _load(existing)
    if known is None or known.get(_SEAL) is None:
        return FrontMatter(existing, True)
    generated = {key: value for key, value in known.items() if key in keys}
    if known[_SEAL] != _seal(generated):
        return FrontMatter(existing, True)
    if generated == values:
        return FrontMatter(existing, False)
    added = {key: value for key, value in known.items() if key not in (*keys, _SEAL)}
    return FrontMatter(_dump({**values, _SEAL: _seal(values), **added}), False)


def exported_article(text: str) -> str:
    """Give the id of the article that a file was exported from, empty where it names none."""
    values = _load(split(text.replace("\r\n", "\n"))[0]) or {}
    return str(values.get("id") or "")


def _seal(values: Mapping[str, Any]) -> str:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _dump(values: Mapping[str, Any]) -> str:
    import yaml

    text = yaml.dump(dict(values), Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=float("inf"))
    escaped = "".join(f"\\U{ord(each):08X}" if hides(each) else each for each in text)
    return f"---\n{escaped}---\n"


@cache
def _dumper() -> type[yaml.SafeDumper]:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes texts with what hides or turns the text around, so that it can be escaped."""

    def quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        style = '"' if any(map(hides, text)) else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, quoted)
    return Dumper


def _load(block: str) -> dict[str, Any] | None:
    import yaml

    try:
        values = yaml.safe_load(block.strip().strip("-"))
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None
