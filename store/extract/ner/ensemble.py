"""Both taggers at once: the transformer's reading, weighed against the fast tagger's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from store.extract.document import Token
from store.extract.ner.bio import FloatArray, decode
from store.extract.ner.fast import FastTagger
from store.extract.ner.precise import PreciseTagger
from store.extract.ner.tagger import Tag
from store.extract.ner.transitions import load_transitions

FAST_SHARE = 0.4
_LEAST_PROBABILITY = 1e-2
"""What the fast tagger rules out is still this probable: it may not silence the transformer alone."""


class EnsembleTagger:
    """Tags names by the weighted geometric mean of the two taggers' label probabilities."""

    def __init__(self, precise: PreciseTagger, fast: FastTagger) -> None:
        """Take the two taggers."""
        self._precise = precise
        self._fast = fast

    @staticmethod
    @cache
    def load() -> EnsembleTagger:
        """Load both, once a process; raises SinmunError when the precise one is not installed."""
        return EnsembleTagger(PreciseTagger.load(), FastTagger.load())

    def tag(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> list[list[Tag]]:
        """Tag sentences; see Tagger. The score of a tag is the probability of its least certain character."""
        precise = self._precise.emissions(sentences, tokens)
        fast = self._fast.marginals(sentences, tokens)
        mixed = [mix(p, f) for p, f in zip(precise, fast, strict=True)]
        return decode(sentences, mixed, load_transitions())


def mix(precise: FloatArray, fast: FloatArray, share: float = FAST_SHARE) -> FloatArray:
    """Join log-probabilities and the fast tagger's probabilities, [characters, 13], to log-probabilities."""
    joined = (1 - share) * precise + share * np.log(np.maximum(fast, _LEAST_PROBABILITY))
    mixed: FloatArray = joined - np.log(np.exp(joined).sum(axis=1, keepdims=True))
    return mixed
