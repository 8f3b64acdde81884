"""What an archive told of an article, in words: that its text is cut, and the names of one side alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.locale import Words

if TYPE_CHECKING:
    from store.desk.beside import Difference
    from store.ingest.given import Given


def remark(given: Given | None, words: Words) -> str:
    """Say what is to be known of the text before it is read; empty where there is nothing."""
    if given is None:
        return ""
    parts = [
        words("given.cut", archive=given.archive) if given.cut else "",
        words("given.excluded", archive=given.archive, why=given.excluded) if given.excluded else "",
    ]
    return " · ".join(filter(None, parts))


def compared(given: Given, found: Iterable[Difference], words: Words) -> list[tuple[str, list[str]]]:
    """Give headings with lines under them: the names that only the archive has, and those it has not."""
    told = list(found)
    theirs = [_line(each, each.only_theirs, words) for each in told if each.only_theirs]
    ours = [_line(each, each.only_ours, words) for each in told if each.only_ours]
    parts = [
        (words("given.only_theirs", archive=given.archive), theirs),
        (words("given.only_ours", archive=given.archive), ours),
    ]
    return [(heading, lines) for heading, lines in parts if lines]


def _line(difference: Difference, names: Iterable[str], words: Words) -> str:
    return f"{words(f'entity.{difference.type}')}: {', '.join(names)}"
