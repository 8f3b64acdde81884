"""Text measured in terminal cells: wrapped as Korean is, cut to a width, padded to a column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

NOT_FIRST = frozenset(".,!?;:)]}%‰℃”’」』》〉】〕…‥·～。、，．！？：；）］｝")
"""Signs that never begin a line."""
NOT_LAST = frozenset("([{“‘「『《〈【〔（［｛$₩￦€£¥#№")
"""Signs that never end a line."""

_WORD = re.compile(r"[^ ]+ *| +")


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Give the lines of ``text`` as ranges that together cover it; at least one.

    Lines break at spaces, as Korean does, and only a run wider than the line is broken inside; a sign that
    never begins a line takes the word before it along. Each line takes at most ``width`` (2 or more) cells
    without the spaces at its end, which hang.
    """
    lines: list[tuple[int, int]] = []
    start = used = turn = before = 0
    for match in _WORD.finditer(text):
        word, here = match.group().rstrip(" "), match.start()
        cells = cell_len(word)
        if not _holds(text, here):
            # The last place at which the line may break, and the cells that it has until there.
            turn, before = here, used
        if used and used + cells > width:
            taken = used - before if turn > start else width
            cut, used = (turn, taken) if taken + cells <= width else (here, 0)
            lines.append((start, cut))
            start = turn = cut
            before = 0
        if cells > width:
            *breaks, cells = _inside(word, width)
            for offset in breaks:
                lines.append((start, here + offset))
                start = turn = here + offset
            before = 0
        used += cells + match.end() - here - len(word)
    lines.append((start, len(text)))
    return lines


def _holds(text: str, here: int) -> bool:
    """Tell whether what begins behind a space must not begin a line."""
    return here > 1 and (text[here] in NOT_FIRST or text[here - 2] in NOT_LAST)


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
        if width <= 0:
            return ""
        while end and text[end - 1] == "…":
            kept, end = kept - 1, end - 1
        text, cells = text[:end] + "…", kept + 1
    return text + " " * (width - cells) if pad else text
