"""An article broken into rows for a width: what stands where, without any colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from store.model import Annotation, Article, Block, Repeat
from store.text import printable
from tui.drawing.cells import wrap
from tui.locale import Words
from tui.telling.repeats import counted

MEASURE = 90
"""The widest line, in cells, that is comfortable to read: 45 syllables."""

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


def rows(
    article: Article,
    width: int,
    words: Words,
    *,
    unfolded: bool = False,
    orphans: Sequence[Annotation] = (),
    remark: str = "",
) -> list[Row]:
    """Break an article into rows of at most ``width`` cells.

    With ``unfolded`` its repeats stand in place; ``orphans``, notes that have lost theirs, stand at the end.
    ``remark`` is said in the line about the article.
    """
    width = max(width, 4)
    found = list(_rows(article, width, words, unfolded, len(orphans), remark))
    if orphans:
        found.append(Row("blank", -1, 0, 0, ""))
    for note in orphans:
        quote = note.selector.exact if note.selector else ""
        found.extend(_own("reason", words("orphan", quote=quote), width))
        said = " ".join([*(f"#{tag}" for tag in note.tags), note.note]).strip()
        found.extend(_own("repeat", said, width))
    if orphans:
        found.extend(_own("about", words("orphan.cure"), width))
    return found


def _rows(
    article: Article, width: int, words: Words, unfolded: bool, lost: int, remark: str
) -> Iterator[Row]:
    head = _head(article)
    for index, block in enumerate(article.blocks):
        if index == head:
            yield from _about(article, width, words, unfolded, lost, remark)
        if index and not _together(article.blocks[index - 1], block):
            yield Row("blank", -1, 0, 0, "")
        yield from _broken(block.role, index, block.text, width)
        if unfolded:
            for repeat in article.repeats:
                if repeat.of == index:
                    yield from _repeat(repeat, width, words)
    if head == len(article.blocks):
        yield from _about(article, width, words, unfolded, lost, remark)
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


def _about(
    article: Article, width: int, words: Words, unfolded: bool, lost: int, remark: str
) -> Iterator[Row]:
    dated = any(block.role == "dateline" for block in article.blocks)
    published = "" if dated else (article.published or "").replace("T", " ")[:16]
    key = "article.unfolded" if unfolded else "article.folded"
    folded = words(key, what=counted(article.repeats, words)) if article.repeats else ""
    orphans = words("article.orphans", n=lost) if lost else ""
    parts = [published, article.publisher or "", article.author or "", remark, folded, orphans]
    text = " · ".join(part for part in parts if part)
    if text:
        yield from _own("about", text, width)


def _broken(kind: RowKind, index: int, text: str, width: int) -> Iterator[Row]:
    shown = printable(text)
    for start, end in wrap(shown, width - len(LEADS.get(kind, ""))):
        yield Row(kind, index, start, end, shown[start:end].rstrip(" "))


def _repeat(repeat: Repeat, width: int, words: Words) -> Iterator[Row]:
    reason = words(f"repeat.{repeat.kind}", line=repeat.line, of=(repeat.of or 0) + 1)
    yield from _own("reason", reason, width)
    yield from _own("repeat", repeat.text, width)


def _own(kind: RowKind, text: str, width: int) -> Iterator[Row]:
    shown = printable(text)
    for start, end in wrap(shown, width - len(LEADS.get(kind, ""))):
        yield Row(kind, -1, 0, 0, shown[start:end].rstrip(" "))
