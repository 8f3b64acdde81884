"""The events of an article: each sentence's verbs of the table, with who and what stands around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import cache

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

_ATTENDED = ("occasion", "visit")
"""Kinds whose relative clause is dated as its sentence is: who attends what is held on a day is there."""

_VAGUE = ("release", "announcement", "occasion")
"""Kinds whose verbs tell an event only with a time, a place, or something named (not 경기력을 선보이다)."""

_NEWS = ("release", "announcement")
"""Of these, the ones that are told without a day where the article begins with them."""

LEAD = 2
"""How many paragraphs an article begins with."""

_LISTED = re.compile(r"(?:\([^()]*\))?(?:, ?| ?· ?)")
_CLOSING = re.compile(r"(?:\s?\([^()]*\)|[’'”\"」』])+$")
_AND_TITLED = re.compile(r"(?:\([^()]*\))?(?:\s?[가-힣]{1,8}){0,3}?[와과]\s")
_AND = re.compile(r"\)?(?:\([^()]*\))?[와과]\s")

Carried = Callable[[Sequence[str]], list[str]]
"""Gives whom the sentences before are about: a pair of the kinds asked for, or anybody where none is."""

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
        for sentence in block.sentences:
            read.append(EventSentence(block, sentence, index, times, speech, lead=block.index in lead))
            if any(True for token in read[-1].tokens if token.form in told):
                found += _events(read[-1], lambda kinds: _carried(read[:-1], kinds))
    return merge([_with_speakers(item, read) for item in found])


@cache
def _telling_words() -> frozenset[str]:
    """Give the words without one of which a sentence tells no event; 하다, in nearly all of them, is none."""
    held = words("clauses", "light_held") | words("clauses", "occasion")
    return frozenset(verbs()) | held - {"하"}


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
            verb.needs and not _has_needed(sentence, verb.needs, wide, sentence.head(predicate))
        ):
            verb = _said_by_its_object(sentence, number)
        if verb and not sentence.skipped[predicate.first] and not sentence.is_unreal(number, verb):
            own, wide = sentence.around(number)
            found += _event(sentence, number, verb, own, wide, carried)
    return found


def _said_by_its_object(sentence: EventSentence, number: int) -> Verb | None:
    """Give the verb that an object and a light verb make: 회담을 갖다, 우승을 차지하다, 징역을 선고받다."""
    predicate = sentence.predicates[number]
    if predicate.stem not in words("clauses", "light"):
        return None
    own, _ = sentence.around(number)
    takes = "에" if predicate.stem in words("clauses", "light_into") else "을"
    objects = [p for p in own[-1:] if p.particle == takes or (not p.particle and p.last == predicate.first)]
    last = objects[0].last - 1 if objects else 0
    if not objects or sentence.tokens[last - 1].tag == "XPN":
        return None
    verb = verbs().get(sentence.tokens[last].form)
    fits = verb is not None and verb.needs in (None, "dated") and verb.stem not in words("clauses", "native")
    alone = fits and verb is not None and verb.kind == "meeting" and not any(p.particle == "과" for p in own)
    if (fits and not alone) or predicate.stem not in words("clauses", "light_held"):
        return verb if fits else None
    held = _bare(sentence.text(objects[0])).endswith(endings("clauses", "held"))
    return verbs()["열"] if held else verb if fits else None


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
    head = sentence.head(predicate)
    occasion = _occasion(sentence, own, head) if verb.stem in words("clauses", "subjectless") else None
    if not participants and not place and not occasion:
        return []
    two = verb.kind == "meeting" or (verb.kind == "result" and "을" in verb.who)
    group = any(name in words("clauses", "groups") for name in participants)
    if (two and len(participants) < 2 and not group) or (verb.kind == "visit" and place is None):
        return []
    verb_start = tokens[predicate.first].start
    clause = tokens[sentence.predicates[number - 1].last - 1].end if number else 0
    if head is not None and verb.kind not in _ATTENDED:
        clause = max(clause, sentence.main_clause_times(own, verb_start))
    dated = bool(sentence.clock.own(clause, verb_start))
    time = sentence.when(clause, verb_start) if head is None or dated else None
    if head is not None and verb.kind in _ATTENDED:
        time = sentence.when(clause, verb_start)
    if verb.kind == "ruling" and head and not dated:
        return []
    planned = sentence.is_planned(number)
    if planned and not dated:
        return []
    if (
        (verb.kind in _VAGUE or verb.needs == "dated")
        and not (place or time)
        and not (sentence.lead and verb.kind in _NEWS and verb.needs is None)
        and not _names_a_thing(sentence, wide)
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
    return [Found(event, verb, _about(sentence, predicate, wide), headline, occasion)]


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


def _occasion(sentence: EventSentence, phrases: Sequence[Phrase], head: Phrase | None) -> str | None:
    """Give what takes place: 새빛영화제가 개막했다, 남북 회담이 열렸다, 30일 개막한 영화제에는."""
    subjects = [phrase for phrase in phrases if phrase.particle in ("이", "은")]
    named = [e.name for phrase in subjects for _, e in sentence.mentions(phrase) if e.type == "EV"]
    held = endings("clauses", "held")
    if not named and head is None:
        texts = [_bare(sentence.text(phrase)) for phrase in subjects]
        named = [text for text in texts if text.endswith(held) and text not in words("clauses", "held")]
    if not named and head is not None and sentence.text(head).endswith(held):
        named = [word for word in sentence.text(head).split()[-1:] if not word[0].isdigit()]
    return named[-1] if named else None


def _names_a_thing(sentence: EventSentence, phrases: Sequence[Phrase]) -> bool:
    held = endings("clauses", "held")
    if any(phrase.particle == "에" and sentence.text(phrase).endswith(held) for phrase in phrases):
        return True
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
    held = takes_place and head is not None and not attended
    subjects = [
        p
        for p in own
        if (p.particle == "이" and not held) or (p.particle == "은" and (attended or not apart))
    ]
    if not subjects and not apart:
        acting = [p for p in wide if p.particle in ("이", "은")]
        done_to = [p for p in acting if p.particle == "이" and sentence.is_main(p)]
        # 결과가 잇따라 발표됐다: what is done to is the subject, and nobody who acts.
        passive = sentence.is_passive(predicate) and done_to
        subjects = done_to[-1:] if passive else acting
        subjects = [p for p in subjects if passive or sentence.who(p, verb) or sentence.is_pronoun(p)]
    too = [p for p in own if p.particle == "도" and sentence.who(p, verb)]
    nearest = [p for p in subjects if p.particle == "이" and (p in own or sentence.is_main(p))]
    nearest = nearest or [p for p in subjects if p.particle == "은"] or subjects or too
    names = [name for phrase in nearest for name in _named(sentence, phrase, verb, carried)]
    guests = [p for p in wide if p.particle in verb.who]
    guests += too if verb.kind == "meeting" and subjects and "을" in verb.who else []
    others = [name for phrase in guests for name in sentence.who(phrase, verb)]
    listed = _with_whom(sentence, wide) if "과" in verb.who else []
    others += [name for name in listed if not any(name in other for other in others)]
    others += _against(sentence, wide) if "~상대" in verb.who else []
    others += _opponents(sentence, wide) if verb.kind == "result" else []
    others += _hearing(sentence, wide) if "심리" in verb.who else []
    described = sentence.who(head, verb) if head else []
    if not names:
        names = described
    elif verb.kind == "meeting":
        others += described
    confidence = SURE
    if not names and not nearest and not takes_place and head is None:
        shared = sentence.shared_subject(number, verb)
        names, confidence = (carried(()), UNSURE) if shared is None else (shared, SURE)
    if not names and nearest and all(sentence.is_pronoun(phrase) for phrase in nearest):
        names, confidence = carried(()), UNSURE
    if verb.kind == "harm":
        names = [name for name in names if not sentence.index.is_of(name, ("OG", "LC"))]
    return tuple(dict.fromkeys((*names, *others))), confidence


def _named(sentence: EventSentence, phrase: Phrase, verb: Verb, carried: Carried) -> list[str]:
    """Give whom a subject names; 두 회사는 means the two of the sentences before, where they name two."""
    kinds = sentence.pair_of(phrase)
    names = (carried(kinds) if kinds else []) or sentence.who(phrase, verb)
    return names or ([sentence.text(phrase)] if kinds else [])


def _has_needed(sentence: EventSentence, needs: str, phrases: Sequence[Phrase], head: Phrase | None) -> bool:
    """Say whether the object that a verb needs (소송을 제기하다), or the occasion, is there."""
    if needs in ("thing", "dated"):
        return needs == "dated" or _names_a_thing(sentence, phrases)
    nouns = endings("clauses", needs)
    if needs == "held" and head and any(word in nouns for word in sentence.text(head).split()):
        return True
    if needs == "prize":
        texts = [_bare(sentence.text(p)) for p in phrases if p.particle == "을"]
        return any(t.endswith(nouns) and not t.endswith(endings("clauses", "no_prize")) for t in texts)
    if needs == "occasion":
        return _is_said_publicly(sentence, phrases)
    if needs == "mishap" and head and sentence.text(head).endswith(nouns):
        return True
    particles = ("을", "에") if needs == "rank" else ("을", "이", "은")
    return any(p.particle in particles and _bare(sentence.text(p)).endswith(nouns) for p in phrases)


def _is_said_publicly(sentence: EventSentence, phrases: Sequence[Phrase]) -> bool:
    """Say whether something is told at an occasion, in a statement, or to the press."""
    occasions, press = endings("clauses", "occasion"), words("clauses", "press")
    for phrase in phrases:
        text = _bare(sentence.text(phrase))
        if phrase.particle == "에서" and text.endswith(occasions):
            return True
        if phrase.particle in ("에게", "에") and not press.isdisjoint(text.split()[-1:]):
            return True
    told = occasions + endings("clauses", "written")
    return any(_bare(sentence.text(phrase)).endswith(told) for phrase in sentence.means())


def _bare(text: str) -> str:
    """Take a gloss or a mark off the end: 업무협약(MOU), '청년 정책 협약'."""
    return _CLOSING.sub("", text)


def _with_whom(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give those whom the morphology takes for part of the object: 한빛전자, 가온시와 공급 계약을 맺다."""
    text = sentence.block.text
    names = []
    for phrase in phrases:
        after: int | None = None
        for span, entity in reversed(sentence.mentions(phrase) if phrase.particle == "을" else ()):
            acts = entity.type in ("PS", "OG", "LC")
            listed = after is not None and _LISTED.fullmatch(text, span.end, after)
            joined = (_AND_TITLED if entity.type == "PS" else _AND).match(text, span.end)
            after = span.start if acts and (listed or joined) else None
            names += [entity.name] if after is not None else []
    return names[::-1]


def _against(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give the other side of a suit: 방통위를 상대로."""
    for whom, marker in itertools.pairwise(phrases):
        if whom.particle == "을" and marker.particle == "로" and sentence.text(marker) == "상대":
            return sentence.who(whom)
    return []


def _opponents(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give the other side of a match: 한빛FC와의 홈경기에서."""
    matches = endings("clauses", "match")
    return [
        name
        for whom, where in itertools.pairwise(phrases)
        if sentence.is_owned(whom) and where.particle == "에서"
        if _bare(sentence.text(where)).endswith(matches)
        for name in sentence.who(whom)
    ]


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
