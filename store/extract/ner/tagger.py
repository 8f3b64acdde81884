"""The one face of both taggers: sentences with their morphemes in, typed names out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from store.extract.document import Token

TagType = Literal["PS", "LC", "OG", "DT", "TI", "QT"]
TAG_TYPES: tuple[TagType, ...] = ("PS", "LC", "OG", "DT", "TI", "QT")


class Tag(NamedTuple):
    """A named entity of a sentence; offsets are code points into the sentence as given; score is 0 to 1."""

    start: int
    end: int
    type: TagType
    score: float


class Tagger(Protocol):
    """Tags sentences; the same input always gives the same output."""

    def tag(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> list[list[Tag]]:
        """Tag sentences; ``tokens[i]`` are the morphemes of ``sentences[i]``, offsets into that sentence."""
        ...
