"""Of whom, and for each of what, a measure is told: 기온은 서울 18도, 의사는 인구 1000명당 3명."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from store.extract.document import TextBlock
from store.extract.statistic.phrase import (
    AGES,
    LONGEST,
    Covered,
    Phrase,
    items_before,
    noun_phrase,
    sentence_span,
)
from store.extract.word_groups import word_group

_UNIT = (
    r"(?:배럴|온스|톤|㎏|kg|그램|주|평|㎡|㎢|리터|대|가구|세대|명|인|건|개|마리|달러|시간|분|초|년|개월|일|회|차례|곳"
    r"|경기|세트|학급|병상)"
)
PER = re.compile(rf"(?<![가-힣])(?:[가-힣]{{2,8}}\s)?(?:\d[\d,.]*[만천백억]*\s?)?{_UNIT}당$")
"""What a number is counted by: 배럴당, 인구 10만명당."""

RATE = re.compile(rf"(?:\d[\d,.]*[만천백억]*\s?)?{_UNIT}당$")
"""The same without who is counted: 배럴당, 10만명당."""

_OF = r"(?:(?:인구|주민|국민|여성|남성|직원|근로자|학생|환자)\s)?"
_PER_BEFORE = re.compile(
    rf"(?<![가-힣])(?P<per>{_OF}(?:\d[\d,.]*[만천백억]*\s?)?{_UNIT}당)\s(?:(?:평균|약|최대|최고|무려)\s)?$"
)

_LINE_HEAD = re.compile(r"\W{0,3}(?P<head>[^:：\d]{1,20}|[^:：]*[^:：\d])\s?[:：]")


_TOPIC = frozenset({"JX", "JKS"})
_SAID_OF = ("은", "는", "이", "가", "도")


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
    covered: Covered,
    before: Told | None,
    listed: int = 0,
) -> Told:
    """Give a measure with whom it is of, and for each of what.

    ``phrase`` is the one that the number is said of, ``before`` what the number before it was told of,
    where their units are the same; ``listed`` is where the list of numbers ends that this one begins, if any.
    """
    said, head, owner = phrase.text, None, None
    lead, items = _lead_of(block, first, phrase, covered)
    if is_measuring(said) and not is_named(block, phrase):
        topic = block.text.startswith(_SAID_OF, phrase.end)
        head, owner = unowned(block, phrase) if topic else None, before.owner if before else None
        if lead and _has_figures(block, lead) and said.endswith(_endings("measuring")):
            owner = owner if _foretells(block, lead) else lead.text
        said = f"{owner} {said}" if owner and owner not in said else said
    elif lead and not is_named(block, lead) and _heads(block, lead, listed):
        head = _OF_ALL.sub("", lead.text) or lead.text
        said = f"{items} {head}"
    elif before and before.head:
        head, said = before.head, f"{said} {before.head}"
    return Told(with_rate(block.text, first, phrase.start, said), head, owner)


def _has_figures(block: TextBlock, lead: Phrase) -> bool:
    return is_named(block, lead) or lead.text.endswith(_endings("divisions"))


def _heads(block: TextBlock, lead: Phrase, listed: int) -> bool:
    """Tell what is measured of all in a list (기온은 서울 9도) from other topics."""
    return is_measuring(lead.text) or bool(listed and _LISTED.match(block.text, listed))


def _lead_of(block: TextBlock, first: int, phrase: Phrase, covered: Covered) -> tuple[Phrase | None, str]:
    """Give the topic before a phrase or before the things that it is the last of, with those."""
    last = block.token_at(phrase.start) - 1
    if last < 0 or block.tokens[last].form != ",":
        return _topic_at(block, first, phrase.start, covered), phrase.text
    items = items_before(block, first, block.token_at(phrase.end) - 1, covered)
    start = items[0].start if items else phrase.start
    whole = block.text[start : phrase.end]
    return _topic_at(block, first, start, covered), whole if len(whole) <= LONGEST else phrase.text


def unowned(block: TextBlock, phrase: Phrase) -> str | None:
    """Give what is measured without whose it is (서울 기온 → 기온); none where a name is part of it."""
    at, last = block.token_at(phrase.start), block.token_at(phrase.end) - 1
    named = next((i for i in range(last - 1, at - 1, -1) if block.tokens[i].tag == "NNP"), None)
    if named is None:
        return phrase.text
    at = named + 2 if block.tokens[named + 1].tag == "JKG" else named + 1
    glued = block.tokens[named + 1].start == block.tokens[named].end and at == named + 1
    return None if glued else block.text[block.tokens[at].start : phrase.end]


def with_rate(text: str, first: int, at: int, measure: str) -> str:
    """Give a measure with what stands before character ``at`` and says what it is counted by."""
    if "당" not in text[max(first, at - 12) : at]:
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


_OF_ALL = re.compile(r"^(?:(?:전국|전체|국내|주요|각|대표적?|지역|도시|지점|나라|국가|종목)(?:별|의)?\s)+")
"""What a heading says of all the things in its list: 전국 주요 지역의 수은주."""

_LISTED = re.compile(
    r"이?[다며고]|였|이었|으?로\s(?:나타|집계|조사|예상|예보|전망|관측)|\s?순|"
    r"\s?등(?:이[다며고었]|으로\s|을\s(?:가리키|기록|나타|보이|보인|보였))"
)
"""How a list goes on that its topic is the heading of: 수은주는 서울 9도, 대구 11도 등이다."""


@cache
def _endings(group: str) -> tuple[str, ...]:
    return (*sorted(word_group(group)), " 수")


def _topic_at(block: TextBlock, first: int, at: int, covered: Covered) -> Phrase | None:
    """Give the topic that ends right before character ``at``, times between them apart."""
    index = block.token_at(at) - 1
    while index > 0 and (
        block.tokens[index].start in covered
        or block.tokens[index].form in _ITEM_MARKS
        or (block.tokens[index].form in word_group("light") and block.tokens[index].tag[0] == "N")
    ):
        index -= 1
    token = block.tokens[index] if index > 0 else None
    if (
        token is None
        or token.start < first
        or token.form not in ("은", "는", "이", "가")
        or token.tag not in _TOPIC
    ):
        return None
    return noun_phrase(block, first, index - 1, covered)


_ITEM_MARKS = frozenset("▲△▶○●◆◇")
"""What may open the first thing of a list behind its heading: 강수량은 ▲서울 30㎜."""


def is_named(block: TextBlock, phrase: Phrase) -> bool:
    """Tell a name from other topics: 그는, 경찰은 own no figures."""
    last = block.token_at(phrase.end) - 1
    token = block.tokens[last]
    return token.tag in ("NNP", "SL") and token.form not in word_group("measuring")
