"""Whether two articles tell one story: the same report, copied, cut, merged or corrected.

A later report that shares a quote is another story, and so is a template filled with other numbers or names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from store.dedup.profile import Profile
from store.dedup.shingles import Hashes, text_of
from store.dedup.template import other_names
from store.model import Article

MIN_OVERLAP = 0.5
"""The part of the shorter text that must stand in the longer one; a shared quote gives a quarter at most."""
MAX_MASKED_GAIN = 0.12
"""How much more may agree when numbers are not looked at: past it, it is a template with other numbers."""
MIN_SHARED_NUMBERS = 0.5
"""The part of the numbers of the one with fewer that the other must have, where there are at least three."""
_SAME_WORDS = 0.995
"""From here on no word is another, and names need not be looked at."""
_FEW_SHINGLES = 40
_MIN_OVERLAP_OF_FEW = 0.8


class Overlap(NamedTuple):
    """How far the shorter of two texts stands in the longer one, 0 to 1, and whether they are one story."""

    score: float
    same: bool
    why: str


def profile(article: Article) -> Profile:
    """Prepare an article for comparing."""
    return Profile(text_of(article.blocks))


def compare(one: Profile, other: Profile) -> Overlap:
    """Compare two articles; ``why`` names the rule that decided."""
    score = overlap(one, other)
    if _few(one, other) and score < _MIN_OVERLAP_OF_FEW:
        return Overlap(score, False, "too short to tell")
    if score < MIN_OVERLAP:
        return Overlap(score, False, "little in common")
    if score < 1 - MAX_MASKED_GAIN and _containment(one.masked, other.masked) - score > MAX_MASKED_GAIN:
        return Overlap(score, False, "same words, other numbers")
    if _shared_numbers(one.numbers, other.numbers) < MIN_SHARED_NUMBERS:
        return Overlap(score, False, "other numbers")
    if score < _SAME_WORDS and other_names(one.sentences, other.sentences):
        return Overlap(score, False, "same words, other names")
    return Overlap(score, True, "the shorter text stands in the longer one")


def overlap(one: Profile, other: Profile) -> float:
    """Give how far the shorter of two texts stands in the longer one, 0 to 1."""
    if _few(one, other):
        # A flash of one line stands in any longer report of the day: two flashes must agree as a whole.
        return _jaccard(one.shingles, other.shingles)
    return _containment(one.shingles, other.shingles)


def same_story(one: Article, other: Article) -> bool:
    """Tell whether two articles are one story."""
    return compare(profile(one), profile(other)).same


def first_story(article: Profile, stories: Iterable[tuple[int, Sequence[Profile]]]) -> int | None:
    """Give the first of these stories that the article belongs to, or None: it must match all its anchors.

    Anchors are the story's first article and its longest: matching both, a group is never a chain in which
    each looks like its neighbour and the first not like the last.
    """
    for story, anchors in stories:
        if all(compare(article, anchor).same for anchor in anchors):
            return story
    return None


def _few(one: Profile, other: Profile) -> bool:
    return min(len(one.shingles), len(other.shingles)) < _FEW_SHINGLES


def _common(one: Hashes, other: Hashes) -> int:
    both = np.sort(np.concatenate([one, other]))
    return int(np.count_nonzero(both[1:] == both[:-1]))


def _containment(one: Hashes, other: Hashes) -> float:
    return _common(one, other) / max(1, min(len(one), len(other)))


def _jaccard(one: Hashes, other: Hashes) -> float:
    common = _common(one, other)
    return common / max(1, len(one) + len(other) - common)


def _shared_numbers(one: frozenset[str], other: frozenset[str]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= 3 else 1.0
