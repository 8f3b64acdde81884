"""What a verb of events needs beside it: its object, its occasion, something named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from store.extract.event.clause import Phrase
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb, noun_verb, verbs
from store.extract.lexicon import endings, read_rows, words

_CLOSING = re.compile(r"(?:\s?\([^()]*\)|[’'”\"」』])+$")


@cache
def _idioms() -> dict[tuple[str, str, str], str]:
    """Give the rows of ``tables/idioms.tsv`` that nouns, their particles and verbs make together."""
    return {(noun, particle, stem): row for noun, particle, stem, row, *_ in read_rows("idioms")}


@cache
def _idiom_verbs() -> frozenset[str]:
    return frozenset(stem for _, _, stem in _idioms())


@cache
def idiom_nouns() -> frozenset[str]:
    """Give the nouns of the idioms."""
    return frozenset(noun for noun, _, _ in _idioms())


def said_by_idiom(sentence: EventSentence, number: int) -> Verb | None:
    """Give the verb that a noun and a verb mean together: 막을 올리다, 재판에 넘기다."""
    predicate = sentence.predicates[number]
    if predicate.stem not in _idiom_verbs():
        return None
    before = [p for p in sentence.around(number)[0] if not _is_figure(sentence, p)]
    beside = [p for p in before[-1:] if p.last <= predicate.first]
    if not beside or sentence.tokens[beside[-1].last - 1].form not in idiom_nouns():
        return None
    row = _idioms().get((sentence.tokens[beside[-1].last - 1].form, beside[-1].particle, predicate.stem))
    return verbs()[row] if row is not None else None


def _is_figure(sentence: EventSentence, phrase: Phrase) -> bool:
    """Say whether a phrase is a number: 금리를 연 2.5%로 0.25%포인트 내렸다."""
    tokens = sentence.tokens[phrase.first : phrase.last]
    return any(token.tag == "SN" for token in tokens) and tokens[-1].tag in ("NNB", "SW", "SN", "NNG", "NR")


def spoken_at(sentence: EventSentence, number: int) -> Verb | None:
    """Give the verb of whoever speaks at an occasion or to the press, by any verb of speech."""
    predicate = sentence.predicates[number]
    spoken = predicate.stem in _cues() or (predicate.stem == "하" and sentence.is_quoting(predicate))
    if not spoken or not is_said_publicly(sentence, sentence.around(number)[1]):
        return None
    return verbs()["말"]


@cache
def _cues() -> frozenset[str]:
    """Give the stems of the verbs of speech."""
    lemmas = [row[0] for row in read_rows("cues") if row[1] in ("say", "ask")]
    return frozenset(lemma.removesuffix("다").removesuffix("하") for lemma in lemmas)


def said_by_its_object(sentence: EventSentence, number: int) -> Verb | None:
    """Give the verb that an object and a light verb make: 회담을 갖다, 우승을 차지하다, 징역을 선고받다."""
    predicate = sentence.predicates[number]
    if predicate.stem not in words("clauses", "light"):
        return None
    own, _ = sentence.around(number)
    takes = "에" if predicate.stem in words("clauses", "light_into") else "을"
    objects = [p for p in own[-1:] if p.particle == takes or (not p.particle and p.last == predicate.first)]
    if not objects:
        return None
    verb = noun_verb(sentence.tokens, objects[0].last - 1)
    fits = verb is not None and verb.needs is None and verb.stem not in words("clauses", "native")
    alone = fits and verb is not None and verb.kind == "meeting" and not any(p.particle == "과" for p in own)
    if (fits and not alone) or predicate.stem not in words("clauses", "light_held"):
        return verb if fits else None
    held = bare(sentence.text(objects[0])).endswith(endings("clauses", "held"))
    return verbs()["열"] if held else verb if fits else None


def names_a_thing(sentence: EventSentence, phrases: Sequence[Phrase]) -> bool:
    """Say whether a product, an event by name, or what is held and gone into, stands in some phrases."""
    held = endings("clauses", "held")
    for phrase in phrases:
        text = bare(sentence.text(phrase)) if phrase.particle == "에" else ""
        ceremony = text.endswith("식") and not text.endswith(endings("acts", "no_ceremony"))
        if text.endswith(held) or (ceremony and len(text) > len("개회")):
            return True
    return any(entity.type in ("PD", "EV") for phrase in phrases for _, entity in sentence.mentions(phrase))


def is_gone_before(sentence: EventSentence, phrases: Sequence[Phrase]) -> bool:
    """Say whether somebody appears before a body, or posts with one: 국회 산업위원회에 출석했다."""
    before = [phrase for phrase in phrases if phrase.particle == "에"]
    return any(entity.type in ("OG", "PD") for phrase in before for _, entity in sentence.mentions(phrase))


def has_needed(sentence: EventSentence, needs: str, phrases: Sequence[Phrase], head: Phrase | None) -> bool:
    """Say whether the object that a verb needs (소송을 제기하다), or the occasion, is there."""
    if needs == "thing":
        return names_a_thing(sentence, phrases)
    if needs == "from":
        text = sentence.block.text
        return any(text.startswith("부터", end) for _, end in sentence.clock.spans)
    nouns = endings("clauses", needs)
    if needs == "held" and head and any(word in nouns for word in sentence.text(head).split()):
        return True
    if needs == "prize":
        texts = [bare(sentence.text(p)) for p in phrases if p.particle == "을"]
        return any(t.endswith(nouns) and not t.endswith(endings("clauses", "no_prize")) for t in texts)
    if needs == "occasion":
        return is_said_publicly(sentence, phrases)
    if needs == "mishap" and head and sentence.text(head).endswith(nouns):
        return True
    particles = ("을", "에") if needs == "rank" else ("을", "이", "은", "도")
    return any(p.particle in particles and bare(sentence.text(p)).endswith(nouns) for p in phrases)


def is_said_publicly(sentence: EventSentence, phrases: Sequence[Phrase]) -> bool:
    """Say whether something is told at an occasion, in a statement, or to the press."""
    occasions, press = endings("clauses", "occasion"), words("clauses", "press")
    for phrase in phrases:
        text = bare(sentence.text(phrase))
        if phrase.particle == "에서" and text.endswith(occasions):
            return True
        if phrase.particle in ("에게", "에") and not press.isdisjoint(text.split()[-1:]):
            return True
    told = occasions + endings("clauses", "written")
    return any(bare(sentence.text(phrase)).endswith(told) for phrase in sentence.means())


def bare(text: str) -> str:
    """Take a gloss or a mark off the end: 업무협약(MOU), '청년 정책 협약'."""
    return _CLOSING.sub("", text)
