"""Which 15일, 11월 or 금요일 is meant, where the text does not say the month or the year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.extract.temporal.calendar import make_date, shift_day, shift_month

FAR = 8
"""Months from which a bare month of this year is less likely meant than that of the year before or after."""

TOMORROW = 3
"""Days within which a bare day to come is meant whatever the verb: of the last month one says 지난달 17일."""

MONTH = 31
"""Days within which a day to come by its month is meant, whatever the verb."""

SOON = 7
"""Days within which a bare day to come is nearer than the one gone by, where the clause does not say."""


def nearest_day(
    today: date, day: int, relative: int | None, ahead: Callable[[], int]
) -> tuple[int, int] | None:
    """Give the year and month of a bare day: the last one gone by, unless the text looks ahead.

    ``relative`` is -1 for 지난, 1 for 오는 and 다음, 0 for 이번, None for nothing. A month that does not have
    the day is given all the same: such a day does not exist.
    """
    this = (today.year, today.month)
    last, following = shift_month(*this, -1), shift_month(*this, 1)
    if relative == -1:
        return this if day < today.day else last
    if relative == 1:
        return this if day >= today.day else following
    if relative == 0 or day == today.day:
        return this
    this_day, last_day = make_date(*this, day), make_date(*last, day)
    if this_day and 0 < day - today.day <= TOMORROW:
        return this
    way = ahead()
    if day < today.day:
        to_come = make_date(*following, day)
        return following if way > 0 and to_come and (to_come - today).days <= 3 * SOON else this
    if way:
        return this if way > 0 else last
    if this_day and day - today.day <= SOON and (last_day is None or (today - last_day).days > 2 * SOON):
        return this
    return last


def nearest_month(
    today: date, month: int, relative: int | None, ahead: Callable[[], int], day: int = 0
) -> int:
    """Give the year of a bare month: the article's own, unless another lies much nearer or is named."""
    year = today.year
    here = (today.month, today.day if day else 0)
    if relative == -1:
        return year if (month, day) < here else year - 1
    if relative == 1:
        return year if (month, day) > here else year + 1
    distance = month - today.month
    soon = make_date(year, month, day) if day and 0 <= distance <= 1 else None
    if relative is None and soon and 0 < (soon - today).days <= MONTH:
        # In July, 8월 1일부터 매기려던 is no day of the year before: of that, one says 지난해.
        return year
    if relative == 0 or distance <= 0:
        nearest = relative == 0 or distance > -FAR
        if nearest:
            return year
    elif distance < FAR:
        # In May, 9월 4일 문을 열었다 tells of the year before.
        return year - 1 if ahead() < 0 else year
    way = ahead()
    if distance > 0:
        return year if way > 0 else year - 1
    return year + 1 if way > 0 or (distance <= -FAR - 2 and way == 0) else year


def nearest_weekday(today: date, weekday: int, relative: int | None, ahead: Callable[[], int]) -> date | None:
    """Give the day of a weekday: of this week, the last or the next one, as the text looks."""
    since = (today.weekday() - weekday) % 7
    if relative == -1:
        return shift_day(today, -(since or 7))
    if relative == 0:
        return shift_day(today, weekday - today.weekday())
    way = ahead() if relative is None and since else 0
    if relative == 1 or way > 0 or (way == 0 and since > TOMORROW):
        return shift_day(today, 7 - since)
    return shift_day(today, -since)
