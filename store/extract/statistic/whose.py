"""Of whom, and for each of what, a measure is told: 기온은 서울 18도, 의사는 인구 1000명당 3명."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from store.extract.document import TextBlock
from store.extract.statistic.phrase import AGES, Phrase, noun_phrase, sentence_span
from store.extract.word_groups import word_group

_UNIT = (
    r"(?:배럴|온스|톤|㎏|kg|그램|주|평|㎡|㎢|리터|대|가구|세대|명|인|건|개|마리|달러|시간|분|초|년|개월|일|회|차례|곳"
    r"|경기|세트|학급|병상)"
)
PER = re.compile(rf"(?<![가-힣])(?:[가-힣]{{2,8}}\s)?(?:\d[\d,.]*[만천백억]*\s?)?{_UNIT}당$")
"""What a number is counted by: 배럴당, 인구 10만명당."""

_OF = r"(?:(?:인구|주민|국민|여성|남성|직원|근로자|학생|환자)\s)?"
_PER_BEFORE = re.compile(
    rf"(?<![가-힣])(?P<per>{_OF}(?:\d[\d,.]*[만천백억]*\s?)?{_UNIT}당)\s(?:평균\s|약\s)?$"
)

_LINE_HEAD = re.compile(r"\W{0,3}(?P<head>[^:：\d]{1,20}|[^:：]*[^:：\d])\s?[:：]")


class Told(NamedTuple):
    """A measure in full, with what the next number of the list may be of, and whose it is."""

    measure: str
    head: str | None = None
    owner: str | None = None


def is_measuring(phrase: str) -> bool:
    """Say whether a noun phrase says itself what is measured (매출, 실업률, 의사 수)."""
    return phrase.endswith(_endings("measuring")) or phrase.endswith(_endings("numbered"))


def told_of(
    block: TextBlock,
    first: int,
    phrase: Phrase,
    covered: Sequence[tuple[int, int]],
    before: Told | None,
) -> Told:
    """Give a measure with whom it is of, and for each of what.

    ``phrase`` is the one that the number is said of, ``before`` what the number before it in
    its sentence was told of, where their units are the same.
    """
    said, head, owner = phrase.text, None, None
    lead = _topic_at(block, first, phrase.start, covered)
    if is_measuring(said):
        head, owner = said, before.owner if before else None
        if lead and _is_named(block, lead) and _is_figure(said) and not _foretells(block, lead):
            owner = lead.text
        said = f"{owner} {said}" if owner else said
    elif lead and is_measuring(lead.text):
        head = lead.text
        said = f"{said} {head}"
    elif before and before.head:
        head = before.head
        said = f"{said} {head}"
    return Told(with_rate(block.text, first, phrase.start, said), head, owner)


def with_rate(text: str, first: int, at: int, measure: str) -> str:
    """Give a measure with what stands before character ``at`` and says what it is counted by."""
    if "당" not in text[max(first, at - 8) : at]:
        return measure
    per = _PER_BEFORE.search(text, max(first, at - 24), at)
    if per is None or per["per"] in measure:
        return measure
    return f"{measure} {per['per']}" if measure.endswith(AGES) else f"{per['per']} {measure}"


def line_head(text: str, at: int) -> str | None:
    """Give what a line that is no sentence says before its colon (서울: 11도, 강수확률 10%)."""
    if ":" not in text[:at] or text.endswith(("다.", "다")):
        return None
    head = _LINE_HEAD.match(text, 0, at)
    return head["head"].strip() if head else None


def headed(head: str, measure: str | None) -> str:
    """Give a measure of such a line with its head."""
    if measure is None or measure in head:
        return head
    return measure if is_measuring(head) or not is_measuring(measure) else f"{head} {measure}"


def _foretells(block: TextBlock, lead: Phrase) -> bool:
    """Tell who foresees a figure (… 것으로 전망했다) from whose it is."""
    return _FORETOLD.search(block.text, lead.end, sentence_span(block, lead.start)[1]) is not None


_FORETOLD = re.compile(r"것으로\s(?:전망|예측|내다|추산|추정|분석|집계)[했하해봤보한]")


def _is_figure(phrase: str) -> bool:
    """Tell what somebody has (매출, 의사 수) from who is counted (환자, 승객)."""
    return phrase.endswith(_endings("measuring"))


@cache
def _endings(group: str) -> tuple[str, ...]:
    return (*sorted(word_group(group)), " 수")


def _topic_at(block: TextBlock, first: int, at: int, covered: Sequence[tuple[int, int]]) -> Phrase | None:
    """Give the topic that ends right before character ``at``, times between them apart."""
    index = block.token_at(at) - 1
    while index > 0 and any(start <= block.tokens[index].start < end for start, end in covered):
        index -= 1
    token = block.tokens[index] if index > 0 else None
    if token is None or token.start < first or token.tag != "JX" or token.form not in ("은", "는"):
        return None
    return noun_phrase(block, first, index - 1, covered)


def _is_named(block: TextBlock, phrase: Phrase) -> bool:
    """Tell a name from other topics: 그는, 경찰은 own no figures."""
    last = block.token_at(phrase.end) - 1
    return block.tokens[last].tag in ("NNP", "SL")
