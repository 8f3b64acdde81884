"""Who is meant when nobody is named: the speakers and topics of the paragraphs just read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from store.extract.lexicon import words
from store.extract.quotation.phrase import Subject
from store.extract.quotation.roles import role_kind
from store.model import Entity, Speaker, SpeakerMethod

REACH = 2
"""How many paragraphs a speaker is carried over."""

ROLE_REACH = 5
"""How many paragraphs 이 관계자 reaches back: its role tells whom it means."""

CONFIDENCE: dict[SpeakerMethod, float] = {"explicit": 0.96, "pronoun": 0.85, "carried": 0.75, "none": 0.4}
"""How sure a speaker is, by how it was found, before anything else is known of the quotation."""

UNKNOWN, SURNAME = 0.65, 0.75
"""What is lost where a speaker is no known name, or a surname with a title that nothing explains."""

_BARE_SURNAME = re.compile(r"(?!한|이|그|전|현)[가-힣] [가-힣]{2,}")

ANYBODY = words("speech", "anybody")
"""Words for people at large."""

CONNECTIVES = words("speech", "connectives")
"""Words that begin a sentence which goes on with the same speaker."""


class Known(NamedTuple):
    """A speaker or topic met before, with the block and the unit it was met in."""

    speaker: Speaker
    person: bool
    block: int
    unit: int
    spoke: bool
    topic: bool


@dataclass(slots=True)
class Memory:
    """Speakers and topics in the order of reading, the latest last."""

    unit: int = 0
    bearer: Callable[[str], Entity | None] = lambda office: None
    """Gives whom an office means that stands by itself (장관은)."""
    pair: Callable[[Subject, int], tuple[Entity, ...]] = lambda subject, block: ()
    """Gives the two whom 두 사람 or 양사 means in a block."""
    _known: list[Known] = field(default_factory=list)
    _waiting: list[tuple[int, Callable[[], None]]] = field(default_factory=list)

    @property
    def known(self) -> list[Known]:
        """Everybody met before, noted now where that was put off."""
        if self._waiting:
            here, waiting = self.unit, self._waiting
            self._waiting = []
            for self.unit, note in waiting:
                note()
            self.unit = here
        return self._known

    def put_off(self, note: Callable[[], None]) -> None:
        """Take ``note`` of a unit only where somebody asks who was met before: mostly nobody does."""
        self._waiting.append((self.unit, note))

    def note(self, subject: Subject, block: int) -> None:
        """Remember somebody of whom something was said; 사람 and the like are nobody whom 그 could mean."""
        if subject.entity is None and subject.name.split()[-1] in ANYBODY:
            return
        self.known.append(Known(named(subject), subject.person, block, self.unit, False, subject.topic))

    def note_speaker(self, speaker: Speaker, person: bool, block: int, topic: bool = True) -> None:
        """Remember who spoke, however they were found."""
        known = Known(speaker, person, block, self.unit, True, topic)
        self.put_off(lambda: self._known.append(known))

    def person(self, block: int) -> Known | None:
        """Give the person that 그 means in ``block``: the latest, a role only where it was a topic."""
        persons = [known for known in self._near(block) if known.person]
        likely = (known for known in persons if known.topic or known.speaker.entity is not None)
        return next(likely, persons[0] if persons else None)

    def renew_person(self, block: int) -> None:
        """Remember that the text goes on about the person whom 그 means in ``block``."""
        person = self.person(block)
        if person is not None:
            self.known.append(person._replace(block=block, unit=self.unit, spoke=False, topic=True))

    def carried(self, block: int, continued: bool) -> Known | None:
        """Give who goes on speaking in ``block``.

        Whoever spoke last, but for a topic of the sentence just before, which a sentence that is not
        ``continued`` by its first word goes on with.
        """
        near = self._near(block)
        just_now = bool(near) and near[0].unit == self.unit - 1 and near[0].block == block
        if just_now and not continued:
            return near[0]
        return next((known for known in near if known.spoke), near[0] if near else None)

    def is_person(self, speaker: Speaker) -> bool:
        """Whether a speaker met before is a person."""
        return any(known.person for known in reversed(self.known) if known.speaker.name == speaker.name)

    def _near(self, block: int) -> list[Known]:
        near = []
        for known in reversed(self.known):
            if block - known.block > REACH:
                break
            near.append(known)
        return near


def named(subject: Subject) -> Speaker:
    """Give the speaker that a noun phrase names."""
    return Speaker(subject.name, subject.entity.id if subject.entity else None, "explicit", subject.others)


def resolve(subject: Subject, memory: Memory, block: int) -> Speaker:
    """Give the speaker that a noun phrase names or, for 그 and its like, the person it points to."""
    if subject.kind == "person" and subject.name.startswith(("이 ", "그 ")):
        return _that_one(subject, memory, block)
    if subject.entity is None and (two := memory.pair(subject, block)):
        return Speaker(two[0].name, two[0].id, "pronoun", (two[1].name,))
    if subject.kind == "person" and subject.entity is None and (one := memory.bearer(subject.name)):
        return Speaker(one.name, one.id, "pronoun")
    if subject.kind != "pronoun":
        return named(subject)
    known = memory.person(block) if subject.name in ("그", "그녀", "본인", "당사자") else None
    if known is None:
        return Speaker(subject.name, None, "pronoun")
    return Speaker(known.speaker.name, known.speaker.entity, "pronoun")


def sureness(speaker: Speaker) -> float:
    """Say how likely a speaker is the right one by what it is: 1 for an entity or a role.

    A name that is neither is only taken for a speaker by where it stands; 서 대표 alone is somebody whose
    full name was missed.
    """
    if speaker.name is None or speaker.entity is not None:
        return 1.0
    if role_kind(speaker.name) in (None, "pronoun"):
        return UNKNOWN
    return SURNAME if _BARE_SURNAME.fullmatch(speaker.name) else 1.0


def _that_one(subject: Subject, memory: Memory, block: int) -> Speaker:
    """이 관계자: the one of that role who spoke before."""
    role = subject.name.split(" ", 1)[1]
    for known in reversed(memory.known):
        if block - known.block > ROLE_REACH:
            break
        name = known.speaker.name
        if known.spoke and name is not None and name.endswith(role):
            return Speaker(name, known.speaker.entity, "pronoun")
    return named(subject)
