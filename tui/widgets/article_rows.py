"""An article broken into rows for a width: what stands where, without any colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from store.model import Article, Block, Repeat
from store.text import printable
from tui.cells import wrap
from tui.locale import Words

MEASURE = 80
"""The widest line, in cells, that is comfortable to read."""

RowKind = Literal[
    "title", "dateline", "deck", "byline", "paragraph", "caption", "about", "blank", "reason", "repeat"
]

LEADS = {"deck": "▎ ", "caption": "▣ ", "repeat": "┊ ", "reason": "┊ "}
"""What stands before the words of a row, so that its kind is seen without colour."""


class Row(NamedTuple):
    """One line on screen: ``text`` is ``start:end`` of a block, or of its own where ``block`` is -1."""

    kind: RowKind
    block: int
    start: int
    end: int
    text: str

    @property
    def lead(self) -> str:
        """What stands before the words."""
        return LEADS.get(self.kind, "")


def rows(article: Article, width: int, words: Words, *, unfolded: bool) -> list[Row]:
    """Break an article into rows of at most ``width`` cells; with ``unfolded`` its repeats stand in place."""
    return list(_rows(article, max(width, 4), words, unfolded))


def _rows(article: Article, width: int, words: Words, unfolded: bool) -> Iterator[Row]:
    head = _head(article)
    for index, block in enumerate(article.blocks):
        if index == head:
            yield from _about(article, width, words)
        if index and not _together(article.blocks[index - 1], block):
            yield Row("blank", -1, 0, 0, "")
        yield from _broken(block.role, index, block.text, width)
        if unfolded:
            for repeat in article.repeats:
                if repeat.of == index:
                    yield from _repeat(repeat, width, words)
    if head == len(article.blocks):
        yield from _about(article, width, words)
    loose = [repeat for repeat in article.repeats if repeat.of is None]
    if unfolded and loose:
        yield Row("blank", -1, 0, 0, "")
        for repeat in loose:
            yield from _repeat(repeat, width, words)


def _head(article: Article) -> int:
    """Give the number of blocks that stand above the line about the article: title and dateline."""
    roles = [block.role for block in article.blocks]
    return next((index for index, role in enumerate(roles) if role not in ("title", "dateline")), len(roles))


def _together(previous: Block, block: Block) -> bool:
    return previous.role == block.role != "paragraph" or (previous.role, block.role) == ("title", "dateline")


def _about(article: Article, width: int, words: Words) -> Iterator[Row]:
    dated = any(block.role == "dateline" for block in article.blocks)
    published = "" if dated else (article.published or "").replace("T", " ")[:16]
    folded = words("article.folded", n=len(article.repeats)) if article.repeats else ""
    parts = [published, article.publisher or "", article.author or "", folded]
    text = printable(" · ".join(part for part in parts if part))
    if text:
        for start, end in wrap(text, width):
            yield Row("about", -1, 0, 0, text[start:end].rstrip(" "))


def _broken(kind: RowKind, index: int, text: str, width: int) -> Iterator[Row]:
    shown = printable(text)
    for start, end in wrap(shown, width - len(LEADS.get(kind, ""))):
        yield Row(kind, index, start, end, shown[start:end].rstrip(" "))


def _repeat(repeat: Repeat, width: int, words: Words) -> Iterator[Row]:
    reason = words(f"repeat.{repeat.kind}", line=repeat.line, of=(repeat.of or 0) + 1)
    for kind, text in (("reason", reason), ("repeat", repeat.text)):
        shown = printable(text)
        for start, end in wrap(shown, width - 2):
            yield Row("reason" if kind == "reason" else "repeat", -1, 0, 0, shown[start:end].rstrip(" "))
