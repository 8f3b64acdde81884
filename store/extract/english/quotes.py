"""Quotes in English: marked words with a verb of speech and who it is that says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.document import TextBlock
from store.extract.english.blocks import sentences_in
from store.extract.hangul import any_of
from store.extract.lexicon import words
from store.extract.names import MentionIndex
from store.model import Entity, Quotation, Span, Speaker, SpeakerMethod

_MARKED = re.compile(r"[\"“]([^\"“”]{2,600})[\"”]")
_HE = re.compile(r"\b(?:he|she|He|She)\b")
CONFIDENCE: dict[SpeakerMethod, float] = {"explicit": 0.9, "pronoun": 0.75, "none": 0.6}


def find_english_quotations(blocks: Sequence[TextBlock], entities: Sequence[Entity]) -> Iterator[Quotation]:
    """Walk the sentences that say something in marks, each one act; he and she are who spoke last."""
    index = MentionIndex(entities)
    last: Entity | None = None
    for block in blocks:
        marks = [match.span(1) for match in _MARKED.finditer(block.text)]
        for start, end in _stretches(block.text, marks) if marks else ():
            quoted = marks[bisect_left(marks, (start,)) : bisect_left(marks, (end,))]
            outside = _outside(block.text, start, end, quoted)
            cue = _said().search(outside)
            if not quoted or cue is None:
                continue
            speaker, method = _speaker(block, index, start, outside, cue, last)
            last = speaker or last
            quotes = tuple(_trimmed(block, *mark) for mark in quoted)
            yield Quotation(
                text=block.text[start:end],
                block=block.index,
                start=start,
                end=end,
                certainty="attributed",
                speaker=Speaker(speaker.name, speaker.id, method) if speaker else Speaker(),
                cue=cue[0],
                quotes=quotes,
                confidence=CONFIDENCE[method],
                rule=f"quotation.english.{method}",
            )


def _stretches(text: str, marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Walk the sentences, those that end inside marks joined with what follows in them."""
    start = 0
    for _, end in sentences_in(text):
        at = bisect_left(marks, (end,)) - 1
        if at < 0 or marks[at][1] <= end:
            yield start, end
            start = end + 1


def _outside(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> str:
    """Give a sentence with its quoted words blotted out, of the same length."""
    outside = text[start:end]
    for first, last in quoted:
        outside = outside[: first - start] + " " * (last - first) + outside[last - start :]
    return outside


def _trimmed(block: TextBlock, start: int, end: int) -> Span:
    """Give quoted words without the comma before the closing mark."""
    return block.span(start, end - (block.text[end - 1] == ","))


def _speaker(
    block: TextBlock, index: MentionIndex, start: int, outside: str, cue: re.Match[str], last: Entity | None
) -> tuple[Entity | None, SpeakerMethod]:
    """Give who says it: the person or body right behind the verb, else the first one before it."""
    near = index.within(block.index, start, start + len(outside))
    named = [(m, e) for m, e in near if e.type in ("PS", "OG") and outside[m.start - start].strip()]
    behind = [e for m, e in named if 0 <= m.start - start - cue.end() < 3]
    before = [
        e for m, e in named if m.end - start <= cue.start() and _IS_SUBJECT.match(outside, m.end - start)
    ]
    if behind or before:
        return (behind or before[-1:])[0], "explicit"
    if last is not None and _HE.search(outside):
        return last, "pronoun"
    return None, "none"


_IS_SUBJECT = re.compile(r"(?:,[^,]{2,80},)? (?:also |later )?[a-z]+")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words('english', 'said'))})\b")
