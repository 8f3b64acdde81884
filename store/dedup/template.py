"""Signs that two texts are one template filled in twice: their numbers, and the names in the same places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE = re.compile(r"(?<=[.?!])[\"”’']?\s+|\n")
_WORD = re.compile(r"[가-힣A-Za-z·]+")
_VERBAL = re.compile(
    r"(?:다|며|고|면서|라고|다고|해|한|할|하는|된|되는|될|던|지만|는데|어서|아서|도록|기로|해서|해선)$"
)
_PARTICLE = re.compile(
    r"(?:에서는|에게는|으로는|에서|에게|으로|까지|부터|처럼|보다|이라|라며|은|는|이|가|을|를|의|에|와|과|도|로|씨|측)$"
)
_TIMES = frozenset(
    {
        "지난해",
        "작년",
        "올해",
        "금년",
        "내년",
        "이날",
        "전날",
        "같은",
        "당일",
        "오늘",
        "어제",
        "내일",
        "최근",
        "현재",
        "당시",
    }
)
"""Words for a day or a year that editors swap freely: no names."""
_MIN_SENTENCE = 15
_ALIKE = 0.6
_SENTENCES = 2
"""A name that is another in this many sentences is no slip and no synonym."""


def numbers_of(text: str) -> frozenset[str]:
    """Give the distinct numbers of a text, without thousands separators."""
    return frozenset(number.replace(",", "") for number in _NUMBER.findall(text))


def sentences_of(text: str) -> tuple[str, ...]:
    """Cut a text at the ends of sentences and lines, well enough to line two texts up."""
    return tuple(piece.strip() for piece in _SENTENCE.split(text) if len(piece.strip()) >= _MIN_SENTENCE)


def other_names(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether sentences that are else alike speak of somebody else, the same one each time."""
    known, others = set(one), set(other)
    left = [sentence for sentence in one if sentence not in others]
    right = [sentence for sentence in other if sentence not in known]
    places: defaultdict[tuple[str, str], int] = defaultdict(int)
    for sentence in left:
        twin = _most_alike(sentence, right)
        if twin is not None:
            for pair in set(_replaced(sentence, twin)):
                places[pair] += 1
    text, other_text = " ".join(one), " ".join(other)
    return any(
        count >= _SENTENCES and mine not in other_text and theirs not in text
        for (mine, theirs), count in places.items()
    )


def _most_alike(sentence: str, sentences: Sequence[str]) -> str | None:
    from rapidfuzz import fuzz, process

    found = process.extractOne(sentence, sentences, scorer=fuzz.ratio, score_cutoff=100 * _ALIKE)
    return str(found[0]) if found else None


def _replaced(sentence: str, twin: str) -> Iterator[tuple[str, str]]:
    """Give the pairs of nouns that stand in the same places of two sentences."""
    mine, theirs = _WORD.findall(sentence), _WORD.findall(twin)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for operation, start, end, twin_start, twin_end in matcher.get_opcodes():
        if operation == "replace" and end - start == twin_end - twin_start:
            for word, twin_word in zip(mine[start:end], theirs[twin_start:twin_end], strict=True):
                pair = _stem(word), _stem(twin_word)
                if pair[0] != pair[1] and all(map(_may_be_name, pair)):
                    yield pair


def _may_be_name(stem: str) -> bool:
    return len(stem) >= 2 and stem not in _TIMES and not _VERBAL.search(stem)


def _stem(word: str) -> str:
    return _PARTICLE.sub("", word) if len(word) > 2 else word
