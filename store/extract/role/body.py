"""The organisation that a title is borne in, by the words before it: SK 회장, 새빛당 한도윤 원내대표."""

from __future__ import annotations

import re

from store.extract.document import TextBlock
from store.extract.lexicon import words
from store.extract.names import MentionIndex
from store.model import Entity, Span

NEAR = 48
"""How far before a title its organisation may stand, in characters."""

_UNIT = re.compile(r"['’]?(?:[\s)]|\([^()]*\))*의?\s?(?:[가-힣A-Za-z0-9·]+\s?){0,3}")
_DECORATION = re.compile(r"\([^()]*\)|^ ?(?:겸|이자)|^ ?(?:전|현|신임|차기|초대|당시|前|現|新) ")
FORMER = re.compile(r"(?:^|\s)(전|현|신임|차기|초대|당시|前|現|新)\s?$")


def _larger(bodies: list[tuple[Span, Entity]], unit: Span) -> str | None:
    """Give the body that a unit belongs to, right before it: 새빛소프트 경영지원팀."""
    if not unit.text.endswith(("팀", "실", "부", "과", "본부", "센터")) or len(bodies) < 2:
        return None
    mention, entity = bodies[-2]
    return entity.name if unit.start - mention.end == 1 and unit == bodies[-1][0] else None


_OF = re.compile(
    r"(?:\)| ?\([^()]{2,20}\))?"
    r"(?:의? |인 | ?소속(?:의|인)? "
    r"|의? (?:[가-힣A-Za-z0-9]{1,10}(?:[과팀부실국계대]|센터|본부|파출소|교실|대학원|연구소)의? ){1,2})"
)
"""What stands between a body and one who is of it: 새빛당 소속의 한도윤 의원."""


def organization_before(block: TextBlock, index: MentionIndex, person: Span) -> str | None:
    """Give the organisation right before a person whose title follows: 새빛당 한도윤 원내대표."""
    near = index.within(block.index, max(0, person.start - NEAR), person.start)
    before = near[-1] if near else None
    between = block.text[before[0].end : person.start] if before else ""
    if before and before[1].type == "OG" and _OF.fullmatch(between):
        if _is_of_another(block.text, index, before[0]):
            return None
        return before[1].name
    if before and between == "의 " and before[1].name in words("places", "countries"):
        return before[1].name
    return None


def _goes_with(block: TextBlock, body: Span, end: int) -> bool:
    """Say whether a particle other than 의 parts a body from a title: 한빛스튜디오와 감독 한도윤."""
    behind = block.tokens[block.token_at(body.end) : block.token_at(end)]
    return any(
        (t.tag[0] == "J" and t.tag != "JKG" and t.start == body.end) or t.form in ("에서", "에게")
        for t in behind
    )


def organization(block: TextBlock, index: MentionIndex, left: int, end: int) -> str | None:
    """Give the organisation (or country) that ends before ``end``, by its entity or in its own words."""
    text = block.text
    former = FORMER.search(text[max(0, end - 4) : end])
    end -= len(former[0]) if former else 0
    mentions = [m for m in index.within(block.index, max(left, end - NEAR), end) if m[1].type in ("OG", "LC")]
    persons = [m for m, e in index.within(block.index, max(left, end - NEAR), end) if e.type == "PS"]
    mentions = [m for m in mentions if not persons or m[0].start > persons[-1].end]
    mentions = [m for m in mentions if m[1].type == "OG" or not _is_aside(text, left, m[0].start)]
    mentions = [
        m
        for m in mentions
        if m[1].type == "OG" or "·" not in (text[m[0].start - 1 : m[0].start], text[m[0].end : m[0].end + 1])
    ]  # 인도·태평양 국장 is of neither
    bodies = [m for m in mentions if m[1].type == "OG"]
    for mention, entity in (*bodies[-1:], *mentions[-1:]):
        if _UNIT.fullmatch(text, mention.end, end) and not (
            _goes_with(block, mention, end) or _is_of_another(text, index, mention)
        ):
            province = entity.name in words("places", "regions") and text.startswith("도 ", mention.end)
            whole = f"{entity.name}도" if province and not entity.name.endswith("도") else entity.name
            return _larger(bodies, mention) or whole
    own_words = _DECORATION.sub("", text[left:end]).strip(" ()") if left else ""
    duty = own_words.endswith(_DUTIES) or own_words in words("persons", "not_before_titles")
    return own_words if own_words and not duty else None


def _is_of_another(text: str, index: MentionIndex, body: Span) -> bool:
    """Say whether a body stands in parentheses behind somebody else: 한도윤(새빛FC)과 주장 이가람."""
    opener = (
        text.rfind("(", max(0, body.start - 12), body.start) if text[body.end : body.end + 1] == ")" else -1
    )
    before = index.at(body.block, opener - 1) if opener > 0 else None
    return before is not None and before[1].type == "PS"


def _is_aside(text: str, left: int, start: int) -> bool:
    """Say whether a place stands in parentheses behind who comes from there: 월튼 코바크(애리조나) 의원."""
    before = text[left:start]
    return before.count("(") > before.count(")")


_DUTIES = ("담당", "총괄", "전담")
"""What ends the words for what somebody sees to, and no body: 홍보 담당 특별보좌관."""
