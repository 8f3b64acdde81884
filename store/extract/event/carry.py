"""What later and earlier sentences tell of an event: whom a subject left out means, who speaks after."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.extract.event.merge import Found
from store.extract.event.sentence import EventSentence

CARRIED = 3
"""How many sentences a subject is carried on to ones that name none."""


_HERE = ("이 자리에서", "이 자리에는", "같은 자리에서")
"""Words by which a sentence is at the place of the one before, on its day."""

_THEN = ("이어 ", "이어서 ", "이에 앞서 ", "곧이어 ")
"""Words by which a sentence is on the day of the one before."""


def carried(read: Sequence[EventSentence], kinds: Sequence[str]) -> list[str]:
    """Give whom the nearest of the last sentences is about, or the pair of some kinds that it names."""
    near = read[: -CARRIED - 1 : -1]
    if kinds:
        return next((names for sentence in near if (names := _pair(sentence, kinds))), [])
    return next((names for sentence in near if (names := _topic_names(sentence))), [])


def with_speakers(item: Found, read: Sequence[EventSentence]) -> Found:
    """Add to an occasion (실적발표 콘퍼런스콜) those of the same body who are quoted after it."""
    event = item.event
    if item.verb.needs != "occasion":
        return item
    later = [s for s in read if s.is_quoted and (event.block, event.end) <= s.end]
    speakers = [name for sentence in later for name in _speakers(sentence, event.participants)]
    participants = tuple(dict.fromkeys((*event.participants, *speakers)))
    return item._replace(event=msgspec.structs.replace(event, participants=participants))


def told_before(sentence: EventSentence, found: Sequence[Found]) -> tuple[str | None, str | None]:
    """Give the day of the sentence before where this one goes on from there, and at 이 자리에서 its place."""
    text, start = sentence.block.text, sentence.tokens[0].start if sentence.tokens else 0
    here = text.startswith(_HERE, start)
    if not here and not text.startswith(_THEN, start):
        return None, None
    told = next((item.event for item in reversed(found) if item.event.time), None)
    if told is None or told.block != sentence.block.index or "." in text[told.end : start - 2]:
        return None, None
    return told.time, told.place if here else None


def _pair(sentence: EventSentence, kinds: Sequence[str]) -> list[str]:
    """Give the names of some kinds where the sentence names two of them and no more."""
    names = list(dict.fromkeys(entity.name for _, entity in sentence.names if entity.type in kinds))
    return names if len(names) == 2 else []


def _topic_names(sentence: EventSentence) -> list[str]:
    """Give the entities that the sentence is about, to be carried on."""
    topics = [p for p in sentence.phrases if p.particle == "은"]
    subjects = [p for p in sentence.phrases if p.particle == "이" and sentence.is_main(p)]
    for phrase in (*topics, *subjects):
        known = {entity.name for _, entity in sentence.mentions(phrase)}
        if names := [name for name in sentence.who(phrase) if name in known]:
            return names
    return []


def _speakers(sentence: EventSentence, bodies: Sequence[str]) -> list[str]:
    """Give the person that the sentence quotes, where one of the bodies is named as the person's."""
    for phrase in sentence.phrases:
        mentions = sentence.mentions(phrase) if phrase.particle == "은" else ()
        if any(entity.name in bodies for _, entity in mentions):
            return [entity.name for _, entity in mentions if entity.type == "PS"]
    return []
