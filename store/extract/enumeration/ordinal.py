"""Lists whose items are counted in words: 첫째, 값을 내린다. 둘째, 길을 넓힌다."""

from __future__ import annotations

import re

from store.extract.document import Document, TextBlock
from store.extract.enumeration.lists import Listing
from store.model import Span

_ORDINALS = (
    ("첫째", "첫 번째", "첫번째"),
    ("둘째", "두 번째", "두번째"),
    ("셋째", "세 번째", "세번째"),
    ("넷째", "네 번째", "네번째"),
    ("다섯째", "다섯 번째", "다섯번째"),
    ("여섯째", "여섯 번째", "여섯번째"),
)
_REACH = 3
"""Blocks between one item and the next."""

_KIN = r"(?!\s?(?:딸|아들|아이|자녀|날|주|해|줄|형|언니|동생|며느리|사위|[가-힣]*[은는이가의]\s))"
_OPEN = r"(?:^|(?<=[은는]\s)|(?<=[.?!”\"“'‘,…]\s)|(?<=[“\"‘'△▲(]))"
_HEAD = re.compile(
    rf"{_OPEN}(?P<word>{'|'.join(word for words in _ORDINALS for word in words)})(?:,\s?|[는로]?\s{_KIN})"
)
_END = re.compile(r"[\"”]|(?<=[가-힣])[.!?](?=\s|$)|(?=\s(?:첫째|둘째|셋째|넷째|다섯째|여섯째)[,는\s])")


def ordinal_lists(document: Document) -> list[Listing]:
    """Find items that are counted in words at the head of sentences, in order, near each other."""
    found = []
    items: list[Span] = []
    for block in document.blocks:
        if "째" not in block.text and not items:
            continue
        if items and block.index - items[-1].block > _REACH:
            found += _closed(items)
            items = []
        for nth, item in _counted(block):
            if nth != len(items):
                found += _closed(items)
                items = []
            if nth == len(items):
                items.append(item)
    return found + _closed(items)


def _closed(items: list[Span]) -> list[Listing]:
    return [Listing(items[0], items, "list:ordinal")] if len(items) > 1 else []


def _counted(block: TextBlock) -> list[tuple[int, Span]]:
    """Give the counted items of a block, each with its number from nought."""
    counted = []
    for match in _HEAD.finditer(block.text):
        nth = next(i for i, words in enumerate(_ORDINALS) if match["word"] in words)
        end = _END.search(block.text, match.end())
        last = end.start() if end is not None else len(block.text)
        text = block.text[match.end() : _before_copula(block, match.end(), last)].rstrip(" ,")
        if len(text) > 1:
            counted.append((nth, block.span(match.end(), match.end() + len(text))))
    return counted


def _before_copula(block: TextBlock, start: int, end: int) -> int:
    """Give where an item ends that only 다 makes a sentence: 셋째 속도다."""
    last = block.token_at(end) - 1
    tokens = block.tokens
    if (
        last > 0
        and tokens[last].tag == "EF"
        and tokens[last - 1].tag == "VCP"
        and tokens[last - 1].start > start
    ):
        return tokens[last - 1].start
    return end
