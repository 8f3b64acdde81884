"""From an article to its quotations: unit by unit, remembering who was named and who spoke."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import msgspec

from store.extract.bearers import bearer_of
from store.extract.document import Document, TextBlock
from store.extract.names import MentionIndex
from store.extract.pairs import pair_meant
from store.extract.quotation.bare import bare_quotation, quoted_words
from store.extract.quotation.direct import Act, acts_of
from store.extract.quotation.headline import headline_quotations
from store.extract.quotation.indirect import Reported, endings_of, reported_clauses
from store.extract.quotation.interview import answers_of, interviewed
from store.extract.quotation.phrase import Subject
from store.extract.quotation.scene import Scene, answering, speaker_of_act, speaker_of_reported
from store.extract.quotation.speaker import CONFIDENCE, Memory, sureness
from store.extract.quotation.subject import subjects_of
from store.extract.quotation.transcript import answered, transcribed
from store.extract.quotation.unit import Unit, block_units
from store.model import Entity, Quotation, QuoteType, Speaker

BODY = ("paragraph", "caption")
HEAD = ("title", "deck")

INDIRECT, SINGLE, VERBLESS = 0.9, 0.9, 0.9
"""What a quotation loses of its speaker's confidence: reported words, '…', no verb."""


def find_quotations(document: Document, entities: Sequence[Entity]) -> list[Quotation]:
    """Give the quotations of an article: those of the body in the order of reading, then the headline's."""
    mentions = MentionIndex(entities)
    memory = Memory(
        bearer=lambda office: bearer_of(office, document.blocks, entities),
        pair=lambda two, block: pair_meant(two.name, two.start, block, document.blocks, mentions),
    )
    answers = answers_of(document.blocks)
    body: list[Quotation] = []
    for block in document.blocks:
        if block.role not in BODY:
            continue
        spoken = transcribed(document.blocks, block.index, mentions)
        if spoken is None and block.index in answers:
            spoken = answered(
                block, answers[block.index], interviewed(document.blocks, min(answers) - 1, mentions, memory)
            )
        body += _in_block(block, mentions, memory) if spoken is None else spoken
        for quotation in spoken or ():
            memory.note_speaker(quotation.speaker, quotation.speaker.entity is not None, block.index)
    heads = [block for block in document.blocks if block.role in HEAD]
    return [*body, *headline_quotations(heads, mentions, body, document.blocks)]


def _in_block(block: TextBlock, mentions: MentionIndex, memory: Memory) -> list[Quotation]:
    found: list[Quotation] = []
    units = block_units(block)
    for i, unit in enumerate(units):
        endings = endings_of(unit)
        if not endings and not unit.regions:
            memory.put_off(partial(_note_topics_of, unit, mentions, memory))
            memory.unit += 1
            continue
        subjects = subjects_of(unit, mentions)
        acts = acts_of(unit, subjects)
        clauses = reported_clauses(unit, endings, subjects, acts)
        scene = Scene(unit, subjects, memory, mentions)
        if acts or clauses:
            found += _in_unit(scene, acts, clauses)
        elif unit.regions:
            before = units[i - 1] if i else None
            after = units[i + 1] if i + 1 < len(units) else None
            bare = bare_quotation(scene, before, after, mentions)
            if bare is not None:
                found.append(bare)
        memory.put_off(partial(_note_topics, unit, subjects, memory))
        memory.unit += 1
    return found


def _note_topics_of(unit: Unit, mentions: MentionIndex, memory: Memory) -> None:
    _note_topics(unit, subjects_of(unit, mentions), memory)


def _note_topics(unit: Unit, subjects: list[Subject], memory: Memory) -> None:
    topics = [s for s in subjects if s.able and s.kind != "pronoun" and s.clause != "relative"]
    topics = [s for s in topics if s.entity is not None or not s.name.startswith(("이 ", "그 "))]
    for subject in [s for s in topics if s.topic][:1] or topics[:1]:
        memory.note(subject, unit.block.index)
    if not topics and any(s.kind == "pronoun" and s.topic and s.name in ("그", "그녀") for s in subjects):
        memory.renew_person(unit.block.index)


def _in_unit(scene: Scene, acts: list[Act], clauses: list[Reported]) -> list[Quotation]:
    found: list[Quotation] = []
    joined: list[Reported] = []
    so_far: Speaker | None = None
    act: Act | None = None
    start = scene.unit.start
    last = max([*(act.end for act in acts), *(clause.limit for clause in clauses)])
    parts: list[Act | Reported] = sorted([*acts, *clauses], key=_place)
    for part in parts:
        if isinstance(part, Reported) and part.cue is None:
            joined.append(part)
            continue
        if isinstance(part, Reported) and found and act and _hangs_together(scene, act, part):
            found[-1] = _extended(scene.unit, found[-1], [*joined, part])
            joined = []
            continue
        end = part.limit if isinstance(part, Reported) else part.end
        evidence = (start, scene.unit.end if end == last else end)
        if isinstance(part, Reported):
            speaker = speaker_of_reported(scene, part, joined, so_far)
            if speaker is None:
                joined = []
                continue
            found.append(_reported(scene.unit, [*joined, part], speaker, evidence))
            act = None
        else:
            speaker = speaker_of_act(scene, part, joined, so_far)
            for each, own in _each(scene, part, speaker):
                found.append(_act(scene.unit, each, joined, own, evidence))
            act = part
        joined = []
        if isinstance(part, Act) and part.floating:
            continue
        start = _after_space(scene.unit, end)
        if speaker.name is not None:
            so_far = (answering(scene, part) if isinstance(part, Act) else None) or speaker
            topic = not any(s.name == speaker.name and not s.topic for s in scene.subjects)
            scene.memory.note_speaker(speaker, scene.is_person(speaker), scene.unit.block.index, topic)
    return found


def _hangs_together(scene: Scene, act: Act, clause: Reported) -> bool:
    """Whether one verb carries both: "…"라며 …다고 말했다, "…"라면서도 …다고 했다."""
    if act.cue is not None or not act.rule.startswith("joined"):
        return act.cue == clause.cue
    return not any(s.able and act.tail <= s.start < clause.start for s in scene.subjects)


def _each(scene: Scene, act: Act, speaker: Speaker) -> list[tuple[Act, Speaker]]:
    """Give each speaker the own words: 정 대표와 오 사장은 각각 "간다", "남는다"고 말했다."""
    text = scene.unit.block.text
    if not speaker.others or len(speaker.names) != len(act.regions):
        return [(act, speaker)]
    if "각각" not in text[act.start : act.regions[0].opening]:
        return [(act, speaker)]
    ids = (scene.mentions.id_of(name) for name in speaker.names)
    own = [Speaker(name, one, speaker.method) for name, one in zip(speaker.names, ids, strict=True)]
    return [(act._replace(regions=(region,)), one) for region, one in zip(act.regions, own, strict=True)]


def _place(part: Act | Reported) -> int:
    return part.start if isinstance(part, Reported) else part.regions[0].opening


def _after_space(unit: Unit, offset: int) -> int:
    while offset < unit.end and unit.block.text[offset] in " ,.":
        offset += 1
    return offset


def _extended(unit: Unit, act: Quotation, clauses: list[Reported]) -> Quotation:
    """Add reported words that hang on the same verb: "…"라며 …다고 말했다."""
    spans = (unit.block.span(clause.start, clause.end) for clause in clauses)
    last = clauses[-1].cue
    cue = unit.block.text[last.start : last.end] if last else act.cue
    return msgspec.structs.replace(act, cue=cue, quote_type="mixed", quotes=(*act.quotes, *spans))


def _reported(unit: Unit, parts: list[Reported], speaker: Speaker, evidence: tuple[int, int]) -> Quotation:
    text, block = unit.block.text, unit.block
    cue = parts[-1].cue
    mixed = any(r.kind == "double" and p.start <= r.start < p.end for r in unit.regions for p in parts)
    return Quotation(
        text[slice(*evidence)],
        block.index,
        *evidence,
        certainty="attributed",
        confidence=round(CONFIDENCE[speaker.method] * INDIRECT * sureness(speaker), 2),
        rule=f"quotation.indirect.{speaker.method}",
        speaker=speaker,
        cue=text[cue.start : cue.end] if cue else "",
        quote_type="mixed" if mixed else "indirect",
        quotes=tuple(block.span(part.start, part.end) for part in parts),
    )


def _act(
    unit: Unit, act: Act, joined: list[Reported], speaker: Speaker, evidence: tuple[int, int]
) -> Quotation:
    text, block = unit.block.text, unit.block
    confidence = CONFIDENCE[speaker.method] * sureness(speaker)
    if act.cue is None:
        confidence *= VERBLESS
    if all(region.kind == "single" for region in act.regions):
        confidence *= SINGLE
    quote_type: QuoteType = "mixed" if joined else "direct"
    reported = [block.span(part.start, part.end) for part in joined]
    return Quotation(
        text[slice(*evidence)],
        block.index,
        *evidence,
        certainty="attributed",
        confidence=round(confidence, 2),
        rule=f"quotation.{act.rule}.{speaker.method}",
        speaker=speaker,
        cue=act.verb,
        quote_type=quote_type,
        quotes=(*reported, *(quoted_words(block, region) for region in act.regions)),
    )
