"""A short quote among the words around it: a number alone says little."""

from __future__ import annotations

from rich.cells import cell_len

from store.model import Selector
from store.text import printable
from tui.drawing.cells import fit

SHORT = 24
"""Cells of a quote that says little alone; a longer one needs no other words."""

LEAST = 8
"""Cells for the words around a quote: with fewer it stands alone."""


def in_context(selector: Selector, width: int) -> tuple[str, str, str]:
    """Give the words before a quote, the quote and the words behind it, together at most ``width`` cells."""
    quote = fit(_line(selector.exact), width, pad=False)
    room = width - cell_len(quote)
    if room < LEAST or cell_len(quote) > SHORT:
        return "", quote, ""
    before, begins = _line(selector.prefix.rpartition("\n")[2]), "\n" in selector.prefix
    behind, ends = _line(selector.suffix.partition("\n")[0]), "\n" in selector.suffix
    if not begins and selector.start > len(selector.prefix):
        before = f"…{before.partition(' ')[2]}".rstrip("…")
    if not ends and not behind.endswith("."):
        behind = f"{behind.rpartition(' ')[0]}…".lstrip("…")
    shown = fit(behind, max(room // 2, room - cell_len(before)), pad=False)
    return _end_of(before, room - cell_len(shown)), quote, shown


def _line(text: str) -> str:
    """Give a text as one line, a blank where one stood before or behind it."""
    line = " ".join(text.split())
    before, behind = text[:1].isspace() and line, text[-1:].isspace() and line
    return printable(f"{' ' if before else ''}{line}{' ' if behind else ''}")


def _end_of(text: str, width: int) -> str:
    """Cut a text at its beginning to as many cells, between words where there are several."""
    if cell_len(text) <= width:
        return text
    while cell_len(text) >= width:
        _, blank, rest = text.partition(" ")
        text = rest if blank else text[1:]
    return f"…{text}" if text.strip() else ""
