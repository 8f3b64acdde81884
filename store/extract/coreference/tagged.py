"""The tagger's names with their boundaries repaired: no titles, no particles, nothing generic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate
from store.extract.document import Document, TextBlock
from store.extract.hangul import any_of
from store.extract.harvest import is_korean_name
from store.extract.lexicon import read_rows, words
from store.extract.names import Name

PHRASE, WORD = 0.87, 0.6
SURE = 0.8
"""A name of several words is believed above the tables, for it is longer; one of one word below the rules."""

_NO_END = (
    "JKS",
    "JKC",
    "JKG",
    "JKO",
    "JKB",
    "JKV",
    "JKQ",
    "JX",
    "JC",
    "EP",
    "EF",
    "EC",
    "ETN",
    "ETM",
    "VCP",
    "SP",
    "SSC",
    "SSO",
)
_TYPES = {"PS": "PS", "LC": "LC", "OG": "OG"}


def from_tagger(document: Document, names: Sequence[Name]) -> Iterator[Candidate]:
    """Give a candidate for each PS, LC and OG of the tagger that is left after its repair."""
    for name in names:
        type_ = _TYPES.get(name.type)
        if type_ is None:
            continue
        block = document.blocks[name.block]
        start, end = _trim(block, name.start, name.end, name.type)
        text = block.text[start:end]
        if (
            not text
            or text in words("organizations", "generic")
            or not re.search(r"[가-힣A-Za-z一-鿿]", text)
        ):
            continue
        if len(text) == 1 and "가" <= text <= "힣":
            continue
        if words("works", "generic").issuperset(text.split()) or (
            type_ == "PS" and _is_doubtful_person(block, start, end, name.score)
        ):
            continue
        weight = PHRASE if re.search(r"\s", text) else WORD + 0.1 * name.score
        yield Candidate(name.block, start, end, type_, weight, tagged=True)  # type: ignore[arg-type]


_BODY_BEHIND = re.compile(r"\s[A-Z]{2,}$")
_UNIT = re.compile(r"\s[가-힣A-Za-z]*(?:\d부|재판부|합의부|[가-힣]팀|[가-힣]과|[가-힣]실|[가-힣]국)$")


class Tagged:
    """Answers what the tagger takes a stretch of a block for."""

    def __init__(self, names: Sequence[Name]) -> None:
        """Index ``names`` by block."""
        self._by_block: dict[int, list[Name]] = {}
        for name in names:
            self._by_block.setdefault(name.block, []).append(name)

    def reader(self, block: int) -> Callable[[int, int], str | None]:
        """Give a function from ``start, end`` to the type of the tagger's name there, or None."""
        names = self._by_block.get(block, [])

        def typed(start: int, end: int) -> str | None:
            for name in names:
                if name.start < end and start < name.end:
                    return name.type
            return None

        return typed


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    titles = any_of(row[0] for row in read_rows("titles"))
    return (
        re.compile(rf"\s*(?:(?:전|현|신임)\s)?(?:{titles})$"),
        re.compile(
            r"^(?:전|현|신임|故|고|이른바|당시|옛|국영|민영|국내|미국계|㈜|\(주\)|주식회사)\s+|^[\s'\"“”‘’(\[<《·,]+"
        ),
        re.compile(
            r"(?:\s?(?:정부|측|당국|현지|시내|전역|일대|지역|인근|등|내|계|산|발|형|제))$|[\s'\"“”‘’)\]>》·,]+$"
        ),
    )


def _is_doubtful_person(block: TextBlock, start: int, end: int, score: float) -> bool:
    """A single common noun in no shape of a name is a person only where the tagger is sure."""
    text = block.text[start:end]
    common = any(t.start == start and t.end == end and t.tag == "NNG" for t in block.tokens)
    return common and score < SURE and not is_korean_name(text)


def _trim(block: TextBlock, start: int, end: int, type_: str) -> tuple[int, int]:
    if type_ == "PS":
        start = max([start, *(t.end for t in block.tokens if start <= t.start < end and t.tag[0] in "EV")])
    ends = {token.end: token for token in block.tokens if start <= token.start and token.end <= end}
    while end > start and end in ends and ends[end].tag in _NO_END and ends[end].start > start:
        end = ends[end].start
    title, head, tail = _edges()
    text = block.text
    if match := head.match(text[start:end]):
        start += match.end()
    if type_ == "PS":
        while (match := title.search(text[start:end])) and match.start() > 1:
            end = start + match.start()
        if match := _BODY_BEHIND.search(text[start:end]):
            end = start + match.start()
    elif type_ == "OG" and (match := _UNIT.search(text[start:end])):
        end = start + match.start()
    elif (match := tail.search(text[start:end])) and match.start() > 1:
        end = start + match.start()
    return start, end
