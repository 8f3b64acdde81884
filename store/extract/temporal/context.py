"""What a date means, and what it is read against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

Parts = dict[str, str | None]
"""The named parts of an expression."""


class Resolved(NamedTuple):
    """What a date expression means: its value, and the year, month and day that later words may lean on."""

    value: str | None
    year: int | None = None
    month: int | None = None
    day: int | None = None


UNKNOWN = Resolved(None)


@dataclass(slots=True)
class Context:
    """What a date is read against.

    ``today`` is the day of the article, ``narrative`` the day that it tells of (이날). ``before`` is the
    date named last, ``day_before`` the last that is a day, ``beside`` the last day of the same sentence,
    ``period`` the last month, quarter or other span of months named here or in the block before,
    ``ruling`` the last date of it that rules the months and ends of years behind it;
    ``joined`` tells whether the expression continues the date before (10일과 12일), ``ahead`` which way its
    clause looks; ``last_month`` whether the text has named the month before the article's, ``coming`` the
    year and month of the days ahead that it has named.
    """

    today: date | None
    narrative: date | None
    before: Resolved
    day_before: Resolved
    beside: Resolved
    ruling: Resolved
    period: Resolved
    joined: bool
    last_month: bool
    coming: Mapping[int, tuple[int, int]]
    ahead: Callable[[], int]


def of_day(day: date | None) -> Resolved:
    """Give the meaning of a day, or of one that is not known."""
    return Resolved(day.isoformat(), day.year, day.month, day.day) if day else UNKNOWN


def number(text: str | None) -> int:
    """Read figures; 0 for none."""
    return int(text) if text else 0


def clean(word: str | None) -> str:
    """Write a word with single spaces, as the tables do."""
    return " ".join((word or "").split())
