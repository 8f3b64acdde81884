"""Whether a verb of any kind tells what is over, what is ahead, or neither."""

from __future__ import annotations

from typing import Literal

from store.extract.event.clause import Predicate
from store.extract.event.mood import is_planned
from store.extract.event.sentence import EventSentence
from store.extract.lexicon import words

Tense = Literal["over", "ahead"]

_PAST = ("었", "았", "였")
"""Marks of what is over."""

_PRESENT = ("ㄴ다", "는다", "ㅂ니다", "습니다")
"""Endings of what is told of a day to come: 오는 18일 연다."""

RUNNING_ON = ("어", "아", "여", "어서", "아서", "여서")
"""Endings that join a verb to the very next one: 훔쳐 달아난."""

_JOINING = (*RUNNING_ON, "고", "며", "면서", "으며", "으면서")
"""Endings whose tense is that of a later verb: 12일 부산을 찾아 … 전달했다."""

_REPORTED = ("다고", "는다고", "ㄴ다고")
"""Endings of what somebody says was done."""


def tense_of(sentence: EventSentence, number: int) -> Tense | None:
    """Give whether what a verb tells is over or ahead; None where it is neither, or only said to be so."""
    predicate = sentence.predicates[number]
    inside = sentence.tokens[predicate.first : predicate.last]
    if any(token.tag == "VX" and token.form not in words("acts", "helping") for token in inside):
        return None
    if is_planned(sentence, number) or _is_resolved(sentence, number):
        return "ahead"
    over = _is_over(sentence, predicate)
    if predicate.ending == "ETM":
        return "over" if _is_described(sentence, number) else None
    if predicate.ending == "EC" and (over or predicate.form in _REPORTED):
        return "over" if over and not sentence.is_claimed(predicate) else None
    if predicate.ending == "EC":
        return _of_what_follows(sentence, number) if predicate.form in _JOINING else None
    if predicate.ending != "EF":
        return None
    if over:
        return "over" if predicate.form in ("다", "습니다") else None
    return "ahead" if predicate.form in _PRESENT else None


def _is_over(sentence: EventSentence, predicate: Predicate) -> bool:
    inside = sentence.tokens[predicate.first : predicate.last]
    return any(token.tag == "EP" and token.form in _PAST for token in inside)


def _is_resolved(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb tells what is decided: 열기로 했다, and not 취재하기로 한 기자단."""
    if not sentence.is_decided(sentence.predicates[number]):
        return False
    after = sentence.predicates[number + 1 : number + 2]
    return bool(after) and after[0].ending != "ETM"


def _of_what_follows(sentence: EventSentence, number: int) -> Tense | None:
    """Give the tense of the verb that closes a row of clauses: 찾아 … 전달했다.

    What runs on to a relative verb is that verb's (훔쳐 달아난 한도윤 씨를 붙잡았다), and what leads to a
    charge is none that happened (던지고 … 때린 혐의로 붙잡았다).
    """
    form = sentence.predicates[number].form
    for i in range(number + 1, len(sentence.predicates)):
        after = sentence.predicates[i]
        if sentence.skipped[after.first]:
            continue
        if after.ending == "ETM":
            runs_on = i == number + 1 and form in RUNNING_ON
            if is_planned(sentence, i) or _is_alleged(sentence, after) or runs_on:
                return None
            continue
        over = _is_over(sentence, after)
        if after.form in _REPORTED and not over:
            return None
        if over and after.ending in ("EF", "EC"):
            return "over"
        if after.ending == "EF":
            inside = sentence.tokens[after.first : after.last]
            return None if any(token.tag == "VX" for token in inside) else tense_of(sentence, i)
    return None


def _is_alleged(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether a relative verb tells what is only said to be: 유출한 혐의."""
    following = sentence.tokens[predicate.last : predicate.last + 1]
    return bool(following) and following[0].form in words("acts", "alleged")


def _is_described(sentence: EventSentence, number: int) -> bool:
    """Say whether a relative verb tells what is over, and what is known where it is only found out."""
    predicate = sentence.predicates[number]
    following = [token.form for token in sentence.tokens[predicate.last : predicate.last + 2]]
    if predicate.form not in ("ㄴ", "은") or not following or _is_alleged(sentence, predicate):
        return False
    if following[0] != "것":
        return True
    after = sentence.predicates[number + 1 : number + 2]
    return following[1] == "으로" and bool(after) and after[0].stem in words("acts", "found")
