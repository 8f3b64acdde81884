"""Which lines of an article only say again what another line says."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Line

_SHORT = 14
"""Fingerprints of fewer characters may be repeated on purpose: a yes, a speaker's label."""
_SHORT_PAIR = 10
"""Two short lines of fewer characters together may be as well."""
_LONG = 30
"""From this length on a paragraph that stands whole inside another one is a repeat, not a phrase."""
_CREDIT = 30
"""Characters of the longest credit that stands before an article's first words."""
_CUT_LONG = 20
"""From this length on a line can be told to be the beginning, or the rest, of another one."""
_CUT = ("…", "...", "..", "⋯", "[더보기]", "(계속)")
_HEADS = ("title", "dateline", "deck", "byline", "caption")


def find_repeats(lines: Sequence[Line], prints: Sequence[str]) -> dict[int, int]:
    """Map the index of every line that repeats another to the index of the line it repeats, which is kept.

    ``prints`` are the fingerprints of ``lines``. The first of equal lines is kept; of a line and its cut
    beginning the whole one is.
    """
    repeats = _equal_lines(lines, prints)
    _pairs_of_short_lines(prints, repeats)
    _short_lines_in_runs(prints, repeats)
    _contained_lines(lines, prints, repeats)
    _cut_beginnings(lines, prints, repeats)
    return {index: _root(repeats, index) for index in sorted(repeats)}


def _root(repeats: dict[int, int], index: int) -> int:
    while index in repeats:
        index = repeats[index]
    return index


def _equal_lines(lines: Sequence[Line], prints: Sequence[str]) -> dict[int, int]:
    first: dict[str, int] = {}
    repeats: dict[int, int] = {}
    for index, (line, print_) in enumerate(zip(lines, prints, strict=True)):
        original = first.setdefault(print_ or line.text, index)
        if original == index:
            continue
        if len(print_) >= _SHORT or line.role in _HEADS or prints[index - 1] == print_:
            repeats[index] = original
    return repeats


def _pairs_of_short_lines(prints: Sequence[str], repeats: dict[int, int]) -> None:
    """Fold two short lines that stand once more right after themselves."""
    for index in range(3, len(prints)):
        pair = prints[index - 1] + prints[index]
        if len(pair) >= _SHORT_PAIR and prints[index - 3 : index - 1] == prints[index - 1 : index + 1]:
            repeats.setdefault(index - 1, index - 3)
            repeats.setdefault(index, index - 2)


def _short_lines_in_runs(prints: Sequence[str], repeats: dict[int, int]) -> None:
    """Fold short lines that stand in a repeated run: next to a repeat, as they stood next to its original."""
    for step in (1, -1):
        order = range(len(prints)) if step == 1 else range(len(prints) - 1, -1, -1)
        for index in order:
            neighbour = index - step
            if index in repeats or neighbour not in repeats:
                continue
            original = repeats[neighbour] + step
            while original in repeats:
                original = repeats[original]
            if 0 <= original < index and prints[original] == prints[index]:
                repeats[index] = original


def _contained_lines(lines: Sequence[Line], prints: Sequence[str], repeats: dict[int, int]) -> None:
    """Fold paragraphs that are made of kept ones: pieces of an earlier one, or several run together."""
    kept: list[int] = []
    starts: dict[str, list[int]] = {}
    for index, print_ in enumerate(prints):
        if index in repeats or lines[index].role != "paragraph":
            continue
        if len(print_) >= _LONG:
            longer = (i for i in kept if len(prints[i]) > len(print_) and print_ in prints[i])
            original = next(longer, None)
            if original is None:
                original = _run_together(print_, prints, starts)
            if original is not None:
                repeats[index] = original
                continue
            for told in [i for i in kept if _opens_with_credit(print_, prints[i])]:
                repeats[told] = index
                kept.remove(told)
        kept.append(index)
        if len(print_) >= _SHORT:
            starts.setdefault(print_[:_SHORT], []).append(index)


def _opens_with_credit(print_: str, shorter: str) -> bool:
    """Tell whether a paragraph is an earlier one behind a credit: (가온=나래통신) 이도담 기자 = …."""
    more = len(print_) - len(shorter)
    return len(shorter) >= _CUT_LONG and 0 < more <= _CREDIT and print_.endswith(shorter)


def _run_together(print_: str, prints: Sequence[str], starts: dict[str, list[int]]) -> int | None:
    """Give the first of the kept paragraphs that, put side by side, make up ``print_``."""
    place, first = 0, None
    while place < len(print_):
        here = (
            i for i in starts.get(print_[place : place + _SHORT], ()) if print_.startswith(prints[i], place)
        )
        piece = max(here, key=lambda index: len(prints[index]), default=None)
        if piece is None:
            return None
        place += len(prints[piece])
        first = piece if first is None else first
    return first


def _cut_beginnings(lines: Sequence[Line], prints: Sequence[str], repeats: dict[int, int]) -> None:
    """Fold a paragraph or deck that breaks off with dots, when a kept line says it to the end."""
    starts: dict[str, list[int]] = {}
    for index, print_ in enumerate(prints):
        if index not in repeats and len(print_) > _CUT_LONG:
            starts.setdefault(print_[:_CUT_LONG], []).append(index)
    for index, line in enumerate(lines):
        if index in repeats or line.role not in ("paragraph", "deck") or not line.text.endswith(_CUT):
            continue
        beginning = prints[index]
        whole = (
            other
            for other in starts.get(beginning[:_CUT_LONG], ())
            if other not in repeats
            and len(prints[other]) > len(beginning)
            and prints[other].startswith(beginning)
        )
        original = next(whole, None)
        if original is not None:
            repeats[index] = original
