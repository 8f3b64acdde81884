"""Offices that a sentence tells in passing: 한도윤은 새빛은행장을 지냈다, 이하람 전무를 대표로 선임했다."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from store.extract.document import Sentence, TextBlock
from store.extract.lexicon import read_rows
from store.extract.names import MentionIndex
from store.extract.role.body import organization
from store.extract.role.title import Title, titles_of
from store.model import Entity, RoleFact, Span

CONFIDENCE = 0.75

_NAMES = "임명|선임|선출|내정|발탁|지명|위촉|추대|기용|낙점"
_VERB = re.compile(
    r"(?:을|를) (?:두루 |함께 |잇달아 |겸해 )?"
    r"(?P<held>지낸|지냈|지내|역임|맡은|맡았|맡고|맡아|맡는|맡게|겸임|겸하)"
    r"|(?:에|으로|로) (?:다시 |새로 |최종 |만장일치로 )?"
    rf"(?:(?P<moved>(?:{_NAMES})(?:했|하|한|할|키로)|승진시[키켰킨킬])|(?P<became>(?:{_NAMES})(?:됐|되|된|돼)|취임|당선|올랐|오른|승진))"
)
"""What is said of an office: held by who is the subject, given to the object, or come to by the subject."""

_IN_LIST = r"(?:과|와|, ?|·| 및| 겸|{})"
_HELD, _COME_TO = (re.compile(_IN_LIST.format(last)) for last in (" ?등을|을|를", "에|으로|로"))
"""What stands right behind each office of a list."""

_TO = re.compile(r"(?:에|에는|으로|로|으로는|로는) (?:(?:전|현) |[가-힣A-Za-z]{2,12} ){0,2}")
"""What parts an office from the one who comes to it: 감사로는 한도윤 전무가 선임됐다."""

_IS = re.compile(r"[은는] (?:[가-힣A-Za-z]{2,12} ){0,2}")
_TAKEN = re.compile(r"(?: [가-힣]{2,8}){0,2}[이가] 맡(?:았|는다|고|아|게)")
"""What parts an office from who takes it, and what follows that: 심사위원장은 배우 한도윤이 맡았다."""

_COMES = re.compile(rf"[^.\"“”]{{0,24}} (?:{_NAMES}|당선|취임)(?:됐|되|된|돼|했|하|한)")
_HEADLINE = re.compile(rf"(?: [^\s,.…]+)?(?: (?:{_NAMES}))?$")

_CASE = re.compile(
    r"(?: ?\([^()]*\))?(?: (?![은는을를의이가에과와도서고]\b)[^\s,.'\"“”()]*[^\s,.'\"“”()은는을를의에]){0,3}?"
    r" ?(?:[^\s,.'\"“”()]{1,10}?)??(?P<case>은|는|이|가|도|께서|을|를)(?=[ ,])"
)
_PRONOUN = re.compile(r"(?:그|그녀)[는가] ")
_NAMING = re.compile(rf"{_NAMES}|당선|취임")
_QUOTE = re.compile('["“”]')


class _Party(NamedTuple):
    """A name with the particle that says what it does in its sentence."""

    mention: Span
    entity: Entity
    case: str


def find_appointments(block: TextBlock, index: MentionIndex) -> Iterator[RoleFact]:
    """Give the offices of a block whose bearer is the subject or the object of a verb of appointing."""
    told = _VERB.search(block.text)
    taken = "맡" in block.text and _TAKEN.search(block.text)
    if any(being in block.text for being in ("이다", "였다", "이었다", "이며", "이고")):
        yield from _told_to_be(block, index, titles_of(block.text))
    if not told and not taken and not (_NAMING.search(block.text) or block.role == "title"):
        return
    titles = list(titles_of(block.text))
    before: _Party | None = None
    yield from _bearers_after(block, index, titles)
    for sentence in block.sentences:
        parties = _parties(block, index, sentence)
        for verb in _VERB.finditer(block.text, sentence.start, sentence.end):
            yield from _told(block, index, sentence, verb, titles, parties, before)
        subjects = [party for party in parties if party.entity.type == "PS" and party.case not in "을를"]
        before = subjects[0] if subjects else before


def _parties(block: TextBlock, index: MentionIndex, sentence: Sentence) -> list[_Party]:
    found = []
    for mention, entity in index.within(block.index, sentence.start, sentence.end):
        match = _CASE.match(block.text, mention.end) if entity.type in ("PS", "OG") else None
        if match:
            found.append(_Party(mention, entity, match["case"]))
    return found


def _told(
    block: TextBlock,
    index: MentionIndex,
    sentence: Sentence,
    verb: re.Match[str],
    titles: list[Title],
    parties: list[_Party],
    before: _Party | None,
) -> Iterator[RoleFact]:
    """Give the offices right before one verb, each with its bearer."""
    text = block.text
    offices = _offices(text, sentence.start, verb.start(), titles, _HELD if verb["held"] else _COME_TO)
    if not offices:
        return
    near = [party for party in parties if party.mention.end < offices[0].start]
    wanted = "을를" if verb["moved"] else "은는이가도께서"
    bearers = [party for party in near if party.entity.type == "PS" and party.case in wanted]
    start, person = sentence.start, before.entity if before else None
    if bearers:
        start, person = bearers[-1].mention.start, bearers[-1].entity
    elif verb["moved"] or not _PRONOUN.match(text, sentence.start):
        return
    if person is None or _QUOTE.search(text, start, verb.start()):
        return
    owner = _owner(near) if verb["moved"] or verb["became"] else None
    for title in offices:
        body = title.body or organization(block, index, 0, title.start)
        if body is None and title.name in _of_firms():
            body = owner
        yield _role(block, start, title.end, person.name, title.name, body)


def _bearers_after(block: TextBlock, index: MentionIndex, titles: list[Title]) -> Iterator[RoleFact]:
    """Give the offices that are told before who comes to them: 대표에 한도윤 전무."""
    text = block.text
    for title in titles:
        to = _TO.match(text, title.end) or _IS.match(text, title.end)
        persons = (
            [m for m in index.within(block.index, title.end, to.end() + 16) if m[1].type == "PS"]
            if to
            else []
        )
        between = (title.end, persons[0][0].start) if persons else (0, 0)
        if not persons or not (_TO.fullmatch(text, *between) or _IS.fullmatch(text, *between)):
            continue
        mention, entity = persons[0]
        if _IS.fullmatch(text, *between):
            if _TAKEN.match(text, mention.end):
                body = title.body or organization(block, index, 0, title.start)
                yield _role(block, title.start, mention.end, entity.name, title.name, body)
            continue
        headline = block.role == "title" and _HEADLINE.match(text, mention.end)
        if headline or _COMES.match(text, mention.end):
            body = title.body or organization(block, index, 0, title.start)
            yield _role(block, title.start, mention.end, entity.name, title.name, body)


def _told_to_be(block: TextBlock, index: MentionIndex, titles: Sequence[Title]) -> Iterator[RoleFact]:
    """Give the offices that somebody is said to hold or to have held: 한도윤은 전 새빛전자 부사장이다."""
    text = block.text
    for title in titles:
        if not _BEING.match(text, title.end):
            continue
        near = index.within(block.index, max(0, title.start - 48), title.start)
        persons = [(mention, entity) for mention, entity in near if entity.type == "PS"]
        between = _SAID_TO_BE.fullmatch(text, persons[-1][0].end, title.start) if persons else None
        if between:
            body = title.body or organization(block, index, 0, title.start)
            name = f"{between['past']} {title.name}" if between["past"] else title.name
            yield _role(block, persons[-1][0].start, title.end, persons[-1][1].name, name, body)


_BEING = re.compile(r"(?:이다|이었다|였다|이며|이고)[.,]?(?=\s|$)")
_SAID_TO_BE = re.compile(
    r"(?: (?:신임 |현 |전 )?[가-힣]{2,8})?[은는] (?:(?P<past>전|현|前|現) )?(?:[가-힣A-Za-z0-9&]+ ){0,2}"
)
"""What stands between somebody and the office that the sentence says is theirs."""


def _role(block: TextBlock, start: int, end: int, person: str, title: str, body: str | None) -> RoleFact:
    return RoleFact(
        text=block.text[start:end],
        block=block.index,
        start=start,
        end=end,
        person=person,
        title=title,
        organization=body,
        confidence=CONFIDENCE,
        rule="role.told",
    )


def _offices(text: str, start: int, end: int, titles: list[Title], followed: re.Pattern[str]) -> list[Title]:
    """Give the offices of a list that ends at ``end``: A 위원과 B 이사를."""
    found: list[Title] = []
    for title in reversed(titles):
        if title.start < start or title.end > end or (title.name == "시장" and not title.body):
            continue  # 시장에 오르다 is said of goods, and a mayor is written with the town: 나래시장
        if not found and title.end != end and text[title.end : end] not in ("직", " 등", " 직", " 자리"):
            return []
        if found and (found[-1].start - title.end > 40 or not followed.match(text, title.end)):
            break
        found.append(title)
    return found[::-1]


def _owner(parties: list[_Party]) -> str | None:
    """Give the body that appoints: 새빛은행은 한도윤 부행장을 행장으로 선임했다."""
    bodies = [
        party.entity.name for party in parties if party.entity.type == "OG" and party.case in "은는이가"
    ]
    return bodies[0] if bodies else None


@cache
def _of_firms() -> frozenset[str]:
    """The offices that a body gives within itself."""
    return frozenset(row[0] for row in read_rows("titles") if row[1] in ("firm", "party")) | {"행장"}
