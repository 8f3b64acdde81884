"""Timestamps as news writes them, to ISO 8601 in the source's own time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

KOREA = timezone(timedelta(hours=9))
"""What a moment given in UTC is told in: Korean sites that store UTC still mean the Korean day."""

_TIME = (
    r"(?P<half>오전|오후|[AaPp]\.?[Mm]\.?)?\s*(?P<hour>\d{1,2})\s*(?::\s*(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?"
    r"|시(?:\s*(?P<minute2>\d{1,2})\s*분)?)\s*(?P<half2>[AaPp]\.?[Mm]\.?(?![A-Za-z]))?"
    r"\s*(?P<zone>Z\b|UTC\b|GMT\b(?![+-])|KST\b|(?:GMT|UTC)?[+-]\d{2}:?\d{2})?"
)
_WEEKDAY = r"(?:\s*[(\[]?\s*(?:[월화수목금토일](?:요일)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\s*[)\]]?)?"
_NUMERIC = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2}|(?<!\d)\d{2}(?=[./]\s?\d{2}[./]\s?\d{2}))\s*(?:[-./]|년)\s*(?P<month>\d{1,2})"
    rf"\s*(?:[-./]|월)\s*(?P<day>\d{{1,2}})(?!\d)\s*(?:일(?!보|간)|\.(?!\d))?{_WEEKDAY}(?:\s*[T,|]?\s*(?:\[\s*)?{_TIME})?"
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)"
    r"(?:[T ]?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?:[0-5]\d)?)?(?!\d)"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_ENGLISH = (
    re.compile(
        rf"(?i)\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})(?:,?\s*(?:at\s+)?{_TIME})?"
    ),
    re.compile(
        rf"(?i)\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>(?:19|20)\d{{2}})(?:,?\s*(?:at\s+)?{_TIME})?"
    ),
)
_RFC2822 = re.compile(r"^(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?(?:\.\d+)?$")


class Timestamp(NamedTuple):
    """A date found in a text: its ISO value, and the characters ``start:end`` that say it."""

    value: str
    start: int
    end: int


def find_dates(text: str) -> list[Timestamp]:
    """Give the timestamps of a line in the order that they stand in; ``YYYY-MM-DD`` where no time is told."""
    found: list[Timestamp] = []
    for pattern in (_NUMERIC, _COMPACT, *_ENGLISH):
        for match in pattern.finditer(text):
            value = _value(match.groupdict())
            if value and not any(match.start() < t.end and t.start < match.end() for t in found):
                found.append(Timestamp(value, match.start(), match.end()))
    return sorted(found, key=lambda timestamp: timestamp.start)


def iso(value: str | int | float | None) -> str | None:
    """Read a field that should hold a date (ISO, Korean, RFC 2822, epoch), else give None."""
    if value is None or isinstance(value, bool):
        return None
    text = str(value).strip()[:100]
    if _EPOCH.match(text):
        seconds = float(text)
        return _korean(datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC))
    if _RFC2822.match(text):
        try:
            return _korean(parsedate_to_datetime(text))
        except ValueError:
            return None
    found = find_dates(text)
    return found[0].value if found else None


def _korean(moment: datetime) -> str:
    if moment.tzinfo is not None and not moment.utcoffset():
        moment = moment.astimezone(KOREA)
    return moment.strftime("%Y-%m-%dT%H:%M")


def _value(part: dict[str, str | None]) -> str | None:
    name = part.get("name")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(part["month"] or 0)
    year = int(part["year"] or 0)
    try:
        day = datetime(year + 2000 if year < 100 else year, month, int(part["day"] or 0))
        return _with_time(day, part) or day.strftime("%Y-%m-%d")
    except (ValueError, OverflowError):
        return None


def _with_time(day: datetime, part: dict[str, str | None]) -> str | None:
    if part.get("hour") is None:
        return None
    hour = int(part["hour"] or 0)
    half = (part.get("half") or part.get("half2") or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith(("오후", "p")) else 0)
    moment = day.replace(hour=hour, minute=int(part.get("minute") or part.get("minute2") or 0))
    zone = (part.get("zone") or "").upper()
    if zone in ("Z", "UTC", "GMT") or zone.replace(":", "").endswith(("+0000", "-0000")):
        moment = moment.replace(tzinfo=UTC).astimezone(KOREA)
    return moment.strftime("%Y-%m-%dT%H:%M")
