"""Who holds which office where: 최태원 SK 회장, 대표 김택진, 서지훈 한빛전자 부사장 겸 CTO, 남부소방서장."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from store.extract.document import Document, TextBlock
from store.extract.lexicon import syllables
from store.extract.names import MentionIndex
from store.extract.role.appointment import find_appointments
from store.extract.role.body import FORMER, NEAR, organization, organization_before
from store.extract.role.listed import find_listed_offices
from store.extract.role.title import UNIT_HEAD, Title, no_places, title_glued, title_pattern, titles_of
from store.model import Entity, RoleFact, Span

BEHIND, IN_FRONT = 0.9, 0.82

_AND = re.compile(r" ?(?:겸|이자) ?(?=(?:[^\s,.]+ ){0,2}?$)|(?: ?[·/] ?)$")
_GAP = re.compile(r"(?: ?\([^()]*\))? ?(?:[^\s,.'\"▲△◇◆□■●○]+(?<![은는을를의]) ?)*")
_SURNAME = re.compile(r"\s(?!전|현|前|現|新)[가-힣一-鿿](?: 전)?\s?$")
_FORMER_FIRST = re.compile(r" (전|현|신임|차기|초대|당시) ")


_PRESIDING = re.compile(r"\((?:주심|재판장|위원장|단장|팀장) $")
"""What stands before the person in parentheses behind a body: 대법원 2부(주심 …)."""

_LED = re.compile(r"(?<=[가-힣])\([A-Z]{2,8}·$")
"""What stands before the head of a body whose letters are told with it: 새빛과학원(SIST·총장 …)."""

_OPENED = re.compile(r"\((?:(?:고|故|전|前) )?$")
"""What stands before a person whose body stands right before the parentheses: 새빛해운(한도윤 회장)."""

_GLOSSED = re.compile(r"^ ?\([^()]*\)")
_FORMER_BODY = re.compile(r"(?:^|\s)(전|현) (?:[가-힣A-Za-z0-9]+ ){1,2}$")
"""전 before the body of a title that stands before who bore it: 전 새빛전자 대표 한도윤."""

_PROBE = re.compile(" ?(?:법|추천|수사|도입|수용|처리|합의|논의|공세|요구|활동)")
"""What follows 특검 that looks into somebody, and is nobody: 드루킹 특검 법안."""


def _is_probed(name: str, text: str, end: int) -> bool:
    """Say whether somebody is who 특검 looks into rather than who it is."""
    return name[0] not in syllables("persons", "surnames") or _PROBE.match(text, end) is not None


_COPULA = re.compile(r"인 |이던 |이었던 |였던 ")
_WAS = re.compile(r"이던 |이었던 |였던 ")


def find_roles(document: Document, entities: list[Entity]) -> list[RoleFact]:
    """Give each office of each person once, in the order of reading, with its organisation where told."""
    index = MentionIndex(entities)
    headlines = {block.index for block in document.blocks if block.role in ("title", "deck")}
    peopled = {mention.block for entity in entities if entity.type == "PS" for mention in entity.mentions}
    found: dict[tuple[str, str], RoleFact] = {}
    for block in (block for block in document.blocks if block.index in peopled):
        listed = list(find_listed_offices(block, index))
        told = (*_roles(block, index), *find_appointments(block, index))
        for role in (*listed, *(role for role in told if not _overlaps(role, listed))):
            key = (role.person, _plain(role.title))
            known = found.get(key)
            if known is None or _worth(role, headlines) > _worth(known, headlines):
                found[key] = role
    roles = [role for role in found.values() if not _is_shortened(role, found.values())]
    return sorted(roles, key=lambda role: (role.block, role.start, role.end))


def _overlaps(role: RoleFact, listed: Iterable[RoleFact]) -> bool:
    """Say whether a list of appointments gives the office that a role is read from."""
    return any(role.start < other.end and other.start < role.end for other in listed)


_IN_LETTERS = re.compile(r" ?\([A-Z]+\)")


def _plain(title: str) -> str:
    """Give a title without its letters: 최고경영자(CEO) is CEO."""
    title = _IN_LETTERS.sub("", title)
    return {"최고경영자": "CEO", "최고기술책임자": "CTO", "최고재무책임자": "CFO"}.get(title, title)


def _is_shortened(role: RoleFact, others: Iterable[RoleFact]) -> bool:
    """Say whether a title that names no organisation is short for another of the same person: 국무장관."""
    former = role.title.startswith("전 ")
    title = role.title.removeprefix("전 ")
    return role.organization is None and any(
        role.person == other.person
        and (not former or other.title.startswith("전 "))
        and len(other.title) > len(role.title)
        and other.title.endswith(title)
        and not other.title.removesuffix(title).endswith(("부", "전 "))
        for other in others
    )


def _worth(role: RoleFact, headlines: set[int]) -> tuple[bool, bool]:
    return role.organization is not None, role.block not in headlines


def _is_joined(between: str) -> bool:
    """Say whether what parts two titles makes them one person's: 대표이사 부회장, 부사장 겸 CTO."""
    return between == " " or _AND.match(between) is not None or _ASIDE.fullmatch(between) is not None


_ASIDE = re.compile(r" ?\((?:[^\s()·,]+ ){1,2}")
"""What stands before another office of a person in parentheses: 새빛학회장(가람대 교수)."""


def _roles(block: TextBlock, index: MentionIndex) -> Iterator[RoleFact]:
    """Walk the titles of a block from left to right; one after 겸 belongs to the same person."""
    text = block.text
    last: Title | None = None
    person: tuple[Span, Entity] | None = None
    last_body: str | None = None
    places = {entity.name for _, entity in index.within(block.index, 0, len(text)) if entity.type == "LC"}
    for title in _all_titles(block, index):
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
        if person is None or (title.name == "특검" and _is_probed(person[1].name, text, title.end)):
            continue
        mention, entity = person
        start, end = min(mention.start, title.start), max(mention.end, title.end)
        title = _with_known_body(index, _with_outer(block, index, title, mention, left))
        body = title.body or organization(block, index, left, title.start) or (last_body if joined else None)
        body = body or _body_outside(block, index, title, mention)
        sharers = _sharers(block, index, mention)
        if mention.start > title.end:
            sharers = _sharers_after(block, index, mention, title)
            end = max(end, *(other.end for other, _ in sharers)) if sharers else end
        if left == mention.end:
            if body is None and text.startswith("(", title.end):
                body = _in_parentheses(block, index, title.end)
            body = _in_parentheses(block, index, mention.end) or body
            body = body or organization_before(block, index, (*sharers, person)[0][0])
        if body is not None and title.name in no_places() and body in places:
            body = None
        last_body = body
        for sharer, other in sharers:
            yield _role(block, sharer.start, end, other.name, title, body, confidence)
        yield _role(block, start, end, entity.name, title, body, confidence)


def _with_known_body(index: MentionIndex, title: Title) -> Title:
    """Give a title with its own body under the name that the article has for it: 환노위원장 is of 환노위."""
    if title.body is None:
        return title
    names = (title.body, title.body.removesuffix("원회"))
    known = next((entity for name in names if (entity := index.called(name))), None)
    return title._replace(body=known.name) if known is not None and known.type == "OG" else title


def _with_outer(block: TextBlock, index: MentionIndex, title: Title, person: Span, left: int) -> Title:
    """Give a title that names a body itself under the one before it: 경북도 한도윤 해양국장."""
    if title.body is None:
        return title
    outer = organization(block, index, left, title.start)
    if outer is None and left == person.end:
        outer = organization_before(block, index, person)
    words = block.text[title.start : title.end]
    within = outer is not None and _is_within(words, outer, index)
    return title._replace(name=words, body=outer) if within else title


def _body_outside(block: TextBlock, index: MentionIndex, title: Title, person: Span) -> str | None:
    """Give the body before the parentheses in which a title and its bearer stand: 새빛당(대표 한도윤)."""
    text = block.text
    outside: list[int] = []
    if person.start > title.end:
        outside += [title.start - 1] if text[title.start - 1 : title.start] == "(" else []
        outside += [led.start()] if (led := _LED.search(text, 0, title.start)) else []
    if opened := _PRESIDING.search(text, max(0, person.start - 8), person.start):
        outside.append(opened.start())
    for end in outside:
        if body := organization(block, index, 0, end):
            return body
    opened = _OPENED.search(text, max(0, person.start - 4), person.start)
    before = index.at(block.index, opened.start() - 1) if opened else None
    return before[1].name if before and before[1].type == "OG" else None


def _is_within(title: str, outer: str, index: MentionIndex) -> bool:
    """Say whether a title's own body is a part of the one before it: 경북도 해양국장, 새빛당 비대위원장."""
    if UNIT_HEAD.fullmatch(title):
        return True
    return title.endswith("위원장") and index.is_of(outer, ("OG",))


def _all_titles(block: TextBlock, index: MentionIndex) -> list[Title]:
    """Give the titles of a block, those too that are written together with a name: 한도윤대표."""
    text = block.text
    apart = list(titles_of(text))
    glued = [
        title
        for mention, entity in index.within(block.index, 0, len(text))
        if entity.type == "PS"
        and mention.end - mention.start > 2
        and text[mention.end : mention.end + 1] > "가"
        if (title := title_glued(text, mention.end))
        and not any(other.start <= mention.start < other.end for other in apart)
    ]
    return sorted([*apart, *glued]) if glued else apart


def _sharers(block: TextBlock, index: MentionIndex, last: Span) -> list[tuple[Span, Entity]]:
    """Give the persons that share a title with the one right before it: 한도윤·이하람 의원."""
    found: list[tuple[Span, Entity]] = []
    while block.text[last.start - 1 : last.start] == "·":
        gloss = _GLOSS_BEFORE.search(block.text, max(0, last.start - 24), last.start - 1)
        end = gloss.start() if gloss else last.start - 1
        before = index.at(block.index, end - 1)
        if before is None or before[1].type != "PS" or before[0].end != end:
            break
        found.insert(0, before)
        last = before[0]
    return found


_GLOSS_BEFORE = re.compile(r"\([^()]{1,20}\)$")
"""Where somebody is from, before the dot: 한도윤(나래 갑)·이하람(나래 을) 의원."""


def _sharers_after(
    block: TextBlock, index: MentionIndex, first: Span, title: Title
) -> list[tuple[Span, Entity]]:
    """Give who shares a title with the first behind it: (위원장 한도윤·이하람), 배우 한도윤과 이하람."""
    found: list[tuple[Span, Entity]] = []
    end = first.end
    joined = _JOINED if title.name in no_places() else _DOTTED
    while joint := joined.match(block.text, end):
        following = index.at(block.index, joint.end())
        if following is None or following[1].type != "PS" or following[0].start != joint.end():
            return []
        found.append(following)
        end = following[0].end
    if block.text.startswith(")", end) or (joined is _JOINED and _CLOSED.match(block.text, end)):
        return found
    return []


_DOTTED, _JOINED = re.compile("·"), re.compile("·|, ?|[와과] ")
_CLOSED = re.compile(r"[이가은는을를의도](?![가-힣])|[,.)]| 등")
"""What follows the last of several who share a title, and no title of the last one's own."""


def _in_parentheses(block: TextBlock, index: MentionIndex, start: int) -> str | None:
    """Give the party or the body in parentheses right behind a person or a title.

    한도윤(새빛당·서울 강남갑) 의원, 한도윤 변호사(법무법인 새빛).
    """
    inside = _PARENTHESES.match(block.text, start)
    bodies = index.within(block.index, start, inside.end()) if inside else ()
    return next((entity.name for _, entity in bodies if entity.type == "OG"), None)


_PARENTHESES = re.compile(r"\([^()]{2,30}\)")


def _role(
    block: TextBlock, start: int, end: int, person: str, title: Title, body: str | None, confidence: float
) -> RoleFact:
    between = block.text[min(end, start + len(person)) : title.start]
    if title.start == start:
        between = block.text[max(0, start - 4) : start]
        if told := _FORMER_BODY.search(block.text, max(0, start - 24), start):
            between = f" {told[1]}"
    between = _GLOSSED.sub("", between)
    former = FORMER.search(between) or _FORMER_FIRST.match(between)
    past = former[1] if former else "전" if _WAS.match(block.text, title.end) else None
    return RoleFact(
        text=block.text[start:end],
        block=block.index,
        start=start,
        end=end,
        person=person,
        title=f"{past} {title.name}" if past else title.name,
        organization=body,
        confidence=confidence,
        rule="role.behind" if confidence == BEHIND else "role.in-front",
    )


def _person_before(block: TextBlock, index: MentionIndex, title: Title) -> tuple[Span, Entity] | None:
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
    surname = _SURNAME.search(block.text, start, end)
    if surname and any(m.start == surname.start() + 1 for m in mentions):
        surname = None
    if surname or title_pattern().search(between, 0, len(between) - 1):
        return False
    tags = (
        token.tag
        for token in block.tokens
        if start <= token.start < end and not any(m.start <= token.start < m.end for m in mentions)
    )
    return not any(tag[0] in "JEV" for tag in tags)


_AND_ALSO = re.compile(r" (?:겸|이자) [가-힣]{2,8} ")
"""What stands between the first of two titles and who bears both: 가수 겸 배우 한도윤."""


def _person_after(text: str, index: MentionIndex, block: int, title: Title) -> tuple[Span, Entity] | None:
    also = _AND_ALSO.match(text, title.end)
    end = also.end() - 1 if also else title.end
    if copula := _COPULA.match(text, end):
        end = copula.end() - 1
    following = index.at(block, end + 1)
    if following and following[1].type == "PS" and text[end : following[0].start] == " ":
        return following
    return None
