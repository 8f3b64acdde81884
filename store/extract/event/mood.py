"""Whether a verb tells what happened, what is to be, or neither: wishes, denials, purposes, plans."""

from __future__ import annotations

from itertools import pairwise

from store.extract.event.clause import Predicate
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb
from store.extract.lexicon import words

_PAST = ("었", "았", "였")
"""Marks of what is over."""

_DUTIES = ("어야", "아야", "여야")
"""Endings of what has to be done: 처리해야 한다."""

_JOINING = ("어", "아", "여")
"""Endings that join a verb to the next one: 15일 만나 협상을 이어갈 계획이다."""

_FORETOLD = frozenset(["것", "전망"])
"""Nouns after a verb of the future that say it is to be, though nobody plans it."""

_ORDERS = ("라", "아라", "어라", "세요", "십시오", "자", "ㅂ시다")
"""Endings of orders and proposals."""


def is_unreal(sentence: EventSentence, number: int, verb: Verb) -> bool:
    """Say whether a verb tells no event: a wish, a denial, a request, a purpose, a plan."""
    predicate = sentence.predicates[number]
    inside = sentence.tokens[predicate.first : predicate.last]
    if any(token.tag == "VX" and token.form in words("clauses", "unreal") for token in inside):
        return True
    if any(token.tag == "EC" and token.form in _DUTIES for token in inside):
        return True
    if predicate.first and sentence.tokens[predicate.first - 1].form in ("못", "안"):
        return True
    if any(token.tag == "EP" and token.form == "겠" for token in inside):
        return True
    if predicate.ending == "EF" and predicate.form in _ORDERS:
        return True
    if verb.needs == "from" and not _begins(sentence, predicate):
        return True
    if _is_finding(sentence, number) or _is_supposed(sentence, number):
        return True
    if _is_negated(sentence, predicate) or _is_retold(sentence, predicate):
        return True
    if _is_habit(sentence, number):
        return True
    if predicate.ending == "ETN" and not (
        _is_added(sentence, predicate) or _is_followed(sentence, predicate)
    ):
        return not sentence.is_decided(predicate) or _is_told_by_the_next(sentence, number)
    if predicate.ending == "EC" and predicate.form in words("clauses", "unreal_endings"):
        return True
    if predicate.ending == "ETM" and _is_disowned(sentence, predicate):
        return True
    if is_planned(sentence, number) or _is_achieved(sentence, predicate):
        return False
    if predicate.ending == "EC":
        return _leads_to_a_plan(sentence, number)
    return predicate.ending == "ETM" and predicate.form in ("는", "ㄹ", "을") and verb.kind != "occasion"


def _is_negated(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether what a verb tells was not done: 처리하지 못했다, 만나지는 않았다."""
    following = [token.form for token in sentence.tokens[predicate.last : predicate.last + 2]]
    return predicate.form == "지" and not words("clauses", "undone").isdisjoint(following)


def _is_retold(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether a verb tells again what was done, for how long it had not been: 인하한 것은 15년 만이다."""
    following = sentence.tokens[predicate.last : predicate.last + 2]
    if predicate.ending != "ETM" or [t.form for t in following[:1]] != ["것"] or following[-1].tag != "JX":
        return False
    last = [token.form for token in sentence.tokens[-4:]]
    return "이" in last and not words("clauses", "since").isdisjoint(last)


def _is_followed(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether something is done because of what a verb tells: 고발함에 따라 수사한다."""
    following = [token.form for token in sentence.tokens[predicate.last : predicate.last + 2]]
    return predicate.form in ("ㅁ", "음") and following == ["에", "따르"]


def _is_disowned(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether what a verb tells is only talk of what may be, is denied, or was never done."""
    following = [token.form for token in sentence.tokens[predicate.last :]]
    if predicate.form in ("ㄴ", "은"):
        return following[:1] != [] and following[0] in words("clauses", "never") and "없" in following[1:3]
    if predicate.form in ("ㄴ다는", "는다는"):
        return True
    return predicate.form == "다는" and not words("clauses", "denials").isdisjoint(following)


def _is_added(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether a verb tells one thing more that was done: 당선되기도 했다."""
    following = [token.form for token in sentence.tokens[predicate.last : predicate.last + 3]]
    return following[:2] == ["도", "하"] and following[-1] in _PAST


def is_planned(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb tells what is to be: 15일 만날 예정이다."""
    joined = number
    while joined + 1 < len(sentence.predicates) and sentence.predicates[joined].form in _JOINING:
        joined += 1
    predicate = sentence.predicates[joined]
    following = [token.form for token in sentence.tokens[predicate.last : predicate.last + 1]]
    plans = words("future", "plans") if joined > number else words("future", "plans") | _FORETOLD
    return predicate.form in ("ㄹ", "을") and bool(following) and following[0] in plans


def _begins(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether a verb tells what begins on its day: 30일부터 운영한다, and not … 운영되고 있다."""
    inside = sentence.tokens[predicate.first : predicate.last]
    goes_on = sentence.is_passive(predicate) or any(token.tag == "VX" for token in inside)
    return predicate.ending in ("EF", "EC") and not goes_on


def _is_finding(sentence: EventSentence, number: int) -> bool:
    """Say whether a passive only tells what is known: 숨긴 것으로 조사됐다."""
    first = sentence.predicates[number].first
    before = [token.form for token in sentence.tokens[max(first - 2, 0) : first]]
    return before == ["것", "으로"] and sentence.is_passive(sentence.predicates[number])


def _is_supposed(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb tells what would be: 17명을 더 얻으면 승리한다; not 경찰에 따르면."""
    predicate = sentence.predicates[number]
    inside = sentence.tokens[predicate.first : predicate.last]
    if predicate.ending != "EF" or any(token.form in _PAST for token in inside):
        return False
    before = sentence.predicates[number - 1 : number] if number else []
    return any(
        p.ending == "EC" and p.form.endswith("면") and p.stem not in words("clauses", "cited") for p in before
    )


def _is_habit(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb tells what is done again and again: 해마다 부산에서 열린다."""
    predicate = sentence.predicates[number]
    inside = sentence.tokens[predicate.first : predicate.last]
    if predicate.ending not in ("EF", "EC") or any(token.form in _PAST for token in inside):
        return False
    before = sentence.tokens[sentence.predicates[number - 1].last if number else 0 : predicate.first]
    return any(token.form.endswith("마다") or token.form in words("clauses", "habit") for token in before)


def _is_achieved(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether a verb tells what was achieved: 로켓을 발사하는 데 성공했다."""
    following = [token.form for token in sentence.tokens[predicate.last : predicate.last + 3]]
    return predicate.form == "는" and following[:1] == ["데"] and "성공" in following


def _is_told_by_the_next(sentence: EventSentence, number: int) -> bool:
    """Say whether what is decided is told by the verb that decides it: 처리하기로 합의했다."""
    return any(sentence.verb_of(after) for after in sentence.predicates[number + 1 : number + 2])


def _leads_to_a_plan(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb joins one that is only planned: 경찰청으로 압송해 조사할 계획이다."""
    told = [p for p in sentence.predicates[number:] if not sentence.skipped[p.first]]
    for before, after in pairwise(told):
        joins = before.form in ("어", "아", "여") or before is sentence.predicates[number]
        if not joins or before.ending != "EC":
            return False
        if after.ending == "ETM":
            return after.form in ("ㄹ", "을")
    return False
