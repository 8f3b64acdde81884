"""What takes place by itself: 새빛영화제가 개막했다, 회담이 무산됐다."""

from __future__ import annotations

from collections.abc import Sequence

from store.extract.event.clause import Phrase
from store.extract.event.needs import bare
from store.extract.event.sentence import EventSentence
from store.extract.event.table import Verb
from store.extract.event.tense import tense_of
from store.extract.lexicon import endings, words


def takes_place(sentence: EventSentence, number: int, verb: Verb) -> bool:
    """Say whether what a verb tells takes place by itself: 새빛영화제가 개막했다; not with an object."""
    predicate = sentence.predicates[number]
    if verb.stem not in words("clauses", "subjectless"):
        befalls = verb.stem in words("acts", "befalling") or sentence.is_passive(predicate)
        return befalls and is_held(sentence, number) and tense_of(sentence, number) is not None
    return predicate.stem != verb.stem or not any(p.particle == "을" for p in sentence.before(number))


def is_held(sentence: EventSentence, number: int) -> bool:
    """Say whether the subject of a verb without an object is what is held: 회담이 무산됐다."""
    before = sentence.before(number)
    if any(phrase.particle == "을" for phrase in before):
        return False
    subjects = [sentence.text(phrase) for phrase in before if phrase.particle in ("이", "은")]
    return bool(subjects) and subjects[-1].endswith(endings("clauses", "held"))


def held_alone(sentence: EventSentence, phrases: Sequence[Phrase]) -> str | None:
    """Give what takes place without a name, which its day and its place tell enough: 시상식은 … 열린다."""
    texts = [bare(sentence.text(phrase)) for phrase in phrases if phrase.particle in ("이", "은")]
    return next((text for text in reversed(texts) if text in words("clauses", "held")), None)


def occasion_of(sentence: EventSentence, phrases: Sequence[Phrase], head: Phrase | None) -> str | None:
    """Give what takes place: 새빛영화제가 개막했다, 남북 회담이 열렸다, 30일 개막한 영화제에는."""
    subjects = [phrase for phrase in phrases if phrase.particle in ("이", "은")]
    named = [e.name for phrase in subjects for _, e in sentence.mentions(phrase) if e.type == "EV"]
    held = endings("clauses", "held")
    if not named and head is None:
        texts = [bare(sentence.text(phrase)) for phrase in subjects]
        named = [text for text in texts if text.endswith(held) and text not in words("clauses", "held")]
    if not named and head is not None and sentence.text(head).endswith(held):
        named = [word for word in sentence.text(head).split()[-1:] if not word[0].isdigit()]
    return named[-1] if named else None
