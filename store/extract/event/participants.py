"""Who a noun phrase means: entities by their names, others by the role as it is written (기자들)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, any_of
from store.extract.lexicon import read_rows, words
from store.extract.names import MentionIndex
from store.model import Entity, Span

_TAIL = re.compile(
    r"(?:\s(?:공동\s)?[가-힣0-9]{1,9}(?:[부과팀국실]|수사대|조사단|수사단|사업단|지원단|본부|센터|대변인실))?(?:\s?\([^()]*\))?['’]?"
    r"\s?(?:등(?:\s?\d+개[가-힣]*)?|측|정부|양국|양사|두 회사|그룹|팀|구단)?\s?"
)
"""What may follow the last name of a phrase that acts: a unit, a gloss, 등, 측."""

_JOINT = re.compile(r"[와과] ")
"""Parts two who act together: 정하린 연구원과 나래대 연구팀."""

_AFTERWARDS = re.compile(r"^.*(?:직후|직전|뒤|후|전|가운데) ")
"""When people were met, before who they are: 본회의 직후 기자들."""

_GLOSS = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"\d[가-힣]{0,3}$")
_PEOPLE = re.compile(
    rf"((?:{any_of(words('clauses', 'people'))})들?)(?: (?:등 )?(?:약 )?\d+여?명(?:가량|정도|안팎)?)?"
    r"(?: 등)?$"
)


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"({any_of(row[0] for row in read_rows('titles') if row[1] != 'plain')})들?(?: 등)?$")


def find_participants(
    block: TextBlock, start: int, end: int, index: MentionIndex, *, places: bool = True
) -> list[str]:
    """Give the names of those that the phrase at ``start:end`` holds; an empty list where it means no one.

    ``places`` says whether countries may act in it (agreements), or may not (accidents).
    """
    first = index.at(block.index, start)
    start = min(start, first[0].start) if first else start
    text = block.text[start:end]
    kinds = ("PS", "OG", "LC") if places else ("PS", "OG")
    mentions = [m for m in index.within(block.index, start, end) if m[1].type in kinds]
    glosses = [match.span() for match in _GLOSS.finditer(text)]
    outside = [m for m in mentions if not any(a <= m[0].start - start < b for a, b in glosses)]
    mentions = outside or mentions
    persons = list(_persons(block, [m for m in mentions if m[1].type == "PS"]))
    joint = _JOINT.search(text) if persons else None
    if joint is not None and not any(m.start - start < joint.end() < m.end - start for m, _ in mentions):
        halves = ((start, start + joint.start()), (start + joint.end(), end))
        one, other = (find_participants(block, a, b, index, places=places) for a, b in halves)
        if one and other:
            return list(dict.fromkeys((*one, *other)))
    if persons:
        return list(dict.fromkeys(persons))
    title = _titled().search(text)
    bodies = [(span, entity) for span, entity in mentions if entity.type == "OG"]
    if title and bodies:
        return [f"{entity.name} {title[1]}" for _, entity in bodies]
    if text == "고인":
        return [text]
    people = _PEOPLE.search(text)
    if people is not None and not (mentions and mentions[-1][0].end - start >= people.end(1)):
        sides = list(dict.fromkeys(entity.name for _, entity in mentions))
        if len(sides) > 1 and people[1] in words("clauses", "pair_states_of"):
            return [f"{side} {people[1]}" for side in sides]
        counted, _, whom = text[: people.end(1)].rpartition(", ")  # 6만장, 정부에 5만장
        return [_AFTERWARDS.sub("", whom if _COUNTED.search(counted) else text[: people.end(1)])]
    return _heads(block, mentions, start, end)


def _persons(block: TextBlock, mentions: Sequence[tuple[Span, Entity]]) -> Iterator[str]:
    """Give the names of persons, but for one whose relative or lawyer it is: 오 대표의 아내 is another."""
    starts = {span.start for span, _ in mentions}
    for span, entity in mentions:
        relative = _relative().match(block.text, span.end)
        if relative is None:
            yield entity.name
        elif relative.end() + 1 not in starts:
            yield block.text[span.start : relative.end()]


@cache
def _relative() -> re.Pattern[str]:
    kin = (word for kind, names, _ in read_rows("speakers") if kind == "kin" for word in names.split())
    return re.compile(rf"(?: [가-힣]{{2,8}})?의 (?:{any_of({*kin, *words('persons', 'kin')})}){NAME_END}")


def _heads(block: TextBlock, mentions: Sequence[tuple[Span, Entity]], start: int, end: int) -> list[str]:
    """Give the bodies and countries that end the phrase, all of its list; not 새빛전자 in 새빛전자 주가."""
    if not mentions or not _TAIL.fullmatch(block.text, mentions[-1][0].end, end):
        return []
    last = mentions[-1][1].type
    names = [entity.name for _, entity in mentions if entity.type == last]
    listed = re.search(r"[,·]|[와과] |및", block.text[mentions[0][0].end : mentions[-1][0].start])
    return list(dict.fromkeys(names)) if len(names) == 1 or listed else names[-1:]
