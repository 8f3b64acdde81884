"""Reads the events of each sentence: its verbs of the table with what stands around them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from store.extract.document import Document, Sentence, TextBlock
from store.extract.event.clause import Phrase, Predicate, read_clauses
from store.extract.event.merge import Found, merge
from store.extract.event.participants import find_participants
from store.extract.event.place import place_of
from store.extract.event.table import Verb, verbs
from store.extract.event.when import Clock
from store.extract.lexicon import words
from store.extract.marks import Region, quoted_regions
from store.extract.names import MentionIndex
from store.model import Entity, Event, Time

CARRIED = 3
"""How many sentences a subject is carried on to ones that name none."""

SURE, UNSURE = 0.8, 0.6


def find_events(document: Document, entities: list[Entity], times: list[Time]) -> list[Event]:
    """Give the events of an article, each once, in the order of reading; one told in title and body stands there."""
    index = MentionIndex(entities)
    found: list[Found] = []
    read: list[_Sentence] = []
    for block in document.blocks:
        if block.role in ("dateline", "byline", "caption"):
            continue
        speech = [region for region in quoted_regions(block.text) if region.kind == "double"]
        for sentence in block.sentences:
            read.append(_Sentence(block, sentence, index, times, speech))
            if any(token.form in verbs() for token in block.tokens_of(sentence)):
                found += read[-1].events(lambda: _carried(read[:-1]))
    return merge([_with_speakers(item, read) for item in found])


def _with_speakers(item: Found, read: Sequence[_Sentence]) -> Found:
    """Add to an occasion (실적발표 콘퍼런스콜) those of the same body who are quoted after it."""
    if verbs()[item.event.verb].needs != "occasion":
        return item
    speakers = [
        name
        for sentence in read
        if (item.event.block, item.event.end) <= sentence.place
        for name in sentence.speakers_of(item.event.participants)
    ]
    participants = tuple(dict.fromkeys((*item.event.participants, *speakers)))
    return item._replace(event=msgspec.structs.replace(item.event, participants=participants))


def _is_object(phrases: Sequence[Phrase]) -> bool:
    """Say whether the last phrase belongs to an adverbial verb (홈페이지를 통해), and not to the next one."""
    return bool(phrases) and phrases[-1].particle in ("을", "에")


def _carried(read: Sequence[_Sentence]) -> list[str]:
    """Give whom the nearest of the last sentences is about."""
    return next((names for sentence in read[: -CARRIED - 1 : -1] if (names := sentence.topic_names())), [])


class _Sentence:
    """One sentence with its phrases and predicates."""

    def __init__(
        self,
        block: TextBlock,
        sentence: Sentence,
        index: MentionIndex,
        times: Sequence[Time],
        speech: Sequence[Region],
    ) -> None:
        self._block, self._sentence, self._index, self._speech = block, sentence, index, speech
        self._tokens = block.tokens_of(sentence)
        self._clock = Clock(block, sentence, times)

    @property
    def place(self) -> tuple[int, int]:
        """Where the sentence stands: its block, and its end there."""
        return self._sentence.block, self._sentence.end

    def speakers_of(self, bodies: Sequence[str]) -> list[str]:
        """Give the person the sentence is about, if it quotes and names the person with one of the bodies."""
        if not any(self._sentence.start <= r.opening < self._sentence.end for r in self._speech):
            return []
        for phrase in self._clauses[0]:
            if phrase.particle == "은":
                within = self._index.within(self._block.index, *self._span(phrase))
                if any(entity.name in bodies for _, entity in within):
                    return [entity.name for _, entity in within if entity.type == "PS"]
        return []

    @cached_property
    def _skipped(self) -> list[bool]:
        """Which tokens are part of a time, or of speech."""
        return [
            self._clock.covers(token) or any(r.opening <= token.start < r.closing for r in self._speech)
            for token in self._tokens
        ]

    @cached_property
    def _clauses(self) -> tuple[list[Phrase], list[Predicate]]:
        return read_clauses(self._tokens, self._skipped)

    def events(self, carried: Callable[[], list[str]]) -> list[Found]:
        """Give the events of the sentence in order."""
        found = []
        for number, predicate in enumerate(self._clauses[1]):
            verb = verbs().get(predicate.stem)
            if verb and not self._skipped[predicate.first] and (event := self._event(number, verb, carried)):
                found.append(event)
        return found

    def topic_names(self) -> list[str]:
        """Give whom the sentence is about, to be carried on."""
        topics = [p for p in self._clauses[0] if p.particle == "은"]
        subjects = [p for p in self._clauses[0] if p.particle == "이" and self._is_main(p)]
        for phrase in (*topics, *subjects):
            within = self._index.within(self._block.index, *self._span(phrase))
            known = {entity.name for _, entity in within}
            if names := [name for name in self._who(phrase) if name in known]:
                return names
        return []

    def _event(self, number: int, verb: Verb, carried: Callable[[], list[str]]) -> Found | None:
        predicate = self._clauses[1][number]
        if self._is_unreal(predicate, verb):
            return None
        own, wide = self._around(number)
        if verb.needs and not self._has_needed(verb.needs, wide):
            return None
        own_subjects = [phrase for phrase in own if phrase.particle in ("이", "은")]
        if verb.stem in words("clauses", "subjectless") and not self._is_attended(predicate):
            own_subjects = [p for p in own_subjects if p.particle == "이"]
        nearest = [p for p in own_subjects if p.particle == "이"] or own_subjects
        subjects = [name for phrase in nearest for name in self._who(phrase, verb)]
        others = [name for phrase in wide if phrase.particle in verb.who for name in self._who(phrase, verb)]
        others += self._against(wide) if "~상대" in verb.who else []
        others += self._hearing(wide) if "심리" in verb.who else []
        head = self._head(predicate)
        confidence = SURE
        if self._is_purpose(number):
            return None
        if head and not subjects:
            subjects = head
        elif head and verb.kind == "meeting":
            others += head
        if not subjects and not own_subjects and verb.stem not in words("clauses", "subjectless"):
            subjects, confidence = self._shared_subject(number, carried)
        participants = tuple(dict.fromkeys((*subjects, *others)))
        place = verb.place or place_of(self._block, self._tokens, wide, verb, self._index)
        if not participants and not place:
            return None
        if (verb.kind == "meeting" and len(participants) < 2) or (verb.kind == "visit" and place is None):
            return None
        start = min([self._tokens[predicate.first].start, *(self._tokens[p.first].start for p in wide)])
        end = self._tokens[predicate.last - 1].end
        own_start = self._tokens[self._clauses[1][number - 1].last - 1].end if number else 0
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
        predicate = self._clauses[1][number]
        left = self._clauses[1][number - 1].last if number else 0
        own = [p for p in self._clauses[0] if left <= p.first and p.last <= predicate.first]
        wide = list(own)
        for i in range(number - 1, -1, -1):
            before = self._clauses[1][i]
            adverb = before.stem in words("clauses", "adverbial")
            said = verbs()[predicate.stem].needs == "occasion" and before.form.endswith("고")
            if before.ending != "ETM" and not adverb and not said:
                break
            left = self._clauses[1][i - 1].last if i else 0
            theirs = [p for p in self._clauses[0] if left <= p.first and p.last <= before.first]
            keeps = len(theirs) if before.stem in verbs() else int(not adverb or _is_object(theirs))
            wide = [p for k, p in enumerate(theirs) if p.particle == "은" or k < len(theirs) - keeps] + wide
        return own, wide

    def _shared_subject(self, number: int, carried: Callable[[], list[str]]) -> tuple[list[str], float]:
        """Give the subject of an earlier clause that this one shares, or the one carried, and how sure that is."""
        start = self._clauses[1][number].first
        for phrase in reversed([p for p in self._clauses[0] if p.last <= start]):
            if phrase.particle == "은":
                return self._who(phrase), SURE
            if phrase.particle == "이" and self._is_main(phrase) and (names := self._who(phrase)):
                return names, SURE
        return carried(), UNSURE

    def _is_main(self, phrase: Phrase) -> bool:
        """Say whether the verb after a phrase closes no relative clause."""
        follower = next((p for p in self._clauses[1] if p.first >= phrase.last), None)
        return follower is None or follower.ending in ("EC", "EF", "")

    def _is_attended(self, predicate: Predicate) -> bool:
        """Say whether whom the sentence is about was there: A는 서울에서 열린 포럼에서 …"""
        following = next((p for p in self._clauses[0] if p.first == predicate.last), None)
        return following is not None and following.particle in ("에서", "에")

    def _is_unreal(self, predicate: Predicate, verb: Verb) -> bool:
        """Say whether a verb tells no event: a wish, a denial, a request, what is still to be done."""
        inside = self._tokens[predicate.first : predicate.last]
        if any(token.tag == "VX" and token.form in words("clauses", "unreal") for token in inside):
            return True
        after = self._tokens[predicate.last : predicate.last + 1]
        if predicate.ending == "ETN":
            return not (after and after[0].form == "로")
        return predicate.ending == "ETM" and predicate.form in ("는", "ㄹ", "을") and verb.kind != "occasion"

    def _is_purpose(self, number: int) -> bool:
        """Say whether a verb tells only what something is for: 화성에 착륙해 지하를 탐사할 탐사선."""
        predicate, following = self._clauses[1][number], self._clauses[1][number + 1 : number + 2]
        return any(
            predicate.ending == "EC" and after.ending == "ETM" and after.form in ("ㄹ", "을")
            for after in following
        )

    def _head(self, predicate: Predicate) -> list[str]:
        """Give whom a relative clause describes: 방한한 나델라 CEO."""
        if predicate.ending != "ETM":
            return []
        for phrase in self._clauses[0]:
            if phrase.first == predicate.last and self._tokens[phrase.first].form not in words(
                "clauses", "no_heads"
            ):
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
        following = [p for p in self._clauses[0] if p.first == predicate.last and predicate.ending == "ETM"]
        for phrase in (*following, *reversed(phrases)):
            for _, entity in reversed(self._index.within(self._block.index, *self._span(phrase))):
                if entity.type == "EV" or (entity.type == "OG" and phrase in following):
                    return entity.id
        for phrase in phrases:
            if phrase.particle == "에":
                for _, entity in self._index.within(self._block.index, *self._span(phrase)):
                    return entity.id
        return None

    def _has_needed(self, needs: str, phrases: Sequence[Phrase]) -> bool:
        nouns = tuple(words("clauses", needs))
        particles = ("에서",) if needs == "occasion" else ("을", "이", "은")
        return any(p.particle in particles and self._text(p).endswith(nouns) for p in phrases)

    def _who(self, phrase: Phrase, verb: Verb | None = None) -> list[str]:
        """Give whom a phrase names; craft and ships take part in what happens to them."""
        names = find_participants(self._block, *self._span(phrase), self._index)
        if names or verb is None or verb.kind not in ("landing", "launch", "accident"):
            return names
        within = self._index.within(self._block.index, *self._span(phrase))
        return [entity.name for _, entity in within if entity.type in ("PD", "OG")][-1:]

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        return self._tokens[phrase.first].start, self._tokens[phrase.last - 1].end

    def _text(self, phrase: Phrase) -> str:
        start, end = self._span(phrase)
        return re.sub(r"\s+", " ", self._block.text[start:end])
