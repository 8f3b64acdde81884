"""What later and earlier sentences tell of an event: whom a subject left out means, who speaks after."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.extract.event.merge import Found
from store.extract.event.sentence import EventSentence

CARRIED = 3
"""How many sentences a subject is carried on to ones that name none."""


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
    later = [sentence for sentence in read if (event.block, event.end) <= sentence.end]
    speakers = [name for sentence in later for name in _speakers(sentence, event.participants)]
    participants = tuple(dict.fromkeys((*event.participants, *speakers)))
    return item._replace(event=msgspec.structs.replace(event, participants=participants))


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
    if not sentence.is_quoted:
        return []
    for phrase in sentence.phrases:
        mentions = sentence.mentions(phrase) if phrase.particle == "은" else ()
        if any(entity.name in bodies for _, entity in mentions):
            return [entity.name for _, entity in mentions if entity.type == "PS"]
    return []
