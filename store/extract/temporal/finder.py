"""Every time expression of an article, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import msgspec

from store.extract.document import Document, TextBlock
from store.extract.temporal import clock, words
from store.extract.temporal.calendar import interval, make_date, shift_month
from store.extract.temporal.context import UNKNOWN, Context, Resolved
from store.extract.temporal.duration import resolve_length
from store.extract.temporal.grammar import SCAN, form_pattern
from store.extract.temporal.narrative import day_told, explicit_day, lead_day, modifies, rules
from store.extract.temporal.resolve import resolve_date
from store.extract.temporal.tense import direction
from store.model import Time, TimeType

_CLOCKS = frozenset({"digital", "clock", "clock_run", "clock_word", "noon"})
_SHORT = frozenset({"hours", "minutes", "seconds"})
_LONG = frozenset(
    {
        "years",
        "months",
        "weeks",
        "days",
        "counted",
        "length",
        "one_day",
        "vague",
        "nights",
        "millennia",
        "quarters",
    }
)
_IN_DAYS = frozenset({"weeks", "days", "length", "one_day"})
"""Lengths so short that what lies behind them is never still to come where it is told as past."""

_GLOSS = r"(?:\s?\((?:현지\s?시[간각]|한국\s?시[간각]|[월화수목금토일])\))?"
_JOINT = re.compile(_GLOSS + r"\s?(?:부터|에서|까지|과|와|및|또는|이나|에\s이어|,|·|∼|~|-)\s?")
_FROM = re.compile(_GLOSS + r"\s?부터\s?")
_ASIDE = 14
"""Days after which a day that a text tells of is no longer its 이날."""

_NEAR = 60
"""Characters within which a bare hour goes on from the clock time before it."""

_UNTIL = re.compile(_GLOSS + r"\s?까지")
_PLANNED = re.compile(r"(?:애초|당초)\s$")
"""What stands before a day that was meant, whether it came or not: 애초 21일에서 18일로 앞당겼다."""

_DELIVERED = re.compile(r"\s?(?:인도분|선물|물(?=\s|은|이|을|의))")
"""What is traded before its month has come: 7월 인도분 원유."""

_BARE_DAY = re.compile(r"\d{1,2}일")
_DAY_AT_END = re.compile(r"(?<!\d)\d{1,2}일$")
_MONTH = len("2019-03")
_RESOLVED = re.compile(r"[^.]{0,40}?(?:기로|겠다고|[할될일낼을] (?:것|예정|계획))")
"""What lies ahead though its verb is past: 두 달 뒤 문을 열기로 했다."""

_AHEAD = 31
"""Days within which a day ahead keeps its month where the text names it again."""

_PART = re.compile(
    _GLOSS
    + rf"\s?({'|'.join(words.PARTS_OF_DAY)})(?!\s?(?:최고|최저|기온))(?=[에까부의쯤께은는엔때,.()]|늦|\s|$)"
    r"(?!\s?\d{1,2}\s?[시:∼~])(?!\s?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\S?\s?시)"
)


@dataclass(slots=True)
class _Memory:
    """What the words of time lean on while an article is walked."""

    today: date | None
    narrative: date | None
    lead: bool
    before: Resolved = UNKNOWN
    day_before: Resolved = UNKNOWN
    period: tuple[Resolved, int] = UNKNOWN, -1
    told: date | None = None
    last_month: bool = False
    coming: dict[int, tuple[int, int]] = field(default_factory=dict)

    def context(
        self,
        narrative: date | None,
        beside: tuple[Resolved, Resolved],
        block: int,
        joined: bool,
        ahead: Callable[[], int],
    ) -> Context:
        """Give what the next date is read against."""
        return Context(
            self.today,
            narrative,
            self.before,
            self.day_before,
            *beside,
            self.period[0] if block - self.period[1] <= 1 else UNKNOWN,
            joined,
            self.last_month,
            self.coming,
            ahead,
        )


def find_times(document: Document) -> list[Time]:
    """Find the dates, clock times and durations of an article, each read against the article's date."""
    lead = lead_day(document)
    memory = _Memory(document.published, lead or document.published, lead is not None)
    times = [time for block in document.blocks for time in _find(block, memory)]
    heads = {block.index for block in document.blocks if block.role in ("title", "deck")}
    return _as_the_body(times, heads) if heads else times


def _as_the_body(times: list[Time], heads: set[int]) -> list[Time]:
    """Give a bare day of the headline the month that the body names for it: 30일 is 오는 30일 there."""
    bare = {time.text for time in times if time.block in heads and _BARE_DAY.fullmatch(time.text)}
    if not bare:
        return times
    told: dict[str, set[str | None]] = {day: set() for day in bare}
    for time in times:
        day = _DAY_AT_END.search(time.text)
        if time.block not in heads and day is not None and day[0] in told:
            told[day[0]].add(time.value)
    meant = {day: next(iter(values)) for day, values in told.items() if len(values) == 1}
    return [
        msgspec.structs.replace(time, value=meant[time.text])
        if time.block in heads and time.text in meant
        else time
        for time in times
    ]


def _find(block: TextBlock, memory: _Memory) -> list[Time]:
    text = block.text
    times: list[Time] = []
    days: list[tuple[Time, Resolved]] = []
    hour: tuple[int, clock.Moment] | None = None
    for match in SCAN.finditer(text):
        form = match.lastgroup or ""
        parts = form_pattern(form).match(text, match.start())
        if parts is None:
            continue
        start, end = parts.span()
        if form in _SHORT:
            times.append(_time(block, start, end, "TI", clock.length(form, parts)))
        elif form in _LONG:
            times.append(_time(block, start, end, "DT", _length(block, form, parts, memory)))
        elif form in _CLOCKS:
            first, last = clock.clock_moments(form, parts)
            if first is None and hour and start - hour[0] <= _NEAR:
                first = clock.later(hour[1], parts)
            day = _day_of_clock(text, start, days, memory)
            value = clock.clock_value(day, first, midnight_starts=text.startswith("부터", end))
            if last:
                value = interval(value, clock.clock_value(day, last))
            times.append(_time(block, start, end, "TI", value))
            hour = (end, first) if first else None
        else:
            joined = bool(days) and bool(_JOINT.fullmatch(text, days[-1][0].end, start))
            planned = _PLANNED.search(text, max(0, start - 4), start) is not None
            traded = form == "month" and _DELIVERED.match(text, end) is not None
            ahead = _to_come if planned or traded else partial(direction, block, end)
            narrative = _narrative(block, parts, days, memory) if form == "word" else memory.narrative
            beside = _beside(block, start, days), _ruling(block, start, form, days, memory.today, ahead)
            resolved = resolve_date(
                form, parts, memory.context(narrative, beside, block.index, joined, ahead)
            )
            days.append((_time(block, start, end, "DT", resolved.value), resolved))
            times.append(days[-1][0])
            _remember(memory, days[-1][0], resolved)
            part = _PART.match(text, end) if resolved.day else None
            if part:
                code = words.PARTS_OF_DAY[part[1]]
                value = f"{resolved.value}T{code}" if resolved.value else None
                times.append(_time(block, part.start(1), part.end(1), "TI", value))
    same = _same_days(text, days)
    times = [same.get(time.start, time) for time in times]
    return sorted([*times, *_runs(block, days)], key=lambda time: (time.start, -time.end))


def _to_come() -> int:
    return 1


def _length(block: TextBlock, form: str, parts: re.Match[str], memory: _Memory) -> str | None:
    """Read a length; 석 달 뒤 숨졌다 counts from the date told before, 석 달 뒤 문을 연다 from today."""
    found, before, today = parts.groupdict(), memory.before, memory.today
    if found.get("shift") in ("뒤", "후", "後") and today and direction(block, parts.end()) < 0:
        day = before.day or (1 if found.get("unit") == "달" or form in ("months", "years") else 0)
        month = before.month or (1 if form == "years" else 0)
        value = resolve_length(form, parts, make_date(before.year or 0, month, day))
        if value is not None and value <= today.isoformat()[: len(value)]:
            return value
        if form in _IN_DAYS and _RESOLVED.match(block.text, parts.end()) is None:
            return None
    return resolve_length(form, parts, today)


def _time(block: TextBlock, start: int, end: int, kind: TimeType, value: str | None) -> Time:
    return Time(block.text[start:end], block.index, start, end, type=kind, value=value)


def _beside(block: TextBlock, start: int, days: list[tuple[Time, Resolved]]) -> Resolved:
    """Give the date before in the same sentence, if it is a day."""
    if not days or not days[-1][1].day:
        return UNKNOWN
    return UNKNOWN if _is_apart(block, days[-1][0].end, start) else days[-1][1]


def _is_apart(block: TextBlock, end: int, start: int) -> bool:
    """Tell whether a sentence begins between two places."""
    return any(end <= sentence.start <= start for sentence in block.sentences)


def _ruling(
    block: TextBlock,
    start: int,
    form: str,
    days: list[tuple[Time, Resolved]],
    today: date | None,
    ahead: Callable[[], int],
) -> Resolved:
    """Give the date before in the same sentence that says of which year a month or an end of year is."""
    if not days or not today or form not in ("month", "within"):
        return UNKNOWN
    time, resolved = days[-1]
    if not resolved.year or _is_apart(block, time.end, start):
        return UNKNOWN
    return resolved if rules(block, time, resolved.year, today.year, start, ahead) else UNKNOWN


def _remember(memory: _Memory, time: Time, resolved: Resolved) -> None:
    """Keep the date for the words that look back."""
    if resolved.year:
        memory.before = resolved
    if resolved.value and ("/" in resolved.value or len(resolved.value) == _MONTH) and not resolved.day:
        memory.period = resolved, time.block
    if memory.today and resolved.month and not resolved.day:
        last = shift_month(memory.today.year, memory.today.month, -1)
        memory.last_month = memory.last_month or (resolved.year, resolved.month) == last
    if resolved.day:
        memory.day_before = resolved
        memory.told = memory.told or explicit_day(time)
        day = make_date(resolved.year or 0, resolved.month or 0, resolved.day)
        if day and memory.today and memory.today < day <= memory.today + timedelta(_AHEAD):
            memory.coming[day.day] = (day.year, day.month)


def _narrative(
    block: TextBlock, parts: re.Match[str], days: list[tuple[Time, Resolved]], memory: _Memory
) -> date | None:
    """Give the day that 이날 means: that of the lead, or the one that the sentence before tells of.

    전날 is the day before the one that its own sentence tells of (시는 15일 전날 회의에서 정했다고 밝혔다).
    """
    if parts["word"].startswith("전"):
        beside = _beside(block, parts.start(), days)
        end = days[-1][0].end if days else 0
        told = beside.day and (parts.start() - end <= 1 or not modifies(block, end))
        return make_date(beside.year or 0, beside.month or 0, beside.day or 0) if told else memory.narrative
    if not parts["word"].startswith("이"):
        return memory.narrative
    if not memory.lead:
        return (explicit_day(days[-1][0]) if days else None) or _recently(memory) or memory.narrative
    return (day_told(block, parts.start(), days[-1][0]) if days else None) or memory.narrative


def _recently(memory: _Memory) -> date | None:
    """Give the first day that was told of, where it lies not so far back that it can only be an aside."""
    told, today = memory.told, memory.today
    return told if told and today and (today - told).days <= _ASIDE else None


def _day_of_clock(text: str, start: int, days: list[tuple[Time, Resolved]], memory: _Memory) -> str | None:
    """Give the day of a clock time: the last one named in the block outside brackets, or the article's."""
    for time, resolved in reversed(days):
        if not resolved.day:
            continue
        between = text[time.end : start]
        if between.count(")") <= between.count("("):
            return resolved.value[-10:] if resolved.value else None
    return memory.narrative.isoformat() if memory.narrative else ""


def _same_days(text: str, days: list[tuple[Time, Resolved]]) -> dict[int, Time]:
    """Give what the day behind it fixes (화요일인 15일, 다음 날인 11일), by where it starts."""
    return {
        first.start: msgspec.structs.replace(first, value=second.value)
        for (first, _), (second, resolved) in pairwise(days)
        if resolved.day and first.text.endswith(("요일", "날")) and text[first.end : second.start] == "인 "
    }


def _runs(block: TextBlock, days: list[tuple[Time, Resolved]]) -> list[Time]:
    """Give the intervals that two days, months or years span together (31일부터 내달 2일까지)."""
    runs = []
    for (first, start), (second, end) in pairwise(days):
        whole = (start.day and end.day) or (_spans(start, end) and not (start.day or end.day))
        if not (whole and _FROM.fullmatch(block.text, first.end, second.start)):
            continue
        until = _UNTIL.match(block.text, second.end)
        if until:
            runs.append(_time(block, first.start, until.end(), "DT", _from_to(start.value, end.value)))
    return runs


def _from_to(start: str | None, end: str | None) -> str | None:
    """Give the interval from one time to the end of another, which may be quarters: 4분기부터 1분기까지."""
    return interval((start or "").partition("/")[0], (end or "").rpartition("/")[2])


def _spans(start: Resolved, end: Resolved) -> bool:
    """Tell whether two months or two years are the ends of a time."""
    first, last = start.value or "-", end.value or "-"
    digits = (first + last).replace("-", "").replace("/", "")
    return len(first) == len(last) and first < last and digits.isdecimal()
