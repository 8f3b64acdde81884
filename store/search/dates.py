"""Days, months, years and ranges of a query as bounds that ISO dates compare with as strings."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")


def date_bounds(value: str) -> tuple[str, str]:
    """Give the first moment that belongs to ``value`` and the first after it, empty where it is open.

    Takes 2022, 2022-11, 2022-11-15, and ranges of them with ``..``, of which one end may be missing. Raises
    ValueError with a message.
    """
    first, dots, last = value.partition("..")
    if not dots:
        return _start(first), _end(first)
    if not first and not last:
        raise ValueError("a range needs a beginning or an end")
    bounds = _start(first) if first else "", _end(last) if last else ""
    if first and last and bounds[0] >= bounds[1]:
        raise ValueError("the range ends before it begins")
    return bounds


def _parts(text: str) -> tuple[int, int, int]:
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no date: write 2022, 2022-11 or 2022-11-15")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"there is no such day as {text}") from error
    return year, month, day


def _start(text: str) -> str:
    year, month, day = _parts(text)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def _end(text: str) -> str:
    year, month, day = _parts(text)
    if day:
        following = date(year, month, day).toordinal() + 1
        return date.fromordinal(following).isoformat() if following <= date.max.toordinal() else "9999-12-32"
    if month:
        return f"{year + month // 12:04}-{month % 12 + 1:02}-01"
    return f"{year + 1:04}-01-01"
