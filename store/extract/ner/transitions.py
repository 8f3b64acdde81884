"""How probable it is that one BIO label follows another, counted where the taggers were trained."""

from __future__ import annotations

from functools import cache

import numpy as np

from store.extract.ner.bio import FloatArray
from store.extract.ner.gazetteer import MODELS

FILE = MODELS / "transitions.tsv"
_SHARE = 0.1
"""The labels of the characters already know their neighbours, so that the table only tips the scales."""


@cache
def load_transitions() -> FloatArray:
    """Give what each step from label to label adds to a path's log-probability: [from, to], 13 each."""
    rows: FloatArray = _SHARE * np.loadtxt(FILE, np.float32, delimiter="\t", ndmin=2)
    return rows
