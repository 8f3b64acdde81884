"""Subjects and topics that can speak: noun phrases before 은/는/이/가, with what their clause is."""

from __future__ import annotations

import re

from store.extract.document import Token
from store.extract.lexicon import words
from store.extract.names import MentionIndex
from store.extract.quotation.phrase import Clause, Subject, phrase_before
from store.extract.quotation.roles import role_kind
from store.extract.quotation.unit import Unit

_TOPIC = frozenset(("은", "는", "ㄴ", "도", "만"))
_SUBJECT = frozenset(("이", "가", "께서"))
_MARKING = frozenset(("JX", "JKS", "JKC", "MAG"))
_REPORTING = re.compile(r"(?:다|라|자|냐)(?:고|며|면서)$")
_JOINING, _CONTRAST, _DEPENDENT = (words("speech", key) for key in ("joining", "contrast", "dependent"))
_OCCASIONS = words("settings", "occasions")
_OWN_WORDS = re.compile(
    r"\s(?:(?:이날|최근|같은\s날)\s|\d{1,2}일\s)?(?:[가-힣]+\s)?"
    r"(?:보고서|자료|보도자료|성명|성명서|논평|입장문|사설|리포트|보고)(?:에서|를\s통해|을\s통해|를\s내고|을\s내고)(?![가-힣])"
)
"""What only somebody with a voice of their own has, though no table knows the name: 시든은 보고서에서 …."""

_DOT = re.compile("[·ㆍ]")
_DOTTED = re.compile(r"(?:\s[가-힣]{2,6})?\s?[·ㆍ]\s?")
_BRACKET = re.compile("[(（]")
_WORD = re.compile(r"([가-힣A-Za-zㄱ-ㅎ]{2,})([은는이가])(?=[\s,\"“”'‘])")


def subjects_of(unit: Unit, mentions: MentionIndex) -> list[Subject]:
    """Give the topics and subjects of a unit in order, those inside quotations left out."""
    tokens = unit.block.tokens
    found: list[Subject] = []
    bracketed = _bracketed(unit)
    for i, token in enumerate(tokens[unit.first + 1 : unit.last], unit.first + 1):
        if token.tag not in _MARKING:
            continue
        topic = token.tag == "JX" and token.form in _TOPIC
        if not (topic or (token.tag in ("JKS", "JKC") and token.form in _SUBJECT) or _is_emphatic(tokens, i)):
            continue
        if unit.region_at(token.start) is not None or i in bracketed:
            continue
        head = i - 1
        # 정부에서는, 일각에서도: the particle of place before the topic's.
        placed = tokens[head].tag == "JKB" and tokens[head].form in ("에서", "께서")
        if placed:
            head -= 1
        elif tokens[head].tag in ("JKB", "JX"):
            continue
        # 가람통신, 누리통신 등이: the last one that is named.
        among = tokens[head].form == "등" and head > unit.first
        head -= among
        subject = phrase_before(unit, head, mentions)
        if subject is not None:
            if (placed and _is_only_place(subject)) or (token.form == "도" and _is_object(subject, found)):
                continue
            if subject.kind in ("name", "unknown") and _OWN_WORDS.match(unit.block.text, token.end):
                subject = subject._replace(kind="body")
            subject = _joint(unit, subject, mentions)
            found.append(
                subject._replace(
                    after=token.end,
                    topic=topic or token.tag == "MAG",
                    clause=_clause(unit, i + 1, topic),
                )
            )
    found += _by_spelling(unit, mentions, found, bracketed)
    # 오 사장은 물론 정 대표도 names one more, and no topic.
    named = [subject for subject in found if not unit.block.text.startswith(" 물론", subject.after)]
    return sorted(named, key=lambda subject: subject.start)


def _is_only_place(subject: Subject) -> bool:
    """Say whether what stands before 에서 is a place, and nobody who speaks."""
    return not subject.able or (subject.entity is not None and subject.entity.type == "LC")


def _is_object(subject: Subject, found: list[Subject]) -> bool:
    """Say whether 도 adds what is done to: 정 대표는 "…"라며 오 사장의 사퇴도 요구했다."""
    return not subject.able and any(one.able for one in found)


def _joint(unit: Unit, subject: Subject, mentions: MentionIndex) -> Subject:
    """Read 정 대표와 오 사장은 as two who speak together; 정 대표와 만난 오 사장은 is one.

    The first one named is the speaker, the others are named beside it.
    """
    if not subject.able or subject.kind == "pronoun":
        return subject
    subject = _dotted(unit, subject, mentions)
    tokens = unit.block.tokens
    at = unit.token_at(subject.start) - 1
    if at > unit.first + 2 and tokens[at].tag == "ETM" and tokens[at - 1].form == "같":
        at -= 2  # 정 대표와 같은 당 오 의원은
    if at <= unit.first or tokens[at].tag not in ("JC", "JKB") or tokens[at].form not in ("와", "과"):
        return subject
    first = phrase_before(unit, at - 1, mentions)
    if first is None or not first.able or first.person != subject.person:
        return subject
    first = _joint(unit, first, mentions)
    return first._replace(end=subject.end, others=(*first.others, subject.name, *subject.others))


def _dotted(unit: Unit, subject: Subject, mentions: MentionIndex) -> Subject:
    """Read 정아름·오한별 의원은 as two who speak together."""
    if subject.entity is None or not _DOT.search(unit.block.text, unit.start, subject.end):
        return subject
    inside = mentions.within(unit.block.index, unit.start, subject.end)
    at = next((i for i, (_, one) in reversed(list(enumerate(inside))) if one is subject.entity), 0)
    joined = [subject.entity]
    while at and inside[at - 1][1].type == subject.entity.type:
        start, end = inside[at - 1][0].end, inside[at][0].start
        if not _DOTTED.fullmatch(unit.block.text, start, end):
            break
        at -= 1
        joined.insert(0, inside[at][1])
    first, *others = joined
    start = min(subject.start, inside[at][0].start)
    names = tuple(one.name for one in others)
    return subject._replace(name=first.name, entity=first, start=start, others=names) if others else subject


def _by_spelling(
    unit: Unit, mentions: MentionIndex, found: list[Subject], bracketed: set[int]
) -> list[Subject]:
    """Find by their letters the subjects that the morphemes miss: a name or a role taken for another word."""
    known = {subject.after for subject in found}
    text, tokens = unit.block.text, unit.block.tokens
    aside = {tokens[i].start for i in bracketed}
    missed = []
    for word in _WORD.finditer(text, unit.start, unit.end):
        after = word.end()
        at = unit.token_at(word.end(1))
        last = tokens[at - 1]
        if after in known or unit.region_at(after - 1) is not None or last.start in aside:
            continue
        subject = None if last.tag[0] == "J" else _spelled(unit, word, at, mentions)
        if subject is not None:
            topic = word.group(2) in _TOPIC
            rest = unit.token_at(after)
            missed.append(subject._replace(after=after, topic=topic, clause=_clause(unit, rest, topic)))
    return missed


def _spelled(unit: Unit, word: re.Match[str], at: int, mentions: MentionIndex) -> Subject | None:
    """Read the word that ends before token ``at`` as the end of a noun phrase, by its letters."""
    start, end = word.span(1)
    mention = mentions.at(unit.block.index, end - 1)
    role = role_kind(word.group(1))
    if mention is not None and mention[0].end == end and mention[1].type in ("PS", "OG"):
        return Subject(mention[1].name, mention[1], "entity", mention[0].start, end, end, False, "main")
    if role in ("person", "body"):
        while at > unit.first and unit.block.tokens[at - 1].start >= start:
            at -= 1
        before = phrase_before(unit, at - 1, mentions)
        if before is not None and start - before.end <= 1:
            if before.person and before.entity is not None:
                return before._replace(end=end)
            start = before.start
        return Subject(unit.block.text[start:end], None, role, start, end, end, False, "main")
    first = mentions.at(unit.block.index, start)
    if first is not None and first[1].type == "OG" and first[0].start == start:
        return Subject(word.group(1), None, "body", start, end, end, False, "main")
    return None


def _bracketed(unit: Unit) -> set[int]:
    """Give the tokens inside brackets: what stands there is an aside, never the sentence's own subject."""
    inside: set[int] = set()
    if not _BRACKET.search(unit.block.text, unit.start, unit.end):
        return inside
    depth = 0
    for i in range(unit.first, unit.last):
        token = unit.block.tokens[i]
        if token.form in ("(", "（"):
            depth += 1
        elif token.form in (")", "）"):
            depth = max(0, depth - 1)
        elif depth:
            inside.add(i)
    return inside


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
            if token.form in _CONTRAST:
                return "contrast"
            if token.form in _JOINING:
                return "adverbial"
        if token.tag == "ETM" and not topic and i + 1 < unit.last:
            if tokens[i + 1].form in ("것", "바") or tokens[i + 1].tag in ("VV", "VX"):
                continue
            if tokens[i + 1].form in _OCCASIONS or tokens[min(i + 2, unit.last - 1)].form in _OCCASIONS:
                continue
            return "adverbial" if tokens[i + 1].form in _DEPENDENT else "relative"
    return "main"
