"""More sentences from the same ones: a name gives way to another of its type, its particle with it."""

from __future__ import annotations

import random
from collections.abc import Sequence

from store.extract.ner.tagger import TAG_TYPES, TagType
from store.extract.ner.training.klue import Example, Gold

SWAPPED_TYPES: tuple[TagType, ...] = ("PS", "LC", "OG")

# (after a vowel, after a consonant): 나라는 한국은
_PARTICLES = (("는", "은"), ("가", "이"), ("를", "을"), ("와", "과"), ("로", "으로"), ("라는", "이라는"))


class NamePool:
    """The different names of each type, in order of first appearance."""

    def __init__(self, examples: Sequence[Example]) -> None:
        found: dict[TagType, dict[str, None]] = {kind: {} for kind in TAG_TYPES}
        for text, spans in examples:
            for start, end, kind in spans:
                found[kind][text[start:end]] = None
        self.names = {kind: list(names) for kind, names in found.items()}

    def swap(self, example: Example, share: float, chance: random.Random) -> Example:
        """Replace names of the example, each with probability ``share``."""
        parts: list[str] = []
        spans: list[Gold] = []
        done = length = 0
        text = example.text
        for start, end, kind in example.spans:
            if start < done:
                continue
            name, after = text[start:end], end
            particle = ""
            if kind in SWAPPED_TYPES and chance.random() < share:
                name = chance.choice(self.names[kind])
                particle, after = fit_particle(text, end, name)
            between = text[done:start]
            spans.append((length + len(between), length + len(between) + len(name), kind))
            parts += [between, name, particle]
            length += len(between) + len(name) + len(particle)
            done = after
        return Example("".join(parts) + text[done:], tuple(spans))


def fit_particle(text: str, end: int, name: str) -> tuple[str, int]:
    """Give the particle at ``end`` in the form that fits the name, and where it ends in the text."""
    word = text[end:].split(" ", 1)[0]
    for pair in _PARTICLES:
        if word in pair and "가" <= name[-1] <= "힣":
            coda = (ord(name[-1]) - ord("가")) % 28
            closed = coda not in (0, 8) if pair[0] == "로" else coda != 0
            return pair[closed], end + len(word)
    return "", end
