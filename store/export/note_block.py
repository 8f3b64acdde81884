r"""A note as it stands in an exported file, and what a person made of it there.

    > [!note] “the words that it is about”
    > the note
    >
    > 확인 \#tag

    ^note-1f2e3d4c5b6a

Without callouts the first line is ``> **메모** …``, or ``> **Note** …``, and the last a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from store.export.escape import block_id, escape, quoted
from store.export.flavour import Flavour
from store.export.labels import LABELS, Labels
from store.model import Annotation

_BLOCK = re.compile(
    r"^ *(?:- )?> (?:\[!note\]|\*\*(?:" + "|".join(each.note for each in LABELS.values()) + r")\*\*)"
    r"(?P<title>[^\n]*)\n"
    r"(?P<body>(?: *>[^\n]*\n)*)\n?"
    r" *(?:\^note-(?P<id>[0-9A-Za-z-]+)|<!-- sinmun:note (?P<comment>[0-9A-Za-z-]+) -->)$",
    re.MULTILINE,
)
_SHOWN_TAG = re.compile(r"&lt;(?=[A-Za-z/!?])")
_STATUSES = [status for each in LABELS.values() for status in each.statuses.values()]
_MARKS = re.compile(rf"(?:{'|'.join(_STATUSES)})?(?: ?\\#[^\n]+)*")


class Written(NamedTuple):
    """A note as a file has it; ``id`` is that of an annotation."""

    id: str
    note: str


def note_block(annotation: Annotation, flavour: Flavour) -> str:
    """Give an annotation as a callout: the words that it is about, the note, tags and status, its id."""
    labels = flavour.labels
    sign = "[!note]" if flavour.callouts else f"**{labels.note}**"
    about = f"“{escape(annotation.selector.exact)}”" if annotation.selector else labels.note
    lines = [f"> {sign} {about}"]
    if annotation.note:
        lines.append(quoted(annotation.note))
    marks = _marks(annotation, labels)
    if marks:
        lines += [">", f"> {marks}"]
    name = block_id(annotation.id)
    return "\n".join([*lines, "", f"^note-{name}" if flavour.callouts else f"<!-- sinmun:note {name} -->"])


def _marks(annotation: Annotation, labels: Labels) -> str:
    """Give the status and tags as the last line of a note has them."""
    marks = [labels.statuses[annotation.status]] if annotation.status else []
    return " ".join([*marks, *(escape(f"#{tag}") for tag in annotation.tags)])


def written_notes(text: str) -> Iterator[Written]:
    """Find the notes in the text of an exported file; those without an id are a person's own: not given."""
    for found in _BLOCK.finditer(text.replace("\r\n", "\n")):
        lines = _words(found["body"])
        lines = lines[: len(lines) - _count_marks(lines)]
        yield Written(_id_of(found), _SHOWN_TAG.sub("<", "\n".join(lines)).strip("\n"))


def with_notes(text: str, notes: Mapping[str, str]) -> str:
    """Give the text of a file with other words in the notes of these ids, as an export writes them."""

    def replaced(found: re.Match[str]) -> str:
        note = notes.get(_id_of(found))
        lines = found["body"].splitlines(keepends=True)
        if note is None or not lines:
            return found[0]
        before = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
        marks = lines[len(lines) - _count_marks(_words(found["body"])) :]
        body = [f"{before}{line}\n" for line in quoted(note).split("\n")] if note else []
        start, end = (place - found.start() for place in found.span("body"))
        return f"{found[0][:start]}{''.join([*body, *marks])}{found[0][end:]}"

    return _BLOCK.sub(replaced, text)


def _id_of(found: re.Match[str]) -> str:
    return found["id"] or found["comment"]


def _words(body: str) -> list[str]:
    return [line.lstrip(" ")[1:].removeprefix(" ") for line in body.splitlines()]


def _count_marks(lines: list[str]) -> int:
    """Give how many lines at the end hold the status and the tags."""
    if len(lines) < 2 or lines[-2].strip() or not _MARKS.fullmatch(lines[-1]):
        return 0
    return 2 if lines[-1].strip() or (len(lines) == 2 and not lines[0]) else 0
