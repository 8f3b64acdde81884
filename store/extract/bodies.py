"""Which body is meant where only its kind is named: 시는, 은행은, 회사 측은."""

from __future__ import annotations

from store.extract.lexicon import endings, words
from store.extract.names import MentionIndex
from store.model import Entity

REACH = 3
"""Blocks back to which a body of that kind is looked for."""

_KINDS, _FIRMS = words("speech", "body_kinds"), words("speech", "firms")
_NO_FIRMS = endings("speech", "no_firms")


def body_meant(name: str, start: int, block: int, mentions: MentionIndex) -> Entity | None:
    """Give the body that a word for its kind, at ``start`` of ``block``, means; None where that is not clear.

    시 is the last place whose name ends in 시, from afar only where it is the one such place; a firm
    (회사, 구단) has no such sign, and is meant only where the text has named one organisation and no other.
    """
    kind = name.removesuffix("측").removesuffix("쪽").strip()
    kind = kind[2:] if kind.startswith(("이 ", "그 ")) else kind
    if kind not in _KINDS and kind not in _FIRMS:
        return None
    firm = kind in _FIRMS
    kinds = ("OG", "LC") if len(kind) == 1 else ("OG",)

    def named(first: int) -> list[Entity]:
        """Give the bodies named from block ``first`` up to here; a union or an office is no firm."""
        return [
            entity
            for at in range(max(0, first), block + 1)
            for _, entity in mentions.within(at, 0, start if at == block else 1 << 30)
            if entity.type in kinds and not (firm and entity.name.endswith(_NO_FIRMS))
        ]

    if firm:
        before = named(block - REACH)
        return before[-1] if len({entity.id for entity in before}) == 1 else None
    for first in (block - REACH, 0):
        of_kind = [entity for entity in named(first) if entity.name.endswith(kind)]
        if of_kind and (first or len({entity.id for entity in of_kind}) == 1):
            return of_kind[-1]
    return None
