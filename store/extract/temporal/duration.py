"""Lengths of time of a day or more, and the dates that lie so far before or after the article."""

from __future__ import annotations

import re
from datetime import date

from store.extract.quantity.numerals import parse_native, parse_number
from store.extract.temporal.calendar import day_value, month_value, shift_day, shift_month, year_value
from store.extract.temporal.words import DURATIONS

_UNITS = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "nights": "D", "millennia": "Y"}
_COUNTED = {"달": "M", "해": "Y"}
_PARTS = re.compile(r"P(\d+)([YMWD])(?:(\d+)M)?")
_BACK = {"전": -1, "뒤": 1, "후": 1, "앞": 1, "前": -1, "後": 1}


def resolve_length(form: str, parts: re.Match[str], today: date | None) -> str | None:
    """Give a duration (P4Y), or the date so long before or after ``today`` (3년 뒤); None where not known."""
    found = parts.groupdict()
    value = _length(form, found)
    if value is None or not found.get("shift"):
        return value
    return _shifted(value, _BACK[found["shift"]], today) if found["shift"] != "앞" else value


def _length(form: str, found: dict[str, str | None]) -> str | None:
    if form in ("length", "one_day"):
        return DURATIONS[" ".join((found["word"] or "").split())]
    if form == "counted":
        native, unit = parse_native(found["nw"] or ""), _COUNTED[found["unit"] or ""]
        return (
            f"P{native}{unit}"
            if not found["half"]
            else (f"P{native}M15D" if unit == "M" else f"P{native}Y6M")
        )
    if form == "vague" or found.get("low"):
        return None
    figure = next((found[key] for key in ("n", "n2", "n3", "n4", "n5", "n6") if found.get(key)), None)
    count = parse_number(figure) if figure else None
    if not count or count > 10**11:
        return None
    if found.get("frac"):
        return f"P{round((count * 10 + int(found['frac'] or 0)) * 12 / 10)}M" if form == "years" else None
    if form == "quarters":
        return f"P{count * 3}M"
    if form == "years":
        months = found["months"] or found["months2"] or ("6" if found["half"] else None)
        return f"P{count}Y" + (f"{int(months)}M" if months else "")
    if form == "months" and found["half"]:
        return f"P{count}M15D"
    return f"P{count}{_UNITS[form]}"


def _shifted(value: str, sign: int, today: date | None) -> str | None:
    parts = _PARTS.fullmatch(value)
    if today is None or parts is None:
        return None
    count, unit = sign * int(parts[1]), parts[2]
    if unit == "Y" and not parts[3]:
        return year_value(today.year + count)
    if unit in "YM":
        months = count * 12 + sign * int(parts[3] or 0) if unit == "Y" else count
        return month_value(*shift_month(today.year, today.month, months))
    day = shift_day(today, count * (7 if unit == "W" else 1))
    return day_value(day.year, day.month, day.day) if day else None
