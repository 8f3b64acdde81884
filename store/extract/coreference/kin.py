"""Persons by whose relatives they are: 딸 이방카, 부인인 신디 코바크."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, WordFinder, word_finder
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import words

NAMED, FOREIGN = 0.91, 0.865


def find_kin(block: TextBlock) -> Iterator[Candidate]:
    """Give the persons of a block whose name stands right behind what they are to another."""
    text = block.text
    brief = (match.span() for match in _BRIEF.finditer(text)) if "딸" in text or "형" in text else ()
    for start, end in (*_finder()(text), *brief):
        match = _NAME.match(text, end)
        if match is None:
            continue
        of_kin = text[start:end].removesuffix("인") in words("persons", "kin")
        first, second = match["first"], match["second"]
        inside = tokens_inside(block, *match.span("first"))
        common = len(inside) == 1 and inside[0].tag not in ("NNP", "SL")
        if of_kin and is_korean_name(first):
            yield Candidate(block.index, *match.span("first"), "PS", NAMED)
        elif not common:
            longer = second is not None and is_foreign_word(second)
            verbal = any(token.tag[0] in "JEVM" for token in inside)
            if verbal and not (longer and of_kin and len(second or "") > 2):
                continue
            if not (is_foreign_word(first) or (of_kin and longer)):
                continue
            stop = _without_particle(block, *match.span("second")) if longer else match.end("first")
            if longer or (of_kin and len(first) > 2):
                yield Candidate(block.index, match.start("first"), stop, "PS", FOREIGN)


def _without_particle(block: TextBlock, start: int, end: int) -> int:
    """Give the end of a word of one syllable whose particle was taken for its last: 싱이."""
    last = tokens_inside(block, start, end)[-1:]
    return last[0].start if last and last[0].tag[0] == "J" and last[0].start > start else end


@cache
def _finder() -> WordFinder:
    told = words("persons", "kin") | words("persons", "somebody")
    return word_finder({*told, *(f"{word}인" for word in told)})


_BRIEF = re.compile(rf"{NAME_START}[딸형]인?(?= )")
"""Relatives of one syllable, which the finder of words leaves out."""

_NAME = re.compile(rf" (?P<first>[가-힣]{{2,6}}?){NAME_END}(?: (?P<second>[가-힣]{{2,6}}?){NAME_END})?")
