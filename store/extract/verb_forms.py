"""Korean verb stems put before a noun."""

from __future__ import annotations

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_NIEUN, _RIEUL = 4, 8


def adnominal(stem: str, *, past: bool = False) -> str:
    """Put a stem before a noun: 오 → 오는, 늘 → 느는; in the past 오 → 온, 늘 → 는, 받 → 받은."""
    code = ord(stem[-1]) if stem else 0
    if not _FIRST <= code <= _LAST:
        return stem + ("은" if past else "는")
    final = (code - _FIRST) % _FINALS
    if final == _RIEUL:
        code, final = code - _RIEUL, 0
    if past and final == 0:
        return stem[:-1] + chr(code + _NIEUN)
    return stem[:-1] + chr(code) + ("은" if past else "는")
