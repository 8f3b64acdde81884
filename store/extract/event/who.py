"""Who takes part in an event: its subject, and those beside whom its verb puts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.extract.event.clause import Phrase
from store.extract.event.held import takes_place
from store.extract.event.needs import bare
from store.extract.event.nesting import is_of_the_main_verb
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb
from store.extract.lexicon import endings

SURE, UNSURE = 0.8, 0.6
"""Confidence of an event whose subject is told, and of one whose subject is carried."""

_LISTED = re.compile(r"(?:\([^()]*\))?(?:, ?| ?· ?)")
_LISTED_TITLED = re.compile(r"(?:\([^()]*\))?(?:\s?[가-힣A-Za-z]{1,12}){0,4}(?:, ?| ?· ?)")
_AND_TITLED = re.compile(r"(?:\([^()]*\))?(?:\s?[가-힣]{1,8}){0,3}?[와과]\s")
_AND = re.compile(r"\)?(?:\([^()]*\))?[와과]\s")


class Cast(NamedTuple):
    """Who takes part in an event, the subject first, how sure that is, and whether others do beside it."""

    names: tuple[str, ...]
    confidence: float
    partnered: bool


Carried = Callable[[Sequence[str]], list[str]]
"""Gives whom the sentences before are about: a pair of the kinds asked for, or anybody where none is."""


def participants_of(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> Cast:
    """Give who takes part, the subject first, and how sure that is."""
    predicate = sentence.predicates[number]
    head = sentence.head(predicate)
    itself = takes_place(sentence, number, verb)
    apart = itself or (head is not None and verb.kind != "occasion")
    attended = itself and head is not None and sentence.is_gone_to(head)
    held = itself and head is not None and not attended
    mine = [p for p in own if p.particle != "이" or not is_of_the_main_verb(sentence, p, number)]
    subjects = [
        p
        for p in mine
        if (p.particle == "이" and not held) or (p.particle == "은" and (attended or not apart))
    ]
    if head is not None and sentence.is_passive(predicate) and verb.kind != "occasion":
        subjects = []  # 새빛당이 12일 보고된 동의안에 대해 …
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
    listed = with_whom(sentence, wide) if "과" in verb.who else []
    others += [name for name in listed if not any(name in other for other in others)]
    others += against(sentence, wide) if "~상대" in verb.who else []
    others += _opponents(sentence, wide) if verb.kind == "result" else []
    others += _hearing(sentence, wide) if "심리" in verb.who else []
    described = sentence.who(head, verb) if head else []
    if not names:
        names = described
    elif verb.kind == "meeting":
        others += described
    confidence = SURE
    if not names and not nearest and not itself and head is None:
        shared = sentence.shared_subject(number, verb)
        names, confidence = (carried(()), UNSURE) if shared is None else (shared, SURE)
    if not names and nearest and all(sentence.is_pronoun(phrase) for phrase in nearest):
        names, confidence = carried(()), UNSURE
    if verb.kind == "harm":
        names = [name for name in names if not sentence.index.is_of(name, ("OG", "LC"))]
    return Cast(tuple(dict.fromkeys((*names, *others))), confidence, not set(others) <= set(names))


def _named(sentence: EventSentence, phrase: Phrase, verb: Verb, carried: Carried) -> list[str]:
    """Give whom a subject names; 두 회사는 means the two of the sentences before, where they name two."""
    kinds = sentence.pair_of(phrase)
    names = (carried(kinds) if kinds else []) or sentence.who(phrase, verb)
    return names or ([sentence.text(phrase)] if kinds else [])


def with_whom(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give those whom the morphology takes for part of the object: 한빛전자, 가온시와 공급 계약을 맺다."""
    text = sentence.block.text
    names = []
    for phrase in phrases:
        after: int | None = None
        mentions = sentence.mentions(phrase) if phrase.particle == "을" else ()
        persons = any(entity.type == "PS" for _, entity in mentions)
        for span, entity in reversed(mentions):
            if persons and entity.type == "OG":
                continue  # 오세린 한빛전자 회장: whose the person is.
            acts = entity.type in ("PS", "OG", "LC")
            parted = _LISTED_TITLED if entity.type == "PS" else _LISTED
            listed = after is not None and parted.fullmatch(text, span.end, after)
            joined = (_AND_TITLED if entity.type == "PS" else _AND).match(text, span.end)
            after = span.start if acts and (listed or joined) else None
            names += [entity.name] if after is not None else []
    return names[::-1]


def against(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
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
        if bare(sentence.text(where)).endswith(matches)
        for name in sentence.who(whom)
    ]


def _hearing(sentence: EventSentence, phrases: Sequence[Phrase]) -> list[str]:
    """Give the judge before whom a hearing is held: 형사3부(… 부장판사) 심리로."""
    for phrase in phrases:
        if phrase.particle == "로" and sentence.text(phrase).endswith("심리"):
            return [entity.name for _, entity in sentence.mentions(phrase) if entity.type == "PS"]
    return []
