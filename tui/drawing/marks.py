"""The signs that stand for kinds of facts, verdicts and notes, on cards and in the article's gutter."""

from __future__ import annotations

from typing import Literal, NamedTuple

from store.model import Annotation

SIGNS = {
    "quotation": "❝",
    "statistic": "#",
    "event": "◆",
    "forecast": "▷",
    "role": "♟",
    "enumeration": "≡",
}
"""The sign of each kind of fact."""

NOTED, ACCEPTED, REJECTED = "✎", "✓", "✗"

VERDICTS = {ACCEPTED: "good", REJECTED: "bad", NOTED: "tag"}
"""The style of each sign of a verdict or note."""

_VERDICTS = {"accepted": ACCEPTED, "rejected": REJECTED, "edited": NOTED, "": " "}


class Mark(NamedTuple):
    """A run of a block that is marked; of a fact with its id and kind."""

    start: int
    end: int
    layer: Literal["entity", "fact", "unit", "found", "mention"]
    fact: str = ""
    kind: str = ""


def signs_of(annotation: Annotation | None) -> str:
    """Give two signs: the verdict's and, for a note or tags, ✎; blanks where there is nothing."""
    if annotation is None:
        return "  "
    noted = annotation.status != "edited" and bool(annotation.note or annotation.tags)
    return _VERDICTS[annotation.status] + (NOTED if noted else " ")
