"""The program's messages in Korean, found by their English templates."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

HOLES = {"{}": "(.*?)", "{n}": r"([\d,]+)"}
"""Where a template has something put in: anything, or a number."""


_HOLE = r"\{n?\}"
_NUMBERED = re.compile(r"(.*?)( \([^()]*\))", re.DOTALL)


class _Template(NamedTuple):
    """A message with holes: how it begins and looks in English, and what Korean says of its parts ({0}, {1} …)."""

    beginning: str
    pattern: re.Pattern[str]
    said: str


def korean(message: str) -> str:
    """Say a message in Korean, and what was put into it as well; one that is not known is given as it is."""
    return (
        _messages().get(message)
        or _listed(message)
        or _known(message)
        or _numbered(message)
        or _behind_a_name(message)
        or message
    )


def _known(message: str) -> str | None:
    if message in _messages():
        return _messages()[message]
    for known in _templates():
        if message.startswith(known.beginning) and (found := known.pattern.fullmatch(message)):
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
def _messages() -> dict[str, str]:
    """Give the tables as one."""
    from tui.locale.korean import articles, data, desk, pages, query, shell, system, web

    tables = [each.MESSAGES for each in (articles, data, desk, pages, query, shell, system, web)]
    return {english: korean for table in tables for english, korean in table.items()}


@cache
def _templates() -> tuple[_Template, ...]:
    """Compile the messages that have holes, those with the most words of their own first."""
    with_holes = [english for english in _messages() if re.search(_HOLE, english)]
    ordered = sorted(with_holes, key=lambda english: -len(re.sub(_HOLE, "", english)))
    return tuple(_template(english, _messages()[english]) for english in ordered)


def _template(english: str, said: str) -> _Template:
    parts = re.split(f"({_HOLE})", english)
    pattern = "".join(HOLES.get(part) or re.escape(part) for part in parts)
    return _Template(parts[0], re.compile(pattern, re.DOTALL), said)
