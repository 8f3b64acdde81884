"""Persons by whose relatives they are: 딸 이방카, 부인인 신디 코바크."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import words

NAMED, FOREIGN = 0.91, 0.865


def find_kin(block: TextBlock) -> Iterator[Candidate]:
    """Give the persons of a block whose name stands right behind what they are to another."""
    if not _guard().search(block.text):
        return
    for match in _relative().finditer(block.text):
        first, second = match[1], match[2]
        inside = tokens_inside(block, *match.span(1))
        common = len(inside) == 1 and inside[0].tag not in ("NNP", "SL")
        if is_korean_name(first):
            yield Candidate(block.index, *match.span(1), "PS", NAMED)
        elif not common and is_foreign_word(first) and not any(t.tag[0] in "JEVM" for t in inside):
            longer = second is not None and is_foreign_word(second)
            end = match.end(2) if longer else match.end(1)
            if longer or len(first) > 2:
                yield Candidate(block.index, match.start(1), end, "PS", FOREIGN)


@cache
def _guard() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('persons', 'kin'))})인? ")


@cache
def _relative() -> re.Pattern[str]:
    name = rf"([가-힣]{{2,6}}?){NAME_END}(?: ([가-힣]{{2,6}}?){NAME_END})?"
    return re.compile(rf"{NAME_START}(?:{any_of(words('persons', 'kin'))})(?:인)? {name}")
