"""Where a note's words stand now: a quote with its surroundings, found again in a text that may have changed.

The rule is to doubt: words that stand in two places alike, or in no place with confidence, are an orphan that
the reader places by hand. A note never moves to a place that merely looks like its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from store.model import Article, Selector, Span

CONTEXT = 32
"""Characters kept on either side of the quote."""

_LONG = 40
"""A quote of so many characters is known by itself; a shorter one needs its surroundings to agree."""

_NEEDED_CONTEXT = 0.6
_NEEDED_MARGIN = 0.15
_NEEDED_LIKENESS = 0.75
_MAX_CANDIDATES = 200


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
    if start >= 0 and selector_at(text, start, end) == _moved(selector, start, end):
        return start, end
    if not selector.exact:
        return None
    exact = [_Candidate(_context(selector, text, at, stop), at, stop) for at, stop in _places(selector, text)]
    if exact:
        return _certain(exact, _needed_context(selector.exact))
    return _find_changed(selector, text)


def _moved(selector: Selector, start: int, end: int) -> Selector:
    return Selector(selector.exact, selector.prefix, selector.suffix, start, end)


def _places(selector: Selector, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(selector.exact)
    for _ in range(_MAX_CANDIDATES):
        if at < 0:
            return
        yield at, at + len(selector.exact)
        at = text.find(selector.exact, at + 1)


def _needed_context(quote: str) -> float:
    return _NEEDED_CONTEXT * max(0.0, 1 - len(quote) / _LONG)


def _certain(candidates: list[_Candidate], needed: float) -> tuple[int, int] | None:
    best, *rivals = sorted(candidates, key=lambda candidate: (-candidate.score, candidate.start))
    if best.score < needed:
        return None
    if rivals and best.score - rivals[0].score < _NEEDED_MARGIN:
        return None
    return best.start, best.end


def _context(selector: Selector, text: str, start: int, end: int) -> float:
    """Give how well the surroundings agree, 0 to 1: the better side counts double, for an edit spoils one."""
    before = _likeness(selector.prefix[::-1], text[max(0, start - CONTEXT) : start][::-1])
    after = _likeness(selector.suffix, text[end : end + CONTEXT])
    return (2 * max(before, after) + min(before, after)) / 3


def _likeness(kept: str, found: str) -> float:
    """Give how much two surroundings are alike, what is nearer to the quote counting more."""
    from rapidfuzz.fuzz import ratio

    if not kept and not found:
        return 1.0
    near = CONTEXT // 4
    return (ratio(kept, found) + ratio(kept[:near], found[:near])) / 200


def _find_changed(selector: Selector, text: str) -> tuple[int, int] | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(selector.exact) > len(text):
        return None
    candidates: list[_Candidate] = []
    rest = text
    while len(candidates) < 2:
        found = partial_ratio_alignment(selector.exact, rest, score_cutoff=100 * _NEEDED_LIKENESS)
        if found is None:
            break
        start, end = found.dest_start, found.dest_end
        context = _context(selector, text, start, end)
        candidates.append(_Candidate((found.score / 100 + context) / 2, start, end))
        # What was found is blanked out by a character that no article has, so that a rival can show itself.
        rest = rest[:start] + "\ue000" * (end - start) + rest[end:]
    return _certain(candidates, (_NEEDED_LIKENESS + _NEEDED_CONTEXT) / 2) if candidates else None
