"""The events of an article: each sentence's verbs of the table, with who and what stands around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

import msgspec

from store.extract.document import Document
from store.extract.event.clause import Phrase, Predicate
from store.extract.event.merge import Found, merge
from store.extract.event.place import place_of
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb, verbs
from store.extract.lexicon import endings, words
from store.extract.marks import quoted_regions
from store.extract.names import MentionIndex
from store.model import Entity, Event, Time

CARRIED = 3
"""How many sentences a subject is carried on to ones that name none."""

SURE, UNSURE = 0.8, 0.6
"""Confidence of an event whose subject is told, and of one whose subject is carried."""

_VAGUE = ("release", "announcement", "occasion")
"""Kinds whose verbs tell an event only with a time, a place, or something named (not 경기력을 선보이다)."""

_LISTED = re.compile(r"(?:\([^()]*\))?(?:, ?| ?· ?)")
_AND = re.compile(r"\)?(?:\([^()]*\))?[와과]\s")

Carried = Callable[[], list[str]]


def find_events(document: Document, entities: list[Entity], times: list[Time]) -> list[Event]:
    """Give the events of an article, each once, in the order of reading; the body's before the title's."""
    index = MentionIndex(entities)
    found: list[Found] = []
    read: list[EventSentence] = []
    for block in document.blocks:
        if block.role in ("dateline", "byline", "caption"):
            continue
        speech = [region for region in quoted_regions(block.text) if region.kind == "double"]
        for sentence in block.sentences:
            read.append(EventSentence(block, sentence, index, times, speech))
            if any(token.form in verbs() for token in read[-1].tokens):
                found += _events(read[-1], lambda: _carried(read[:-1]))
    return merge([_with_speakers(item, read) for item in found])


def _carried(read: Sequence[EventSentence]) -> list[str]:
    """Give whom the nearest of the last sentences is about."""
    return next((names for sentence in read[: -CARRIED - 1 : -1] if (names := sentence.topic_names())), [])


def _with_speakers(item: Found, read: Sequence[EventSentence]) -> Found:
    """Add to an occasion (실적발표 콘퍼런스콜) those of the same body who are quoted after it."""
    event = item.event
    if item.verb.needs != "occasion":
        return item
    later = [sentence for sentence in read if (event.block, event.end) <= sentence.end]
    speakers = [name for sentence in later for name in sentence.speakers_of(event.participants)]
    participants = tuple(dict.fromkeys((*event.participants, *speakers)))
    return item._replace(event=msgspec.structs.replace(event, participants=participants))


def _events(sentence: EventSentence, carried: Carried) -> list[Found]:
    found = []
    for number, predicate in enumerate(sentence.predicates):
        verb = verbs().get(predicate.stem)
        if verb and not sentence.skipped[predicate.first] and not sentence.is_unreal(number, verb):
            own, wide = sentence.around(number)
            if verb.needs is None or _has_needed(sentence, verb.needs, wide, sentence.head(predicate)):
                found += _event(sentence, number, verb, own, wide, carried)
    return found


def _event(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> list[Found]:
    """Give the event of one verb, or nothing where neither who nor where is told."""
    predicate, tokens = sentence.predicates[number], sentence.tokens
    participants, confidence = _participants(sentence, number, verb, own, wide, carried)
    place = verb.place or place_of(sentence.block, tokens, wide, verb, sentence.index)
    occasion = _occasion(sentence, own) if verb.stem in words("clauses", "subjectless") else None
    if not participants and not place and not occasion:
        return []
    two = verb.kind == "meeting" or (verb.kind == "result" and "을" in verb.who)
    if (two and len(participants) < 2) or (verb.kind == "visit" and place is None):
        return []
    verb_start = tokens[predicate.first].start
    clause = tokens[sentence.predicates[number - 1].last - 1].end if number else 0
    time = sentence.clock.value_for(clause, verb_start)
    if verb.kind == "ruling" and sentence.head(predicate) and not sentence.clock.own(clause, verb_start):
        return []
    if verb.kind in _VAGUE and not (place or time) and not _names_a_thing(sentence, wide):
        return []
    start = min([verb_start, *(tokens[p.first].start for p in wide)])
    end = tokens[predicate.last - 1].end
    event = Event(
        text=sentence.block.text[start:end],
        block=sentence.block.index,
        start=start,
        end=end,
        verb=verb.form,
        participants=participants,
        place=place,
        time=time,
        confidence=confidence,
        rule=f"event.{verb.kind}",
    )
    headline = sentence.block.role in ("title", "deck")
    return [Found(event, verb, _about(sentence, predicate, wide), headline, occasion)]


def _occasion(sentence: EventSentence, phrases: Sequence[Phrase]) -> str | None:
    """Give the named event that takes place: 새빛영화제가 개막했다."""
    subjects = [phrase for phrase in phrases if phrase.particle in ("이", "은")]
    named = [e.name for phrase in subjects for _, e in sentence.mentions(phrase) if e.type == "EV"]
    return named[-1] if named else None


def _names_a_thing(sentence: EventSentence, phrases: Sequence[Phrase]) -> bool:
    return any(entity.type in ("PD", "EV") for phrase in phrases for _, entity in sentence.mentions(phrase))


def _participants(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> tuple[tuple[str, ...], float]:
    """Give who takes part, the subject first, and how sure that is."""
    predicate = sentence.predicates[number]
    head = sentence.head(predicate)
    takes_place = verb.stem in words("clauses", "subjectless")
    apart = takes_place or (head is not None and verb.kind != "occasion")
    attended = takes_place and head is not None and head.particle in ("에서", "에")
    subjects = [p for p in own if p.particle == "이" or (p.particle == "은" and (attended or not apart))]
    if not subjects and not apart:
        acting = [p for p in wide if p.particle in ("이", "은")]
        subjects = [p for p in acting if sentence.who(p, verb) or sentence.is_pronoun(p)]
    too = [p for p in own if p.particle == "도" and sentence.who(p, verb)]
    nearest = [p for p in subjects if p.particle == "이"] or subjects or too
    names = [name for phrase in nearest for name in sentence.who(phrase, verb)]
    guests = [p for p in wide if p.particle in verb.who]
    guests += too if verb.kind == "meeting" and subjects and "을" in verb.who else []
    others = [name for phrase in guests for name in sentence.who(phrase, verb)]
    listed = _with_whom(sentence, wide) if "과" in verb.who else []
    others += [name for name in listed if not any(name in other for other in others)]
    others += _against(sentence, wide) if "~상대" in verb.who else []
    others += _hearing(sentence, wide) if "심리" in verb.who else []
    described = sentence.who(head, verb) if head else []
    if not names:
        names = described
    elif verb.kind == "meeting":
        others += described
    confidence = SURE
    if not names and not nearest and not takes_place and head is None:
        shared = sentence.shared_subject(number, verb)
        names, confidence = (carried(), UNSURE) if shared is None else (shared, SURE)
    if not names and nearest and all(sentence.is_pronoun(phrase) for phrase in nearest):
        names, confidence = carried(), UNSURE
    return tuple(dict.fromkeys((*names, *others))), confidence


def _has_needed(sentence: EventSentence, needs: str, phrases: Sequence[Phrase], head: Phrase | None) -> bool:
    """Say whether the object that a verb needs (소송을 제기하다), or the occasion, is there."""
    if needs == "thing":
        return _names_a_thing(sentence, phrases)
    nouns = endings("clauses", needs)
    if needs == "held" and head and any(word in nouns for word in sentence.text(head).split()):
        return True
    particles = ("에서",) if needs == "occasion" else ("을", "이", "은")
    return any(p.particle in particles and sentence.text(p).endswith(nouns) for p in phrases)


def _with_whom(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give those whom the morphology takes for part of the object: 한빛전자, 가온시와 공급 계약을 맺다."""
    text = sentence.block.text
    names = []
    for phrase in phrases:
        after: int | None = None
        for span, entity in reversed(sentence.mentions(phrase) if phrase.particle == "을" else ()):
            acts = entity.type in ("PS", "OG", "LC")
            listed = after is not None and _LISTED.fullmatch(text, span.end, after)
            after = span.start if acts and (listed or _AND.match(text, span.end)) else None
            names += [entity.name] if after is not None else []
    return names[::-1]


def _against(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give the other side of a suit: 방통위를 상대로."""
    for whom, marker in itertools.pairwise(phrases):
        if whom.particle == "을" and marker.particle == "로" and sentence.text(marker) == "상대":
            return sentence.who(whom)
    return []


def _hearing(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give the judge before whom a hearing is held: 형사3부(… 부장판사) 심리로."""
    for phrase in phrases:
        if phrase.particle == "로" and sentence.text(phrase).endswith("심리"):
            return [entity.name for _, entity in sentence.mentions(phrase) if entity.type == "PS"]
    return []


def _about(sentence: EventSentence, predicate: Predicate, phrases: Sequence[Phrase]) -> str | None:
    """Give the id of the named event, or of the body that meets, that a verb of occasions is about."""
    following = [p for p in sentence.phrases if p.first == predicate.last and predicate.ending == "ETM"]
    for phrase in (*following, *reversed(phrases)):
        for _, entity in reversed(sentence.mentions(phrase)):
            if entity.type == "EV" or (entity.type == "OG" and phrase in following):
                return entity.id
    for phrase in phrases:
        for _, entity in sentence.mentions(phrase) if phrase.particle == "에" else ():
            return entity.id
    return None
