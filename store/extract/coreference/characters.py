"""Persons by the characters of their names: 한도윤(韓道允), 다이위안(戴遠), and 金 in a headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.foreign_persons import Typed
from store.extract.coreference.persons import Bearer
from store.extract.document import TextBlock
from store.extract.hangul import LETTER, NAME_START
from store.extract.harvest import is_korean_name
from store.extract.lexicon import read_table, words

WRITTEN, HEADED = 0.93, 0.9

_HANJA = re.compile("[一-鿿]")
_OF_PLACES = "山州江河島省市縣城海港口門陽莊京都川西東南北寧蘇林"
"""What the names of places in China end in."""

_WRITTEN = re.compile(
    rf"{NAME_START}([가-힣]{{2,5}}) ?\(([一-鿿]{{2,4}})(?=[)·,/])(?![^()]*\)[현시성정부촌])"
)


def find_written(block: TextBlock, typed: Typed) -> Iterator[Candidate]:
    """Give the persons of a block whose name's characters stand behind it, read as in Korea or in China."""
    if "(" not in block.text or not _HANJA.search(block.text):
        return
    for match in _WRITTEN.finditer(block.text):
        name, characters = match[1], match[2]
        korean = read_table("persons")["hanja_surnames"].get(characters[0]) == name[0]
        if korean and len(name) == len(characters) and is_korean_name(name):
            yield Candidate(block.index, match.start(1), match.end(1), "PS", WRITTEN)
            continue
        sound = _sounds().get(characters[0])
        read = (
            sound is not None and name.startswith(sound) and len(name) >= max(len(characters), len(sound) + 1)
        )
        place = name in words("places", "others") or characters[-1] in _OF_PLACES
        if read and (typed(*match.span(1)) == "PS" or not place):
            yield Candidate(block.index, match.start(1), match.end(1), "PS", WRITTEN)


@cache
def _sounds() -> dict[str, str]:
    """Give the sound of each family name of China by its character."""
    return {row[0]: row[1:] for row in words("persons", "hanja_chinese")}


def find_headed(
    blocks: Sequence[TextBlock], names: Iterable[str], bearers: Iterable[Bearer]
) -> tuple[list[Candidate], list[tuple[str, str]]]:
    """Give the surnames that stand alone in a headline for whom they mean, and the pairs (full, short).

    金 means the only person of that surname in the article who is no reporter: 金 "단일화" 安 "지켜보겠다".
    """
    heads = [block for block in blocks if block.role in ("title", "deck") and _HANJA.search(block.text)]
    found: list[Candidate] = []
    pairs: dict[tuple[str, str], None] = {}
    if not heads:
        return found, []
    reporters = {bearer.name for bearer in bearers if bearer.title.endswith(("기자", "특파원"))}
    named = [name for name in names if name not in reporters and is_korean_name(name)]
    surnames = read_table("persons")["hanja_surnames"]
    for block in heads:
        for match in _headed().finditer(block.text):
            namesakes = [name for name in named if name[0] == surnames[match[1]]]
            if len(namesakes) == 1:
                found.append(Candidate(block.index, *match.span(1), "PS", HEADED))
                pairs[namesakes[0], match[1]] = None
    return found, list(pairs)


@cache
def _headed() -> re.Pattern[str]:
    """A surname that is no country's character, and 金 that is no gold: 金 시세."""
    countries = read_table("places")["hanja"]
    surnames = "".join(s for s in read_table("persons")["hanja_surnames"] if s not in countries)
    goods = "값|가격|시세|시장|펀드|투자|메달|선물|현물|거래"
    return re.compile(
        rf"(?<![{LETTER}])([{surnames}])(?=[ ,·…\"'“‘-]|[은는이가도의와과에]|측|$)(?!(?<=金) ?(?:{goods}))"
    )
