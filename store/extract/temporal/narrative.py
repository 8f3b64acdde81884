"""The day that an article tells of: what 이날 and 전날 are counted from."""

from __future__ import annotations

import re
from bisect import bisect_right
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


def modifies(block: TextBlock, end: int) -> bool:
    """Tell whether the first verb after a date is put before a noun (지난 5일 열린 회의)."""
    tokens = block.tokens
    at = block.token_at(end)
    for token, following in zip(tokens[at : at + 30], tokens[at + 1 : at + 31], strict=False):
        if token.tag in ("VV", "XSV"):
            return following.tag == "ETM"
    return False
