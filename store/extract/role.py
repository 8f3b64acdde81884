"""Who holds which office where: 최태원 SK 회장, 대표 김택진, 서지훈 한빛전자 부사장 겸 CTO, 남부소방서장."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from store.extract.document import Document, TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of
from store.extract.lexicon import read_rows, words
from store.extract.names import MentionIndex
from store.model import Entity, RoleFact, Span

NEAR = 48
"""How far behind a person a title may stand, in characters."""

BEHIND, IN_FRONT = 0.9, 0.82

_GLOSS = r"(?: ?\([A-Z]{2,4}\))?"
_AND = re.compile(r" ?(?:겸|이자) ?(?=(?:[^\s,.]+ ){0,2}?$)|(?: ?[·/] ?)$")
_GAP = re.compile(r"(?: ?\([^()]*\))? ?(?:[^\s,.'\"]+(?<![은는을를의]) ?)*")
_SURNAME = re.compile(r"\s(?!전|현|前|現|新)[가-힣一-鿿](?: 전)?\s?$")
_UNIT = re.compile(r"(?:[\s)]|\([^()]*\))*의?\s?(?:[가-힣A-Za-z0-9]+\s?){0,3}")
_DECORATION = re.compile(r"\([^()]*\)|^ ?(?:겸|이자)|^ ?(?:전|현|신임|차기|초대|당시|前|現|新) ")
_FORMER = re.compile(r"(?:^|\s)(전|현|신임|차기|초대|당시|前|現|新)\s?$")
_FORMER_FIRST = re.compile(r" (전|현|신임|차기|초대|당시) ")


_PRESIDING = re.compile(r"\((?:주심|재판장|위원장|단장|팀장) $")
"""What stands before the person in parentheses behind a body: 대법원 2부(주심 …)."""

_OFFICES = (
    "[시청처원행관서회국실]장|위원장|이사장|지사|군수|교육감|의원|대통령|총리|장관|"
    "총장|총재|대법관|재판관|대사|감독|의장|대표"
)
_SEEKING = "예비후보|후보자?|당선인|당선자|권한대행|직무대행|직무대리|내정자|지명자"
"""An office and one of these are one title: 도지사 예비후보, and no 도지사."""

_STAFF = "비서실장|정책실장|정책보좌관|특별보좌관|비서관|특보|특사"
"""So are an office and who works for it: 국무총리 비서실장."""


class _Title(NamedTuple):
    """One title at ``start:end``; ``body`` is the organisation out of the title itself (남부소방서장)."""

    start: int
    end: int
    name: str
    body: str | None


def find_roles(document: Document, entities: list[Entity]) -> list[RoleFact]:
    """Give each office of each person once, in the order of reading, with its organisation where told."""
    index = MentionIndex(entities)
    headlines = {block.index for block in document.blocks if block.role in ("title", "deck")}
    found: dict[tuple[str, str], RoleFact] = {}
    for block in document.blocks:
        for role in _roles(block, index):
            key = (role.person, _plain(role.title))
            known = found.get(key)
            if known is None or _worth(role, headlines) > _worth(known, headlines):
                found[key] = role
    roles = [role for role in found.values() if not _is_shortened(role, found.values())]
    return sorted(roles, key=lambda role: (role.block, role.start, role.end))


def _plain(title: str) -> str:
    """Give a title without its letters: 최고경영자(CEO) is CEO."""
    title = re.sub(r" ?\([A-Z]+\)", "", title)
    return {"최고경영자": "CEO", "최고기술책임자": "CTO", "최고재무책임자": "CFO"}.get(title, title)


def _is_shortened(role: RoleFact, others: Iterable[RoleFact]) -> bool:
    """Say whether a title that names no organisation is short for another of the same person: 국무장관."""
    return role.organization is None and any(
        role.person == other.person
        and len(other.title) > len(role.title)
        and other.title.endswith(role.title)
        and not other.title[: -len(role.title)].endswith(("부", "전 "))
        for other in others
    )


def _worth(role: RoleFact, headlines: set[int]) -> tuple[bool, bool]:
    return role.organization is not None, role.block not in headlines


def _is_joined(between: str) -> bool:
    """Say whether what parts two titles makes them one person's: 대표이사 부회장, 부사장 겸 CTO."""
    return between == " " or _AND.match(between) is not None or _ASIDE.fullmatch(between) is not None


_ASIDE = re.compile(r" ?\((?:[^\s()·,]+ ){1,2}")
"""What stands before another office of a person in parentheses: 새빛학회장(가람대 교수)."""

_UNIT_HEAD = re.compile(r"[가-힣A-Z]{2,6}(?:국|팀|실|과|부|단|본부|센터)장")
"""The head of a unit, whose body stands before it: 경북도 해양국장."""


@cache
def _title_pattern() -> re.Pattern[str]:
    titles = any_of(row[0] for row in read_rows("titles") if row[1] != "plain")
    sought = rf"[가-힣]{{0,10}}(?:{_OFFICES}) (?:{_SEEKING}|{_STAFF})"
    glued = "[가-힣A-Za-z]{2,16}(?:장|지사|군수|교육감)|(?:주한 )?[가-힣]{2,8}대사"
    return re.compile(
        rf"{NAME_START}(?:((?:{titles}){_GLOSS}(?! (?:{_SEEKING}|{_STAFF}){NAME_END})|{sought})|({glued}))"
        rf"(?:{NAME_END}|(?=겸|이자))"
    )


_HEAD = re.compile(
    r"(.*?)((?:위원|구청|교육|본부|사무총|협회|학회|조합|연맹|약사회|의사회|변호사회|체육회|상인회|한인회|[청서원소관국처총행팀시실단과부]|센터)장"
    r"|도?지사|군수|교육감)"
)
_LOST = {
    "구청장": "구청",
    "시장": "시",
    "군수": "군",
    "지사": "",
    "도지사": "도",
    "위원장": "위원회",
    "총장": "",
    "사무총장": "",
    "행장": "은행",
    "교육감": "교육청",
}
"""What a title leaves of its organisation, where that is not the title without 장 (남부소방서장)."""


@cache
def _no_places() -> frozenset[str]:
    """The titles that a country or a town gives nobody: 대만 감독 is one from there."""
    return frozenset(row[0] for row in read_rows("titles") if row[1] in ("arts", "press", "study", "sport"))


_BRANCHES = ("지부장", "지회장", "분회장")
"""Heads of a branch, whose body stands before them: 새빛협회 나래지부장."""


def _titles(text: str) -> Iterator[_Title]:
    for match in _title_pattern().finditer(text):
        if match[1]:
            yield _Title(match.start(), match.end(), match[1], None)
        elif match[2].endswith(_BRANCHES):
            yield _Title(match.start(), match.end(), match[2], None)
        elif match[2].endswith("대사"):
            yield from _ambassador(match)
        elif (head := _HEAD.fullmatch(match[2])) and len(head[1]) > 1:
            stem, title = head.groups()
            body = stem + _LOST.get(title, title.removesuffix("장"))
            if stem:
                yield _Title(match.start(), match.end(), title, body)


def _ambassador(match: re.Match[str]) -> Iterator[_Title]:
    """Give an ambassador's title, and the country that sends one to Korea: 주한 독일대사, 주미대사."""
    sender = match[2].removeprefix("주한 ").removesuffix("대사").strip()
    if sender in words("places", "countries"):
        yield _Title(match.end(2) - len("대사"), match.end(2), "대사", sender)
    elif sender.startswith("주"):
        yield _Title(match.start(2), match.end(2), match[2], None)


def _roles(block: TextBlock, index: MentionIndex) -> Iterator[RoleFact]:
    """Walk the titles of a block from left to right; one after 겸 belongs to the same person."""
    text = block.text
    last: _Title | None = None
    person: tuple[Span, Entity] | None = None
    last_body: str | None = None
    places = {entity.name for _, entity in index.within(block.index, 0, len(text)) if entity.type == "LC"}
    for title in _titles(text):
        joined = last is not None and person is not None and _is_joined(text[last.end : title.start])
        if joined:
            left = last.end  # type: ignore[union-attr]
        else:
            person = _person_before(block, index, title)
            left = person[0].end if person else 0
        confidence = BEHIND
        if person is None:
            person, left, confidence = _person_after(text, index, block.index, title), 0, IN_FRONT
        last = title
        if person is None:
            continue
        mention, entity = person
        start, end = min(mention.start, title.start), max(mention.end, title.end)
        outer = _organization(block, index, left, title.start)
        if outer and title.body and _UNIT_HEAD.fullmatch(text, title.start, title.end):
            title = title._replace(name=text[title.start : title.end], body=outer)
        body = title.body or outer or (last_body if joined else None)
        if body is None and person[0].start > title.end and block.text[title.start - 1 : title.start] == "(":
            body = _organization(block, index, 0, title.start - 1)
        if body is None and (opened := _PRESIDING.search(text, max(0, mention.start - 8), mention.start)):
            body = _organization(block, index, 0, opened.start())
        sharers = _sharers(block, index, mention)
        if left == mention.end:
            body = _in_parentheses(block, index, mention) or body
            body = body or _organization_before(block, index, (*sharers, person)[0][0])
        if body is not None and title.name in _no_places() and body in places:
            body = None
        last_body = body
        for sharer, other in sharers:
            yield _role(block, sharer.start, end, other.name, title, body, confidence)
        yield _role(block, start, end, entity.name, title, body, confidence)


def _sharers(block: TextBlock, index: MentionIndex, last: Span) -> list[tuple[Span, Entity]]:
    """Give the persons that share a title with the one right before it: 한도윤·이하람 의원."""
    found: list[tuple[Span, Entity]] = []
    while block.text[last.start - 1 : last.start] == "·":
        before = index.at(block.index, last.start - 2)
        if before is None or before[1].type != "PS" or before[0].end != last.start - 1:
            break
        found.insert(0, before)
        last = before[0]
    return found


def _in_parentheses(block: TextBlock, index: MentionIndex, person: Span) -> str | None:
    """Give the party or the body in parentheses right behind a person: 한도윤(새빛당·서울 강남갑) 의원."""
    inside = _PARENTHESES.match(block.text, person.end)
    bodies = index.within(block.index, person.end, inside.end()) if inside else ()
    return next((entity.name for _, entity in bodies if entity.type == "OG"), None)


_PARENTHESES = re.compile(r"\([^()]{2,30}\)")


def _role(
    block: TextBlock, start: int, end: int, person: str, title: _Title, body: str | None, confidence: float
) -> RoleFact:
    between = block.text[min(end, start + len(person)) : title.start]
    if title.start == start:
        between = block.text[max(0, start - 4) : start]
    former = _FORMER.search(between) or _FORMER_FIRST.match(between)
    return RoleFact(
        text=block.text[start:end],
        block=block.index,
        start=start,
        end=end,
        person=person,
        title=f"{former[1]} {title.name}" if former else title.name,
        organization=body,
        confidence=confidence,
        rule="role.behind" if confidence == BEHIND else "role.in-front",
    )


def _person_before(block: TextBlock, index: MentionIndex, title: _Title) -> tuple[Span, Entity] | None:
    """Give the last person before a title with nothing but nouns between them."""
    near = index.within(block.index, title.start - NEAR, title.start)
    persons = [p for p in near if p[1].type == "PS"]
    if len(persons) > 1 and _ALSO.fullmatch(block.text, persons[-2][0].end, persons[-1][0].start):
        del persons[-1]
    if persons and _is_nominal(block, persons[-1][0].end, title.start, [m for m, _ in near]):
        return persons[-1]
    return None


_ALSO = re.compile(r" ?\([^()]{0,8}")
"""What opens parentheses that hold another name of the person before them: 한도윤(미국명 …)."""


def _is_nominal(block: TextBlock, start: int, end: int, mentions: Sequence[Span]) -> bool:
    """Say whether nothing but nouns, names, and letters in parentheses, stands between two places."""
    between = block.text[start:end]
    for mention in mentions:
        if start <= mention.start:
            first, last = mention.start - start, mention.end - start
            between = between[:first] + "가" * (last - first) + between[last:]
    if between.startswith(("·", "와 ", "과 ")) or not _GAP.fullmatch(between):
        return False
    if _SURNAME.search(block.text[start:end]) or _title_pattern().search(block.text, start, end - 1):
        return False
    tags = (
        token.tag
        for token in block.tokens
        if start <= token.start < end and not any(m.start <= token.start < m.end for m in mentions)
    )
    return not any(tag[0] in "JEV" for tag in tags)


_AND_ALSO = re.compile(r" (?:겸|이자) [가-힣]{2,8} ")
"""What stands between the first of two titles and who bears both: 가수 겸 배우 한도윤."""


def _person_after(text: str, index: MentionIndex, block: int, title: _Title) -> tuple[Span, Entity] | None:
    also = _AND_ALSO.match(text, title.end)
    end = also.end() - 1 if also else title.end
    following = index.at(block, end + 1)
    if following and following[1].type == "PS" and text[end : following[0].start] == " ":
        return following
    return None


def _larger(bodies: list[tuple[Span, Entity]], unit: Span) -> str | None:
    """Give the body that a unit belongs to, right before it: 새빛소프트 경영지원팀."""
    if not unit.text.endswith(("팀", "실", "부", "과", "본부", "센터")) or len(bodies) < 2:
        return None
    mention, entity = bodies[-2]
    return entity.name if unit.start - mention.end == 1 and unit == bodies[-1][0] else None


def _organization_before(block: TextBlock, index: MentionIndex, person: Span) -> str | None:
    """Give the organisation right before a person whose title follows: 새빛당 한도윤 원내대표."""
    before = index.at(block.index, person.start - 2) or index.at(block.index, person.start - 3)
    between = block.text[before[0].end : person.start] if before else ""
    if before and before[1].type == "OG" and between in (" ", "의 "):
        return before[1].name
    if before and between == "의 " and before[1].name in words("places", "countries"):
        return before[1].name
    return None


def _goes_with(block: TextBlock, body: Span) -> bool:
    """Say whether a particle other than 의 follows a body: 한빛스튜디오와 감독 한도윤."""
    return any(t.start == body.end and t.tag[0] == "J" and t.tag != "JKG" for t in block.tokens)


def _organization(block: TextBlock, index: MentionIndex, left: int, end: int) -> str | None:
    """Give the organisation (or country) that ends before ``end``, by its entity or in its own words."""
    text = block.text
    former = _FORMER.search(text[max(0, end - 4) : end])
    end -= len(former[0]) if former else 0
    mentions = [m for m in index.within(block.index, max(left, end - NEAR), end) if m[1].type in ("OG", "LC")]
    bodies = [m for m in mentions if m[1].type == "OG"]
    for mention, entity in (*bodies[-1:], *mentions[-1:]):
        if _UNIT.fullmatch(text, mention.end, end) and not _goes_with(block, mention):
            province = entity.name in words("places", "regions") and text.startswith("도 ", mention.end)
            whole = f"{entity.name}도" if province and not entity.name.endswith("도") else entity.name
            return _larger(bodies, mention) or whole
    own_words = _DECORATION.sub("", text[left:end]).strip(" ()") if left else ""
    duty = own_words.endswith(_DUTIES) or own_words in words("persons", "not_before_titles")
    return own_words if own_words and not duty else None


_DUTIES = ("담당", "총괄", "전담")
"""What ends the words for what somebody sees to, and no body: 홍보 담당 특별보좌관."""
