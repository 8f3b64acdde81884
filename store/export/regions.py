"""Generated regions in a file that a person also writes in.

A region stands between two comment lines, and its first names the hash of what was generated:

    <!-- sinmun:begin facts 1f2e3d4c5b6a -->
    …
    <!-- sinmun:end facts -->

A region whose text still has that hash is generated again; one that was edited by hand is left as it is,
until what would be generated says the same: the edit was taken into the notebook. What stands outside of
regions is never touched. A region that is missing is made again, behind the one before it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_REGION = re.compile(
    r"^<!-- sinmun:begin ([a-z]+) ([0-9a-f]{12}) -->\n(.*?)\n?^<!-- sinmun:end \1 -->$",
    re.MULTILINE | re.DOTALL,
)


class Region(NamedTuple):
    """A generated stretch of Markdown under a name; the text is empty where there is nothing to show."""

    name: str
    text: str

    def __str__(self) -> str:
        body = self.text.strip("\n")
        return (
            f"<!-- sinmun:begin {self.name} {digest(body)} -->\n\n{body}\n\n<!-- sinmun:end {self.name} -->"
        )


class Merged(NamedTuple):
    """A file's text with its regions brought up to date, and the names of those that were left."""

    text: str
    left: tuple[str, ...]


def digest(body: str) -> str:
    """Give the hash that a region's first line carries."""
    return hashlib.sha256(body.encode()).hexdigest()[:12]


def merge(text: str, regions: Sequence[Region]) -> Merged:
    """Bring the regions of ``text`` up to date; new ones without text are left out."""
    left: list[str] = []
    before = ""
    for region in regions:
        found = _find(text, region.name)
        if found is None:
            if region.text.strip("\n"):
                text = _insert(text, region, before)
                before = region.name
            continue
        before = region.name
        body, wanted = found[3].strip("\n"), region.text.strip("\n")
        if digest(body) != found[2] and body != wanted:
            left.append(region.name)
        elif body != wanted or digest(body) != found[2]:
            text = text[: found.start()] + str(region) + text[found.end() :]
    return Merged(text, tuple(left))


def region_text(text: str, name: str) -> str:
    """Give what stands in a region of a text, empty where there is none."""
    found = _find(text, name)
    return found[3].strip("\n") if found else ""


def without_untouched(text: str) -> str:
    """Give a text without the regions that stand as they were generated."""
    return _REGION.sub(lambda found: "" if digest(found[3].strip("\n")) == found[2] else found[0], text)


def taken_in(text: str, undone: Callable[[str], str]) -> str:
    """Mark regions as generated whose edits were all taken in: ``undone`` gives their text without them."""

    def marked(found: re.Match[str]) -> str:
        body = found[3].strip("\n")
        edited = digest(body) != found[2] and digest(undone(body)) == found[2]
        return found[0].replace(found[2], digest(body), 1) if edited else found[0]

    return _REGION.sub(marked, text)


def has_regions(text: str) -> bool:
    """Tell whether a text has any generated region."""
    return _REGION.search(text) is not None


def _find(text: str, name: str) -> re.Match[str] | None:
    return next((found for found in _REGION.finditer(text) if found[1] == name), None)


def _insert(text: str, region: Region, before: str) -> str:
    previous = _find(text, before) if before else None
    if previous is None:
        return "\n\n".join(part for part in (text.rstrip("\n"), str(region)) if part) + "\n"
    return f"{text[: previous.end()]}\n\n{region}{text[previous.end() :]}"
