"""Whose subject stands before a relative clause: its own verb's, or the main verb's."""

from __future__ import annotations

from collections.abc import Sequence

from store.extract.event.clause import Phrase, Predicate
from store.extract.event.sentence import EventSentence


def is_of_the_main_verb(sentence: EventSentence, phrase: Phrase, number: int) -> bool:
    """Say whether the subject before a relative clause is the main verb's, which has no other.

    헌재가 12일 기부를 금지한 조항이 위헌이라고 결정했다; not 한빛이 12일 누리를 인수한 사실이 알려졌다.
    """
    predicate, last = sentence.predicates[number], sentence.predicates[-1]
    if predicate.ending != "ETM" or predicate is last or last.ending != "EF":
        return False
    gap, phrases = sentence.before(number), sentence.phrases
    if gap[-1:] == [phrase] or any(p.particle == "은" and p.last <= phrase.first for p in phrases):
        return False
    object_told = any(p.particle == "을" and p.first > phrase.first for p in gap)
    theirs = [p for p in phrases if p.first >= predicate.last and p.particle in ("이", "은")]
    return object_told and not any(_closes(sentence, p, last) for p in theirs)


def is_main_place(sentence: EventSentence, phrase: Phrase) -> bool:
    """Say whether a place is not that of a relative clause: 대심판정에서 | 한도윤 씨가 낸 사건을."""
    after = next((p for p in sentence.predicates if p.first >= phrase.last), None)
    if after is None or after.ending != "ETM":
        return True
    return any(p.particle == "이" and phrase.last <= p.first < after.first for p in sentence.phrases)


def attended(sentence: EventSentence, number: int, phrases: Sequence[Phrase]) -> int | None:
    """Give the relative verb of the occasion that a predicate's phrases go to: 부산에서 열린 포럼에서."""
    gone_to = [phrase for phrase in phrases if sentence.is_gone_to(phrase)]
    for i in range(number - 1, -1, -1):
        before = sentence.predicates[i]
        verb = sentence.verb_of(before) if before.ending == "ETM" else None
        if verb is not None and verb.kind == "occasion" and sentence.head(before) in gone_to:
            return i
    return None


def _closes(sentence: EventSentence, phrase: Phrase, last: Predicate) -> bool:
    """Say whether a subject is that of the last verb, with no other but relative ones between."""
    between = [p for p in sentence.predicates if phrase.last <= p.first < last.first]
    return all(p.ending == "ETM" for p in between)
