"""How many lines of an article are folded away, in words."""

from __future__ import annotations

from collections.abc import Sequence

from store.model import Repeat
from tui.locale import Words


def counted(repeats: Sequence[Repeat], words: Words) -> str:
    """Count what repeats a block, and apart from it the boilerplate, which repeats none."""
    loose = sum(repeat.kind == "boilerplate" for repeat in repeats)
    repeated = words("article.repeats", n=len(repeats) - loose)
    boilerplate = words("article.boilerplate", n=loose)
    if loose and loose < len(repeats):
        return words("article.both", repeats=repeated, boilerplate=boilerplate)
    return boilerplate if loose else repeated
