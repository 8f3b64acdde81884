"""Offices that a list of appointments gives: ◇새빛전자 ▲부사장 한도윤 이가람."""

from __future__ import annotations

from collections.abc import Iterator

from store.extract.document import TextBlock
from store.extract.names import MentionIndex
from store.extract.personnel import find_appointed
from store.extract.role.title import Title, titles_of
from store.model import RoleFact

CONFIDENCE = 0.88


def find_listed_offices(block: TextBlock, index: MentionIndex) -> Iterator[RoleFact]:
    """Give each person of a list of appointments the office before the name, at the body of the heading."""
    for appointed in find_appointed(block.text):
        start, end = appointed.office
        title = next((t for t in titles_of(block.text) if t.end == end and t.start >= start), None)
        body = None
        if appointed.heading:
            named = [e for _, e in index.within(block.index, *appointed.heading) if e.type == "OG"]
            first, last = appointed.heading
            body = named[0].name if named else block.text[first:last].strip()
        for person in appointed.persons:
            known = index.at(block.index, person[0])
            if title and known and known[1].type == "PS":
                yield _role(block, start, person[1], known[1].name, title, body)


def _role(block: TextBlock, start: int, end: int, person: str, title: Title, body: str | None) -> RoleFact:
    words = block.text[title.start : title.end]
    return RoleFact(
        text=block.text[start:end],
        block=block.index,
        start=start,
        end=end,
        person=person,
        title=words if title.body and body else title.name,
        organization=body or title.body,
        confidence=CONFIDENCE,
        rule="role.listed",
    )
