"""Lists whose items carry a mark: △ ▲ ① ⓐ in a line, or • - 1. at the head of lines in a row."""

from __future__ import annotations

import re

from store.extract.document import Document, TextBlock
from store.extract.enumeration.lists import Listing
from store.model import Span

_MARKS = "△Δ∆▲▷▶▽▼◇◆○●◎□■☆★◁◀①②③④⑤⑥⑦⑧⑨⑩⑪⑫ⓐⓑⓒⓓⓔⓕ❶❷❸❹❺•▪‣❍"
_MARKED = re.compile(rf"[{_MARKS}]\s?(?P<item>[^{_MARKS}]+)")
_LINE = re.compile(rf"\s*(?:[{_MARKS}]|[-–·ㆍ∙*]\s|-(?=[가-힣])|(?P<number>\d{{1,2}})[.)]\s)\s*(?=\S)")
_ONE_ITEM_ENDS = re.compile(r"[,;·]?\s*$")
_TAIL = frozenset(
    {"JKS", "JKO", "JKB", "JKG", "JX", "JKC", "JKQ", "JC", "VCP", "EF", "EC", "ETM", "SF", "SP", "EP"}
)
_EACH = re.compile(r"(?P<names>[^\s·ㆍ]+(?:[·ㆍ][^\s·ㆍ]+)+)\s각(?:각)?\s(?P<figure>\d\S*)")
_LONG = 60


def marked_lists(document: Document) -> list[Listing]:
    """Find the marked lists of an article, in a line and over lines, in order."""
    found = [
        listing
        for block in document.blocks
        for part in _sections(list(_MARKED.finditer(block.text)))
        if (listing := _in_line(block, part))
    ]
    inline = {listing.evidence.block for listing in found}
    run: list[tuple[TextBlock, int, int]] = []
    for block in document.blocks:
        head = _LINE.match(block.text) if block.index not in inline else None
        number = int(head["number"]) if head and head["number"] else 0
        if head and (not run or _continues(run[-1], block, number)) and (run or number <= 1):
            run.append((block, head.end(), number))
            continue
        found += _over_lines(run)
        run = [(block, head.end(), number)] if head and number <= 1 else []
    return found + _over_lines(run)


def _continues(last: tuple[TextBlock, int, int], block: TextBlock, number: int) -> bool:
    before, _, before_number = last
    same_mark = block.text.lstrip()[0] == before.text.lstrip()[0] or not block.text.lstrip()[0].isascii()
    return block.index == before.index + 1 and (number == before_number + 1 if number else same_mark)


def _over_lines(run: list[tuple[TextBlock, int, int]]) -> list[Listing]:
    if len(run) < 2:
        return []
    items = [block.span(start, start + len(block.text[start:].rstrip())) for block, start, _ in run]
    return [Listing(items[0], items, "list:lines")]


_HEADS, _ITEMS = "◇◆□■", "▲△▶▷○●•▪"
"""Marks that open a heading, where the items under it have another: ◇새빛전자 ▲사장 …."""


def _sections(matches: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Part the marked stretches of a line by their headings, which are no items themselves."""
    marks = [match[0][0] for match in matches]
    if len(matches) < 2 or marks[0] not in _HEADS or marks[1] not in _ITEMS:
        return [matches]
    found: list[list[re.Match[str]]] = []
    for match, mark in zip(matches, marks, strict=True):
        if mark == marks[0]:
            found.append([])
        else:
            found[-1].append(match)
    return found


def _in_line(block: TextBlock, matches: list[re.Match[str]]) -> Listing | None:
    if len(matches) < 2:
        return None
    items: list[Span] = []
    groups: list[tuple[Span, int]] = []
    for match in matches:
        start, end = match.span("item")
        end = _end_of_last(block, start, end) if match is matches[-1] else end
        end = start + len(_ONE_ITEM_ENDS.sub("", block.text[start:end]))
        end = _without_joint(block, start, end)
        each = _EACH.fullmatch(block.text, start, end)
        if each:
            parts = _split(block, *each.span("names"))
            items += parts
            groups.append((block.span(*each.span("figure")), len(parts)))
        elif end > start:
            items.append(block.span(start, end))
    if len(items) < 2:
        return None
    evidence = block.span(
        matches[0].start(),
        max(item.end for item in items) if not groups else max(items[-1].end, groups[-1][0].end),
    )
    return Listing(evidence, items, "list:marked", tuple(groups))


def _without_joint(block: TextBlock, start: int, end: int) -> int:
    """Leave out the 와 or 및 that leads on to the next mark (△도로와 △다리)."""
    at = block.token_at(end) - 1
    token = block.tokens[at] if at >= 0 else None
    joint = token is not None and token.end == end and token.start > start
    if (
        joint
        and token is not None
        and ((token.form in ("와", "과") and token.tag[0] == "J") or token.form == "및")
    ):
        return start + len(block.text[start : token.start].rstrip())
    return end


def _split(block: TextBlock, start: int, end: int) -> list[Span]:
    return [
        block.span(start + m.start(), start + m.end()) for m in re.finditer(r"[^·ㆍ]+", block.text[start:end])
    ]


def _end_of_last(block: TextBlock, start: int, end: int) -> int:
    """Find where the last item stops: before 등, or before the particle and the verb that close it."""
    tokens = [token for token in block.tokens if start <= token.start < end]
    for index, token in enumerate(tokens):
        if token.form == "등" and token.tag in ("NNB", "NNG") and index:
            return tokens[index - 1].end
        if token.tag == "SF":
            tokens = tokens[:index]
            break
    last_noun = len(tokens)
    for index, token in enumerate(tokens):
        if token.tag in ("JKO", "JKS", "JX", "JKB", "VCP") and index:
            last_noun = index
            break
    kept = tokens[:last_noun] if tokens and tokens[-1].end - start <= _LONG * 2 else tokens
    while kept and kept[-1].tag in _TAIL:
        kept = kept[:-1]
    return kept[-1].end if kept else end
