"""Where a Korean word ends: the particles that may follow a name, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

WordFinder = Callable[[str], list[tuple[int, int]]]
"""Gives where its names stand in a text as words of their own, in order."""

JOSA = (
    r"(?:께서|에게서|에게|한테|에서|으로부터|로부터|으로서|으로써|로서|로써|으로|부터|까지|이라는|라는|이라고|라고|이라며|라며|이란|이자|입니다|입니까|이지만|에선|에겐|으로선|로선|으론|(?<!경찰)(?<!소방)(?<!세무)(?<!보고)서|다|뿐이라고|뿐이라며|뿐이다|뿐"
    r"|이라도|이나|이며|이고|이든|이다|이었|였|인데|처럼|같이|보다|마다|조차|마저|밖에|만큼|대로|와의|과의|와|과|은|는|이|가|을|를|의|에|도|만"
    r"|로|나|랑|며|측|들|씨)"
    r"(?:은|는|이|가|을|를|의|도|만|에|에서|에게|까지|부터|서|서는|로|과|와|다|라고|라는|며|고)?"
)
"""Particles (and the copula) that follow a name; 측 and 씨 stand as close to a name as they do."""

LETTER = "가-힣A-Za-z0-9一-鿿"
"""The inside of a character class: what a word is made of."""

NAME_START = rf"(?<![{LETTER}])"
NAME_END = rf"(?=(?:{JOSA})?(?![{LETTER}]))"

_WORD = re.compile(f"[{LETTER}]+")
_END = re.compile(NAME_END)


def any_of(names: Iterable[str]) -> str:
    """Give a pattern for any of the names that finds the longest first: a tree of their letters."""
    ordered = sorted(set(names))
    # One look at the first letter spares the tree.
    firsts = "".join(re.escape(name) for name in sorted({name[0] for name in ordered}))
    return f"(?=[{firsts}]){_tree(ordered)}"


def _tree(ordered: Sequence[str]) -> str:
    """Give a pattern for any of some words; an empty one comes first, and is tried last."""
    branches = [
        re.escape(letter) + _tree([word[1:] for word in group])
        for letter, group in groupby(filter(None, ordered), itemgetter(0))
    ]
    return f"(?:{'|'.join(branches)}){'' if ordered[0] else '?'}" if branches else ""


def ends_word(text: str, end: int) -> bool:
    """Say whether a name may end at ``end``: only particles follow, or nothing of the same word."""
    return _END.match(text, end) is not None


def word_finder(names: Iterable[str], variant: str = "") -> WordFinder:
    """Give a function that finds the names in a text as words of their own, particles after them or not.

    Its spans are in order and don't overlap: 김택진 in 김택진이, but not 이재용 inside a longer word.
    ``variant`` is a pattern for what may follow a name as part of it (갤럭시S9).
    """
    known = frozenset(names)
    lengths: dict[str, list[int]] = {}
    for start, length in sorted({(name[:2], -len(name)) for name in known}):
        lengths.setdefault(start, []).append(-length)
    goes_on = re.compile(variant) if variant else None

    def find(text: str) -> list[tuple[int, int]]:
        starts = _starts(text)
        if lengths.keys().isdisjoint(starts):
            return []
        possible = []
        for key in starts.keys() & lengths.keys():
            for start in starts[key]:
                for length in lengths[key]:
                    # At the end of the text the slice may be shorter.
                    word = text[start : start + length]
                    if word in known:
                        possible.append((start, start + len(word)))
                        break
        found: list[tuple[int, int]] = []
        last = 0
        for start, end in sorted(possible):
            if start < last:
                continue
            longer = goes_on.match(text, end) if goes_on else None
            end = longer.end() if longer else end
            if _END.match(text, end):
                found.append((start, end))
                last = end
        return found

    return find


@lru_cache(maxsize=320)
def _starts(text: str) -> dict[str, list[int]]:
    """Give where the words of a text begin, by their first two characters.

    Several finders ask in a row, and those of the next stage when the articles read together have been
    through the one before: some ten texts each.
    """
    starts: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        start = match.start()
        key = text[start : start + 2]
        if key in starts:
            starts[key].append(start)
        else:
            starts[key] = [start]
    return starts
