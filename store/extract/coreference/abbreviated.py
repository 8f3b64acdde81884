"""Short names that an article gives in brackets behind the full ones: 새나래금속노동조합(새금노)."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from store.extract.coreference.spread import is_short_for
from store.extract.document import TextBlock
from store.extract.names import Name

_GLOSSED = re.compile(r"([가-힣A-Za-z]{5,})['’]? ?\((?:이하 |약칭 )?([가-힣]{2,6})\)")


def short_bodies(blocks: Sequence[TextBlock]) -> set[str]:
    """Give the short names of bodies that an article tells in brackets: 새금노."""
    return {
        match[2]
        for block in blocks
        if "(" in block.text
        for match in _GLOSSED.finditer(block.text)
        if is_short_for(match[2], match[1])
    }


def as_bodies(blocks: Sequence[TextBlock], names: Sequence[Name], short: Set[str]) -> list[Name]:
    """Give the tagger's names, those that shorten a body of the article as bodies: 새금노 is no person."""
    return [
        name._replace(type="OG")
        if name.type == "PS" and blocks[name.block].text[name.start : name.end] in short
        else name
        for name in names
    ]
