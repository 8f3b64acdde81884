"""Prizes and who brings out books, by what their names end in: 새나문학상, 새나출판사."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of

PRIZE, PUBLISHER = 0.9, 0.9

_PRIZES = (
    *("문학상", "예술상", "작가상", "시인상", "소설상", "평론상", "미술상", "건축상", "언론상"),
    "평화상",
)
_PRIZE = re.compile(rf"{NAME_START}[가-힣]{{2,8}}(?:{any_of(_PRIZES)}){NAME_END}")
_GENERIC = re.compile(
    r"(?:올해의|젊은|신인|우수|최우수|국제|해외|국내|대한민국|한국|여성|남성|아동|청소년|이)"
    rf"(?:{any_of(_PRIZES)})"
)
"""What is given by many."""

_OUT = "에서 (?:나[온왔오와]|펴[낸냈]|출간)"
_PUBLISHER = re.compile(rf"{NAME_START}([가-힣A-Za-z]{{2,8}}(?:출판사|출판|북스|문고|책방))(?={_OUT})")
_HOUSE = re.compile(
    r"(?:책|소설집|시집|장편|단편집|산문집|평론집|번역본|[가-힣]{2,5}어판|번역판|개정판)[은는이가] ?"
    r"(?:[^.,]{0,16} )?"
    rf"(?<![가-힣])([가-힣]{{2,8}}){_OUT}"
)
"""Who a book is told to have come out at, whatever its name ends in: 시집은 새나동산에서 나왔다."""


def find_literary(block: TextBlock) -> Iterator[Candidate]:
    """Give the prizes of a block, and who brings out the books that it tells of."""
    text = block.text
    for match in _PRIZE.finditer(text) if any(prize in text for prize in _PRIZES) else ():
        if not _GENERIC.fullmatch(match[0]) and not _is_broken(block, match.start(), match.end()):
            yield Candidate(block.index, match.start(), match.end(), "EV", PRIZE)
    if not any(out in text for out in ("에서 나", "에서 펴", "에서 출간")):
        return
    for match in (*_PUBLISHER.finditer(text), *_HOUSE.finditer(text)):
        inside = tokens_inside(block, *match.span(1))
        if [token.tag for token in inside] != ["NNG"]:
            yield Candidate(block.index, *match.span(1), "OG", PUBLISHER)


def _is_broken(block: TextBlock, start: int, end: int) -> bool:
    """Say whether a particle or a verb stands in a stretch, which is no name then."""
    return any(token.tag[0] in "JEV" for token in tokens_inside(block, start, end))
