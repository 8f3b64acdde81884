"""The events of an article: each sentence's verbs, with who and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.document import Document, TextBlock
from store.extract.event.act import act_of
from store.extract.event.carry import carried, told_before, with_speakers
from store.extract.event.merge import Found, merge
from store.extract.event.mood import is_unreal
from store.extract.event.needs import (
    has_needed,
    idiom_nouns,
    said_by_idiom,
    said_by_its_object,
    spoken_at,
)
from store.extract.event.record import event_of
from store.extract.event.sentence import EventSentence
from store.extract.event.table import verbs
from store.extract.event.who import Carried
from store.extract.lexicon import words
from store.extract.marks import quoted_regions
from store.extract.names import MentionIndex
from store.model import Entity, Event, Time

LEAD = 2
"""How many paragraphs an article begins with."""


def find_events(document: Document, entities: list[Entity], times: list[Time]) -> list[Event]:
    """Give the events of an article, each once, in the order of reading; the body's before the title's."""
    index, told = MentionIndex(entities), _telling_words()
    found: list[Found] = []
    read: list[EventSentence] = []
    lead = [block.index for block in document.blocks if block.role == "paragraph"][:LEAD]
    for block in document.blocks:
        if block.role in ("dateline", "byline", "caption"):
            continue
        tells = not told.isdisjoint(block.forms)
        for sentence in _sentences(block, index, times, lead=block.index in lead):
            read.append(sentence)
            if (tells and any(True for token in sentence.tokens if token.form in told)) or sentence.acts:
                sentence.goes_on_from = told_before(sentence, found)
                found += _events(sentence, lambda kinds: carried(read[:-1], kinds))
    return merge([with_speakers(item, read) for item in found])


def _sentences(
    block: TextBlock, index: MentionIndex, times: Sequence[Time], *, lead: bool
) -> Iterator[EventSentence]:
    """Give the sentences of a block; times inside a title or a term ('12일의 약속') date nothing."""
    quoted = quoted_regions(block.text)
    speech = [region for region in quoted if region.kind == "double"]
    terms = [region for region in quoted if region.kind != "double"]
    dated = [time for time in times if time.block == block.index]
    if terms:
        dated = [time for time in dated if not any(r.opening < time.start < r.closing for r in terms)]
    for sentence in block.sentences:
        yield EventSentence(block, sentence, index, dated, speech, lead=lead)


@cache
def _telling_words() -> frozenset[str]:
    """Give the words without one of which a sentence tells no event; 하다, in nearly all of them, is none."""
    held = words("clauses", "light_held") | words("clauses", "light_done") | words("clauses", "occasion")
    placed = words("acts", "whereabouts") | words("acts", "befalling")
    return frozenset(verbs()) | idiom_nouns() | held - {"하"} | placed


def _events(sentence: EventSentence, whom: Carried) -> list[Found]:
    found = []
    for number, predicate in enumerate(sentence.predicates):
        if sentence.skipped[predicate.first]:
            continue
        verb = sentence.verb_of(predicate)
        wide = sentence.around(number)[1] if verb and verb.needs else []
        if verb is None or (
            verb.needs and not has_needed(sentence, verb.needs, wide, sentence.head(predicate))
        ):
            verb = (
                said_by_its_object(sentence, number)
                or said_by_idiom(sentence, number)
                or spoken_at(sentence, number)
                or act_of(sentence, number)
            )
        if verb and not is_unreal(sentence, number, verb):
            own, wide = sentence.around(number)
            found += event_of(sentence, number, verb, own, wide, whom)
    return found
