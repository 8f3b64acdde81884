"""Quotations that no particle ties to a verb: a line of its own, a name before a colon, a sentence after."""

from __future__ import annotations

import re

from store.extract.document import TextBlock
from store.extract.marks import Region
from store.extract.names import MentionIndex
from store.extract.quotation.cues import find_cue
from store.extract.quotation.phrase import phrase_before
from store.extract.quotation.scene import Scene, carried
from store.extract.quotation.speaker import named
from store.extract.quotation.subject import subjects_of
from store.extract.quotation.tail import SPEECH_NOUNS, is_clause, read_tail
from store.extract.quotation.unit import Unit
from store.model import Quotation, Span, Speaker

_SAYING = re.compile(r"의\s+(?:[가-힣]+\s+)?([가-힣]{1,3})이(?:다|었다)")
_SAID = re.compile(r"[\"”](?:이?라)?고 (?:했|하였|합니|했습니)[가-힣]{1,2}[. ]*$")
"""How a sentence ends whose verb of speech is only 하다: words in marks behind it go on."""

_TOLD_BY = re.compile(
    r"[가이]\s(?:\S+\s){0,4}?(?:한|남긴|던진|건넨|적은|쓴|내놓은|밝힌)\s([가-힣]{1,3})이(?:다|었다)"
)
_ANNOUNCED = re.compile(r"(?:이렇게|다음과 같이|이같이|아래와 같이|이와 같이)")


def quoted_words(block: TextBlock, region: Region) -> Span:
    """Give the words inside the marks, without space at either end."""
    text = block.text[region.start : region.end]
    start = region.start + len(text) - len(text.lstrip())
    end = region.end - (len(text) - len(text.rstrip()))
    return block.span(start, end) if start < end else block.span(region.start, region.end)


def bare_quotation(
    scene: Scene, before: Unit | None, after: Unit | None, mentions: MentionIndex
) -> Quotation | None:
    """Read a unit's last region as speech where the place of a name or a verb of speech makes it so."""
    unit = scene.unit
    region = next((r for r in reversed(unit.regions) if r.kind == "double"), None)
    if region is None or read_tail(unit, region, unit.end).kind != "bare" or not is_clause(unit, region):
        return None
    alone = region.opening == unit.start
    speaker, cue, rule, confidence = Speaker(), "", "", 0.0
    if not alone:
        speaker, rule, confidence = _before_mark(scene, region, mentions), "named", 0.8
    else:
        if after is not None:
            speaker, cue = _in_sentence(scene, after, mentions)
            rule, confidence = "after", 0.85
        if speaker.name is None and before is not None and _announces(before):
            speaker, cue = _in_sentence(scene, before, mentions)
            if speaker.name is None:
                speaker = carried(scene)
            rule, confidence = "announced", 0.85
        if speaker.name is None and not unit.block.text.strip()[region.closing - unit.start :].strip(" .…"):
            speaker, rule, confidence = carried(scene), "line", 0.5
    if speaker.name is None:
        return None
    scene.memory.note_speaker(speaker, scene.is_person(speaker), unit.block.index)
    return Quotation(
        unit.block.text[unit.start : unit.end],
        unit.block.index,
        unit.start,
        unit.end,
        certainty="attributed",
        confidence=confidence,
        rule=f"quotation.bare.{rule}",
        speaker=speaker,
        cue=cue,
        quotes=(quoted_words(unit.block, region),),
    )


def _before_mark(scene: Scene, region: Region, mentions: MentionIndex) -> Speaker:
    """김 대표: "…" and 김 대표 "…": the name right before the mark."""
    unit, tokens = scene.unit, scene.unit.block.tokens
    head = next(
        (i for i in range(unit.last - 1, unit.first - 1, -1) if tokens[i].end <= region.opening), None
    )
    while head is not None and head >= unit.first and tokens[head].form in (":", "=", "：", ","):
        head -= 1
    if head is None or head < unit.first:
        return Speaker()
    subject = phrase_before(unit, head, mentions)
    return named(subject) if subject is not None and subject.able else Speaker()


def _in_sentence(scene: Scene, unit: Unit, mentions: MentionIndex) -> tuple[Speaker, str]:
    """Read the sentence beside the quotation: 김 대표가 말했다. 김 대표의 말이다."""
    text = unit.block.text
    if unit.regions:
        return Speaker(), ""
    saying = _SAYING.search(text, unit.start, unit.end)
    if saying is not None and saying.group(1) in SPEECH_NOUNS:
        heads = [i for i in range(unit.first, unit.last) if unit.block.tokens[i].end <= saying.start()]
        subject = phrase_before(unit, heads[-1], mentions) if heads else None
        if subject is not None and subject.able:
            return scene.resolve(subject), saying.group(1)
    able = [s for s in subjects_of(unit, mentions) if s.able]
    said = _TOLD_BY.search(text, unit.start, unit.end)
    if said is not None and said.group(1) in SPEECH_NOUNS and able:
        return scene.resolve(able[-1]), said.group(1)
    cue = find_cue(text, unit.start, unit.end)
    subjects = [s for s in able if s.clause != "relative"]
    if cue is not None and cue.kind != "name" and subjects:
        return scene.resolve(subjects[0]), text[cue.start : cue.end]
    return Speaker(), ""


def _announces(unit: Unit) -> bool:
    text = unit.block.text[unit.start : unit.end]
    if _ANNOUNCED.search(text) or _SAID.search(text):
        return True
    cue = find_cue(unit.block.text, unit.start, unit.end)
    return cue is not None and unit.end - cue.end <= 2
