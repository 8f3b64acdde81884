"""Quotation marks of every make, paired: which stretches of a text stand inside them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

MarkKind = Literal["double", "single"]
Act = Literal["open", "close", "restart", "none"]

CURLY_OPEN, CURLY_CLOSE = {'"': "“„", "'": "‘‛"}, {'"': "”", "'": "’´"}
STRAIGHT = {"＂": '"', "''": '"', "``": '"', "“": '"', "”": '"', "„": '"', "＇": "'", "`": "'"}
STRAIGHT |= {"‘": "'", "’": "'", "‛": "'", "´": "'"}

PAIRS: dict[str, tuple[str, MarkKind]] = {
    "「": ("」", "double"),
    "『": ("』", "double"),
    "«": ("»", "double"),
    "〈": ("〉", "single"),
    "《": ("》", "single"),
    "<": (">", "single"),
    "‹": ("›", "single"),
}
"""Marks whose two halves differ; angle brackets hold titles, and so count with the single quotes."""

CLOSERS = {closer: opener for opener, (closer, _) in PAIRS.items()}

DEEPEST = 16
"""How many open marks a closing one looks past; deeper nesting is not Korean but an attack."""

LONGEST_TITLE = 200
"""How far the partner of a doubtful mark is looked for, in characters."""

_MARK = re.compile(r"''|``|[\"“”„＂'‘’‛´`＇「」『』«»〈〉《》<>‹›]")
_PARTICLE = re.compile(r"(?:이?라[고며면는]|[고며]\b|고[,.]?\s|며[,.]?\s|[은는이가을를의]\s)")


class Region(NamedTuple):
    """Words inside a pair of marks at ``start:end``; ``opening:closing`` takes the marks in as well.

    ``depth`` is 0 for a region outside every other one.
    """

    start: int
    end: int
    kind: MarkKind
    depth: int
    opening: int
    closing: int


class _Open(NamedTuple):
    family: str
    start: int
    end: int


@lru_cache(maxsize=128)
def quoted_regions(text: str) -> tuple[Region, ...]:
    """Give the quoted regions of a text in the order of their first word, outer ones first.

    A mark without its partner opens nothing; apostrophes, feet, inches and clipped years ('97년) are
    no marks. Several extractors ask in a row: the last answers are kept.
    """
    opened: list[_Open] = []
    found: list[tuple[_Open, int, int]] = []
    for match in _MARK.finditer(text):
        mark = match.group()
        family = STRAIGHT.get(mark) or CLOSERS.get(mark, mark)
        at = _innermost(opened, family)
        act = _act(text, match.start(), match.end(), family, opened[at] if at is not None else None)
        if act in ("close", "restart") and at is not None:
            if act == "close" and opened[at].end < match.start():
                found.append((opened[at], match.start(), match.end()))
            del opened[at:]
        if act in ("open", "restart"):
            opened.append(_Open(family, match.start(), match.end()))
    return tuple(_nested(found))


def _innermost(opened: list[_Open], family: str) -> int | None:
    """Give the open mark that ``family`` would close; single quotes never reach out of double ones."""
    for i in range(len(opened) - 1, max(-1, len(opened) - 1 - DEEPEST), -1):
        if opened[i].family == family:
            return i
        if family == "'" and opened[i].family == '"':
            return None
    return None


def _act(text: str, start: int, end: int, family: str, partner: _Open | None) -> Act:
    before, after = text[start - 1 : start], text[end : end + 1]
    spaced_before, spaced_after = not before or before.isspace(), not after or after.isspace()
    mark = text[start:end]
    if family not in ('"', "'"):
        if mark in CLOSERS:
            return "close" if partner else "none"
        return "none" if spaced_after or (mark == "<" and _is_less_than(text, end)) else "open"
    if family == "'" and _is_apostrophe(before, after, partner):
        return "none"
    if partner is None:
        if spaced_after and (family == "'" or not spaced_before or not after):
            return "none"
        if before.isdigit() and mark not in CURLY_OPEN[family]:
            return "none"
        if mark in CURLY_CLOSE[family] and not (spaced_before and not after.isdigit()):
            return "none"
        return "open"
    if mark in CURLY_OPEN[family]:
        closes = not spaced_before and (spaced_after or bool(_PARTICLE.match(text, end)))
        return "close" if closes else "open"
    if mark in CURLY_CLOSE[family]:
        return "close"
    if spaced_before:
        return "close" if spaced_after or _PARTICLE.match(text, end) else "restart"
    return "none" if before.isdigit() and spaced_after and _closes_later(text, end, mark) else "close"


def _is_apostrophe(before: str, after: str, partner: _Open | None) -> bool:
    """Between Latin letters, or after one where nothing is open (players' market), or feet (5'7)."""
    latin = before.isascii() and before.isalpha()
    if latin and after.isascii() and after.isalpha():
        return True
    return partner is None and (latin or before.isdigit()) and (not after or not after.isalpha())


def _is_less_than(text: str, end: int) -> bool:
    closer = text.find(">", end, end + LONGEST_TITLE)
    return closer < 0 or text[end : end + 1] in "=-<" or text[closer - 1].isspace()


def _closes_later(text: str, end: int, mark: str) -> bool:
    """Say whether the next such mark closes too: then the one before it, after a digit, means inches."""
    following = text.find(mark, end, end + LONGEST_TITLE)
    return following > 0 and not text[following - 1].isspace()


def _nested(found: list[tuple[_Open, int, int]]) -> list[Region]:
    regions: list[Region] = []
    around: list[int] = []
    for opened, closer_start, closer_end in sorted(found, key=lambda pair: (pair[0].start, -pair[1])):
        while around and around[-1] <= opened.start:
            around.pop()
        kind: MarkKind = (
            "double"
            if opened.family == '"'
            else "single"
            if opened.family == "'"
            else PAIRS[opened.family][1]
        )
        regions.append(Region(opened.end, closer_start, kind, len(around), opened.start, closer_end))
        around.append(closer_end)
    return regions
