"""Text measured in terminal cells: wrapped as Korean is, cut to a width, padded to a column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

NOT_FIRST = frozenset(".,!?;:)]}%”’」』》〉】…·。、，")
"""Signs that never begin a line inside a long run."""
NOT_LAST = frozenset("([{“‘「『《〈【")
"""Signs that never end a line inside a long run."""

_WORD = re.compile(r"[^ ]+ *| +")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Give the lines of ``text`` as ranges that together cover it; at least one.

    Lines break at spaces, as Korean does, and only a run wider than the line is broken inside. Each line
    takes at most ``width`` (2 or more) cells without the spaces at its end, which hang.
    """
    lines: list[tuple[int, int]] = []
    start = used = 0
    for match in _WORD.finditer(text):
        word = match.group().rstrip(" ")
        cells = cell_len(word)
        if used and used + cells > width:
            lines.append((start, match.start()))
            start, used = match.start(), 0
        if cells > width:
            *breaks, cells = _inside(word, width)
            for offset in breaks:
                lines.append((start, match.start() + offset))
                start = match.start() + offset
        used += cells + match.end() - match.start() - len(word)
    lines.append((start, len(text)))
    return lines


def _inside(run: str, width: int) -> Iterator[int]:
    """Give the offsets at which a run without spaces is broken, and last the cells of what remains."""
    graphemes = split_graphemes(run)[0]
    first = used = 0
    index = 0
    while index < len(graphemes):
        cells = graphemes[index][2]
        if used + cells > width and index > first:
            cut = index
            while cut > first + 1 and _clings(run, graphemes[cut][0]):
                cut -= 1
            if _clings(run, graphemes[cut][0]):
                cut = index
            yield graphemes[cut][0]
            first = index = cut
            used = 0
            continue
        used += cells
        index += 1
    yield used


def _clings(run: str, offset: int) -> bool:
    return run[offset] in NOT_FIRST or run[offset - 1] in NOT_LAST


def fit(text: str, width: int, *, pad: bool = True) -> str:
    """Cut ``text`` to ``width`` cells, with ``…`` where something is left out, and pad it to the column."""
    cells = cell_len(text)
    if cells > width:
        kept = 0
        end = 0
        for _, stop, size in split_graphemes(text)[0]:
            if kept + size > width - 1:
                break
            kept, end = kept + size, stop
        text = text[:end] + "…" if width > 0 else ""
        cells = kept + 1 if width > 0 else 0
    return text + " " * (width - cells) if pad else text
