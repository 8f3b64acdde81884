"""Days, months, years and parts of them, read from the article's own date and from what was said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from store.extract.temporal import words
from store.extract.temporal.calendar import (
    day_value,
    interval,
    month_value,
    months_value,
    quarter_value,
    shift_day,
    shift_month,
    week_value,
    year_value,
)
from store.extract.temporal.nearest import nearest_day, nearest_month, nearest_weekday

Parts = dict[str, str | None]


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

    ``today`` is the day of the article, ``narrative`` the day that it tells of (이날), ``before`` the date
    named last and ``day_before`` the last that is a day, ``joined`` whether the expression continues that
    date (10일과 12일), ``ahead`` which way its clause looks.
    """

    today: date | None
    narrative: date | None
    before: Resolved
    day_before: Resolved
    joined: bool
    ahead: Callable[[], int]


def resolve_date(form: str, parts: re.Match[str], context: Context) -> Resolved:
    """Give the meaning of one date expression; value None where it does not exist or can't be known."""
    found = parts.groupdict()
    return _RESOLVERS[form](found, context)


def _clean(word: str | None) -> str:
    return " ".join((word or "").split())


def _number(text: str | None) -> int:
    return int(text) if text else 0


def _numeric(found: Parts, _: Context) -> Resolved:
    year, month, day = _number(found["y"]), _number(found["m"]), _number(found["d"])
    return Resolved(day_value(year, month, day), year, month, day)


def _year_of(found: Parts, context: Context) -> int | None:
    if found["y"]:
        return int(found["y"])
    short = found["yy"] or found["y2"]
    today = context.today
    if short:
        century = (today.year if today else 2000) // 100 * 100
        year = century + int(short)
        return year if today is None or year <= today.year + 20 else year - 100
    word = _clean(found["yw"])
    if word in words.NARRATIVE_YEARS:
        base = context.before.year or (today.year if today and word.startswith("전년") else None)
        return base + words.NARRATIVE_YEARS[word] if base else None
    return today.year + words.YEARS[word] if today else None


def _year(found: Parts, context: Context) -> Resolved:
    year = _year_of(found, context)
    if year is None:
        return UNKNOWN
    if found["same"]:
        return _same_period(year, found["same"], context)
    if found["half"]:
        return Resolved(months_value(year, *words.HALVES[found["half"]]), year)
    if found["q"]:
        return Resolved(_quarters(year, found), year)
    if found["season"]:
        return Resolved(f"{year:04d}-{words.SEASONS[found['season']]}", year)
    if found["m"]:
        return _in_month(year, _number(found["m"]), found)
    if found["from"]:
        return Resolved(interval(year_value(int(found["from"])), year_value(year)), year)
    if found["yedge"] in ("말", "연말"):
        return Resolved(month_value(year, 12), year, 12)
    return Resolved(year_value(year), year)


def _quarters(year: int, found: Parts) -> str | None:
    last = found["q2"] or found["q3"]
    return quarter_value(year, _number(found["q"]), int(last) if last else None)


def _same_period(year: int, word: str, context: Context) -> Resolved:
    """Move the period named last to another year (지난해 같은 기간)."""
    value, month = context.before.value, context.before.month
    if value and "/" in value and value[:4].isdigit():
        start, end = value.split("/")
        return Resolved(f"{year:04d}{start[4:]}/{year + int(end[:4]) - int(start[:4]):04d}{end[4:]}", year)
    if month and word.endswith(("월", "달")):
        return Resolved(month_value(year, month), year, month)
    if month and value and len(value) == 7:
        return Resolved(month_value(year, month), year, month)
    return Resolved(None, year)


def _in_month(year: int, month: int, found: Parts) -> Resolved:
    """Read what follows a month of a known year: a day, a run of days, a run of months or nothing."""
    last = found.get("m2") or found.get("m3")
    if last:
        end_year = year + 1 if int(last) < month else year
        return Resolved(
            interval(month_value(year, month), month_value(end_year, int(last))), end_year, int(last)
        )
    if not found.get("d"):
        return Resolved(month_value(year, month), year, month)
    return _in_day(year, month, found)


def _in_day(year: int, month: int, found: Parts) -> Resolved:
    day = _number(found["d"])
    start = day_value(year, month, day)
    end_day = _number(found["d2"] or found["d3"])
    if not end_day:
        return Resolved(start, year, month, day)
    if found["dm"]:
        end_month = int(found["dm"])
        end_year = year + 1 if end_month < month else year
    else:
        end_year, end_month = shift_month(year, month, 1) if end_day < day else (year, month)
    return Resolved(interval(start, day_value(end_year, end_month, end_day)), end_year, end_month, end_day)


def _month(found: Parts, context: Context) -> Resolved:
    today, word = context.today, _clean(found["mw"])
    if word:
        if word in words.NARRATIVE_MONTHS:
            year, month = context.before.year, context.before.month
        elif today:
            year, month = shift_month(today.year, today.month, words.MONTHS[word])
        else:
            return UNKNOWN
        return _in_month(year, month, found) if year and month else UNKNOWN
    month = _number(found["m"])
    relative = found["rel"] or ""
    if not 1 <= month <= 12 or found["moon"]:
        return UNKNOWN
    if relative.startswith("매"):
        return Resolved(f"XXXX-{month:02d}" + (f"-{int(found['d']):02d}" if found["d"] else ""))
    last = _number(found["m2"] or found["m3"]) or month
    if context.joined and context.before.year and not relative:
        before = context.before
        year = context.before.year + (1 if before.month and month < before.month else 0)
    elif today:
        sign = words.RELATIVES.get(relative)
        year = nearest_month(today, last, sign, context.ahead, _number(found["d"])) - (last < month)
    else:
        return UNKNOWN
    return _in_month(year, month, found)


def _day(found: Parts, context: Context) -> Resolved:
    day, relative, before = _number(found["d"]), found["rel"] or "", context.before
    if relative.startswith("매"):
        return Resolved(f"XXXX-XX-{day:02d}" if relative != "매년" and day <= 31 else None)
    if context.joined and before.month and before.day and not relative:
        if before.year is None:
            return UNKNOWN
        year, month = before.year, before.month
        if day < before.day:
            year, month = shift_month(year, month, 1)
        return _in_day(year, month, found)
    if context.today is None:
        return UNKNOWN
    found_month = nearest_day(context.today, day, words.RELATIVES.get(relative), context.ahead)
    return _in_day(*found_month, found) if found_month else UNKNOWN


def _of_day(day: date | None) -> Resolved:
    return Resolved(day.isoformat(), day.year, day.month, day.day) if day else UNKNOWN


def _word(found: Parts, context: Context) -> Resolved:
    word = _clean(found["word"])
    if word in words.DAYS:
        offset = words.DAYS[word]
        return (
            _of_day(shift_day(context.narrative, offset))
            if context.narrative and offset is not None
            else UNKNOWN
        )
    before = context.day_before
    base = context.narrative
    if word in words.ANAPHORIC_DAYS and before.day:
        base = date.fromisoformat(before.value[-10:]) if before.value and len(before.value) >= 10 else None
    return _of_day(shift_day(base, words.NARRATIVE_DAYS[word])) if base else UNKNOWN


def _half(found: Parts, context: Context) -> Resolved:
    if context.today is None:
        return UNKNOWN
    year, (first, last) = context.today.year, words.HALVES[found["half"] or ""]
    if found["rel"] == "지난" and context.today.month <= last:
        year -= 1
    elif found["rel"] in ("오는", "다음") and context.today.month >= first:
        year += 1
    return Resolved(months_value(year, first, last), year)


def _quarter(found: Parts, context: Context) -> Resolved:
    if context.today is None:
        return UNKNOWN
    year, quarter = context.today.year, _number(found["q"])
    current = (context.today.month + 2) // 3
    if found["rel"] == "오는":
        year += quarter < current
    elif quarter > current and (found["rel"] == "지난" or (quarter - current == 3 and context.ahead() <= 0)):
        year -= 1
    return Resolved(_quarters(year, found), year)


def _this_quarter(found: Parts, context: Context) -> Resolved:
    if context.today is None:
        return UNKNOWN
    by = {"이번": 0, "다음": 1}.get(found["rel"] or "", -1)
    year, month = shift_month(context.today.year, context.today.month, 3 * by)
    return Resolved(quarter_value(year, (month + 2) // 3), year)


def _week(found: Parts, context: Context) -> Resolved:
    if context.today is None:
        return UNKNOWN
    offset = words.RELATIVES[found["rel"] or ""]
    monday = shift_day(context.today, 7 * offset - context.today.weekday())
    if monday is None:
        return UNKNOWN
    if found["wd"]:
        return _of_day(shift_day(monday, words.WEEKDAYS[found["wd"]]))
    return Resolved(week_value(monday) + ("-WE" if found["end"] else ""))


def _weekday(found: Parts, context: Context) -> Resolved:
    relative, weekday = found["rel"] or "", words.WEEKDAYS[found["wd"] or ""]
    if relative == "매주":
        return Resolved(f"XXXX-WXX-{weekday + 1}")
    if context.today is None:
        return UNKNOWN
    return _of_day(nearest_weekday(context.today, weekday, words.RELATIVES.get(relative), context.ahead))


def _season(found: Parts, context: Context) -> Resolved:
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


def _within(found: Parts, context: Context) -> Resolved:
    if context.today is None:
        return UNKNOWN
    year = context.today.year
    return Resolved(month_value(year, 12) if found["word"] == "연말" else year_value(year), year)


def _holiday(found: Parts, context: Context) -> Resolved:
    fixed = words.HOLIDAYS[_clean(found["word"])]
    if fixed is None or context.today is None:
        return UNKNOWN
    year = nearest_month(context.today, fixed[0], None, context.ahead, fixed[1])
    return Resolved(day_value(year, *fixed), year, *fixed)


def _decade(found: Parts, context: Context) -> Resolved:
    figure = found["y"] or ""
    if found["from"] or len(figure) == 3 or not figure.endswith("0"):
        return UNKNOWN
    return Resolved(figure[:3] if len(figure) == 4 else f"{20 if int(figure) < 20 else 19}{figure[0]}")


def _century(found: Parts, _: Context) -> Resolved:
    number = _number(found["c"])
    return Resolved(f"{number - 1:02d}" if number and not found["bc"] else None)


_RESOLVERS: dict[str, Callable[[Parts, Context], Resolved]] = {
    "numeric": _numeric,
    "year": _year,
    "month": _month,
    "day": _day,
    "word": _word,
    "half": _half,
    "quarter": _quarter,
    "this_quarter": _this_quarter,
    "week": _week,
    "weekday": _weekday,
    "season": _season,
    "within": _within,
    "holiday": _holiday,
    "decade": _decade,
    "century": _century,
}
