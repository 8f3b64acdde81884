"""Korean numbers in figures and in words, as patterns and as values."""

from __future__ import annotations

import re
from fractions import Fraction

FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""Arabic digits with thousands commas and decimals."""

NUMBER = rf"{FIGURE}(?:(?:[조억만천백십]|경(?!기))+(?:\ ?{FIGURE})?)*"
"""Digits with Korean powers between them: 1조2300억, 3만5천, 6천700억, 1억 4천만."""


_SINO_DIGITS = {word: value for value, word in enumerate("영일이삼사오육칠팔구")}
_SMALL_POWERS = {"십": 10, "백": 100, "천": 1000}
_LARGE_POWERS = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}

_NATIVE_ONES = {
    **{"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "석": 3, "서": 3, "네": 4, "넷": 4, "넉": 4},
    **{"다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9},
}
_NATIVE_TENS = {
    **{"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50},
    **{"예순": 60, "일흔": 70, "여든": 80, "아흔": 90},
}

NATIVE_RANGES = {
    **{"한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "네댓": (4, 5), "너댓": (4, 5)},
    **{"대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9)},
}
"""Native numerals of two neighbours: 두세 명 are two or three."""

_ONES = "한|하나|두|둘|세|셋|석|네|넷|넉|다섯|여섯|일곱|여덟|아홉"
_TENS = "열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
NATIVE = rf"(?:(?:{_TENS})(?:{_ONES})?|{_ONES})"
"""Native numerals as they stand before a counter: 두, 스무, 열두, 서른세."""

NATIVE_WORDS = (*_NATIVE_ONES, *_NATIVE_TENS)
"""The words that native numerals are made of."""

_PIECE = re.compile(rf"{FIGURE}|[영일이삼사오육칠팔구]|[십백천]|[만억조경]|\s")
_NATIVE = re.compile(rf"(?P<tens>{_TENS})?(?P<ones>{_ONES})?")


def whole(value: Fraction | float) -> int | float:
    """Give an integral value as int and any other as float."""
    return int(value) if value == int(value) else float(value)


def parse_number(text: str) -> int | float | None:
    """Read a number in figures, in Sino-Korean words or in both; None where it is none."""
    if text.isdecimal():
        return int(text)
    total: int | Fraction = 0
    group: int | Fraction = 0
    digit: int | Fraction | None = None
    at = 0
    for piece in _PIECE.finditer(text):
        if piece.start() != at:
            return None
        at = piece.end()
        part = piece.group()
        if part.isspace():
            continue
        if part in _SMALL_POWERS:
            group += (1 if digit is None else digit) * _SMALL_POWERS[part]
            digit = None
        elif part in _LARGE_POWERS:
            group += digit or 0
            total += (group or 1) * _LARGE_POWERS[part]
            group, digit = 0, None
        else:
            if digit is not None:
                return None
            digit = _SINO_DIGITS[part] if part in _SINO_DIGITS else _figure(part.replace(",", ""))
    if at != len(text) or not text:
        return None
    return whole(total + group + (digit or 0))


def _figure(digits: str) -> int | Fraction:
    return int(digits) if digits.isdecimal() else Fraction(digits)


def parse_native(text: str) -> int | None:
    """Read a native numeral (두, 스무, 열두); None where it is none."""
    match = _NATIVE.fullmatch(text)
    if match is None or not text:
        return None
    return _NATIVE_TENS.get(match["tens"] or "", 0) + _NATIVE_ONES.get(match["ones"] or "", 0)


def power_of(text: str) -> int:
    """Give the power that ends a number (5만 → 10000, 3천만 → 10000000), or 1."""
    power = 1
    for character in reversed(text):
        step = _SMALL_POWERS.get(character) or _LARGE_POWERS.get(character)
        if step is None:
            break
        power *= step
    return power
