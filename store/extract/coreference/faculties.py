"""Bodies by the department that stands between them and who works there: 나래대 정치외교학과 한도윤 교수."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.persons import Bearer
from store.extract.document import TextBlock
from store.extract.hangul import NAME_START, any_of
from store.extract.lexicon import words

BODY = 0.885
"""Believed above a phrase of the tagger's, which takes the department in or cuts it."""

FAR = 40
"""How far before a person the body may stand, in characters."""

_LAST = "과부실터팀국의"
"""What departments end in, and 의 behind them."""

_UNIT = (
    r"(?:[가-힣]{2,}과(?<!결과)(?<!효과)(?<!성과)|[가-힣]*"
    r"(?:학부|사업부|수사부|형사부|사업본부|연구부|센터|연구실|전략실|기획실|교실|대학원)"
    r"|[가-힣]{0,3}(?:의대|의과대학|공대|공과대학|법대|사범대|약대|치대|간호대))"
)


def find_faculties(block: TextBlock, bearers: Iterable[Bearer]) -> Iterator[Candidate]:
    """Give the body before a department and a person with a title, though no table has it."""
    text = block.text
    for bearer in bearers:
        start = bearer.candidate.start
        if text[start - 1 : start] != " " or text[start - 2 : start - 1] not in _LAST or bearer.at < start:
            continue
        match = _pattern().search(text, max(0, start - FAR), start)
        if match and match[1] not in words("organizations", "no_faculties"):
            yield Candidate(block.index, *match.span(1), "OG", BODY)


@cache
def _pattern() -> re.Pattern[str]:
    ends = any_of(words("organizations", "employers") | words("organizations", "endings"))
    return re.compile(
        rf"{NAME_START}([가-힣A-Za-z]{{1,12}}(?:{ends}))(?: ?\([^()]{{2,20}}\))?"
        rf"(?: {_UNIT}){{1,2}}의? $"
    )
