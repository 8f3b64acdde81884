"""Clock times and lengths of time under a day."""

from __future__ import annotations

import re
from datetime import date

from store.extract.quantity.numerals import parse_native, parse_number
from store.extract.temporal.calendar import shift_day
from store.extract.temporal.words import MORNING

Moment = tuple[int, int]
"""Hour 0–24 and minute; 24:00 is the midnight that ends the day."""

_HALVES = {"a": "오전", "p": "오후"}


def clock_moments(form: str, parts: re.Match[str]) -> tuple[Moment | None, Moment | None]:
    """Read a clock time, or the two ends of a run of hours; None for an hour that is not known."""
    found = parts.groupdict()
    if form == "noon":
        return ((12, 0) if found["noon"] == "정오" else (24, 0)), None
    hour = parse_native(found["hw"]) if found.get("hw") else int(found["h"])
    minute = 30 if found.get("half") else int(found.get("min") or 0)
    half = found.get("mer") or _HALVES.get(found.get("m") or "")
    start = _moment(half, hour, minute, bare=form == "digital")
    if not found.get("h2"):
        return start, None
    end = _moment(
        found.get("mer2") or found.get("mer"), int(found["h2"]), int(found.get("min2") or 0), bare=False
    )
    return start, end


def _moment(part: str | None, hour: int | None, minute: int, *, bare: bool) -> Moment | None:
    if hour is None or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if part is None:
        return (hour, minute) if bare or hour == 0 or hour > 12 else None
    if part in MORNING:
        return (0 if hour == 12 else hour, minute)
    if part in ("밤", "한밤", "심야"):
        if hour == 12:
            return (24, minute)
        return (hour if hour < 6 or hour > 12 else hour + 12, minute)
    if part in ("낮", "한낮", "대낮"):
        return (hour + 12 if hour < 6 else hour, minute)
    return (hour + 12 if hour < 12 else hour, minute)


def length(form: str, parts: re.Match[str]) -> str | None:
    """Give a length of time under a day as a duration (PT2H30M); None before or after an unknown time."""
    found = parts.groupdict()
    if found["shift"] or found["low"] or found.get("match"):
        return None
    value = ""
    if form == "hours":
        hours = parse_native(found["hw"]) if found["hw"] else parse_number(found["h"])
        minutes = found["min"] or ("30" if found["half"] else "")
        value = f"{hours}H" + (f"{int(minutes)}M" if minutes else "")
    elif form == "minutes":
        value = f"{int(found['min'])}M"
    if found["s"]:
        value += f"{parse_number(found['s'])}" + (
            f".{found['hundredths']}S" if found.get("hundredths") else "S"
        )
    return f"PT{value}"


def later(before: Moment, parts: re.Match[str]) -> Moment | None:
    """Read a bare hour that ends a run (오후 2시부터 4시까지) in the half of the day that its start is in."""
    hour, minute = int(parts["h"]), int(parts.groupdict().get("min") or 0)
    if hour > 12 or minute > 59:
        return None
    if before[0] >= 12 and hour < 12:
        hour += 12
    return (hour, minute) if (hour, minute) > before else None


def clock_value(day: str | None, moment: Moment | None, *, midnight_starts: bool = False) -> str | None:
    """Give YYYY-MM-DDTHH:MM; ``day`` is "" where no day is known at all, None where it does not exist."""
    if moment is None or day is None:
        return None
    hour, minute = moment
    if hour == 24 and day:
        if not midnight_starts:
            after = shift_day(date.fromisoformat(day), 1)
            day = after.isoformat() if after else day
        hour = 0
    return f"{day}T{hour:02d}:{minute:02d}"
