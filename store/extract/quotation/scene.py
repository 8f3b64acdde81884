"""The speaker of an act: by the subjects around it, by the unit so far, by what was read before."""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from store.extract.names import MentionIndex
from store.extract.quotation.direct import Act
from store.extract.quotation.indirect import Reported, is_of_thing, outer_subject, subject_between
from store.extract.quotation.phrase import Subject, phrase_before
from store.extract.quotation.roles import role_kind
from store.extract.quotation.speaker import CONNECTIVES, Memory, resolve
from store.extract.quotation.unit import Unit
from store.model import Speaker

_ADDRESSED = re.compile(r"\s((?:한\s)?[가-힣]{2,}?들?)(?:에게|을|를|의|과|와|한테)(?![가-힣])")
_WRITTEN = re.compile(r"\s*(?:[가-힣]+\s)?(?:돼|되어|적혀|쓰여|써|나와|새겨져|담겨|규정돼|명시돼)\s?있")
"""합의문에는 "…"고 돼 있다: words that stand somewhere, and that nobody says."""

_ANSWERED = ("자", "지만", "는데", "더니")
_FIRST_WORD = re.compile(r"[\"“”'‘\s]*([가-힣]+)")


class Scene(NamedTuple):
    """A unit with its subjects, and what is remembered of the units before it."""

    unit: Unit
    subjects: list[Subject]
    memory: Memory
    mentions: MentionIndex

    @property
    def continued(self) -> bool:
        """Whether the unit begins with a word that goes on with the same speaker (이어, 그러면서)."""
        match = _FIRST_WORD.match(self.unit.block.text, self.unit.start)
        return match is not None and match.group(1) in CONNECTIVES

    def is_person(self, speaker: Speaker) -> bool:
        """Whether a speaker is a person that 그 may mean."""
        if any(subject.person and subject.name == speaker.name for subject in self.subjects):
            return True
        return self.memory.is_person(speaker)

    def resolve(self, subject: Subject) -> Speaker:
        """Give the speaker that a subject of this unit names or points to."""
        block = self.unit.block.index
        body = subject.body(self.mentions, block)
        if body is not None:
            return Speaker(body.name, body.id, "pronoun")
        return resolve(subject, self.memory, block)


def speaker_of_act(scene: Scene, act: Act, joined: list[Reported], so_far: Speaker | None) -> Speaker:
    """Give the speaker of direct speech, and of the reported clauses that are ``joined`` to it."""
    if act.floating or act.owner:
        return _owner(scene, act)
    between = subject_between(scene.unit, scene.subjects, act.tail, act.cue.start if act.cue else act.end)
    if between is not None and (_adjoins(scene, between, act) or act.rule == "followed"):
        return scene.resolve(between)
    modified = _modified(scene, act.end)
    if modified is not None:
        return scene.resolve(modified)
    if joined:
        outer = outer_subject(scene.subjects, joined[0].segment, joined[0].end)
        if outer is not None and (outer.topic or so_far is None):
            return scene.resolve(outer)
    start = joined[-1].tail if joined else act.start
    opening = act.regions[0].opening
    before = [s for s in scene.subjects if start <= s.start and s.after <= opening]
    subject = _own_subject(scene, before, act) or nearest_subject(before) or between
    if subject is not None:
        return scene.resolve(subject)
    if so_far is not None:
        return so_far
    unknown = _unknown(scene, before, opening)
    if unknown is not None:
        return scene.resolve(unknown)
    if act.cue is None and _WRITTEN.match(scene.unit.block.text, act.tail):
        return Speaker()
    speaker = carried(scene)
    modifying = [s for s in before if s.able]
    return scene.resolve(modifying[-1]) if speaker.name is None and modifying else speaker


def speaker_of_reported(
    scene: Scene, clause: Reported, joined: list[Reported], so_far: Speaker | None
) -> Speaker | None:
    """Give the speaker of a reported clause, or None where nobody is named: then it is no quotation."""
    between = subject_between(
        scene.unit, scene.subjects, clause.tail, clause.cue.start if clause.cue else clause.limit
    )
    if between is not None:
        return scene.resolve(between)
    first = joined[0] if joined else clause
    subject = outer_subject(scene.subjects, first.segment, first.end)
    if subject is not None:
        embedded = not subject.topic and subject.clause == "reported" and not subject.person
        going_on = carried(scene) if embedded and scene.continued else Speaker()
        return going_on if going_on.name is not None else scene.resolve(subject)
    after = _modified(scene, clause.limit)
    if after is not None:
        return scene.resolve(after)
    if so_far is not None:
        return so_far
    speaker = carried(scene)
    return speaker if speaker.name is not None else None


def _own_subject(scene: Scene, before: list[Subject], act: Act) -> Subject | None:
    """신문은 정 대표가 "…"고 말했다고 전했다: the inner verb's subject, where the verb itself is reported.

    So is one of a thing that is told (경찰은 김씨가 "…"고 말한 것을 확인했다), and whoever is answered.
    """
    if act.cue is None:
        return None
    if _is_answered(scene.unit, act):
        beside = (s for s in before if s.able and not s.topic and act.regions[0].opening - s.after <= 1)
        return next(beside, None)
    thing = is_of_thing(scene.unit, act.end)
    if not thing and not scene.unit.block.text[: act.cue.end].endswith(("다고", "다며", "다면서")):
        return None
    of_clause = ("main", "adverbial", "relative") if thing else ("main",)
    return next((s for s in reversed(before) if s.able and not s.topic and s.clause in of_clause), None)


def _is_answered(unit: Unit, act: Act) -> bool:
    """Whether somebody else goes on after an act: 장관은 기자가 "…"고 묻자 "…"고 답했다."""
    return act.cue is not None and unit.block.text[: act.cue.end].endswith(_ANSWERED)


def answering(scene: Scene, act: Act) -> Speaker | None:
    """Give who answers an act of somebody else: the topic before it."""
    opening = act.regions[0].opening
    before = [s for s in scene.subjects if act.start <= s.start and s.after <= opening and s.able]
    inner = any(not s.topic and opening - s.after <= 1 for s in before)
    topic = next((s for s in before if s.topic and s.clause != "relative"), None)
    return scene.resolve(topic) if inner and topic is not None and _is_answered(scene.unit, act) else None


def nearest_subject(before: list[Subject]) -> Subject | None:
    """Give the subject of the verb of speech among those before a quotation."""
    able = [s for s in before if s.able]
    direct = [s for s in able if not s.topic and s.clause == "main"]
    topics = [s for s in able if s.topic and s.clause != "relative"]
    if topics:
        topic = topics[-1]
        # 김 대표는 회사는 괜찮다며 "…": a topic inside reported words gives way to the one outside them.
        if topic.clause == "reported" and len(topics) > 1:
            topic = topics[-2]
        # 정부는 찬성했지만 김 대표가 "…": the later subject only where the topic's own clause is over.
        closed = topic.clause == "contrast" or (topic.kind == "entity" and not topic.person)
        return direct[-1] if closed and direct and direct[-1].start > topic.start else topic
    if direct:
        return direct[-1]
    joining = [s for s in able if s.clause in ("adverbial", "contrast")]
    reported = [s for s in able if s.clause == "reported"]
    return next(iter([*joining[-1:], *reported[:1]]), None)


def carried(scene: Scene) -> Speaker:
    """Give the speaker of the units before, where the unit names none."""
    block = scene.unit.block.index
    known = scene.memory.carried(block, scene.continued)
    if known is None:
        return Speaker()
    return msgspec.structs.replace(known.speaker, method="carried")


def _owner(scene: Scene, act: Act) -> Speaker:
    """…라는 주민들의 하소연, 일각에서는 …라는 지적이 나온다: whose the speech noun is, where it says so."""
    if act.owner:
        heads = [
            i for i, t in enumerate(scene.unit.block.tokens) if t.end == act.owner and t.start >= act.start
        ]
        subject = phrase_before(scene.unit, heads[-1], scene.mentions) if heads else None
        return scene.resolve(subject) if subject is not None and subject.able else Speaker()
    witness = _witness(scene, act)
    if witness is not None:
        return scene.resolve(witness)
    before = [s for s in scene.subjects if act.start <= s.start and s.after <= act.regions[0].opening]
    voices = [s for s in before if s.kind == "vague"]
    return scene.resolve(voices[-1]) if voices else Speaker()


def _witness(scene: Scene, act: Act) -> Subject | None:
    """김씨로부터 "…"는 진술을 확보했다: whose the words are, where somebody else reports to have them."""
    tokens = scene.unit.block.tokens
    for i in range(scene.unit.first + 1, scene.unit.last):
        token = tokens[i]
        if token.start < act.start or token.end > act.regions[0].opening:
            continue
        if token.tag == "JKB" and token.form in ("로부터", "으로부터", "에게서", "한테서"):
            subject = phrase_before(scene.unit, i - 1, scene.mentions)
            if subject is not None and subject.able:
                return subject
    return None


def _adjoins(scene: Scene, between: Subject, act: Act) -> bool:
    """A subject right before the verb of speech is the verb's own: …라고 대변인이 전했다."""
    return act.cue is not None and not scene.unit.block.text[between.after : act.cue.start].strip(" ,\xa0")


def _modified(scene: Scene, end: int) -> Subject | None:
    """Give the noun that the verb of speech modifies: 말한 김 대표는, 말한 김 대표를."""
    if not any(token.tag == "ETM" and token.end == end for token in scene.unit.tokens):
        return None
    named_next = next((s for s in scene.subjects if 0 <= s.start - end <= 1 and s.able), None)
    mention = scene.mentions.at(scene.unit.block.index, end + 1)
    if named_next is None and mention is not None and mention[1].type == "PS":
        span, entity = mention
        return Subject(entity.name, entity, "entity", span.start, span.end, span.end, False, "main")
    if named_next is None and (match := _ADDRESSED.match(scene.unit.block.text, end)) is not None:
        role = role_kind(match.group(1))
        if role == "person":
            start, last = match.span(1)
            return Subject(match.group(1), None, role, start, last, last, False, "main")
    return named_next


def _unknown(scene: Scene, before: list[Subject], opening: int) -> Subject | None:
    """A phrase that is no known name, taken for the speaker because it stands right before the quotation."""
    text = scene.unit.block.text
    for subject in reversed(before):
        adjacent = not text[subject.after : opening].strip(" ,")
        if adjacent or (subject.kind == "name" and subject.topic):
            return subject
    return None
