"""RawArticle to Article: every line once, what repeats another folded away beside it, nothing deleted."""

from __future__ import annotations

from collections.abc import Sequence

from store.dedup.fingerprint import fingerprint
from store.dedup.identity import article_id
from store.dedup.repeats import find_repeats
from store.model import Article, Block, Line, RawArticle, Repeat, RepeatKind


def fold(raw: RawArticle) -> Article:
    """Fold the lines of one article: each is a block, a repeat of a block, or boilerplate."""
    content = [line for line in raw.lines if line.role != "boilerplate"]
    prints = [fingerprint(line.text) for line in content]
    originals = find_repeats(content, prints)
    kept = [index for index in range(len(content)) if index not in originals]
    block_of = {index: block for block, index in enumerate(kept)}
    repeats = [
        Repeat(
            content[index].text, content[index].number, block_of[original], _kind(content, index, original)
        )
        for index, original in originals.items()
    ]
    repeats += [
        Repeat(line.text, line.number, None, "boilerplate")
        for line in raw.lines
        if line.role == "boilerplate"
    ]
    return Article(
        id=article_id(raw.url, [prints[index] for index in kept]),
        source=raw.source,
        blocks=tuple(_block(content[index]) for index in kept),
        repeats=tuple(sorted(repeats, key=lambda repeat: repeat.line)),
        url=raw.url,
        published=raw.published,
        publisher=raw.publisher,
        author=raw.author,
    )


def _block(line: Line) -> Block:
    assert line.role != "boilerplate"
    return Block(line.text, line.role)


def _kind(content: Sequence[Line], index: int, original: int) -> RepeatKind:
    return "exact" if content[index].text == content[original].text else "near"
