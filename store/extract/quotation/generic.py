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

    시 is the last place whose name ends in 시, from afar only where it is the one such place; a firm
    (회사, 구단) has no such sign, and is meant only where the text has named one organisation and no other.
    """
    if subject.entity is not None:
        return None
    kind = subject.name.removesuffix("측").removesuffix("쪽").strip()
    kinds = ("OG", "LC") if len(kind) == 1 else ("OG",)
    if kind not in _KINDS and kind not in _FIRMS:
        return None
    if kind in _FIRMS:
        before = _bodies(subject, mentions, block, kinds, block - REACH)
        return before[-1] if len({entity.id for entity in before}) == 1 else None
    for first in (block - REACH, 0):
        of_kind = [e for e in _bodies(subject, mentions, block, kinds, first) if e.name.endswith(kind)]
        if of_kind and (first or len({entity.id for entity in of_kind}) == 1):
            return of_kind[-1]
    return None


def _bodies(
    subject: Subject, mentions: MentionIndex, block: int, kinds: tuple[str, ...], first: int
) -> list[Entity]:
    """Give the bodies named from block ``first`` up to the subject; a union or an office is no firm."""
    firm = subject.name.removesuffix("측").removesuffix("쪽").strip() in _FIRMS
    return [
        entity
        for at in range(max(0, first), block + 1)
        for mention, entity in mentions.within(at, 0, subject.start if at == block else 1 << 30)
        if entity.type in kinds and not (firm and entity.name.endswith(_NO_FIRMS))
    ]
