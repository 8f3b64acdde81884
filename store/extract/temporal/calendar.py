"""Days, months and years that exist, and their ISO 8601 / TIMEX3 values."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta


def day_value(year: int, month: int, day: int) -> str | None:
    """Give YYYY-MM-DD, or None for a day that does not exist."""
    found = make_date(year, month, day)
    return found.isoformat() if found else None


def make_date(year: int, month: int, day: int) -> date | None:
    """Make a date, or None for a day that does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_value(year: int, month: int) -> str | None:
    """Give YYYY-MM, or None for a month that does not exist."""
    return f"{year:04d}-{month:02d}" if 1 <= month <= 12 and MINYEAR <= year <= MAXYEAR else None


def year_value(year: int) -> str | None:
    """Give YYYY, or None outside the years of the calendar."""
    return f"{year:04d}" if MINYEAR <= year <= MAXYEAR else None


def months_value(year: int, first: int, last: int) -> str | None:
    """Give the interval from one month to another of a year."""
    start, end = month_value(year, first), month_value(year, last)
    return f"{start}/{end}" if start and end else None


def quarter_value(year: int, first: int, last: int | None = None) -> str | None:
    """Give a quarter, or the run from one quarter to another, as an interval of months."""
    last = last or first
    if not (1 <= first <= last <= 4):
        return None
    return months_value(year, 3 * first - 2, 3 * last)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Move a month by so many months."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def shift_day(day: date, by: int) -> date | None:
    """Move a day by so many days, or None beyond the calendar."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def week_value(day: date) -> str:
    """Give the ISO week of a day (2022-W46)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def interval(start: str | None, end: str | None) -> str | None:
    """Join two values as an interval; None unless both are known and in order."""
    if not start or not end or "/" in start + end or start[0] == "P" or end[0] == "P":
        return None
    return f"{start}/{end}" if start <= end else None
