"""Sports clubs by the lists: 전북 현대, 두산 베어스; and the town that stands for its club."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.listed import read_names
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, WordFinder, any_of, word_finder
from store.extract.lexicon import words

TEAM = 0.91
"""A club is believed above the town in its name."""

_PLACE = re.compile(
    r"에서|에(?![가-힣])| [가-힣]{1,4}[시군구동읍면](?![가-힣])|시민|시내| (?:홈|원정)?(?:경기장|구장|월드컵)"
)
"""What follows a town that is meant as a place."""


@cache
def _clubs() -> dict[str, str]:
    """Give each club, with a space and without, and what it is called for short: 전북 현대 → 전북."""
    names = sorted(read_names("teams"))
    towns = words("places", "regions") | words("places", "towns")
    owners = (
        words("organizations", "known") | words("organizations", "groups") | words("organizations", "owners")
    )
    clubs = {}
    for name in names:
        firsts = [
            first for first in (*towns, *owners) if name.startswith(first) and len(name) > len(first) + 1
        ]
        if firsts:
            first = max(firsts, key=lambda first: (len(first), first))
            rest = name[len(first) :].strip()
            clubs[f"{first}{rest}"] = first
            if rest not in towns:
                clubs[f"{first} {rest}"] = first
    return clubs


@cache
def _finder() -> WordFinder:
    return word_finder(_clubs())


@cache
def _shaped() -> re.Pattern[str]:
    """A town and what only clubs are called: 새나래 유나이티드."""
    towns = any_of(words("places", "regions") | words("places", "towns"))
    return re.compile(
        rf"{NAME_START}({towns}) ?(?:유나이티드|시티즌|로버스|애슬레틱|레인저스|하나시티즌){NAME_END}"
    )


def short_name(club: str) -> str | None:
    """Give the town or the owner by which a club goes, or None for what is no club."""
    shaped = _shaped().fullmatch(club)
    return shaped[1] if shaped else _clubs().get(club)


def find_teams(block: TextBlock) -> Iterator[Candidate]:
    """Give the clubs of a block."""
    for start, end in _finder()(block.text):
        yield Candidate(block.index, start, end, "OG", TEAM)
    for match in _shaped().finditer(block.text):
        yield Candidate(block.index, match.start(), match.end(), "OG", TEAM)


def towns_as_teams(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Make a club of each town that stands for the one club of it that the article names."""
    clubs = {blocks[m.block].text[m.start : m.end] for m in mentions if m.weight == TEAM}
    shorts = {short_name(club) for club in clubs}
    return [
        mention._replace(type="OG")
        if mention.type == "LC"
        and blocks[mention.block].text[mention.start : mention.end] in shorts
        and not _PLACE.match(blocks[mention.block].text, mention.end)
        else mention
        for mention in mentions
    ]
