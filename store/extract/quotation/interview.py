"""Interviews in questions and answers: which blocks ask, what the blocks behind them answer, and who does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.extract.document import TextBlock
from store.extract.marks import quoted_regions
from store.extract.names import MentionIndex
from store.extract.quotation.speaker import Memory
from store.model import Speaker

_ASKED = re.compile(
    r"\s*(?:[-―–▶▷◇◆■□]\s?)?(?P<q>(?:Q\s?\d{0,2}|문|질문)\s*[.:：)])\s*\S.{2,}|\s*(?P<mark>[-―–▷◇◆■□])\s?\S.{4,}"
)
_QUESTION = re.compile(r"(?:\?|[는은인한던]가|[가-힣]나|나요|까요?|는지|[가-힣][은는])[.?]?\s*$")
_ANSWERED = re.compile(r"\s*(?:(?:A\s?\d{0,2}|답|답변)\s*[.:：)]|[▶▲→])\s*(?P<words>\S.{3,})", re.S)
_POLITE = re.compile(r"(?:니다|[가-힣]요|[가-힣]죠)[.!?…]*\s*$")

MANY = 2
"""How many questions of one mark, with answers in marks behind them, show that all of that mark are."""

Words = tuple[int, int]


def answers_of(blocks: Sequence[TextBlock]) -> dict[int, Words]:
    """Give the blocks that answer a question with the place of their words; most articles have none."""
    asked = questions_of(blocks)
    if not asked:
        return {}
    answers: dict[int, Words] = {}
    answering = False
    for block in blocks:
        words = None if block.index in asked or not answering else _answer(block, spoken=len(asked) >= MANY)
        if words is not None:
            answers[block.index] = words
        answering = block.index in asked or words is not None
    return answers


def questions_of(blocks: Sequence[TextBlock]) -> frozenset[int]:
    """Give the blocks that ask: by their letter, how they end, or what stands behind those like them."""
    asked = [
        (block, match["mark"])
        for block in blocks
        if block.role == "paragraph" and (match := _ASKED.match(block.text))
    ]
    sure = {block.index for block, mark in asked if mark is None or _QUESTION.search(block.text)}
    answered = [(block.index, mark) for block, mark in asked if mark and _in_marks(_after(blocks, block))]
    marks = [mark for _, mark in answered]
    return frozenset(sure | {index for index, mark in answered if marks.count(mark) >= MANY})


def _after(blocks: Sequence[TextBlock], block: TextBlock) -> TextBlock | None:
    return blocks[block.index + 1] if block.index + 1 < len(blocks) else None


def _in_marks(block: TextBlock | None) -> Words | None:
    """Give the place of the words of a block that stands in quotation marks from end to end."""
    if block is None:
        return None
    outer = [region for region in quoted_regions(block.text) if region.depth == 0]
    if not outer or outer[0].opening != 0 or outer[-1].closing != len(block.text.rstrip()):
        return None
    return outer[0].start, outer[-1].end


def _answer(block: TextBlock, *, spoken: bool) -> Words | None:
    """Give the words of an answer: behind a letter, in marks or, among many questions, spoken."""
    if labelled := _ANSWERED.match(block.text):
        return labelled.span("words")
    if words := _in_marks(block):
        return words
    return (0, len(block.text)) if spoken and _POLITE.search(block.text) else None


def interviewed(blocks: Sequence[TextBlock], first: int, mentions: MentionIndex, memory: Memory) -> Speaker:
    """Give who answers: whom the headline names too, or the last that the text names before it is asked."""
    introduced = list(_persons(blocks[:first], ("paragraph",), mentions))
    headed = {entity for entity, _ in _persons(blocks, ("title", "deck"), mentions)}
    for entity, name in [each for each in introduced if each[0] in headed] or introduced:
        return Speaker(name, entity, "carried")
    for known in reversed(memory.known):
        if known.person and known.speaker.entity is not None:
            return Speaker(known.speaker.name, known.speaker.entity, "carried")
    return Speaker()


def _persons(
    blocks: Sequence[TextBlock], roles: tuple[str, ...], mentions: MentionIndex
) -> Iterator[tuple[str, str]]:
    """Give the persons of blocks, entity and name, the last first."""
    for block in reversed(blocks):
        if block.role in roles:
            for _, entity in reversed(mentions.within(block.index, 0, len(block.text))):
                if entity.type == "PS":
                    yield entity.id, entity.name
