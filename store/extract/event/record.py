"""The event that a verb tells: who, where and when, or nothing where the clause says too little."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.extract.event.act import is_act, is_brought
from store.extract.event.actor import cast_of_act
from store.extract.event.clause import Phrase, Predicate
from store.extract.event.groups import is_several
from store.extract.event.held import held_alone, occasion_of, takes_place
from store.extract.event.merge import Found
from store.extract.event.mood import is_planned
from store.extract.event.needs import bare, is_gone_before, is_said_publicly, names_a_thing
from store.extract.event.nesting import attended, is_main_place
from store.extract.event.place import place_of
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb, verbs
from store.extract.event.who import SURE, Carried, Cast, participants_of
from store.extract.lexicon import endings, words
from store.model import Event

_ATTENDED = ("occasion", "visit")
"""Kinds whose relative clause is dated as its sentence is: who attends what is held on a day is there."""

_DAY = len("2024-03-12")
"""The length of a time that is a day."""

_VAGUE = ("release", "announcement", "occasion")
"""Kinds whose verbs tell an event only with a time, a place, or something named (not 경기력을 선보이다)."""

_NEWS = ("release", "announcement")
"""Of these, the ones that are told without a day where the article begins with them."""

_LEAD_IN = re.compile(r".{0,60}?(?:[\]】]|(?:기자|특파원|통신원)\s?=|\)\s?=)\s?")
"""A byline before the first words of a sentence."""


class _Parts(NamedTuple):
    """What a verb's clause tells: who, where, when, what is held, and where its clause begins."""

    cast: Cast
    place: str | None
    time: str | None
    occasion: str | None
    clause: int
    planned: bool


def event_of(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> list[Found]:
    """Give the event of one verb, or nothing where neither who nor where is told."""
    predicate, tokens = sentence.predicates[number], sentence.tokens
    parts = _parts(sentence, number, verb, own, wide, carried)
    if parts is None:
        return []
    head = sentence.head(predicate)
    start = _start(sentence, own, wide, head, tokens[predicate.first].start, parts.clause)
    end = tokens[predicate.last - 1].end
    event = Event(
        text=sentence.block.text[start:end],
        block=sentence.block.index,
        start=start,
        end=end,
        verb=verb.form,
        participants=parts.cast.names,
        place=parts.place,
        time=parts.time,
        certainty="forecast" if parts.planned else "asserted",
        confidence=parts.cast.confidence,
        rule=f"event.{verb.kind}",
    )
    headline = sentence.block.role in ("title", "deck")
    things = [bare(sentence.text(p)) for p in own if p.particle == "을"] if verb.kind == "award" else []
    thing = next((text for text in reversed(things) if text), None)
    gone_to = head is not None and verb.kind == "occasion" and sentence.is_gone_to(head)
    return [Found(event, verb, _about(sentence, predicate, wide), headline, parts.occasion, gone_to, thing)]


def _parts(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> _Parts | None:
    """Give what the clause of a verb tells, or None where it is too little for an event."""
    predicate = sentence.predicates[number]
    head = sentence.head(predicate)
    of_act = verb.kind == "act"
    cast = (cast_of_act if of_act else participants_of)(sentence, number, verb, own, wide, carried)
    if of_act and head is not None:
        wide = _after_subject(own)
    day_before, place_before = sentence.goes_on_from if head is None else (None, None)
    place = _place(sentence, number, verb, wide) or place_before
    occasion = occasion_of(sentence, own, head) if takes_place(sentence, number, verb) else None
    if not _has_parts(verb, cast, place, occasion):
        return None
    clause = _clause(sentence, number, verb, own, head)
    time, dated = _time(sentence, number, verb, wide, clause)
    time = time or day_before
    if place and time and len(time) == _DAY and occasion is None and not cast.names and head is None:
        occasion = held_alone(sentence, own) if takes_place(sentence, number, verb) else None
    planned = is_planned(sentence, number)
    if not dated and (planned or (verb.kind == "ruling" and head)):
        return None
    if time is None and cast.confidence < SURE and predicate.form in ("ㄴ다", "는다"):
        return None  # 안건을 상정한다: what a body does as a rule
    if of_act and not is_act(sentence, number, own, time, place, partnered=cast.partnered):
        return None
    brought = verb.dated and is_brought(sentence, number, own)
    if not (place or time or brought or _tells_without_either(sentence, verb, wide)):
        return None
    if place is None and head is None and verb.kind != "visit":
        place = _anywhere(sentence, verb, wide)
    return _Parts(cast, place, time, occasion, clause, planned)


def _after_subject(own: Sequence[Phrase]) -> Sequence[Phrase]:
    """Give the phrases of a relative clause: 헌재는 대심판정에서 | 한도윤 씨가 낸 사건을 …."""
    last = max((i for i, phrase in enumerate(own) if phrase.particle == "이"), default=0)
    return own[last:] if any(phrase.particle == "은" for phrase in own[:last]) else own


def _has_parts(verb: Verb, cast: Cast, place: str | None, occasion: str | None) -> bool:
    """Say whether enough take part for a verb: two in a meeting, somebody who acts in an act."""
    if not cast.names and (verb.kind == "act" or (not place and not occasion)):
        return False
    two = verb.kind == "meeting" or (verb.kind == "result" and "을" in verb.who)
    group = any(name in words("clauses", "groups") or is_several(name) for name in cast.names)
    return (not two or len(cast.names) >= 2 or group) and (verb.kind != "visit" or place is not None)


def _place(sentence: EventSentence, number: int, verb: Verb, wide: Sequence[Phrase]) -> str | None:
    """Give where it happened: in the clause, or where the occasion is held that somebody goes to."""
    block, tokens, index = sentence.block, sentence.tokens, sentence.index
    place = verb.place or place_of(block, tokens, wide, verb, index)
    if place is not None or verb.kind == "visit":
        return place
    at = attended(sentence, number, wide)
    if at is None:
        return None
    return place_of(block, tokens, sentence.around(at)[0], verbs()["열리"], index)


def _anywhere(sentence: EventSentence, verb: Verb, wide: Sequence[Phrase]) -> str | None:
    """Give the place where a verb of any kind is done: of its own clause, and not of a relative one."""
    anywhere = verb._replace(where=frozenset(["에서"]))
    there = [p for p in wide if p.particle == "에서" and is_main_place(sentence, p)]
    return place_of(sentence.block, sentence.tokens, there, anywhere, sentence.index)


def _clause(
    sentence: EventSentence, number: int, verb: Verb, own: Sequence[Phrase], head: Phrase | None
) -> int:
    """Give where the clause begins whose times are the verb's."""
    clause = sentence.clause_start(number)
    if verb.kind == "act" and len(inner := _after_subject(own)) < len(own):
        # 금감원은 1일 | 한빛이 장부를 바꾸면서 규정을 어겼다고 밝혔다
        clause = max(clause, sentence.tokens[inner[0].first].start)
    if (head is None and not _is_charged(sentence, number)) or verb.kind in _ATTENDED:
        return clause
    verb_start = sentence.tokens[sentence.predicates[number].first].start
    return max(clause, sentence.main_clause_times(own, verb_start))


def _time(
    sentence: EventSentence, number: int, verb: Verb, wide: Sequence[Phrase], clause: int
) -> tuple[str | None, bool]:
    """Give when it happened, and whether its own clause says so."""
    predicate = sentence.predicates[number]
    verb_start = sentence.tokens[predicate.first].start
    dated = bool(sentence.clock.own(clause, verb_start))
    describes = sentence.head(predicate) is not None or _is_charged(sentence, number)
    if not dated and verb.kind not in _ATTENDED and describes:
        return None, dated
    if verb.kind == "act" and not dated and any(p.particle in ("이", "은") for p in sentence.before(number)):
        return None, dated  # 12일 회견을 열고 한빛항공은 … 빌렸다고 밝혔다
    strictly = verb.kind == "act" or (verb.dated and not is_said_publicly(sentence, wide))
    return sentence.when(clause, verb_start, strictly=strictly), dated


def _is_charged(sentence: EventSentence, number: int) -> bool:
    """Say whether a relative verb tells what somebody is charged with: 납치한 혐의로 체포했다."""
    predicate = sentence.predicates[number]
    following = sentence.tokens[predicate.last : predicate.last + 1]
    return predicate.ending == "ETM" and bool(following) and following[0].form in ("혐의", "의혹", "죄")


def _tells_without_either(sentence: EventSentence, verb: Verb, wide: Sequence[Phrase]) -> bool:
    """Say whether a verb tells an event without a time and a place."""
    if verb.kind not in _VAGUE and not verb.dated:
        return True
    news = sentence.lead and verb.kind in _NEWS and verb.needs is None and not verb.dated
    jointly = any(sentence.text(p).startswith("공동") for p in sentence.means())
    objects = [bare(sentence.text(p)) for p in wide if p.particle == "을"]
    press = verb.stem == "열" and any(text.endswith(endings("acts", "press_occasions")) for text in objects)
    appears = verb.stem in ("출석", "올리") and is_gone_before(sentence, wide)
    return news or jointly or press or appears or names_a_thing(sentence, wide)


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
