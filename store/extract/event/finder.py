"""The events of an article: each sentence's verbs of the table, with who and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from store.extract.document import Document
from store.extract.event.clause import Phrase, Predicate
from store.extract.event.merge import Found, merge
from store.extract.event.mood import is_planned, is_unreal
from store.extract.event.needs import (
    has_needed,
    idiom_nouns,
    is_said_publicly,
    names_a_thing,
    occasion_of,
    said_by_idiom,
    said_by_its_object,
    spoken_at,
)
from store.extract.event.place import place_of
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb, verbs
from store.extract.event.who import Carried, participants_of
from store.extract.lexicon import words
from store.extract.marks import quoted_regions
from store.extract.names import MentionIndex
from store.model import Entity, Event, Time

CARRIED = 3
"""How many sentences a subject is carried on to ones that name none."""

_ATTENDED = ("occasion", "visit")
"""Kinds whose relative clause is dated as its sentence is: who attends what is held on a day is there."""

_VAGUE = ("release", "announcement", "occasion")
"""Kinds whose verbs tell an event only with a time, a place, or something named (not 경기력을 선보이다)."""

_NEWS = ("release", "announcement")
"""Of these, the ones that are told without a day where the article begins with them."""

LEAD = 2
"""How many paragraphs an article begins with."""


_LEAD_IN = re.compile(r".{0,60}?(?:[\]】]|(?:기자|특파원|통신원)\s?=|\)\s?=)\s?")
"""A byline before the first words of a sentence."""


def find_events(document: Document, entities: list[Entity], times: list[Time]) -> list[Event]:
    """Give the events of an article, each once, in the order of reading; the body's before the title's."""
    index, told = MentionIndex(entities), _telling_words()
    found: list[Found] = []
    read: list[EventSentence] = []
    lead = [block.index for block in document.blocks if block.role == "paragraph"][:LEAD]
    for block in document.blocks:
        if block.role in ("dateline", "byline", "caption"):
            continue
        speech = [region for region in quoted_regions(block.text) if region.kind == "double"]
        dated = [time for time in times if time.block == block.index]
        tells = not told.isdisjoint(block.forms)
        for sentence in block.sentences:
            read.append(EventSentence(block, sentence, index, dated, speech, lead=block.index in lead))
            if tells and any(True for token in read[-1].tokens if token.form in told):
                found += _events(read[-1], lambda kinds: _carried(read[:-1], kinds))
    return merge([_with_speakers(item, read) for item in found])


@cache
def _telling_words() -> frozenset[str]:
    """Give the words without one of which a sentence tells no event; 하다, in nearly all of them, is none."""
    held = words("clauses", "light_held") | words("clauses", "light_done") | words("clauses", "occasion")
    return frozenset(verbs()) | idiom_nouns() | held - {"하"}


def _carried(read: Sequence[EventSentence], kinds: Sequence[str]) -> list[str]:
    """Give whom the nearest of the last sentences is about, or the pair of some kinds that it names."""
    near = read[: -CARRIED - 1 : -1]
    if kinds:
        return next((names for sentence in near if (names := sentence.pair(kinds))), [])
    return next((names for sentence in near if (names := sentence.topic_names())), [])


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
        verb = sentence.verb_of(predicate)
        wide = sentence.around(number)[1] if verb and verb.needs else []
        if verb is None or (
            verb.needs and not has_needed(sentence, verb.needs, wide, sentence.head(predicate))
        ):
            verb = (
                said_by_its_object(sentence, number)
                or said_by_idiom(sentence, number)
                or spoken_at(sentence, number)
            )
        if verb and not sentence.skipped[predicate.first] and not is_unreal(sentence, number, verb):
            own, wide = sentence.around(number)
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
    participants, confidence = participants_of(sentence, number, verb, own, wide, carried)
    place = verb.place or place_of(sentence.block, tokens, wide, verb, sentence.index)
    if place is None and verb.kind != "visit" and (attended := sentence.attended(number, wide)) is not None:
        place = place_of(
            sentence.block, tokens, sentence.around(attended)[0], verbs()["열리"], sentence.index
        )
    head = sentence.head(predicate)
    occasion = occasion_of(sentence, own, head) if sentence.takes_place(number, verb) else None
    if not participants and not place and not occasion:
        return []
    two = verb.kind == "meeting" or (verb.kind == "result" and "을" in verb.who)
    group = any(name in words("clauses", "groups") for name in participants)
    if (two and len(participants) < 2 and not group) or (verb.kind == "visit" and place is None):
        return []
    verb_start = tokens[predicate.first].start
    clause = sentence.clause_start(number)
    if head is not None and verb.kind not in _ATTENDED:
        clause = max(clause, sentence.main_clause_times(own, verb_start))
    dated = bool(sentence.clock.own(clause, verb_start))
    strictly = verb.dated and not is_said_publicly(sentence, wide)
    own_time = head is None or dated or verb.kind in _ATTENDED
    time = sentence.when(clause, verb_start, strictly=strictly) if own_time else None
    if verb.kind == "ruling" and head and not dated:
        return []
    planned = is_planned(sentence, number)
    if planned and not dated:
        return []
    if (
        (verb.kind in _VAGUE or verb.dated)
        and not (place or time)
        and not (sentence.lead and verb.kind in _NEWS and verb.needs is None and not verb.dated)
        and not names_a_thing(sentence, wide)
    ):
        return []
    start = _start(sentence, own, wide, head, verb_start, clause)
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
        certainty="forecast" if planned else "asserted",
        confidence=confidence,
        rule=f"event.{verb.kind}",
    )
    headline = sentence.block.role in ("title", "deck")
    attended_at = head is not None and verb.kind == "occasion" and sentence.is_gone_to(head)
    return [Found(event, verb, _about(sentence, predicate, wide), headline, occasion, attended_at)]


def _start(
    sentence: EventSentence,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    head: Phrase | None,
    verb: int,
    clause: int,
) -> int:
    """Give where the words of an event begin: with its first phrase or time, at the beginning of a word.

    A relative clause begins with its own phrases: the topic before it is that of the main verb.
    """
    tokens, text = sentence.tokens, sentence.block.text
    theirs = [p for p in (wide if head is None else own) if tokens[p.last - 1].tag != "NNB"]
    theirs = theirs if head is None else [p for p in theirs if p.particle != "은" or p not in own]
    times = [time.start for time in sentence.clock.own(clause, verb)]
    if not theirs and not times:
        # 북한은 … 않겠다고 통보했다: the verb shares the subject of an earlier clause.
        before = [p for p in sentence.phrases if p.particle == "은" and tokens[p.first].start < verb]
        theirs = before[-1:]
    start = min([verb, *times, *(tokens[p.first].start for p in theirs)])
    while start > tokens[0].start and not text[start - 1].isspace():
        start -= 1
    lead = _LEAD_IN.match(text, start, verb)
    return lead.end() if lead is not None else start


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
