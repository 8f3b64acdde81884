"""Lists of appointments: ◇새빛전자 ▲부사장 한도윤 이가람 ▲경영지원실장 고은세."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.extract.lexicon import titles

MARKS = "▲△◇◆□■●○▷▶"
"""What opens the items and the headings of a list."""

_ITEM = re.compile(rf"[▲△]\s?(?P<words>[^{MARKS}<>\[\](),]+)")
_HEADING = re.compile(rf"[◇◆□■]\s?(?P<body>[^{MARKS}<>\[\](),]+)")
_WORD = re.compile(r"\S+")
_NAME = re.compile(r"[가-힣]{2,4}")

Span = tuple[int, int]


class Appointed(NamedTuple):
    """An office of a list with who comes to it, and the heading above it."""

    office: Span
    persons: list[Span]
    heading: Span | None


def find_appointed(text: str) -> Iterator[Appointed]:
    """Give the offices of a list of appointments; what stands behind the last office of an item are names."""
    if "▲" not in text and "△" not in text:
        return
    headings = [(match.start("body"), match.end("body")) for match in _HEADING.finditer(text)]
    for item in _ITEM.finditer(text):
        words = [match.span() for match in _WORD.finditer(text, *item.span("words"))]
        last = max((i for i, (start, end) in enumerate(words) if _is_office(text[start:end])), default=-1)
        names = words[last + 1 :]
        if last < 0 or not names or not all(_NAME.fullmatch(text, *name) for name in names):
            continue
        above = [heading for heading in headings if heading[0] < item.start()]
        yield Appointed((words[0][0], words[last][1]), names, above[-1] if above else None)


def _is_office(word: str) -> bool:
    return word in titles() or (len(word) > 2 and word.endswith("장"))
