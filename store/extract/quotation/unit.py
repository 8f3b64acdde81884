"""Utterance units: sentences that are never cut inside a quotation, with the regions that stand in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from store.extract.document import TextBlock, Token
from store.extract.marks import Region, quoted_regions

LONGEST = 800
"""Tokens of the longest unit: what is longer is no sentence, and is cut, so that time stays linear."""

_CONTINUES = re.compile(r"(?:이?라[고며는]|이?라면서|고|며|면서)(?![가-힣])")


_BYLINE = re.compile(
    r"\s*(?:[(\[【][^()\[\]【】\"“]{0,40}(?:=|기자|특파원)[^()\[\]【】\"“]{0,24}[)\]】]\s*)?"
    r"(?:[가-힣·,\s]{2,40}?(?:기자|특파원|통신원)\s?=\s?)?"
)
"""Who reports from where, before the first sentence: (나래=새벽통신) 김수로 기자 = …"""


@dataclass(slots=True)
class Unit:
    """Characters ``start:end`` and tokens ``first:last`` of a block, with the outermost quoted regions."""

    block: TextBlock
    start: int
    end: int
    first: int
    last: int
    regions: list[Region]

    @property
    def tokens(self) -> list[Token]:
        """The unit's tokens."""
        return self.block.tokens[self.first : self.last]

    def token_at(self, offset: int) -> int:
        """Give the index, in its block, of the unit's first token at ``offset`` or behind; or its end."""
        return min(max(self.block.token_at(offset), self.first), self.last)

    def region_at(self, offset: int) -> Region | None:
        """Give the quoted region that the character at ``offset`` belongs to, marks included."""
        if not self.regions:
            return None
        i = bisect_right(self.regions, offset, key=lambda region: region.opening) - 1
        return self.regions[i] if i >= 0 and offset < self.regions[i].closing else None


@lru_cache(maxsize=128)
def block_units(block: TextBlock) -> tuple[Unit, ...]:
    """Cut a block where its sentences end, but never inside a quotation or before its particle.

    Several extractors ask in a row: the last answers are kept.
    """
    outer = [region for region in quoted_regions(block.text) if region.depth == 0]
    openings = [region.opening for region in outer]
    tokens = block.tokens
    byline = _BYLINE.match(block.text)
    first = block.token_at(byline.end()) if byline else 0
    units = []
    for cut in _cuts(block):
        if cut <= first or (cut < len(tokens) and _is_inside(block.text, tokens[cut].start, outer, openings)):
            continue
        while cut - first > LONGEST:
            units.append(_unit(block, first, first + LONGEST, outer, openings))
            first += LONGEST
        units.append(_unit(block, first, cut, outer, openings))
        first = cut
    return tuple(units)


def _unit(block: TextBlock, first: int, last: int, outer: list[Region], openings: list[int]) -> Unit:
    start, end = block.tokens[first].start, block.tokens[last - 1].end
    of_unit = outer[bisect_left(openings, start) : bisect_left(openings, end)]
    if of_unit:
        end = max(end, of_unit[-1].closing)
    return Unit(block, start, end, first, last, of_unit)


def _cuts(block: TextBlock) -> list[int]:
    """Give the tokens before which a sentence begins: Kiwi's, and those after a final ending and its stop."""
    tokens = block.tokens
    cuts = {sentence.last for sentence in block.sentences}
    for i, token in enumerate(tokens[1:-1], 1):
        if token.tag == "SF" and tokens[i - 1].tag == "EF" and tokens[i + 1].start > token.end:
            cuts.add(i + 1)
    return sorted(cuts)


def _is_inside(text: str, offset: int, outer: list[Region], openings: list[int]) -> bool:
    at = bisect_left(openings, offset) - 1
    if at >= 0 and offset < outer[at].closing:
        return True
    after_quotation = at >= 0 and not text[outer[at].closing : offset].strip()
    return after_quotation and _CONTINUES.match(text, offset) is not None
