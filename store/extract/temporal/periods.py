"""Weeks, seasons, quarters and halves without their year, holidays, decades and centuries."""

from __future__ import annotations

from store.extract.temporal import words
from store.extract.temporal.calendar import (
    day_value,
    month_value,
    months_value,
    quarter_value,
    shift_day,
    shift_month,
    week_value,
    year_value,
)
from store.extract.temporal.context import UNKNOWN, Context, Parts, Resolved, clean, number, of_day
from store.extract.temporal.dates import quarters
from store.extract.temporal.nearest import nearest_month, nearest_weekday


def resolve_half(found: Parts, context: Context) -> Resolved:
    """Read 상반기 and 하반기."""
    if context.today is None:
        return UNKNOWN
    year, (first, last) = context.today.year, words.HALVES[found["half"] or ""]
    if found["rel"] == "지난" and context.today.month <= last:
        year -= 1
    elif found["rel"] in ("오는", "다음") and context.today.month >= first:
        year += 1
    return Resolved(months_value(year, first, last), year)


def resolve_quarter(found: Parts, context: Context) -> Resolved:
    """Read a quarter by its number."""
    if context.today is None:
        return UNKNOWN
    year, quarter = context.today.year, number(found["q"])
    current = (context.today.month + 2) // 3
    if found["rel"] == "오는":
        year += quarter < current
    elif quarter > current and (found["rel"] == "지난" or (quarter - current == 3 and context.ahead() <= 0)):
        year -= 1
    return Resolved(quarters(year, found), year)


def resolve_this_quarter(found: Parts, context: Context) -> Resolved:
    """Read 이번 분기, 직전 분기."""
    if context.today is None:
        return UNKNOWN
    by = {"이번": 0, "다음": 1}.get(found["rel"] or "", -1)
    year, month = shift_month(context.today.year, context.today.month, 3 * by)
    return Resolved(quarter_value(year, (month + 2) // 3), year)


def resolve_week(found: Parts, context: Context) -> Resolved:
    """Read a week, its weekend or one of its days."""
    if context.today is None:
        return UNKNOWN
    offset = words.RELATIVES[found["rel"] or ""]
    monday = shift_day(context.today, 7 * offset - context.today.weekday())
    if monday is None:
        return UNKNOWN
    if found["wd"]:
        return of_day(shift_day(monday, words.WEEKDAYS[found["wd"]]))
    return Resolved(week_value(monday) + ("-WE" if found["end"] else ""))


def resolve_weekday(found: Parts, context: Context) -> Resolved:
    """Read a day of the week."""
    relative, weekday = found["rel"] or "", words.WEEKDAYS[found["wd"] or ""]
    if found["nth"]:
        return UNKNOWN
    if relative == "매주":
        return Resolved(f"XXXX-WXX-{weekday + 1}")
    if context.today is None:
        return UNKNOWN
    return of_day(nearest_weekday(context.today, weekday, words.RELATIVES.get(relative), context.ahead))


def resolve_season(found: Parts, context: Context) -> Resolved:
    """Read 지난 겨울, 올여름."""
    if context.today is None:
        return UNKNOWN
    season, today = found["season"] or "", context.today
    last_month = {"봄": 5, "여름": 8, "가을": 11, "겨울": 12}[season]
    year = today.year
    if found["rel"] == "지난" and today.month <= last_month:
        year -= 1
    elif found["rel"] in ("오는", "다음") and today.month > last_month:
        year += 1
    return Resolved(f"{year:04d}-{words.SEASONS[season]}", year)


def resolve_within(found: Parts, context: Context) -> Resolved:
    """Read 연내, 연말."""
    if context.today is None:
        return UNKNOWN
    year = context.ruling.year or context.today.year
    return Resolved(month_value(year, 12) if found["word"] == "연말" else year_value(year), year)


def resolve_holiday(found: Parts, context: Context) -> Resolved:
    """Read a holiday."""
    fixed = words.HOLIDAYS[clean(found["word"])]
    if fixed is None or context.today is None:
        return UNKNOWN
    year = nearest_month(context.today, fixed[0], None, context.ahead, fixed[1])
    return Resolved(day_value(year, *fixed), year, *fixed)


def resolve_decade(found: Parts, context: Context) -> Resolved:
    """Read 1990년대, 80년대."""
    figure = found["y"] or ""
    if found["from"] or len(figure) == 3 or not figure.endswith("0"):
        return UNKNOWN
    return Resolved(figure[:3] if len(figure) == 4 else f"{20 if int(figure) < 20 else 19}{figure[0]}")


def resolve_century(found: Parts, _: Context) -> Resolved:
    """Read 21세기."""
    ordinal = number(found["c"])
    return Resolved(f"{ordinal - 1:02d}" if ordinal and not found["bc"] else None)
