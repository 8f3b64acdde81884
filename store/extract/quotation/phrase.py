"""Noun phrases that can speak: a name with its title, a body, a role as written."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from store.extract.bodies import body_meant
from store.extract.document import Token
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import words
from store.extract.names import MentionIndex
from store.extract.quotation.roles import SpeakerKind, another_person, role_kind
from store.extract.quotation.unit import Unit
from store.model import Entity, Span

Clause = Literal["main", "adverbial", "contrast", "relative", "reported"]

_NOUN_TAGS = frozenset(
    ("NNG", "NNP", "NNB", "NP", "NR", "SL", "SH", "SN", "XPN", "XSN", "MM", "JKG", "SP", "SW")
)
_MODIFIER = re.compile(r"[가-힣]{2,}(?:한|된|하는|되는|했던|시킨)\s+")
"""A modifying verb that the analysis took for a noun: 통화한 정부 관계자."""

_TIME = words("speech", "moments")
_CALENDAR = frozenset(("년", "월", "일", "시", "분", "주", "달"))


class Subject(NamedTuple):
    """A noun phrase at ``start:end`` that something is said of; ``after`` is where its particle ends.

    ``kind`` says what makes it able to speak; only its place speaks for a ``name`` that is no entity, and
    hardly anything for an ``unknown`` phrase. ``others`` are named beside it (정 대표와 오 사장은).
    """

    name: str
    entity: Entity | None
    kind: SpeakerKind
    start: int
    end: int
    after: int
    topic: bool
    clause: Clause
    others: tuple[str, ...] = ()

    @property
    def able(self) -> bool:
        """Whether the phrase names somebody who can speak."""
        return self.kind not in ("name", "unknown")

    @property
    def person(self) -> bool:
        """Whether 그 can mean this speaker."""
        if self.entity is not None:
            return self.entity.type == "PS"
        return self.kind == "person"

    def body(self, mentions: MentionIndex, block: int) -> Entity | None:
        """Give the body that a word for its kind means: 시는, 회사 측은."""
        return body_meant(self.name, self.start, block, mentions) if self.entity is None else None


def phrase_before(unit: Unit, head: int, mentions: MentionIndex) -> Subject | None:
    """Read the noun phrase whose last token is ``head``; None where no noun stands there."""
    tokens = unit.block.tokens
    if head < unit.first or (tokens[head].tag not in _NOUN_TAGS and tokens[head].tag != "SSC"):
        return None
    first = _phrase_start(unit, head, mentions)
    first = _without_time(tokens, first, head)
    if first > head:
        return None
    text, start, end = unit.block.text, tokens[first].start, tokens[head].end
    name, entity, kind, start = _who(unit, first, head, mentions)
    return Subject(name or text[start:end], entity, kind, start, end, end, False, "main")


def _phrase_start(unit: Unit, head: int, mentions: MentionIndex) -> int:
    tokens, i = unit.block.tokens, head
    while i >= unit.first:
        token = tokens[i]
        if token.tag == "SSC":
            opener = _bracket_start(unit, i)
            if opener is None:
                break
            i = opener - 1
            continue
        spoken_of = token.tag in _NOUN_TAGS and (token.tag != "SP" or token.form == "·")
        if not spoken_of and mentions.at(unit.block.index, token.start) is None:
            break
        if token.tag == "SW" and token.form not in "&+-/":
            break
        if i < head and tokens[i + 1].start - token.end > 1:
            break
        i -= 1
    return i + 1


def _bracket_start(unit: Unit, closer: int) -> int | None:
    """Give the token that opens the bracket or the short quoted name which ends at ``closer``."""
    tokens = unit.block.tokens
    for i in range(closer - 1, max(unit.first, closer - 12) - 1, -1):
        if tokens[i].tag == "SSO":
            quoted = unit.region_at(tokens[i].start)
            return None if quoted is not None and quoted.kind == "double" else i
    return None


def _without_time(tokens: list[Token], first: int, head: int) -> int:
    while first <= head:
        token = tokens[first]
        if token.form == "(" and first and tokens[first - 1].form in _CALENDAR:
            # 4일(현지시간) belongs to the day.
            first = next((i + 1 for i in range(first, head) if tokens[i].form == ")"), first)
            if tokens[first].form != "(":
                continue
        dated = token.tag == "SN" and first < head and tokens[first + 1].form in _CALENDAR
        if dated:
            first += 2
        elif token.form in _TIME or token.tag in ("SP", "SW", "JKG"):
            first += 1
        else:
            break
    return first


def _who(
    unit: Unit, first: int, head: int, mentions: MentionIndex
) -> tuple[str, Entity | None, SpeakerKind, int]:
    """Say who a noun phrase is: the person in it, the body that it ends in, or the role as written.

    Who heads a body is no part of its name: 심사위원단(위원장 한도윤 평론가)은.
    """
    tokens, text, block = unit.block.tokens, unit.block.text, unit.block.index
    start, end = tokens[first].start, tokens[head].end
    bare_end = _without_bracket(unit, first, head)
    owner = max((tokens[i].end for i in range(first, head) if tokens[i].tag == "JKG"), default=start)
    inside = mentions.within(block, start, bare_end)
    kind = role_kind(text[start:bare_end])
    for mention, entity in reversed(inside):
        if mention.start < owner:
            break
        if text.count("(", start, mention.start) > text.count(")", start, mention.start):
            continue
        rest = text[mention.end : bare_end].strip()
        if entity.type == "PS":
            if another_person(rest):
                break
            return entity.name, entity, "entity", start
        office = role_kind(mention.text) == "person"
        if entity.type in ("OG", "LC") and not office and _is_side(text[mention.end : bare_end]):
            return entity.name, entity, "entity", mention.start
    end = bare_end if any(e.type == "PS" for _, e in mentions.within(block, bare_end, end)) else end
    if kind is not None:
        while start > unit.start and not text[start - 1].isspace() and text[start - 1].isalnum():
            start -= 1
        person = _person_before(unit, start, mentions) if kind == "person" else None
        if person is not None:
            return person[1].name, person[1], "entity", person[0].start
        while match := _MODIFIER.match(text, start, bare_end):
            start = match.end()
        name = _unlisted_name(text[start:bare_end], [m for m, e in inside if e.type in ("OG", "LC")], start)
        return name or text[start:end].strip(), None, kind, start
    if titled := _name_behind_title(text[start:bare_end]):
        return titled, None, "person", start
    proper = any(tokens[i].tag in ("NNP", "SL") for i in range(first, head + 1))
    thing = any(entity.type in ("PD", "EV", "LC") for _, entity in inside)
    return text[start:end], None, "name" if proper and not thing else "unknown", start


def _name_behind_title(phrase: str) -> str:
    """Give the name that stands behind a title and is no entity (연구소 수석 엔지니어 리아 모레티), or ""."""
    spoken = phrase.split()
    for i in range(len(spoken) - 2, -1, -1):
        name = spoken[i + 1 :]
        if len(name) > 3 or role_kind(spoken[i]) != "person":
            continue
        foreign = len(name) > 1 and all(is_foreign_word(word) and len(word) > 1 for word in name)
        if foreign or (len(name) == 1 and is_korean_name(name[0])):
            return " ".join(name)
    return ""


def _person_before(unit: Unit, start: int, mentions: MentionIndex) -> tuple[Span, Entity] | None:
    """Give the person right before an office that the analysis does not know (윤서진 나래시장)."""
    found = (
        mentions.at(unit.block.index, start - 2) if start > 1 and unit.block.text[start - 1] == " " else None
    )
    return found if found is not None and found[1].type == "PS" and found[0].end == start - 1 else None


def _unlisted_name(phrase: str, bodies: list[Span], start: int) -> str:
    """Give the name in Name + organisation + title (한지훈 새빛전자 연구원) where it is no entity, or ""."""
    if not bodies or bodies[0].start <= start:
        return ""
    *_, word = phrase[: bodies[0].start - start].split() or [""]
    before = phrase[: bodies[0].start - start].split()
    if is_korean_name(word):
        return word
    return " ".join(before) if before and all(is_foreign_word(w) and len(w) > 1 for w in before) else ""


def _without_bracket(unit: Unit, first: int, head: int) -> int:
    tokens = unit.block.tokens
    if tokens[head].tag == "SSC":
        opener = _bracket_start(unit, head)
        if opener is not None and opener > first and tokens[opener].form in "([（":
            return tokens[opener - 1].end
    return tokens[head].end


def _is_side(rest: str) -> bool:
    """Nothing after the name, its alias in brackets, or 측: 회사 and 회사 측 are one speaker."""
    return _SIDE.fullmatch(rest) is not None


_SIDE = re.compile(r"(?:\s*[(（][^()（）]*[)）])?\s*(?:측|쪽)?")
