"""Where a note's words stand now: a quote with its surroundings, found again in a text that may have changed.

The rule is to doubt: words that stand in two places alike, or in no place with confidence, are an orphan that
the reader places by hand. A note never moves to a place that merely looks like its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from store.model import Article, Selector, Span

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

CONTEXT = 32
"""Characters kept on either side of the quote."""

_LONG = 40
"""From so many characters on a quote is known by itself, and one side of it is enough."""

_NEEDED_CONTEXT = 0.8
_NEEDED_MARGIN = 0.15
_NEEDED_LIKENESS = 0.85
_SHORTEST_CHANGED = 12
_NEEDED_INFLECTION = 0.5
_NEEDED_CHANGED = 0.7
_MAX_CANDIDATES = 200
_BOUNDARY = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s|\n")
_FIGURES = re.compile(r"\d+")


class _Candidate(NamedTuple):
    score: float
    start: int
    end: int


def select(article: Article, span: Span) -> Selector:
    """Give the selector of a span of the article."""
    before = sum(len(block.text) + 1 for block in article.blocks[: span.block])
    return selector_at(article.text, before + span.start, before + span.end)


def selector_at(text: str, start: int, end: int) -> Selector:
    """Give the selector of ``text[start:end]``."""
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def find(selector: Selector, text: str) -> tuple[int, int] | None:
    """Give the start and end of the selector's words in ``text``, or None where they can't be told."""
    start, end = selector.start, selector.start + len(selector.exact)
    if start >= 0 and end <= len(text) and selector_at(text, start, end) == _moved(selector, start, end):
        return start, end
    if not selector.exact:
        return None
    exact = [
        _Candidate(context_likeness(selector, text, *place), *place) for place in exact_places(selector, text)
    ]
    place = _certain(exact, _needed_context(selector.exact)) if exact else _find_changed(selector, text)
    return place if place and _in_its_sentence(selector, text, *place) else None


def _moved(selector: Selector, start: int, end: int) -> Selector:
    return Selector(selector.exact, selector.prefix, selector.suffix, start, end)


def exact_places(selector: Selector, text: str) -> Iterator[tuple[int, int]]:
    """Give where the quote stands word for word, in order; of a text full of it the first places."""
    at = text.find(selector.exact)
    for _ in range(_MAX_CANDIDATES):
        if at < 0:
            return
        yield at, at + len(selector.exact)
        at = text.find(selector.exact, at + 1)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a text begins and ends, in order."""
    start = 0
    for bound in (*_BOUNDARY.finditer(text), None):
        end = bound.end() if bound else len(text)
        if said := text[start:end].strip():
            first = text.index(said, start)
            yield first, first + len(said)
        start = end


def _needed_context(quote: str) -> float:
    return _NEEDED_CONTEXT * max(0.0, 1 - len(quote) / (2 * _LONG))


def _certain(candidates: list[_Candidate], needed: float) -> tuple[int, int] | None:
    best, *rivals = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.start))
    if best.score < needed:
        return None
    if rivals and best.score - rivals[0].score < _NEEDED_MARGIN:
        return None
    return best.start, best.end


def context_likeness(selector: Selector, text: str, start: int, end: int) -> float:
    """Give how well the surroundings agree, 0 to 1.

    Of a long quote the better side is enough, for an edit spoils the other; of a short one both must agree.
    """
    before = _likeness(selector.prefix[::-1], text[max(0, start - CONTEXT) : start][::-1])
    after = _likeness(selector.suffix, text[end : end + CONTEXT])
    weight = min(1.0, len(selector.exact) / _LONG)
    return weight * max(before, after) + (1 - weight) * min(before, after)


def _likeness(kept: str, found: str) -> float:
    """Give how much two surroundings are alike, what is nearer to the quote counting more."""
    from rapidfuzz.fuzz import ratio

    if not kept and not found:
        return 1.0
    near = CONTEXT // 4
    return (ratio(kept, found) + ratio(kept[:near], found[:near])) / 200


def trimmed(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Cut off what a window, which is as long as the quote, has of its neighbours."""
    from rapidfuzz.distance import Indel

    blocks = Indel.opcodes(quote, text[start:end])
    equal = [block for block in blocks if block.tag == "equal" and _is_word(quote, block)]
    if not equal:
        return start, end
    return start + equal[0].dest_start, start + equal[-1].dest_end


def _in_its_sentence(selector: Selector, text: str, start: int, end: int) -> bool:
    """Tell whether what is left of the sentence around a quote says what it said.

    News is full of sentences that differ in a name or a number alone, and a few words stand in all of them.
    """
    if len(selector.exact) >= _LONG:
        return True
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _only_inflected(_words_before(selector.prefix), _words_before(before)) and _only_inflected(
        _words_after(selector.suffix), _words_after(after)
    )


def _words_before(prefix: str) -> list[str]:
    *others, own = _BOUNDARY.split(prefix)
    words = own.split()[::-1]
    return words if others or len(prefix) < CONTEXT else words[:-1]


def _words_after(suffix: str) -> list[str]:
    own, *others = _BOUNDARY.split(suffix)
    words = own.split()
    # A word at the end of the surroundings may be cut off.
    return words if others or len(suffix) < CONTEXT else words[:-1]


def _only_inflected(old: list[str], new: list[str]) -> bool:
    """Tell whether no word was put for another; words may be dropped and added."""
    from difflib import SequenceMatcher

    return all(
        b - a == d - c and all(map(_is_inflected, old[a:b], new[c:d]))
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag == "replace"
    )


def _is_inflected(old: str, new: str) -> bool:
    """Tell whether two words have one stem and the same figures: josa and endings stand at the end."""
    stem = (min(len(old), len(new)) + 1) // 2
    return old[:stem] == new[:stem] and _FIGURES.findall(old) == _FIGURES.findall(new)


def _says_the_same(quote: str, found: str) -> bool:
    """Tell whether words were only dropped, added or inflected: another name makes another statement."""
    from difflib import SequenceMatcher

    from rapidfuzz.fuzz import ratio

    old, new = quote.split(), found.split()
    return all(
        ratio(" ".join(old[a:b]), " ".join(new[c:d])) >= 100 * _NEEDED_INFLECTION
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag == "replace"
    )


def _is_word(quote: str, block: Opcode) -> bool:
    return len(quote[block.src_start : block.src_end].strip()) > 1


def _find_changed(selector: Selector, text: str) -> tuple[int, int] | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    if not _SHORTEST_CHANGED <= len(selector.exact) <= len(text):
        return None
    candidates: list[_Candidate] = []
    rest = text
    while len(candidates) < 2:
        found = partial_ratio_alignment(selector.exact, rest, score_cutoff=100 * _NEEDED_LIKENESS)
        if found is None:
            break
        start, end = trimmed(selector.exact, text, found.dest_start, found.dest_end)
        context = context_likeness(selector, text, start, end)
        if not _says_the_same(selector.exact, text[start:end]):
            context = 0.0
        candidates.append(_Candidate((found.score / 100 + context) / 2, start, end))
        # What was found is blanked out by a character that no article has, so that a rival can show itself.
        width = found.dest_end - found.dest_start
        rest = rest[: found.dest_start] + "\ue000" * width + rest[found.dest_end :]
    return _certain(candidates, _NEEDED_CHANGED) if candidates else None
