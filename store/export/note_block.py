r"""A note as it stands in an exported file, and what a person made of it there.

    > [!note] “the words that it is about”
    > the note
    >
    > 확인 \#tag

    ^note-1f2e3d4c5b6a

Without callouts the first line is ``> **메모** …`` and the last a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.export.escape import block_id, escape, quoted
from store.export.flavour import Flavour
from store.export.labels import STATUSES
from store.model import Annotation

_BLOCK = re.compile(
    r"^ *(?:- )?> (?:\[!note\]|\*\*메모\*\*)(?P<title>[^\n]*)\n"
    r"(?P<body>(?: *>[^\n]*\n)*)\n?"
    r" *(?:\^note-(?P<id>[0-9A-Za-z-]+)|<!-- sinmun:note (?P<comment>[0-9A-Za-z-]+) -->)$",
    re.MULTILINE,
)
_SHOWN_TAG = re.compile(r"&lt;(?=[A-Za-z/!?])")
_MARKS = re.compile(rf"(?:{'|'.join(filter(None, STATUSES.values()))})?(?: ?\\#[^\n]+)*")


class Written(NamedTuple):
    """A note as a file has it; ``id`` is that of an annotation."""

    id: str
    note: str


def note_block(annotation: Annotation, flavour: Flavour) -> str:
    """Give an annotation as a callout: the words that it is about, the note, tags and status, its id."""
    sign = "[!note]" if flavour.callouts else "**메모**"
    about = f"“{escape(annotation.selector.exact)}”" if annotation.selector else "메모"
    lines = [f"> {sign} {about}"]
    if annotation.note:
        lines.append(quoted(annotation.note))
    marks = marks_of(annotation)
    if marks:
        lines += [">", f"> {marks}"]
    name = block_id(annotation.id)
    return "\n".join([*lines, "", f"^note-{name}" if flavour.callouts else f"<!-- sinmun:note {name} -->"])


def marks_of(annotation: Annotation) -> str:
    """Give the status and tags as the last line of a note has them."""
    marks = [STATUSES[annotation.status]] if annotation.status else []
    return " ".join([*marks, *(escape(f"#{tag}") for tag in annotation.tags)])


def written_notes(text: str) -> Iterator[Written]:
    """Find the notes in the text of an exported file; those without an id are a person's own: not given."""
    for found in _BLOCK.finditer(text.replace("\r\n", "\n")):
        lines = [line.lstrip(" ")[1:].removeprefix(" ") for line in found["body"].splitlines()]
        if len(lines) >= 2 and not lines[-2].strip() and lines[-1].strip() and _MARKS.fullmatch(lines[-1]):
            del lines[-2:]
        elif len(lines) == 2 and not lines[0] and _MARKS.fullmatch(lines[1]):
            lines = []
        yield Written(found["id"] or found["comment"], _SHOWN_TAG.sub("<", "\n".join(lines)).strip("\n"))
