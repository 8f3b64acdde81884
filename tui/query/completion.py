"""What a query that is being typed may go on with: fields as the interface's language calls them, values."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from store.search.fields import FIELDS, SAID_OF, VALUES
from store.search.names import name_key
from tui.locale import Lang

SHOWN = 8
_BEGUN = r"(?:^|(?<=[\s(-]))"
_VALUE = re.compile(rf'{_BEGUN}(\w+)[:：](?:"([^"]*)|([^\s"()]*))$')
_NAME = re.compile(rf"{_BEGUN}(\w*)$")
_PLAIN = re.compile(r"[^\s()\"]+")


class Offer(NamedTuple):
    """A text that may stand in the place of what is typed from ``start`` on, and how it is called."""

    start: int
    text: str
    label: str


Values = Callable[[str, str], list[str]]
"""Gives what a field may be completed to: the field, and what is typed of its value."""


def field_names(lang: Lang) -> dict[str, str]:
    """Give every field with its name in the interface's language."""
    return {field: _called(field, FIELDS, lang) for field in dict.fromkeys(FIELDS.values())}


def offers(before: str, lang: Lang, values: Values) -> list[Offer]:
    """Give what the text before the cursor may go on with, the best first; nothing where a word stands."""
    if found := _VALUE.search(before):
        field = FIELDS.get(found[1].casefold())
        if field is None:
            return []
        typed, start = (found[2], found.start(2) - 1) if found[2] is not None else (found[3], found.start(3))
        found_values = _values(found[1].casefold(), field, typed, lang, values)
        return [Offer(start, f"{_quoted(value)} ", value) for value in found_values]
    if found := _NAME.search(before):
        typed = found[1].casefold()
        names = field_names(lang)
        fitting = [name for name in names.values() if name.startswith(typed)]
        # A field may be begun by any of its names.
        fitting += [name for name in FIELDS if typed and name.startswith(typed) and name not in fitting]
        return [Offer(found.start(1), f"{name}:", f"{name}:") for name in fitting]
    return []


def _values(name: str, field: str, typed: str, lang: Lang, values: Values) -> list[str]:
    known = VALUES.get(field)
    if known is None:
        return values(field, typed)
    meant = SAID_OF.get(name) or dict.fromkeys(known.values())
    called = [_called(value, known, lang) for value in meant]
    fitting = [value for value in called if name_key(value).startswith(name_key(typed))]
    others = [each for each in known if typed and each.startswith(typed.casefold()) and each not in fitting]
    return fitting + others


def _called(meant: str, spellings: dict[str, str], lang: Lang) -> str:
    named = [spelling for spelling, value in spellings.items() if value == meant]
    own = [spelling for spelling in named if spelling.isascii() == (lang == "en")]
    return own[0] if own else named[0]


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else '"' + value.replace('"', " ") + '"'
