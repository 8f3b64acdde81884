"""Transcripts: [이름/직함 : 말], a line that only names the speaker, answers in an interview."""

from __future__ import annotations

import re

from store.extract.document import TextBlock
from store.extract.marks import quoted_regions
from store.extract.names import MentionIndex
from store.extract.quotation.roles import role_kind
from store.model import Quotation, Span, Speaker

_LABELLED = re.compile(
    r"\s{0,8}\[(?P<who>[^\[\]:：\"“”]{2,50}?)\s{0,3}[:：]\s{0,3}(?P<words>\S[^\[\]]{3,2000})\]?\s{0,8}$"
)
_LABEL = re.compile(
    r"\s*(?:\[(?P<box>[^\[\]:]{2,40})\]|◀\s*(?P<arrow>[^◀▶:]{2,40}?)\s*▶|(?P<slash>[^/\"“”.]{2,20}\s?/[^/\"“”.]{2,30}))\s*$"
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_NOBODY = frozenset(("앵커", "기자", "리포트", "인터뷰", "영상", "자료", "녹취", "VCR", "기사내용"))


def transcribed(blocks: list[TextBlock], index: int, mentions: MentionIndex) -> list[Quotation] | None:
    """Give what a block says as a transcript; None where it is none, and is read as prose."""
    block = blocks[index]
    labelled = _LABELLED.match(block.text)
    quoted = quoted_regions(block.text)
    if labelled is not None:
        speaker = _labelled(block, *labelled.span("who"), mentions)
        start, end = labelled.span("words")
        marked = next((r for r in quoted if (r.opening, r.closing) == (start, end)), None)
        words = (marked.start, marked.end) if marked else (start, end)
        return [_spoken(block, *words, speaker, "labelled", 0.9)] if speaker else None
    if index and quoted and quoted[0].opening == 0 and quoted[0].closing == len(block.text.rstrip()):
        speaker = _label_line(blocks[index - 1], mentions)
        if speaker:
            return [_spoken(block, quoted[0].start, quoted[0].end, speaker, "label-line", 0.85)]
    return None


def answered(block: TextBlock, words: tuple[int, int], speaker: Speaker) -> list[Quotation]:
    """Give an answer of an interview as what its speaker says."""
    return [_spoken(block, *words, speaker, "answer", 0.7 if speaker.name else 0.4)]


def _label_line(block: TextBlock, mentions: MentionIndex) -> Speaker | None:
    label = _LABEL.match(block.text)
    if label is None or label.lastgroup is None:
        return None
    return _labelled(block, *label.span(label.lastgroup), mentions)


def _labelled(block: TextBlock, start: int, end: int, mentions: MentionIndex) -> Speaker | None:
    """Read who a label names: the person in it, or the role as written (양 소장/연구소 → 양 소장)."""
    while aside := _ASIDE.search(block.text, start, end):
        end = aside.start()
    inside = mentions.within(block.index, start, end)
    person = next((entity for _, entity in inside if entity.type == "PS"), None)
    if person is not None:
        return Speaker(person.name, person.id, "explicit")
    label = block.text[start:end].strip()
    body = next((entity for _, entity in inside if entity.type == "OG"), None)
    if body is not None and role_kind(label) is None and "/" not in label:
        return Speaker(body.name, body.id, "explicit")
    who, slash, office = (part.strip() for part in label.partition("/"))
    if who in _NOBODY or not who or not (slash or role_kind(who) or inside):
        return None
    name = who if slash and len(who) > 1 else office or who
    return Speaker(name, None, "explicit")


def _spoken(
    block: TextBlock, start: int, end: int, speaker: Speaker, rule: str, confidence: float
) -> Quotation:
    quote = block.span(start, start + len(block.text[start:end].rstrip()))
    evidence = Span(block.text, block.index, 0, len(block.text))
    return Quotation(
        evidence.text,
        evidence.block,
        evidence.start,
        evidence.end,
        certainty="attributed",
        confidence=confidence,
        rule=f"quotation.transcript.{rule}",
        speaker=speaker,
        quotes=(quote,),
    )
