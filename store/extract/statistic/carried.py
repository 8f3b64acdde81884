"""What the sentence before says of a number: whose it is, what it is the number of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from store.extract.document import Sentence, TextBlock
from store.extract.statistic.phrase import Covered, Phrase, noun_phrase
from store.extract.word_groups import group_endings, word_group

_TOPICS = ("은 ", "는 ")
_FAR = 40
"""Characters of a sentence in which its topic ends, where it is the first thing told."""

_SAME = frozenset({"같", "은"})
"""The morphemes of 같은 기간, which names nothing."""

_LEVEL = re.compile(
    r"이?[다며고,)]|이었|였|으?로\s|까지\s|씩?\s(?:오르|올[라랐]|내[리려렸]|늘|줄|높|낮|상승|하락|증가|감소|안팎|수준)|"
    r"인\s반면|에\s(?:그[치쳤친]|불과|달[하했]|이르|머[물무])|에서\s\d|을?\s?(?:기록|보[이였])"
)
"""What stands behind a number that tells how high something is."""


def is_level(block: TextBlock, end: int) -> bool:
    """Tell a number that says how high something is (5도다) from one that something is done with."""
    return _LEVEL.match(block.text, end) is not None


def sentence_before(block: TextBlock, first: int) -> Sentence | None:
    """Give the sentence before the one that begins at character ``first``; none where none begins there."""
    index = bisect_right(block.sentences, first, key=lambda sentence: sentence.start) - 1
    return block.sentences[index - 1] if index > 0 and block.sentences[index].start == first else None


def body_before(block: TextBlock, first: int, bodies: Sequence[tuple[int, int]]) -> str | None:
    """Give the organisation that the sentence before is about (한빛은 1990년에 섰다. 매출은 3조원이다)."""
    sentence = sentence_before(block, first)
    if sentence is None:
        return None
    for start, end in bodies:
        inside = sentence.start <= start and end <= min(sentence.start + _FAR, sentence.end)
        if inside and block.text.startswith(_TOPICS, end):
            return block.text[start:end]
    return None


def is_company_figure(measure: str) -> bool:
    """Tell what firms have and report: 매출, 영업이익, 주가, 임직원."""
    return measure.endswith(group_endings("company_figures"))


def object_before(block: TextBlock, first: int, covered: Covered) -> Phrase | None:
    """Give what is done something with in the sentence before, which numbers itself nothing.

    (나래시는 나무를 심는다. 모두 3천 그루다)
    """
    sentence = sentence_before(block, first)
    if sentence is None:
        return None
    for at in range(sentence.last - 1, sentence.first, -1):
        if block.tokens[at].tag == "JKO":
            return noun_phrase(block, sentence.start, at - 1, covered)
    return None


def says_only_how_many(block: TextBlock, first: int, at: int, covered: Covered, named: Phrase | None) -> bool:
    """Tell whether a sentence names nothing before its number but times, light words and ``named``."""
    skipped = range(named.start, named.end) if named else range(0)
    return all(
        token.start in covered
        or token.start in skipped
        or token.tag[0] in "JMS"
        or token.form in word_group("light")
        or token.form in _SAME
        for token in block.tokens[block.token_at(first) : block.token_at(at)]
    )
