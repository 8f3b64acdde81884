"""Days, months and years, read from the article's own date and from what was said before."""

from __future__ import annotations

from datetime import date

from store.extract.temporal import words
from store.extract.temporal.calendar import (
    day_value,
    interval,
    make_date,
    month_value,
    months_value,
    quarter_value,
    shift_day,
    shift_month,
    week_value,
    year_value,
)
from store.extract.temporal.context import UNKNOWN, Context, Parts, Resolved, clean, number, of_day
from store.extract.temporal.nearest import nearest_day, nearest_month

_RECENT = 4
"""Months back of which 전월 may still tell; what lies further back is an aside."""


def resolve_numeric(found: Parts, _: Context) -> Resolved:
    """Read a date in figures."""
    year, month, day = number(found["y"]), number(found["m"]), number(found["d"])
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
    word = clean(found["yw"])
    if word in words.NARRATIVE_YEARS:
        base = context.before.year or (today.year if today and word.startswith("전년") else None)
        return base + words.NARRATIVE_YEARS[word] if base else None
    return today.year + words.YEARS[word] if today else None


def resolve_year(found: Parts, context: Context) -> Resolved:
    """Read a year with what follows it: a month, a half, a quarter, a season."""
    if found["since"]:
        first, last = found["since"], found["since"][:2] + (found["to"] or "")
        return Resolved(interval(year_value(int(first)), year_value(int(last))), int(last))
    year = _year_of(found, context)
    if year is None:
        return UNKNOWN
    if found["same"]:
        return _same_period(year, found["same"], context)
    if found["half"]:
        return Resolved(months_value(year, *words.HALVES[found["half"]]), year)
    if found["q"]:
        return Resolved(quarters(year, found), year)
    if found["season"]:
        return Resolved(f"{year:04d}-{words.SEASONS[found['season']]}", year)
    if found["m"]:
        return _in_month(year, number(found["m"]), found)
    if found["from"]:
        return Resolved(interval(year_value(int(found["from"])), year_value(year)), year)
    if found["yedge"] in ("말", "연말"):
        return Resolved(month_value(year, 12), year, 12)
    return Resolved(year_value(year), year)


def resolve_years_ago(found: Parts, context: Context) -> Resolved:
    """Read the period named last some years before it: 1년 전 같은 달."""
    today = context.today
    base = context.before.year or (today.year if today else None)
    back = 1 if found["ago"] == "한" else number(found["ago"])
    return _same_period(base - back, found["same"] or "", context) if base else UNKNOWN


def quarters(year: int, found: Parts) -> str | None:
    """Give the value of a quarter, or of a run of them, of a year."""
    last = found["q2"] or found["q3"]
    value = quarter_value(year, number(found["q"]), int(last) if last else None)
    if value is None or not found.get("q_end"):
        return value
    first, _, end = value.partition("/")
    return end if found["q_end"] == "말" else first


def _same_period(year: int, word: str, context: Context) -> Resolved:
    """Move the period named last to another year (지난해 같은 기간)."""
    if word == "이맘때":
        return Resolved(month_value(year, context.today.month), year) if context.today else UNKNOWN
    before = context.period if context.before.day and context.period.value else context.before
    value, month = before.value, before.month
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
    if found.get("nth"):
        return _nth_week(year, month, found)
    last = found.get("m2") or found.get("m3")
    if last:
        end_year = year + 1 if int(last) < month else year
        return Resolved(
            interval(month_value(year, month), month_value(end_year, int(last))), end_year, int(last)
        )
    if not found.get("d"):
        return Resolved(month_value(year, month), year, month)
    return _in_day(year, month, found)


def _nth_week(year: int, month: int, found: Parts) -> Resolved:
    """Read a week of a month, the first being the one with its first Thursday, or the nth of a weekday."""
    nth, weekday = found["nth"] or "", words.WEEKDAYS[found["wd"] or "목"]
    first = make_date(year, month, 1)
    if first is None:
        return UNKNOWN
    ordinal = words.ORDINALS[nth] if nth in words.ORDINALS else int(nth)
    start = shift_day(first, (weekday - first.weekday()) % 7)
    days = [day for week in range(5) if start and (day := shift_day(start, 7 * week)) and day.month == month]
    if ordinal > len(days):
        return UNKNOWN
    day = days[ordinal - 1 if ordinal > 0 else -1]
    return of_day(day) if found["wd"] else Resolved(week_value(day), day.year, day.month)


def _in_day(year: int, month: int, found: Parts) -> Resolved:
    day = number(found["d"])
    start = day_value(year, month, day)
    end_day = number(found["d2"] or found["d3"])
    if not end_day:
        return Resolved(start, year, month, day)
    if found["dm"]:
        end_month = int(found["dm"])
        end_year = year + 1 if end_month < month else year
    else:
        end_year, end_month = shift_month(year, month, 1) if end_day < day else (year, month)
    return Resolved(interval(start, day_value(end_year, end_month, end_day)), end_year, end_month, end_day)


def resolve_month(found: Parts, context: Context) -> Resolved:
    """Read a month with what follows it."""
    today, word = context.today, clean(found["mw"])
    if word:
        if word in words.NARRATIVE_MONTHS:
            year, month = context.before.year, context.before.month
        elif today:
            year, month = _month_from(today, word, context)
        else:
            return UNKNOWN
        return _in_month(year, month, found) if year and month else UNKNOWN
    month = number(found["m"])
    relative = found["rel"] or ""
    if not 1 <= month <= 12 or found["moon"]:
        return UNKNOWN
    if relative.startswith("매"):
        return Resolved(f"XXXX-{month:02d}" + (f"-{int(found['d']):02d}" if found["d"] else ""))
    last = number(found["m2"] or found["m3"]) or month
    if context.joined and context.before.year and not relative:
        before = context.before
        year = context.before.year + (1 if before.month and month < before.month else 0)
    elif not relative and context.ruling.year and month > (context.ruling.month or 0):
        year = context.ruling.year
    elif today:
        sign = words.RELATIVES.get(relative)
        year = nearest_month(today, last, sign, context.ahead, number(found["d"])) - (last < month)
    else:
        return UNKNOWN
    return _in_month(year, month, found)


def _month_from(today: date, word: str, context: Context) -> tuple[int, int]:
    """Count a month from the article's own; 전월 and 전달 from the month whose figures the text tells."""
    year, month = shift_month(today.year, today.month, words.MONTHS[word])
    if word not in words.MONTHS_BEFORE:
        return year, month
    if context.last_month:
        return shift_month(year, month, -1)
    before = context.before
    told = (before.year, before.month) if before.year and before.month and not before.day else None
    recent = shift_month(year, month, -_RECENT) <= told < (year, month) if told else False
    return shift_month(*told, -1) if told and recent else (year, month)


def resolve_day(found: Parts, context: Context) -> Resolved:
    """Read a day or a run of days without its month."""
    day, relative, before = number(found["d"]), found["rel"] or "", context.before
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
    narrative = context.narrative
    told = narrative is not None and day == narrative.day
    if not relative and not told and day != context.today.day and day in context.coming:
        return _in_day(*context.coming[day], found)
    if not relative and _goes_on(day, context):
        return _in_day(context.beside.year or 0, context.beside.month or 0, found)
    found_month = nearest_day(context.today, day, words.RELATIVES.get(relative), context.ahead)
    return _in_day(*found_month, found) if found_month else UNKNOWN


def _goes_on(day: int, context: Context) -> bool:
    """Tell whether a bare day is of the month named in its sentence (지난달 10일 잡혀 12일 풀려났다)."""
    beside, today, narrative = context.beside, context.today, context.narrative
    if today is None or narrative is None or not beside.day or day in (today.day, narrative.day):
        return False
    return day > beside.day and (beside.year, beside.month) < (today.year, today.month)


def resolve_word(found: Parts, context: Context) -> Resolved:
    """Read 이날, 어제, 다음 날."""
    word = clean(found["word"])
    if word in words.DAYS:
        offset = words.DAYS[word]
        return (
            of_day(shift_day(context.narrative, offset))
            if context.narrative and offset is not None
            else UNKNOWN
        )
    before = context.day_before
    base = context.narrative
    if word in words.ANAPHORIC_DAYS and before.day:
        base = date.fromisoformat(before.value[-10:]) if before.value and len(before.value) >= 10 else None
    return of_day(shift_day(base, words.NARRATIVE_DAYS[word])) if base else UNKNOWN
