"""Whose ministry a bare name means: 국방부 behind 인도네시아 국방부 is that one, else the one at home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from store.extract.coreference.candidate import Candidate
from store.extract.coreference.places import USUAL
from store.extract.coreference.spread import surface
from store.extract.document import TextBlock
from store.extract.lexicon import words

REACH = 1
"""Blocks behind the one that names a foreign ministry in which a bare name still means that."""


def find_at_home(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> set[tuple[str, str]]:
    """Give the pairs of a foreign ministry and a bare name that does not mean it, (full, bare)."""
    spots: dict[str, list[Candidate]] = defaultdict(list)
    for mention in mentions:
        if mention.type == "OG":
            spots[surface(blocks, mention)].append(mention)
    return {
        (full, bare)
        for full in spots
        if (bare := _bare(full)) in spots and not _is_followed(blocks, spots[full], spots[bare])
    }


def _bare(full: str) -> str:
    """Give the name of a foreign ministry without its country, where there is such a one at home; else ''."""
    country, _, body = full.partition(" ")
    abroad = country in words("places", "countries") and USUAL.get(country, country) != "한국"
    return body if abroad and body in words("organizations", "known") else ""


def _is_followed(blocks: Sequence[TextBlock], full: Sequence[Candidate], bare: Sequence[Candidate]) -> bool:
    """Say whether the first bare name stands right behind a full one, and none is told to be ours."""
    first = min(bare)
    if any(blocks[m.block].text[: m.start].endswith("우리 ") for m in bare):
        return False
    return any(
        (m.block, m.start) < (first.block, first.start) and first.block - m.block <= REACH for m in full
    )
