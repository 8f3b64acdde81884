"""The day that an article tells of: what 이날 and 전날 are counted from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta

from store.extract.document import Document, TextBlock
from store.extract.temporal.calendar import shift_day
from store.model import Time

LEAD = 3
"""Paragraphs in which a news text says the day that it tells of."""

WEEK = 7
"""Days within which an article may be put online after the day that it tells of."""

_BARE_DAY = re.compile(
    r"(?<![\d.∼~·-])(?<!월)(?<!월\s)(?<!지난\s)(?<!지난)(?<!오는\s)(?<!달\s)(\d{1,2})일(?=\s|\(|[은에]\s|에는\s)"
)
_EXPLICIT = re.compile(r"^(?!오는|다음|내달|내년).*(?:지난|월|작년|올해|년)")
_OPENERS = frozenset({"", "또", "특히", "하지만", "그러나", "이어", "한편", '"', "“"})


def lead_day(document: Document) -> date | None:
    """Give the day that the lead names without a month: the article's own or the one before it."""
    today = document.published
    if today is None:
        return None
    recent = (
        {day.day: day for day in (today - timedelta(1), today)} if today > date.min else {today.day: today}
    )
    paragraphs = [block for block in document.blocks if block.role == "paragraph"]
    for block in paragraphs[:LEAD]:
        for match in _BARE_DAY.finditer(block.text):
            if int(match[1]) in recent:
                return recent[int(match[1])]
    return next((day for block in paragraphs[:LEAD] if (day := _day_of_the_week(today, block))), None)


def _day_of_the_week(today: date, lead: TextBlock) -> date | None:
    """Give the bare day of the last week that a paragraph of an older text names first."""
    days = {day.day: day for back in range(2, WEEK) if (day := shift_day(today, -back)) is not None}
    first = _BARE_DAY.search(lead.text)
    return days.get(int(first[1])) if first is not None else None


def explicit_day(time: Time) -> date | None:
    """Give the day of a date that says more than its number (지난 5일, 3월 5일); None for any other."""
    if not time.value or len(time.value) != 10 or not _EXPLICIT.match(time.text):
        return None
    return date.fromisoformat(time.value)


def day_told(block: TextBlock, start: int, before: Time) -> date | None:
    """Give the day named ``before`` where the sentence that 이날 (at ``start``) opens goes on with it.

    It does where the clause of that date tells of it (지난 5일 시장을 만났다), not where the date only
    describes something (지난 5일 열린 회의).
    """
    day = explicit_day(before)
    sentences = block.sentences
    here = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    there = bisect_right(sentences, before.end - 1, key=lambda sentence: sentence.start) - 1
    if here - there != 1 or block.text[sentences[here].start : start].strip() not in _OPENERS:
        return None
    return None if modifies(block, before.end) else day


_RESULTS = r"(?:실적|매출|이익|보고서|결산|통계|성적표|감사|수치|자료|명단|순위|공시|물가|소득|성장률|결과)"
_TOPIC = re.compile(rf"(?:\s(?!\S*{_RESULTS})[가-힣A-Za-z]+){{1,2}}(?<=[은는])\s")
"""What a year stands before that its clause is about, and no result, which comes out later: 지난해 장마는."""

_SINCE = re.compile(r"\s?(?:이후|이래|부터|보다|대비|이전|같은|에\s비해|이면|까지)")
"""What sets a date apart from those behind it, which need not go on from it."""


_TOLD = frozenset({"것", "예정", "계획", "방침", "전망", "듯", "뒤", "후", "다음"})
"""What a verb before them tells of, and does not describe."""


def rules(block: TextBlock, time: Time, year: int, today: int, start: int, ahead: Callable[[], int]) -> bool:
    """Tell whether a date of another year rules the months behind it in its sentence, at ``start``.

    It does where it tells a month or a year to come (내년 1월 동결하고 2월 내린다), or where a year gone by
    is that of what the clause is about (지난해 장마는 6월 19일 시작했다). ``ahead`` tells which way its
    clause looks.
    """
    if year == today or (year > today and ahead() < 0) or _SINCE.match(block.text, time.end):
        return False
    if modifies(block, time.end) and year < today:
        return False
    return (
        year > today
        or (time.value or "")[4:5] == "-"
        or _TOPIC.fullmatch(block.text, time.end, start) is not None
    )


def modifies(block: TextBlock, end: int) -> bool:
    """Tell whether the first verb after a date is put before a noun (지난 5일 열린 회의)."""
    tokens = block.tokens
    at = block.token_at(end)
    for near in range(at, min(at + 30, len(tokens) - 1)):
        if tokens[near].tag in ("VV", "XSV"):
            noun = tokens[near + 2].form if near + 2 < len(tokens) else ""
            return tokens[near + 1].tag == "ETM" and noun not in _TOLD
    return False
