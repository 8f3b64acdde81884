"""The article as one: a name has one type in it, and is a mention wherever it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from store.extract.coreference.candidate import Candidate, Taken
from store.extract.document import TextBlock
from store.extract.hangul import word_finder
from store.extract.harvest import is_foreign_word
from store.model import EntityType

FOUND = 0.5


def agree(blocks: Sequence[TextBlock], mentions: Sequence[Candidate]) -> list[Candidate]:
    """Give every mention the type that most of its name's mentions have, each counted by its weight."""
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        votes[surface(blocks, mention)][mention.type] += mention.weight
    winner = {name: max(sorted(types), key=types.__getitem__) for name, types in votes.items()}
    return [mention._replace(type=winner[surface(blocks, mention)]) for mention in mentions]


def spread(blocks: Sequence[TextBlock], mentions: Sequence[Candidate], taken: Taken, measured: Taken) -> list[Candidate]:
    """Add every other place where a known name stands as a word of its own, and parts of foreign names."""
    types: dict[str, EntityType] = {}
    for mention in mentions:
        name = surface(blocks, mention)
        if len(name) > 1:
            types.setdefault(name, mention.type)
        for part in foreign_parts(name) if mention.type == "PS" else ():
            types.setdefault(part, "PS")
    if not types:
        return list(mentions)
    find = word_finder(types)
    added = [
        Candidate(block.index, start, end, types[block.text[start:end]], FOUND)
        for block in blocks
        for start, end in find(block.text)
        if not measured.blocks(block.index, start, end) and taken.take(block.index, start, end)
    ]
    return sorted([*mentions, *added])


def foreign_parts(name: str) -> list[str]:
    """Give the words of a foreign person's name that may stand for the whole: 사티아 나델라 → both."""
    parts = name.split(" ")
    return [part for part in parts if len(part) > 1 and is_foreign_word(part)] if len(parts) > 1 else []


def surface(blocks: Sequence[TextBlock], mention: Candidate) -> str:
    """Give the words of a mention."""
    return blocks[mention.block].text[mention.start : mention.end]


def surfaces(blocks: Sequence[TextBlock], mentions: Iterable[Candidate]) -> dict[str, EntityType]:
    """Give each different name of the mentions with its type, in the order of first mention."""
    found: dict[str, EntityType] = {}
    for mention in mentions:
        found.setdefault(surface(blocks, mention), mention.type)
    return found
