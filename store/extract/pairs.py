"""Whom a word for two means: 두 사람은, 양사는, 양국은 are the two that the text before has named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.extract.document import TextBlock
from store.extract.lexicon import endings, words
from store.extract.names import MentionIndex
from store.model import Entity

REACH = 2
"""Blocks back to which the two are looked for."""

_WHERE = re.compile(r"(?:에서|에)(?![가-힣])")
_NO_FIRMS = endings("speech", "no_firms")


def pair_kinds(text: str) -> tuple[str, ...]:
    """Give the kinds of names that a pair's word stands for: 두 회사 → OG, 양국 → LC, 두 사람 → PS."""
    word = re.fullmatch(r"(?:이들\s)?(?:두|양)\s?([가-힣]+?)(?:\s?측)?", text.strip())
    for key, kinds in (("pair_bodies", ("OG",)), ("pair_persons", ("PS",)), ("pair_states", ("LC",))):
        if word is not None and word[1] in words("clauses", key):
            return kinds
    return ()


def pair_meant(
    name: str, start: int, block: int, blocks: Sequence[TextBlock], mentions: MentionIndex
) -> tuple[Entity, ...]:
    """Give the two whom a word at ``start`` of ``block`` means; nobody where more or fewer are named.

    The last sentences are read backwards until two of the kind are named.
    """
    kinds = pair_kinds(name)
    if not kinds:
        return ()
    firm = kinds == ("OG",) and name.endswith("사")
    found: list[Entity] = []
    for at, first, end in _sentences_back(blocks, block, start):
        inside = [
            entity
            for span, entity in mentions.within(at, first, end)
            if entity.type in kinds
            and not (firm and entity.name.endswith(_NO_FIRMS))
            and not (entity.type == "LC" and _WHERE.match(blocks[at].text, span.end))
        ]
        found = list({entity.id: entity for entity in [*inside, *found]}.values())
        if len(found) > 1:
            return tuple(found) if len(found) == 2 else ()
    return ()


def _sentences_back(blocks: Sequence[TextBlock], block: int, start: int) -> Iterator[tuple[int, int, int]]:
    """Walk back from a place: the rest of its own sentence first, then those before it."""
    for at in range(block, max(-1, block - REACH - 1), -1):
        for sentence in reversed(blocks[at].sentences):
            end = min(sentence.end, start) if at == block else sentence.end
            if sentence.start < end:
                yield at, sentence.start, end
