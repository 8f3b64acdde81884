"""Sports clubs by the lists: 전북 현대, 두산 베어스; and the town that stands for its club."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.coreference.listed import CLUB, clubs
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, WordFinder, any_of, word_finder
from store.extract.lexicon import words

NICKNAMED = 0.9
"""A team that no list has is believed above the tagger, which takes it for a person."""

_PLACE = re.compile(
    r"에서|에(?![가-힣])| [가-힣]{1,4}[시군구동읍면](?![가-힣])|시민|시내| (?:홈|원정)?(?:경기장|구장|월드컵)"
)
"""What follows a town that is meant as a place."""


_CLUB_WORDS = ("유나이티드", "시티즌", "로버스", "애슬레틱", "레인저스")


@cache
def _shaped() -> re.Pattern[str]:
    """A town and what only clubs are called: 새나래 유나이티드."""
    towns = any_of(words("places", "regions") | words("places", "towns"))
    return re.compile(rf"{NAME_START}({towns}) ?(?:{any_of(_CLUB_WORDS)}){NAME_END}")


@cache
def _nickname() -> WordFinder:
    return word_finder(words("organizations", "clubs"))


_WHOSE = re.compile(rf"{NAME_START}[가-힣A-Z]{{2,6}} $")
"""Whose team it is, before what only teams are called: 새빛 라이온즈."""


def short_name(club: str) -> str | None:
    """Give the town or the owner by which a club goes, or None for what is no club."""
    shaped = _shaped().fullmatch(club)
    return shaped[1] if shaped else clubs().get(club)


def find_teams(block: TextBlock) -> Iterator[Candidate]:
    """Give the clubs of a block that are none of the lists."""
    for match in _shaped().finditer(block.text) if any(word in block.text for word in _CLUB_WORDS) else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", CLUB)
    for start, end in _nickname()(block.text):
        whose = _WHOSE.search(block.text, max(0, start - 8), start)
        first = tokens_inside(block, whose.start(), end)[:1] if whose else []
        if whose and not any(t.tag[0] in "JEVM" and block.text[t.end].isspace() for t in first):
            yield Candidate(block.index, whose.start(), end, "OG", NICKNAMED)


def find_esports(blocks: Sequence[TextBlock]) -> Iterator[Candidate]:
    """Give the teams of computer games that go by letters, in an article that tells of such games: T1."""
    cues = words("organizations", "esports_cues")
    if not any(cue in block.text for block in blocks for cue in cues):
        return
    for block in blocks:
        for match in _esports().finditer(block.text):
            yield Candidate(block.index, match.start(), match.end(), "OG", CLUB)


@cache
def _esports() -> re.Pattern[str]:
    return re.compile(rf"{NAME_START}(?:{any_of(words('organizations', 'esports'))}){NAME_END}")


def towns_as_teams(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Make a club of each town that stands for the one club of it that the article names."""
    named = {blocks[m.block].text[m.start : m.end] for m in mentions if m.weight == CLUB}
    shorts = {short_name(club) for club in named}
    return [
        mention._replace(type="OG")
        if mention.type == "LC"
        and blocks[mention.block].text[mention.start : mention.end] in shorts
        and not _PLACE.match(blocks[mention.block].text, mention.end)
        else mention
        for mention in mentions
    ]
