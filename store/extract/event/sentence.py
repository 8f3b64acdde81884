"""One sentence as events need it: who stands around its verbs, and to which verb they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from store.extract.bodies import body_meant
from store.extract.document import Sentence, TextBlock
from store.extract.event.clause import Phrase, Predicate, read_clauses, with_whole_names
from store.extract.event.groups import is_several
from store.extract.event.participants import find_participants
from store.extract.event.table import Verb, noun_verb, verbs
from store.extract.event.when import Clock
from store.extract.lexicon import endings, words
from store.extract.marks import Region
from store.extract.names import MentionIndex
from store.extract.pairs import pair_kinds
from store.model import Entity, Span, Time

_THINGS = ("landing", "launch", "accident", "award", "law")
"""Kinds of events that craft, ships and whatever belongs to a body take part in themselves."""

_CRAFT = ("landing", "launch", "accident")
"""Of these, the ones that craft without a name take part in: 사고 여객기가 추락했다."""

_GLOSS = re.compile(r"\([^()]*\)")

_TOLD_LATER = ("occasion", "visit", "announcement", "release")
"""Kinds whose relative verb dates its sentence too: 12일 열린 포럼에서 만났다."""

_JOINING = ("고", "으며", "며", "지만", "으나", "나", "는데")
"""Endings of a clause after which another one tells its own day."""

_CLAIMED = ("다며", "라며", "다면서", "라면서")
"""Endings of what is claimed before something is done: 훔쳤다며 소송을 제기했다."""


class EventSentence:
    """A sentence with its phrases and predicates, read when they are first asked for."""

    def __init__(
        self,
        block: TextBlock,
        sentence: Sentence,
        index: MentionIndex,
        times: Sequence[Time],
        speech: Sequence[Region],
        *,
        lead: bool = False,
    ) -> None:
        """Read ``sentence`` of ``block``, which may ``lead`` the article; ``speech`` are quoted regions."""
        self.block, self.index, self.lead = block, index, lead
        self.tokens = block.tokens_of(sentence)
        outside = [t for t in times if not any(r.opening <= t.start < r.closing for r in speech)]
        self.clock = Clock(block, sentence, outside if speech else times)
        self._sentence, self._speech = sentence, speech
        self.goes_on_from: tuple[str | None, str | None] = (None, None)
        self._around: dict[int, tuple[list[Phrase], list[Phrase]]] = {}

    @property
    def end(self) -> tuple[int, int]:
        """Where the sentence ends: its block, and the place in it."""
        return self._sentence.block, self._sentence.end

    @property
    def is_quoted(self) -> bool:
        """Whether the sentence quotes somebody."""
        return any(self._sentence.start <= r.opening < self._sentence.end for r in self._speech)

    @property
    def acts(self) -> bool:
        """Whether the sentence may tell when, or to whom, somebody named does something."""
        text, start, end = self.block.text, self._sentence.start, self._sentence.end
        return (self.clock.dated or text.find("에게", start, end) > 0) and bool(self.names)

    @cached_property
    def skipped(self) -> list[bool]:
        """Which tokens are part of a time, or of speech."""
        covered = sorted([*self.clock.spans, *((r.opening, r.closing) for r in self._speech)])
        if not covered:
            return [False] * len(self.tokens)
        skipped, at = [], 0
        for token in self.tokens:
            while at < len(covered) and covered[at][1] <= token.start:
                at += 1
            skipped.append(at < len(covered) and covered[at][0] < token.end)
        return skipped

    @cached_property
    def _clauses(self) -> tuple[list[Phrase], list[Predicate]]:
        block, begun = self.block, self._sentence.first
        names = [
            (block.token_at(span.start) - begun, block.token_at(span.end) - begun) for span, _ in self.names
        ]
        return read_clauses(with_whole_names(self.tokens, names), self.skipped)

    @cached_property
    def names(self) -> Sequence[tuple[Span, Entity]]:
        """The mentions in the sentence."""
        return self.index.within(self.block.index, self._sentence.start, self._sentence.end)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases in order."""
        return self._clauses[0]

    @cached_property
    def predicates(self) -> list[Predicate]:
        """The verbs in order."""
        return self._clauses[1]

    def text(self, phrase: Phrase) -> str:
        """Give the words of a phrase."""
        start, end = self._span(phrase)
        return " ".join(self.block.text[start:end].split())

    def mentions(self, phrase: Phrase) -> Sequence[tuple[Span, Entity]]:
        """Give the mentions in a phrase."""
        return self.index.within(self.block.index, *self._span(phrase))

    def is_pronoun(self, phrase: Phrase) -> bool:
        """Say whether a phrase means someone named before: 그는."""
        return self.text(phrase) in words("clauses", "pronouns")

    def pair_of(self, phrase: Phrase) -> Sequence[str]:
        """Give the kinds of names that 두 회사, 양국 or 두 사람 stands for; none for any other phrase."""
        return pair_kinds(self.text(phrase))

    def who(self, phrase: Phrase, verb: Verb | None = None) -> list[str]:
        """Give whom a phrase names; craft and ships take part in what happens to them."""
        held = verb is not None and verb.stem in words("clauses", "subjectless")
        places = verb is None or (verb.kind in words("acts", "kinds_of_states") and not held)
        names = find_participants(self.block, *self._span(phrase), self.index, places=places)
        if verb is not None and verb.kind in _CRAFT and not names:
            names = [
                word for word in self.text(phrase).split()[-1:] if word.endswith(endings("clauses", "craft"))
            ]
        if verb is not None and verb.kind == "harm":
            bodies = {entity.name for _, entity in self.mentions(phrase) if entity.type == "OG"}
            return [name for name in names if name not in bodies]
        if not names and phrase.particle in ("은", "이"):
            body = body_meant(self.text(phrase), self._span(phrase)[0], self.block.index, self.index)
            names = [body.name] if body is not None else []
            text = _GLOSS.sub("", self.text(phrase))
            if is_several(text) and not self.pair_of(phrase):
                return [text]
            names = [text] if not names and text.endswith(endings("clauses", "bodies")) else names
        if verb is None or verb.kind not in _THINGS or (names and verb.kind not in _CRAFT):
            return names
        start, end = self._span(phrase)
        covering = self.index.at(self.block.index, start)
        start = covering[0].start if covering is not None else start
        inside = self.index.within(self.block.index, start, end)
        return [entity.name for _, entity in inside if entity.type in ("PD", "OG")][-1:] or names

    def around(self, number: int) -> tuple[list[Phrase], list[Phrase]]:
        """Give the phrases right before a predicate, and with them those before its relative clauses.

        A relative clause keeps the phrase beside its verb, and all of its own where the verb makes an event.
        """
        if number not in self._around:
            self._around[number] = self._read_around(number)
        return self._around[number]

    def _read_around(self, number: int) -> tuple[list[Phrase], list[Phrase]]:
        predicate = self.predicates[number]
        own, first = self.before(number), number
        while first and self._is_apposition(self.predicates[first - 1]):
            first -= 1
            own = [*self.before(first)[:-1], *own]
        wide = list(own)
        for i in range(first - 1, -1, -1):
            before = self.predicates[i]
            adverb = before.stem in words("clauses", "adverbial")
            verb = verbs().get(predicate.stem)
            spoken = self.is_quoting(predicate) or (verb is not None and verb.needs == "occasion")
            said = spoken and before.form.endswith(("고", *_CLAIMED))
            claimed = self.is_claimed(before) and not spoken
            if not (before.ending == "ETM" or adverb or said or claimed or self.is_decided(before)):
                break
            theirs = self.before(i)
            if claimed:
                wide = theirs[: self._matrix(theirs)] + wide
                continue
            kept = bool(theirs) and theirs[-1].particle in ("을", "에") if adverb else True
            kept = kept and before.stem not in words("clauses", "serial")
            other = verbs().get(before.stem)
            whole = other is not None and other.kind != "occasion" and other.needs is None
            keeps = len(theirs) if whole else int(kept and not other)
            shared = ("은", "에서") if said else ("은",)
            wide = [p for k, p in enumerate(theirs) if p.particle in shared or k < len(theirs) - keeps] + wide
        return own, wide

    def _matrix(self, phrases: Sequence[Phrase]) -> int:
        """Give how many phrases before what is claimed are those of the verb that claims it.

        한빛전자가 새빛전자를 상대로 | 기술을 훔쳤다며: the subject, and whom it is against.
        """
        against = [i for i, p in enumerate(phrases) if p.particle == "로" and self.text(p) == "상대"]
        subject = next((i for i, p in enumerate(phrases) if p.particle in ("이", "은")), -1)
        return max([subject, *against]) + 1

    def when(self, clause: int, verb: int, *, strictly: bool = False) -> str | None:
        """Give when the verb at ``verb``, whose clause begins at ``clause``, happened.

        The day of the source (9일 경찰에 따르면) is that of the news where the sentence has no other, but not
        ``strictly``.
        """
        bound, cited = self._bound_times
        if self._dates < 2:
            return self.clock.value_for(clause, verb, (*bound, *cited) if strictly else bound)
        # 11일 고소했고, 경찰은 4일 달아나던 이를 붙잡았다
        before = [p for p in self.predicates if p.ending == "EC" and self.tokens[p.last - 1].end <= verb]
        joined = [p for p in before if p.form in _JOINING and self.has_past(p)]
        outer = self.tokens[joined[-1].last - 1].end if joined else 0
        return self.clock.value_for(clause, verb, (*bound, *cited), outer)

    def has_past(self, predicate: Predicate) -> bool:
        """Say whether a verb tells itself that it is over: 고소했고."""
        inside = self.tokens[predicate.first : predicate.last]
        return any(token.tag == "EP" and token.form in ("었", "았", "였") for token in inside)

    @cached_property
    def _dates(self) -> int:
        return len(self.clock.own(0, self.tokens[-1].end))

    @cached_property
    def _bound_times(self) -> tuple[list[int], list[int]]:
        """Where times begin that date the relative verb beside them or what lies ahead, and the source's."""
        bound, cited = [], []
        for start, end in self.clock.spans:
            after = next((p for p in self.predicates if self.tokens[p.first].start >= end), None)
            if after is None:
                continue
            verb = self.verb_of(after) if after.ending == "ETM" else None
            beside = self.tokens[after.first - 1].end <= end if after.first else False
            to_be = after.ending == "ETM" and after.form in ("ㄹ", "을")
            ahead = to_be or self._is_spoken_of(after, start) or after.stem in words("clauses", "ahead")
            if after.form == "면" and after.stem in words("clauses", "cited"):
                cited.append(start)
            elif ahead or (beside and verb is not None and verb.kind not in _TOLD_LATER):
                bound.append(start)
        claims = [i for i, predicate in enumerate(self.predicates) if self.is_claimed(predicate)]
        bound += [start for i in claims for start in self._claimed_times(i)]
        return bound, cited

    def _is_spoken_of(self, predicate: Predicate, time: int) -> bool:
        """Say whether a time is that of what is only told about: 12일 발생한 사건에 대해서는 정부가 …."""
        head = self.head(predicate)
        if head is None or head.particle != "에" or self.is_gone_to(head) or self._is_apposition(predicate):
            return False
        return not any(p.particle in ("은", "이") and self.tokens[p.first].start < time for p in self.phrases)

    def means(self) -> list[Phrase]:
        """Give what is said through or brought out: 성명을 통해, 보도자료를 내고."""
        verbs_after = {p.first: p.stem for p in self.predicates}
        through = words("clauses", "through")
        return [p for p in self.phrases if p.particle == "을" and verbs_after.get(p.last + 1) in through]

    def main_clause_times(self, own: Sequence[Phrase], verb: int) -> int:
        """Give where the times of the main clause end before a relative one, or 0.

        대법원은 15일 사기 혐의로 기소된 …의 상고를 기각했다: what follows the topic is the main verb's, where
        more stands between it and the relative verb.
        """
        topic = next((p for p in own if p.particle == "은"), None)
        if topic is None:
            return 0
        after = self.tokens[topic.last - 1].end
        times = [end for start, end in self.clock.spans if after <= start < verb]
        later = [p for p in own if times and self.tokens[p.first].start >= times[0]]
        return times[0] if times and later else 0

    def shared_subject(self, number: int, verb: Verb) -> list[str] | None:
        """Give the subject that a verb shares with an earlier clause; None where the sentence names none."""
        start = self.predicates[number].first
        unnamed, nested = False, None
        for phrase in reversed([p for p in self.phrases if p.last <= start]):
            if phrase.particle == "은":
                return None if self.is_pronoun(phrase) else self.who(phrase, verb)
            if phrase.particle == "이" and self.is_main(phrase):
                if names := self.who(phrase, verb):
                    return names
                unnamed = True
            elif phrase.particle == "이" and not nested:
                # 오 위원장이 … 관계가 있는 전문가를 배제하라고 지시했다: nearer than another sentence's.
                nested = self.who(phrase, verb)
        return [] if unnamed else nested or None

    def head(self, predicate: Predicate) -> Phrase | None:
        """Give the phrase that a relative clause describes: 방한한 → 나델라 CEO."""
        following = next((p for p in self.phrases if p.first == predicate.last), None)
        if following is not None and self.is_owned(following):
            following = next((p for p in self.phrases if p.first > following.last), None)
        if predicate.ending != "ETM" or following is None:
            return None
        return None if self.tokens[following.first].form in words("clauses", "no_heads") else following

    def is_owned(self, phrase: Phrase) -> bool:
        """Say whether a phrase belongs to the next one: 한빛FC와의 경기."""
        after = self.tokens[phrase.last : phrase.last + 2]
        return phrase.particle == "과" and [token.form for token in after][1:] == ["의"]

    def clause_start(self, number: int) -> int:
        """Give where the clause of a predicate begins, with what it claims and says of its own phrases."""
        for i in range(number - 1, -1, -1):
            before = self.predicates[i]
            if not self._is_apposition(before) and not (
                self.is_claimed(before) and not self._claimed_times(i)
            ):
                return self.tokens[before.last - 1].end
        return 0

    def _claimed_times(self, number: int) -> list[int]:
        """Give where the times of what is claimed begin: 한빛전자는 | 15일 출시하겠다며."""
        theirs, predicate = self.before(number), self.predicates[number]
        outer = theirs[: self._matrix(theirs)]
        last = outer[-1].last if outer else self.predicates[number - 1].last if number else 0
        begun = self.tokens[last - 1].end if last else 0
        return [start for start, _ in self.clock.spans if begun <= start < self.tokens[predicate.first].start]

    def is_gone_to(self, phrase: Phrase) -> bool:
        """Say whether a phrase is where something is done: 열린 포럼에서, and not 열린 포럼에 대해."""
        if phrase.particle not in ("에서", "에"):
            return False
        after = next((p for p in self.predicates if p.first >= phrase.last), None)
        return after is None or after.first > phrase.last + 1 or after.stem not in words("clauses", "about")

    def is_quoting(self, predicate: Predicate) -> bool:
        """Say whether a verb follows words that it quotes: "…"고 했다."""
        return predicate.first > 0 and self.tokens[predicate.first - 1].tag == "JKQ"

    def is_passive(self, predicate: Predicate) -> bool:
        """Say whether something is done (발표되다, 옮겨지다)."""
        inside = self.tokens[predicate.first : predicate.last]
        return any((token.tag, token.form) in (("XSV", "되"), ("VX", "지")) for token in inside)

    def verb_of(self, predicate: Predicate) -> Verb | None:
        """Give the verb of the table that a predicate is; 인하 is no noun in 그로 인하여, 준우승 no 우승."""
        verb, first = verbs().get(predicate.stem), self.tokens[predicate.first]
        native = first.tag in ("VV", "XSV") and predicate.stem in words("clauses", "native")
        if verb is None or (first.tag in ("VV", "VA") and not native):
            return None
        if any(token.tag == "XSA" for token in self.tokens[predicate.first : predicate.last]):
            return None  # 수상한 사람
        return verb if native else noun_verb(self.tokens, predicate.first)

    def before(self, number: int) -> list[Phrase]:
        """Give the phrases between a predicate and the one before it."""
        return self._gaps[number]

    @cached_property
    def _gaps(self) -> list[list[Phrase]]:
        gaps, at, left = [], 0, 0
        for predicate in self.predicates:
            gap = []
            while at < len(self.phrases) and self.phrases[at].first < predicate.first:
                phrase, at = self.phrases[at], at + 1
                if left <= phrase.first and phrase.last <= predicate.first:
                    gap.append(phrase)
            gaps.append(gap)
            left = predicate.last
        return gaps

    def is_main(self, phrase: Phrase) -> bool:
        """Say whether the verb after a phrase closes no relative clause."""
        behind = (p for p in self.predicates if p.first >= phrase.last)
        follower = next((p for p in behind if not self._is_apposition(p)), None)
        return follower is None or follower.ending in ("EC", "EF", "") or self.is_decided(follower)

    def is_claimed(self, predicate: Predicate) -> bool:
        """Say whether a verb is of what somebody claims: 훔쳤다며; not the 라며 behind a quotation."""
        quoted = predicate.first > 0 and self.skipped[predicate.first - 1]
        return predicate.ending == "EC" and predicate.form.endswith(_CLAIMED) and not quoted

    def _is_apposition(self, predicate: Predicate) -> bool:
        """Say whether a predicate only says who the next one is: 형인 한도윤 회장을; not 수사 중인 사건을."""
        going_on = predicate.first > 0 and self.tokens[predicate.first - 1].form == "중"
        return predicate.form == "ㄴ" and self.tokens[predicate.first].tag == "VCP" and not going_on

    def is_decided(self, predicate: Predicate) -> bool:
        """Say whether a verb tells what is decided (처리하기로 합의했다): both have one subject."""
        following = [token.form for token in self.tokens[predicate.last : predicate.last + 1]]
        return predicate.ending == "ETN" and predicate.form == "기" and following == ["로"]

    def _span(self, phrase: Phrase) -> tuple[int, int]:
        return self.tokens[phrase.first].start, self.tokens[phrase.last - 1].end
