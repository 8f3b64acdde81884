"""Who does what no row of the table tells: stricter than with its verbs, for any verb may stand here."""

from __future__ import annotations

from collections.abc import Sequence

from store.extract.event.clause import Phrase, Predicate
from store.extract.event.groups import is_several
from store.extract.event.nesting import is_of_the_main_verb
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb
from store.extract.event.who import SURE, UNSURE, Carried, Cast, against, with_whom
from store.extract.lexicon import endings, words

VAGUE = 0.1
"""How much less sure an event is whose verb no table holds."""

NOBODY = Cast((), UNSURE, partnered=False)


def cast_of_act(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> Cast:
    """Give who does something, and those beside whom the verb puts; nobody where its subject is not told."""
    names, confidence = _subject(sentence, number, verb, own, wide, carried)
    if not names or not is_somebody(sentence, names[0]):
        return NOBODY
    others = [name for p in own if p.particle in verb.who for name in _beside(sentence, p, verb)]
    others += [*with_whom(sentence, own), *against(sentence, wide)]
    others = [name for name in others if name not in names]
    sure = round(confidence - VAGUE, 2)
    return Cast(tuple(dict.fromkeys((*names, *others))), sure, partnered=bool(others))


def is_somebody(sentence: EventSentence, name: str) -> bool:
    """Say whether a name is that of somebody who acts, of an office, or of somebody's people."""
    acting = ("PS", "OG", "LC", "PD")
    if sentence.index.is_of(name, acting) or name in words("acts", "offices") or is_several(name):
        return True
    whose, _, _ = name.rpartition(" ")
    return name.endswith(endings("clauses", "bodies")) or sentence.index.is_of(whose, acting)


def _subject(
    sentence: EventSentence,
    number: int,
    verb: Verb,
    own: Sequence[Phrase],
    wide: Sequence[Phrase],
    carried: Carried,
) -> tuple[list[str], float]:
    predicate = sentence.predicates[number]
    head, object_told = sentence.head(predicate), any(p.particle == "을" for p in own)
    mine = [p for p in own if p.particle == "이" and not is_of_the_main_verb(sentence, p, number)]
    described = _names(sentence, head, verb) if head is not None else []
    if described and not object_told and not (mine and mine[-1] is own[-1]):
        # 정부가 … 논란에 휘말린 한도윤 대표를 is not told of the government.
        return ([] if mine else described), SURE
    if predicate.ending == "ETM" and sentence.is_passive(predicate) and not mine:
        return described, SURE  # 한도윤은 12일 진행된 회의에서
    mine = mine or [p for p in wide if p.particle == "이" and sentence.is_main(p)]
    topics = [p for p in wide if p.particle == "은"]
    if mine:
        return _names(sentence, mine[-1], verb), SURE
    if head is not None:
        return described, SURE
    if _is_reported(sentence, number) and _has_another(sentence, predicate):
        return [], SURE
    if topics and sentence.is_pronoun(topics[-1]):
        return carried(()), UNSURE
    if topics:
        return _names(sentence, topics[-1], verb), SURE
    too = [p for p in own if p.particle == "도" and _names(sentence, p, verb)]
    if too:
        return _names(sentence, too[-1], verb), SURE
    shared = sentence.shared_subject(number, verb)
    if shared is not None:
        return shared, SURE
    told = object_told and predicate.ending != "ETM" and not any(p.particle in ("도", "") for p in own[:1])
    return (carried(()), UNSURE) if told else ([], UNSURE)


def _names(sentence: EventSentence, phrase: Phrase, verb: Verb) -> list[str]:
    """Give whom a phrase names that ends with them, and not with what is theirs: 오세린의 발언이."""
    tokens = sentence.tokens[phrase.first : phrase.last]
    last = tokens[-1].form
    if last in words("acts", "expressed") or last in words("acts", "alleged"):
        return []
    mentions = sentence.mentions(phrase)
    end = mentions[-1][0].end if mentions else 0
    owned = [i for i, token in enumerate(tokens) if token.tag == "JKG" and token.start >= end]
    if any(tokens[i - 1].form not in ("명", "여명") for i in owned):
        return []
    return sentence.who(phrase, verb)


def _beside(sentence: EventSentence, phrase: Phrase, verb: Verb) -> list[str]:
    """Give whom a phrase beside the subject names; an act is done at a place, and to nobody in it."""
    names = _names(sentence, phrase, verb)
    if _is_marked(sentence, phrase):
        return []
    if phrase.particle in ("과", "에게"):
        return names
    return [name for name in names if sentence.index.is_of(name, ("PS", "OG"))]


def _is_marked(sentence: EventSentence, phrase: Phrase) -> bool:
    """Say whether the next word makes of a phrase what is only named: 한빛전자를 시작으로."""
    after = next((p for p in sentence.phrases if p.first > phrase.last), None)
    return (
        after is not None
        and phrase.particle == "을"
        and after.particle == "로"
        and sentence.text(after) in words("acts", "marking")
    )


def _is_reported(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb leads on to what somebody says: 바꾸면서 … 위반했다고 밝혔다."""
    for predicate in sentence.predicates[number + 1 :]:
        if predicate.ending == "EF":
            return False
        if predicate.form.endswith(("다고", "라고")):
            return True
    return False


def _has_another(sentence: EventSentence, predicate: Predicate) -> bool:
    """Say whether two stand before a verb that may be its subject: 금감원은 … 한빛전자가 …."""
    before = [p.particle for p in sentence.phrases if p.last <= predicate.first]
    return "은" in before and "이" in before
