"""Who reports an article and for whom: no people or bodies of what it tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from store.model import Entity, Reading

_REPORTER = r"(?:기자|특파원|통신원|논설위원|에디터|앵커|리포터)"
_NAMES = r"(?:[가-힣]{2,4}[ ·,]{0,2}){1,5}"
_OPENING = re.compile(
    rf"\s*[\[(【<（［](?=[^\])】>）］]*(?:=|{_REPORTER}))[^\])】>）］]{{2,60}}[\])】>）］]"
    rf"(?:\s*{_NAMES}(?:[가-힣]{{2,4}})?{_REPORTER}\s*[=＝]?)?"
)
"""(나래=새빛통신) 문결 기자 = …, [새빛일보 문결 기자] …"""

_LINE = re.compile(
    rf"\s*(?:[가-힣A-Za-z0-9 |=/·]{{0,20}}[ =|/·])?{_NAMES}[가-힣]{{0,2}}{_REPORTER}"
    r"(?:\s*[/|,·(]?\s*[\w.+-]+@[\w.-]+\)?|입니다\.?|가 (?:보도|취재)(?:합니다|했습니다)\.?)?\s*"
)
"""문결 기자 gyeol@saebit.example, 새빛뉴스 문결 기자입니다."""


LONGEST = 80
"""A line of nothing but a byline is no longer, in characters."""


def people_told(reading: Reading) -> Iterator[Entity]:
    """Give the entities of a reading but for those that stand in bylines only."""
    bylines: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for sentence in reading.sentences:
        line = _LINE.fullmatch(sentence.text) if len(sentence.text) <= LONGEST else None
        match = line or (_OPENING.match(sentence.text) if not sentence.start else None)
        if match:
            bylines[sentence.block].append((sentence.start, sentence.start + match.end()))
    for entity in reading.entities:
        if not entity.mentions or not all(
            any(
                start <= mention.start and mention.end <= end for start, end in bylines.get(mention.block, ())
            )
            for mention in entity.mentions
        ):
            yield entity
