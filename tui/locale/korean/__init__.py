"""The program's messages in Korean, found by their English templates."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

HOLES = {"{}": "(.*?)", "{n}": r"([\d,]+)"}
"""Where a template has something put in: anything, or a number."""


_HOLE = r"\{n?\}"
_NUMBERED = re.compile(r"(.*?)( \([^()]*\))", re.DOTALL)


class _Message(NamedTuple):
    """A message: what it looks like in English, and what Korean says of its parts ({0}, {1} …)."""

    pattern: re.Pattern[str]
    said: str


def korean(message: str) -> str:
    """Say a message in Korean, and what was put into it as well; one that is not known is given as it is."""
    return _listed(message) or _known(message) or _numbered(message) or _behind_a_name(message) or message


def _known(message: str) -> str | None:
    for known in _messages():
        if found := known.pattern.fullmatch(message):
            return known.said.format(*map(_put_in, found.groups()))
    return None


def _put_in(value: str) -> str:
    """Say what was put into a message where it is words of ours; a single word may be the reader's own."""
    return korean(value) if " " in value else value


def _listed(message: str) -> str | None:
    """Say what stands between commas or semicolons, each by itself: 2 added, 1 failed."""
    for sign in ("; ", ", "):
        parts = message.split(sign)
        told = [_known(part) for part in parts] if len(parts) > 1 else []
        if told and all(told):
            return sign.join(filter(None, told))
    return None


def _behind_a_name(message: str) -> str | None:
    """Say what stands behind a name: a.txt: …."""
    for colon in re.finditer(": ", message):
        head, rest = message[: colon.start()], message[colon.end() :]
        if told := _known(rest) or _numbered(rest):
            return f"{_put_in(head)}: {told}"
    return None


def _numbered(message: str) -> str | None:
    """Say what stands before a number: there is no such page (404)."""
    found = _NUMBERED.fullmatch(message)
    told = _known(found[1]) if found else None
    return told + found[2] if found and told else None


@cache
def _messages() -> tuple[_Message, ...]:
    """Compile the tables, those with the most words of their own first."""
    from tui.locale.korean import articles, data, desk, pages, query, shell, system, web

    tables = [each.MESSAGES for each in (articles, data, desk, pages, query, shell, system, web)]
    said = {english: korean for table in tables for english, korean in table.items()}
    ordered = sorted(said, key=lambda english: -len(re.sub(_HOLE, "", english)))
    return tuple(_Message(_pattern(english), said[english]) for english in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(f"({_HOLE})", template)
    return re.compile("".join(HOLES.get(part) or re.escape(part) for part in parts), re.DOTALL)
