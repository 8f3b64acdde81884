"""Reads the events of each sentence: its verbs of the table with what stands around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from store.extract.document import Document, Sentence, TextBlock
from store.extract.event.clause import Phrase, Predicate, read_clauses
from store.extract.event.merge import Found, merge
from store.extract.event.participants import find_participants
from store.extract.event.place import place_of
from store.extract.event.table import Verb, verbs
from store.extract.event.when import Clock
from store.extract.lexicon import words
from store.extract.marks import quoted_regions
from store.extract.names import MentionIndex
from store.model import Entity, Event, Time

CARRIED = 2
"""How many sentences a subject is carried on to ones that name none."""

SURE, UNSURE = 0.8, 0.6

_NO_HEAD = frozenset(
    ["것", "바", "수", "뒤", "때", "후", "전", "직후", "데", "지", "만", "채", "대로", "적", "점", "사실", "이후", "직전", "가운데", "중", "만큼", "셈", "경우", "이유", "배경", "계획", "예정", "방침", "혐의"]
)


def find_events(document: Document, entities: list[Entity], times: list[Time]) -> list[Event]:
    """Give the events of an article, each once, in the order of reading; one told in title and body stands there."""
    index = MentionIndex(entities)
    found: list[Found] = []
    carried = _Carried()
    for block, sentence in document.sentences():
        if block.role in ("dateline", "byline", "caption"):
            continue
        reader = _Sentence(block, sentence, index, times)
        found += reader.events(carried)
        carried.note(reader.topic_names())
    return merge(found)


@dataclass(slots=True)
class _Carried:
    """The last subject that was named, and how many sentences ago."""

    names: list[str] = field(default_factory=list)
    age: int = 0

    def note(self, names: list[str]) -> None:
        self.names, self.age = (names, 0) if names else (self.names, self.age + 1)


class _Sentence:
    """One sentence with its phrases and predicates."""

    def __init__(
        self, block: TextBlock, sentence: Sentence, index: MentionIndex, times: Sequence[Time]
    ) -> None:
        self._block, self._index = block, index
        self._tokens = block.tokens_of(sentence)
        self._clock = Clock(block, sentence, times)
        speech = [region for region in quoted_regions(block.text) if region.kind == "double"]
        self._skipped = [
            self._clock.covers(token) or any(r.opening <= token.start < r.closing for r in speech)
            for token in self._tokens
        ]
        self._phrases, self._predicates = read_clauses(self._tokens, self._skipped)

    def events(self, carried: _Carried) -> list[Found]:
        """Give the events of the sentence in order."""
        found = []
        for number, predicate in enumerate(self._predicates):
            verb = verbs().get(predicate.stem)
            if verb and not self._skipped[predicate.first] and (event := self._event(number, verb, carried)):
                found.append(event)
        return found

    def topic_names(self) -> list[str]:
        """Give whom the sentence is about, to be carried on."""
        topics = [p for p in self._phrases if p.topic and p.particle == "은"]
        subjects = [p for p in self._phrases if p.particle == "이"]
        for phrase in (*topics, *subjects):
            if names := self._who(phrase):
                return names
        return []

    def _event(self, number: int, verb: Verb, carried: _Carried) -> Found | None:
        predicate = self._predicates[number]
        own, wide = self._around(number)
        if "+자리" in verb.where and not any(self._is_occasion(p) for p in wide):
            return None
        subjects = [name for phrase in own if phrase.particle in ("이", "은") for name in self._who(phrase)]
        others = [name for phrase in wide if phrase.particle in verb.who for name in self._who(phrase)]
        others += self._against(wide) if "~상대" in verb.who else []
        others += self._hearing(wide) if "심리" in verb.who else []
        head = self._head(predicate)
        confidence = SURE
        if head and not subjects:
            subjects = head
        elif head and verb.kind == "meeting":
            others += head
        subjects = subjects or self._subject_before(number)
        if not subjects and not (verb.kind == "occasion" and others) and carried.age < CARRIED:
            subjects, confidence = carried.names, UNSURE
        participants = tuple(dict.fromkeys((*subjects, *others)))
        place = verb.place or place_of(self._block, self._tokens, wide, verb, self._index)
        if not participants and not place:
            return None
        if (verb.kind == "meeting" and len(participants) < 2) or (verb.kind == "visit" and place is None):
            return None
        start = min([self._tokens[predicate.first].start, *(self._tokens[p.first].start for p in wide)])
        end = self._tokens[predicate.last - 1].end
        own_start = min([self._tokens[predicate.first].start, *(self._tokens[p.first].start for p in own)])
        event = Event(
            text=self._block.text[start:end],
            block=self._block.index,
            start=start,
            end=end,
            verb=predicate.stem,
            participants=participants,
            place=place,
            time=self._clock.value_for(own_start, self._tokens[predicate.first].start),
            confidence=confidence,
            rule=f"event.{verb.kind}",
        )
        return Found(event, verb.kind, self._about(predicate, wide), self._block.role in ("title", "deck"))

    def _around(self, number: int) -> tuple[list[Phrase], list[Phrase]]:
        """Give the phrases right before a predicate, and with them those before its relative clauses.

        A relative clause keeps the phrase beside its verb, and all of its own where the verb makes an event.
        """
        predicate = self._predicates[number]
        left = self._predicates[number - 1].last if number else 0
        own = [p for p in self._phrases if left <= p.first and p.last <= predicate.first]
        wide = list(own)
        for i in range(number - 1, -1, -1):
            before = self._predicates[i]
            if before.ending != "ETM":
                break
            left = self._predicates[i - 1].last if i else 0
            theirs = [p for p in self._phrases if left <= p.first and p.last <= before.first]
            keeps = 1 if before.stem not in verbs() else len(theirs)
            wide = [p for k, p in enumerate(theirs) if p.particle == "은" or k < len(theirs) - keeps] + wide
        return own, wide

    def _subject_before(self, number: int) -> list[str]:
        """Give the subject of an earlier clause that this one shares, or the sentence's topic."""
        start = self._predicates[number].first
        for phrase in reversed([p for p in self._phrases if p.last <= start]):
            follower = next((p for p in self._predicates if p.first >= phrase.last), None)
            shared = phrase.particle == "은" or (follower is not None and follower.ending in ("EC", "EF"))
            if phrase.particle in ("이", "은") and shared and (names := self._who(phrase)):
                return names
        return []

    def _head(self, predicate: Predicate) -> list[str]:
        """Give whom a relative clause describes: 방한한 나델라 CEO."""
        if predicate.ending != "ETM":
            return []
        for phrase in self._phrases:
            if phrase.first == predicate.last and self._tokens[phrase.first].form not in _NO_HEAD:
                return self._who(phrase)
        return []

    def _against(self, phrases: Sequence[Phrase]) -> list[str]:
        for whom, marker in itertools.pairwise(phrases):
            if whom.particle == "을" and self._text(marker) == "상대" and marker.particle == "로":
                return self._who(whom)
        return []

    def _hearing(self, phrases: Sequence[Phrase]) -> list[str]:
        for phrase in phrases:
            if phrase.particle == "로" and self._text(phrase).endswith("심리"):
                start, end = self._span(phrase)
                return [
                    e.name for _, e in self._index.within(self._block.index, start, end) if e.type == "PS"
                ]
        return []

    def _about(self, predicate: Predicate, phrases: Sequence[Phrase]) -> str | None:
        """Give the named event (or the body that meets) that a verb of occasions is about, by its entity's id."""
        following = [p for p in self._phrases if p.first == predicate.last and predicate.ending == "ETM"]
        for phrase in (*following, *reversed(phrases)):
            for _, entity in reversed(self._index.within(self._block.index, *self._span(phrase))):
                if entity.type == "EV" or (entity.type == "OG" and phrase in following):
                    return entity.id
        for phrase in phrases:
            if phrase.particle == "에":
                for _, entity in self._index.within(self._block.index, *self._span(phrase)):
                    return entity.id
        return None

    def _is_occasion(self, phrase: Phrase) -> bool:
        return phrase.particle == "에서" and self._text(phrase).endswith(tuple(words("works", "occasions")))

    def _who(self, phrase: Phrase) -> list[str]:
        return find_participants(self._block, *self._span(phrase), self._index)

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        return self._tokens[phrase.first].start, self._tokens[phrase.last - 1].end

    def _text(self, phrase: Phrase) -> str:
        start, end = self._span(phrase)
        return re.sub(r"\s+", " ", self._block.text[start:end])
