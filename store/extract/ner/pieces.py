"""The word pieces of the encoder: a unigram tokenizer that knows where every character went."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

UNKNOWN = 3
START, PADDING, END = 0, 1, 2
WORD_START = "▁"
CACHED_WORDS = 20_000

_WORD = re.compile(r"\S+")
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
_UNKNOWN_COST = 10.0


class Pieces(NamedTuple):
    """The pieces of a text: their ids, and for each character the index of its piece in ``ids``."""

    ids: list[int]
    of_character: list[int]


def piece_tokenizer(pieces: Sequence[str], scores: Sequence[float]) -> Callable[[str], Pieces]:
    """Make a tokenizer that cuts each word into its most probable pieces.

    ``pieces[i]`` has id ``i`` and the log-probability ``scores[i]``; a piece that starts a word starts with
    ``WORD_START``. White space belongs to the word after it. The first four are the control pieces.
    """
    known = {piece: (i, scores[i]) for i, piece in enumerate(pieces) if i > UNKNOWN}
    longest = max(map(len, known))
    unknown = (UNKNOWN, min(scores) - _UNKNOWN_COST)

    @lru_cache(maxsize=CACHED_WORDS)
    def cut(word: str) -> tuple[list[int], list[int]]:
        normal, source = _normalize(word)
        ids, ends = _most_probable(normal, known, longest, unknown)
        piece_at = [0] * len(word)
        start = 0
        for piece, end in enumerate(ends):
            for at in source[start:end]:
                piece_at[at] = max(piece_at[at], piece)
            start = end
        for at in range(1, len(word)):
            piece_at[at] = max(piece_at[at], piece_at[at - 1])
        return ids, piece_at

    def tokenize(text: str) -> Pieces:
        ids: list[int] = []
        of_character: list[int] = []
        for match in _WORD.finditer(text):
            word_ids, piece_at = cut(match[0])
            first = len(ids)
            of_character.extend([first] * (match.start() - len(of_character)))
            of_character.extend([first + piece for piece in piece_at])
            ids.extend(word_ids)
        of_character.extend([max(0, len(ids) - 1)] * (len(text) - len(of_character)))
        return Pieces(ids, of_character)

    return tokenize


def _normalize(word: str) -> tuple[str, list[int]]:
    """Give the word in the pieces' alphabet (NFKC), and for each of its characters the one it came from."""
    normal, source = [WORD_START], [0]
    for at, character in enumerate(word):
        for c in unicodedata.normalize("NFKC", character):
            if not c.isspace() and unicodedata.category(c) not in _DROPPED:
                normal.append(c)
                source.append(at)
    return "".join(normal), source


def _most_probable(
    word: str, known: dict[str, tuple[int, float]], longest: int, unknown: tuple[int, float]
) -> tuple[list[int], list[int]]:
    """Cut a word by Viterbi search: the ids of its pieces and where each ends."""
    length = len(word)
    best = [0.0] + [float("-inf")] * length
    back: list[tuple[int, int]] = [(0, 0)] * (length + 1)
    for start in range(length):
        reached = best[start]
        for end in range(start + 1, min(length, start + longest) + 1):
            piece = known.get(word[start:end]) or (unknown if end == start + 1 else None)
            if piece and reached + piece[1] > best[end]:
                best[end] = reached + piece[1]
                back[end] = (piece[0], start)
    ids: list[int] = []
    ends: list[int] = []
    end = length
    while end:
        piece_id, start = back[end]
        ids.append(piece_id)
        ends.append(end)
        end = start
    return ids[::-1], ends[::-1]
