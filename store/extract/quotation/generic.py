"""Which body is meant where only its kind is named: 시는, 은행은, 회사 측은."""

from __future__ import annotations

from store.extract.lexicon import endings, words
from store.extract.names import MentionIndex
from store.extract.quotation.phrase import Subject
from store.model import Entity

REACH = 3
"""Blocks back to which a body of that kind is looked for."""

_KINDS, _FIRMS = words("speech", "body_kinds"), words("speech", "firms")
_NO_FIRMS = endings("speech", "no_firms")


def meant(subject: Subject, mentions: MentionIndex, block: int) -> Entity | None:
    """Give the body that a word for its kind means, or None where the text does not make it clear.

    시 is the last place whose name ends in 시; a firm (회사, 구단) has no such sign, and is meant only where
    the text has named one organisation and no other.
    """
    if subject.entity is not None:
        return None
    kind = subject.name.removesuffix("측").removesuffix("쪽").strip()
    kinds = ("OG", "LC") if len(kind) == 1 else ("OG",)
    if kind not in _KINDS and kind not in _FIRMS:
        return None
    before = [
        entity
        for at in range(max(0, block - REACH), block + 1)
        for mention, entity in mentions.within(at, 0, subject.start if at == block else 1 << 30)
        if entity.type in kinds and not (kind in _FIRMS and entity.name.endswith(_NO_FIRMS))
    ]
    if kind in _FIRMS:
        return before[-1] if len({entity.id for entity in before}) == 1 else None
    return next((entity for entity in reversed(before) if entity.name.endswith(kind)), None)
