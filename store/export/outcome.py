"""What became of a file that an export was to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from store.export.page import Place
from store.model import Annotation, Article, Reading


class Exported(msgspec.Struct, kw_only=True):
    """What became of one file.

    ``left`` tells of a hand edit in a generated part, which was not overwritten; ``reason`` names the part.
    """

    path: str
    outcome: Literal["written", "kept", "left"]
    reason: str = ""


class Material(NamedTuple):
    """All that one file is made from; ``places`` tells where the annotations stand in the article's text."""

    article: Article
    reading: Reading | None
    annotations: Sequence[Annotation]
    places: Mapping[str, Place]


def left(path: Path, reason: str) -> Exported:
    """Tell that a file was not written, and why."""
    return Exported(path=str(path), outcome="left", reason=reason)
