"""Days, months and years in English, read against the article's own date: on Monday, Nov. 20, last year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from store.extract.document import TextBlock
from store.extract.english.blocks import sentences_in
from store.model import Time, TimeType

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDINALS = ("first", "second", "third", "fourth")
_MONTH = "(?P<month>" + "|".join(rf"{name[:3]}(?:{name[3:]}|{name[3:4]}\.|\.)?" for name in _MONTHS) + ")"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_EXPRESSION = re.compile(
    rf"\b(?:(?P<dated>{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?(?!\d|,\d))"
    rf"|(?P<british>\d{{1,2}} (?:{'|'.join(_MONTHS)})(?: (?:19|20)\d\d)?)"
    rf"|(?P<monthly>(?:{'|'.join(_MONTHS)}) (?:19|20)\d\d)"
    rf"|(?:(?P<which>last|next|this) )?(?P<weekday>{'|'.join(_DAYS)})"
    r"|(?P<near>last|next|this) (?P<length>year|month|week|quarter)"
    rf"|(?:the )?(?P<quarter>{'|'.join(_ORDINALS)}) quarter(?: of (?P<of>(?:19|20)\d\d|last year|this year))?"
    r"|(?:the )?(?P<part>first|second) half(?: of (?P<part_of>(?:19|20)\d\d|last year|this year|next year))?"
    r"|(?P<deictic>[Yy]esterday|[Tt]oday|[Tt]omorrow)"
    r"|(?:(?<=[Ii]n |[Bb]y |of )|(?<=through ))(?P<alone>(?:19|20)\d\d)(?!\d|,\d|-)"
    r"|(?<=since |until |after )(?P<later>(?:19|20)\d\d)(?!\d|,\d|-)"
    rf"|(?<=in )(?P<bare>{'|'.join(_MONTHS)})"
    r"|(?P<hour>\d{1,2})(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?)"
)
_TO_COME = re.compile(r"\b(?:will|to be|is set|are set|plans? to|scheduled|due|upcoming|expected)\b")
_TOLD = re.compile(r"\b(?:said|told|announced|reported|added|says)\b")


NEAR = 160
"""How far before a day its verb is looked for, in characters."""


def find_english_times(block: TextBlock, published: date | None) -> Iterator[Time]:
    """Walk the times of a block; ``value`` is ISO 8601, None where no day fits or none is published."""
    for start, end in sentences_in(block.text):
        for match in _EXPRESSION.finditer(block.text, start, end):
            type_: TimeType = "TI" if match["hour"] else "DT"
            to_come = _to_come(block.text[max(start, match.start() - NEAR) : match.start()])
            value = _value(match, published, to_come=to_come)
            yield Time(match[0], block.index, match.start(), match.end(), type=type_, value=value)


def _to_come(before: str) -> bool:
    """Say whether what is told is to come: will open on Monday, but not said on Monday it will.

    What follows words in marks is said of them and not by them: "It will open," he said on Monday.
    """
    before = before.rpartition("\u201d" if "\u201d" in before else '"')[2]
    coming = max((match.start() for match in _TO_COME.finditer(before)), default=-1)
    told = max((match.start() for match in _TOLD.finditer(before)), default=-1)
    return coming > told


def _value(match: re.Match[str], published: date | None, *, to_come: bool) -> str | None:
    if match["alone"] or match["later"]:
        return match["alone"] or match["later"]
    if match["monthly"]:
        name, year = match["monthly"].split()
        return f"{year}-{_number(name):02}"
    if published is None and not (match["dated"] and match["year"]):
        return None
    day = published or date.min
    if match["dated"]:
        return _nearest(day, match["year"], _number(match["month"]), int(match["day"]))
    if match["british"]:
        parts = match["british"].split()
        return _nearest(day, parts[2] if len(parts) > 2 else None, _number(parts[1]), int(parts[0]))
    if match["weekday"]:
        return _weekday(day, _DAYS.index(match["weekday"]), match["which"], to_come=to_come)
    if match["deictic"]:
        shift = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["deictic"].lower()]
        return (day + timedelta(shift)).isoformat()
    if match["quarter"]:
        return _quarter(day, _ORDINALS.index(match["quarter"]), match["of"])
    if match["part"]:
        return _half(day, match["part"], match["part_of"])
    if match["length"]:
        return _length(day, match["length"], {"last": -1, "this": 0, "next": 1}[match["near"]])
    if match["bare"]:
        month = _number(match["bare"])
        year = day.year + (month < day.month if to_come else -(month > day.month))
        return f"{year}-{month:02}"
    hour = int(match["hour"]) % 12 + 12 * (match["half"] == "p")
    minute = int(match["minute"] or 0)
    return f"{day.isoformat()}T{hour:02}:{minute:02}" if int(match["hour"]) <= 12 and minute < 60 else None


def _number(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name[:3]))


def _nearest(published: date, year: str | None, month: int, day: int) -> str | None:
    """Give a day without its year in the year that brings it nearest to the article's."""
    years = [int(year)] if year else [published.year + shift for shift in (0, -1, 1)]
    found = []
    for each in years:
        try:
            found.append(date(each, month, day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs((each - published).days)).isoformat() if found else None


def _weekday(published: date, weekday: int, which: str | None, *, to_come: bool) -> str:
    back = (published.weekday() - weekday) % 7
    if which == "next" or (to_come and which is None):
        return (published + timedelta(7 - back)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (published - timedelta(back)).isoformat()


def _quarter(published: date, number: int, of: str | None) -> str:
    year = int(of) if of and of.isdigit() else published.year - (of == "last year")
    if of is None and 3 * number + 1 > published.month:
        year -= 1
    return f"{year}-{3 * number + 1:02}/{year}-{3 * number + 3:02}"


def _half(published: date, part: str, of: str | None) -> str:
    year = (
        int(of)
        if of and of.isdigit()
        else published.year + {"last year": -1, "next year": 1}.get(of or "", 0)
    )
    first = 1 if part == "first" else 7
    return f"{year}-{first:02}/{year}-{first + 5:02}"


def _length(published: date, length: str, shift: int) -> str:
    if length == "year":
        return str(published.year + shift)
    if length == "month":
        months = 12 * published.year + published.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02}"
    if length == "quarter":
        quarters = 4 * published.year + (published.month - 1) // 3 + shift
        first = 3 * (quarters % 4) + 1
        return f"{quarters // 4}-{first:02}/{quarters // 4}-{first + 2:02}"
    week = (published + timedelta(7 * shift)).isocalendar()
    return f"{week.year}-W{week.week:02}"
