"""Where a text was filed, by the byline that it begins with: (나래=새빛통신) 한도윤 기자 =."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.extract.coreference.candidate import Candidate
from store.extract.document import TextBlock

FILED = 0.96

_FILED = re.compile(
    r"[(\[【]([가-힣]{2,6})=([가-힣A-Za-z]{2,10})[)\]】] ?"
    r"(?:[가-힣]{2,4}(?:·[가-힣]{2,4})* ?(?:기자|특파원|통신원)|=)"
)


def find_filed(block: TextBlock) -> Iterator[Candidate]:
    """Give the place and the outlet of a byline, which no table needs to know."""
    if block.text[:1] in ("(", "[", "【") and (match := _FILED.match(block.text)):
        yield Candidate(block.index, *match.span(1), "LC", FILED)
        yield Candidate(block.index, *match.span(2), "OG", FILED)
