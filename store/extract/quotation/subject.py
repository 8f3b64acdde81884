"""Subjects and topics that can speak: noun phrases before 은/는/이/가, with what their clause is."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from store.extract.document import Token
from store.extract.lexicon import read_rows, words
from store.extract.names import MentionIndex
from store.extract.quotation.unit import Unit
from store.model import Entity

Clause = Literal["main", "adverbial", "relative", "reported"]
SpeakerKind = Literal["entity", "person", "body", "vague", "pronoun", "unknown"]

_NOUN_TAGS = frozenset(
    ("NNG", "NNP", "NNB", "NP", "NR", "SL", "SH", "SN", "XPN", "XSN", "MM", "JKG", "SP", "SW")
)
_TOPIC = frozenset(("은", "는", "ㄴ", "도", "만"))
_SUBJECT = frozenset(("이", "가", "께서"))
_REPORTING = re.compile(r"(?:다|라|자|냐)(?:고|며|면서)$")
_TIME, _JOINING, _DEPENDENT = (words("speech", key) for key in ("moments", "joining", "dependent"))
_CALENDAR = frozenset(("년", "월", "일", "시", "분", "주", "달"))


class Subject(NamedTuple):
    """A noun phrase at ``start:end`` that something is said of; ``after`` is where its particle ends.

    ``kind`` says what makes it able to speak; ``unknown`` is a phrase that only its place speaks for.
    """

    name: str
    entity: Entity | None
    kind: SpeakerKind
    start: int
    end: int
    after: int
    topic: bool
    clause: Clause

    @property
    def able(self) -> bool:
        """Whether the phrase names somebody who can speak."""
        return self.kind != "unknown"

    @property
    def person(self) -> bool:
        """Whether 그 can mean this speaker."""
        if self.entity is not None:
            return self.entity.type == "PS"
        return self.kind == "person"


def subjects_of(unit: Unit, mentions: MentionIndex) -> list[Subject]:
    """Give the topics and subjects of a unit in order, those inside quotations left out."""
    tokens = unit.block.tokens
    found = []
    for i in range(unit.first + 1, unit.last):
        token = tokens[i]
        topic = token.tag == "JX" and token.form in _TOPIC
        if not (topic or (token.tag in ("JKS", "JKC") and token.form in _SUBJECT) or _is_emphatic(tokens, i)):
            continue
        if unit.region_at(token.start) is not None:
            continue
        head = i - 1
        # 정부에서는, 일각에서도: the particle of place before the topic's.
        if tokens[head].tag == "JKB" and tokens[head].form in ("에서", "께서", "에서도"):
            head -= 1
        elif tokens[head].tag in ("JKB", "JX"):
            continue
        subject = phrase_before(unit, head, mentions)
        if subject is not None:
            found.append(
                subject._replace(
                    after=token.end,
                    topic=topic or token.tag == "MAG",
                    clause=_clause(unit, i + 1, topic),
                )
            )
    return found


def phrase_before(unit: Unit, head: int, mentions: MentionIndex) -> Subject | None:
    """Read the noun phrase whose last token is ``head``; None where no noun stands there."""
    tokens = unit.block.tokens
    if head < unit.first or (tokens[head].tag not in _NOUN_TAGS and tokens[head].tag != "SSC"):
        return None
    first = _phrase_start(unit, head)
    first = _without_time(tokens, first, head)
    if first > head:
        return None
    text, start, end = unit.block.text, tokens[first].start, tokens[head].end
    name, entity, kind, start = _who(unit, first, head, mentions)
    return Subject(name or text[start:end], entity, kind, start, end, end, False, "main")


def _phrase_start(unit: Unit, head: int) -> int:
    tokens, i = unit.block.tokens, head
    while i >= unit.first:
        token = tokens[i]
        if token.tag == "SSC":
            opener = _bracket_start(unit, i)
            if opener is None:
                break
            i = opener - 1
            continue
        if token.tag not in _NOUN_TAGS or (token.tag == "SP" and token.form != "·"):
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
    """Say who a noun phrase is: the person in it, the body that it ends in, or the role as written."""
    tokens, text, block = unit.block.tokens, unit.block.text, unit.block.index
    start, end = tokens[first].start, tokens[head].end
    bare_end = _without_bracket(unit, first, head)
    owner = max((tokens[i].end for i in range(first, head) if tokens[i].tag == "JKG"), default=start)
    inside = mentions.within(block, start, bare_end)
    last = bare_end
    kind = role_kind(text[start:bare_end])
    for mention, entity in reversed(inside):
        if mention.start < owner:
            break
        rest = text[mention.end : last].strip()
        if entity.type == "PS":
            if _another_person(rest):
                break
            return entity.name, entity, "entity", start
        if entity.type in ("OG", "LC") and mention.end <= bare_end and _is_side(text[mention.end : bare_end]):
            return entity.name, entity, "entity", mention.start
    if kind is not None:
        return text[start:end].strip(), None, kind, start
    return "", None, "unknown", start


def _without_bracket(unit: Unit, first: int, head: int) -> int:
    tokens = unit.block.tokens
    if tokens[head].tag == "SSC":
        opener = _bracket_start(unit, head)
        if opener is not None and opener > first and tokens[opener].form in "([（":
            return tokens[opener - 1].end
    return tokens[head].end


def _is_side(rest: str) -> bool:
    """Nothing after the name, its alias in brackets, or 측: 회사 and 회사 측 are one speaker."""
    return re.fullmatch(r"(?:\s*[(（][^()（）]*[)）])?\s*(?:측|쪽)?", rest) is not None


def _another_person(rest: str) -> bool:
    """오 대표의 변호인 is not 오 대표."""
    word = rest.split()[-1] if rest.split() else ""
    return word in _roles()["kin"]


def role_kind(phrase: str) -> SpeakerKind | None:
    """Give the kind of speaker that a phrase without a name ends in, or None."""
    *before, word = phrase.split() or [""]
    if len(word) > 2:
        word = word.removesuffix("들")
    roles = _roles()
    if word in roles["pronoun"] and not before:
        return "pronoun"
    for size in range(len(word), 0, -1):
        tail = word[-size:]
        if size == 1 and len(word) > 1 and tail not in "측씨":
            break
        if tail in roles["person"]:
            return "person"
        if tail in roles["body"]:
            return "body"
        if tail in roles["vague"]:
            return "vague"
    return None


@cache
def _roles() -> dict[str, frozenset[str]]:
    roles: dict[str, list[str]] = {}
    for kind, names, _ in read_rows("speakers"):
        roles.setdefault(kind, []).extend(names.split())
    return {kind: frozenset(names) for kind, names in roles.items()}


def _is_emphatic(tokens: list[Token], i: int) -> bool:
    """김 대표 역시, 김 대표 또한: an adverb in the place of the particle."""
    return (
        tokens[i].tag == "MAG" and tokens[i].form in ("역시", "또한") and tokens[i - 1].tag.startswith("NN")
    )


def _clause(unit: Unit, after: int, topic: bool) -> Clause:
    """Say what the clause is whose subject ends before token ``after``: by its predicate's ending.

    A topic reaches over the clauses that modify a noun.
    """
    tokens = unit.block.tokens
    for i in range(after, unit.last):
        token = tokens[i]
        region = unit.region_at(token.start)
        if region is not None:
            if region.kind == "double":
                return "main"
            continue
        if token.tag == "EF":
            following = tokens[i + 1] if i + 1 < unit.last else None
            reported = following is not None and following.tag == "JKQ"
            return "reported" if reported else "main"
        if token.tag == "EC":
            if _REPORTING.search(token.form):
                return "reported"
            if token.form in _JOINING:
                return "adverbial"
        if token.tag == "ETM" and not topic and i + 1 < unit.last:
            if tokens[i + 1].form in ("것", "바") or tokens[i + 1].tag in ("VV", "VX"):
                continue
            return "adverbial" if tokens[i + 1].form in _DEPENDENT else "relative"
    return "main"
