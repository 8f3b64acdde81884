"""What somebody does by a verb outside the table: any but those of telling, thinking, being, measuring."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from store.extract.event.clause import Phrase, Predicate
from store.extract.event.held import is_held
from store.extract.event.needs import bare
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb
from store.extract.event.tense import RUNNING_ON, tense_of
from store.extract.lexicon import endings, read_rows, words

_WITH = frozenset(["과", "을", "에게", "에", "로부터", "~상대"])
_WHERE = frozenset(["에서", "에", "로"])

_MONTH, _DAY = len("2024-03"), len("2024-03-12")
"""The lengths of the shortest times that date what is done, and what is to be."""


def act_of(sentence: EventSentence, number: int) -> Verb | None:
    """Give the verb of what is done at a predicate that the table does not know, or None where none is."""
    predicate, tokens = sentence.predicates[number], sentence.tokens
    if predicate.stem in words("acts", "befalling") and (held := _befalls(sentence, number)) is not None:
        return held
    if predicate.stem in _no_acts() and predicate.stem != "하" and not _is_handed(sentence, number):
        return None
    first, second = (tokens[predicate.first : predicate.last] * 2)[:2]
    if first.tag not in ("VV", "NNG", "XR") or second.tag == "XSA":
        return None
    if tense_of(sentence, number) is None or _is_figure(sentence, number) or _is_second(sentence, number):
        return None
    own, _ = sentence.around(number)
    if any(_is_expressed(sentence, p) for p in own if p.particle == "을" or p is own[-1]):
        return None
    stem, form = _named(sentence, predicate)
    told = stem in _no_acts() and stem not in words("acts", "handing")
    return Verb(stem, form, "act", _WITH, _WHERE, None, None) if not told else None


def _befalls(sentence: EventSentence, number: int) -> Verb | None:
    """Give the verb of what becomes of what is held: 회담이 12일 끝났다, 공연이 무산됐다."""
    predicate = sentence.predicates[number]
    if not is_held(sentence, number) or tense_of(sentence, number) is None:
        return None
    return Verb(predicate.stem, _named(sentence, predicate)[1], "occasion", frozenset(), _WHERE, None, None)


@cache
def _no_acts() -> frozenset[str]:
    """Give the stems that tell no act."""
    cues = [row[0].removesuffix("다") for row in read_rows("cues")]
    said = [cue.removesuffix("하") for cue in cues]
    named = [words("acts", key) for key in ("told", "thought", "being", "measured")]
    more = [words("future", "befalling"), words("future", "unwilled"), words("clauses", "adverbial")]
    return frozenset({*cues, *said}).union(*named, *more)


def _named(sentence: EventSentence, predicate: Predicate) -> tuple[str, str]:
    """Give the stem and the dictionary form of a verb; 차담을 하다 is 차담하다."""
    tokens = sentence.tokens
    if predicate.first + 1 < predicate.last and tokens[predicate.first + 1].tag == "XSV":
        start = predicate.first
        while start and tokens[start - 1].tag == "XPN" and tokens[start - 1].end == tokens[start].start:
            start -= 1
        noun = sentence.block.text[tokens[start].start : tokens[predicate.first].end]
        return predicate.stem, f"{noun}{tokens[predicate.first + 1].form}다"
    if predicate.stem != "하" or tokens[predicate.first - 1].form == "로":
        return predicate.stem, f"{_joined(sentence, predicate)}다"
    done = [p for p in sentence.phrases if p.last + 1 == predicate.first and p.particle == "을"]
    if not done or not tokens[done[0].last - 1].tag.startswith("NN"):
        return "하", "하다"
    noun = tokens[done[0].last - 1].form
    return noun, f"{noun}하다"


def _joined(sentence: EventSentence, predicate: Predicate) -> str:
    """Give a native verb with what its auxiliary makes of it: 내놓다, 옮겨지다."""
    inside = sentence.tokens[predicate.first : predicate.last]
    helper = next((token for token in inside if token.tag == "VX" and token.form in ("놓", "지")), None)
    if helper is None:
        return predicate.stem
    before = sentence.block.text[inside[0].start : helper.start]
    return (before if helper.start > inside[0].start else predicate.stem).strip() + helper.form


def _is_second(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb is one deed with the verb right before it: 날려 보냈다."""
    if number == 0:
        return False
    before = sentence.predicates[number - 1]
    beside = before.last == sentence.predicates[number].first and before.form in RUNNING_ON
    return beside and before.stem not in _no_acts()


def _is_handed(sentence: EventSentence, number: int) -> bool:
    """Say whether a thing is handed over by a verb that may tell words too: 감사패를 전달했다."""
    predicate = sentence.predicates[number]
    if predicate.stem not in words("acts", "handing") or sentence.is_quoting(predicate):
        return False
    return any(p.particle == "을" for p in sentence.before(number))


def is_act(
    sentence: EventSentence,
    number: int,
    phrases: Sequence[Phrase],
    time: str | None,
    place: str | None,
    *,
    partnered: bool,
) -> bool:
    """Say whether what is done is told well enough: on a day, at a place, or to somebody."""
    ahead = tense_of(sentence, number) == "ahead"
    if ahead and (time is None or len(time.split("/")[0]) < _DAY):
        return False
    there = place is not None and any(p.particle == "에서" for p in sentence.around(number)[1])
    day = time is not None and len(time) >= _MONTH
    return partnered or there or day or is_brought(sentence, number, phrases)


def _is_figure(sentence: EventSentence, number: int) -> bool:
    """Say whether a verb tells how far a figure came: 5043억원까지 쪼그라들었다."""
    own, _ = sentence.around(number)
    if not own or own[-1].particle not in ("로", "까지", "에") or any(p.particle == "을" for p in own):
        return False
    return any(token.tag == "SN" for token in sentence.tokens[own[-1].first : own[-1].last])


def is_brought(sentence: EventSentence, number: int, phrases: Sequence[Phrase]) -> bool:
    """Say whether somebody is brought somewhere: 병원으로 옮겨졌다."""
    if not sentence.is_passive(sentence.predicates[number]):
        return False
    places = endings("acts", "whereabouts")
    return any(p.particle == "로" and sentence.text(p).endswith(places) for p in phrases)


def _is_expressed(sentence: EventSentence, phrase: Phrase) -> bool:
    """Say whether an object is only expressed, or done to nobody: 우려를 표하다."""
    if phrase.particle not in ("을", "도", "만", ""):
        return False
    end = sentence.tokens[phrase.first].start + len(bare(sentence.text(phrase)))
    within = [token for token in sentence.tokens[phrase.first : phrase.last] if token.end <= end]
    return bool(within) and within[-1].tag == "NNG" and within[-1].form in words("acts", "expressed")
