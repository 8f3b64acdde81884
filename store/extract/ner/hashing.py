"""64-bit hashes of strings and numbers, the same on every machine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HashArray = NDArray[np.uint64]

_MASK = (1 << 64) - 1
_BASE = 0x9E3779B97F4A7C15
_MULTIPLIER = 0xD6E8FEB86659FD93


def polynomial(text: str) -> int:
    """Hash a text, so that the hash of a + b is that of a, times ``power(len(b))``, plus that of b."""
    value = 0
    for character in text:
        value = (value * _BASE + ord(character)) & _MASK
    return value


def power(length: int) -> int:
    """Give the factor that makes room for ``length`` characters in a polynomial hash."""
    return pow(_BASE, length, 1 << 64)


def mix(values: HashArray) -> HashArray:
    """Spread the entropy of each number over all its bits."""
    values = values ^ (values >> np.uint64(32))
    for _ in range(2):
        values *= np.uint64(_MULTIPLIER)
        values ^= values >> np.uint64(32)
    return values


def mix_one(value: int) -> int:
    """Do what ``mix`` does, for one Python number."""
    value ^= value >> 32
    value = value * _MULTIPLIER & _MASK
    value ^= value >> 32
    value = value * _MULTIPLIER & _MASK
    return value ^ (value >> 32)
