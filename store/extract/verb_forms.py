"""Korean verb stems put before a noun."""

from __future__ import annotations

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_NIEUN, _DIGEUT, _RIEUL, _BIEUP, _SIOT = 4, 7, 8, 17, 19

_LOSING_S = ("잇", "짓", "긋", "붓", "젓")
_TURNING_D = ("듣", "싣", "깨닫")
_TURNING_B = ("돕", "줍", "눕", "굽")
"""Irregular stems: 이은, 들은, 도운."""


def adnominal(stem: str, *, past: bool = False) -> str:
    """Put a stem before a noun: 오 → 오는, 늘 → 느는; in the past 오 → 온, 늘 → 는, 받 → 받은, 돕 → 도운."""
    if past and stem.endswith(_LOSING_S):
        return stem[:-1] + chr(ord(stem[-1]) - _SIOT) + "은"
    if past and stem.endswith(_TURNING_D):
        return stem[:-1] + chr(ord(stem[-1]) - _DIGEUT + _RIEUL) + "은"
    if past and stem.endswith(_TURNING_B):
        return stem[:-1] + chr(ord(stem[-1]) - _BIEUP) + "운"
    code = ord(stem[-1]) if stem else 0
    if not _FIRST <= code <= _LAST:
        return stem + ("은" if past else "는")
    final = (code - _FIRST) % _FINALS
    if final == _RIEUL:
        code, final = code - _RIEUL, 0
    if past and final == 0:
        return stem[:-1] + chr(code + _NIEUN)
    return stem[:-1] + chr(code) + ("은" if past else "는")
