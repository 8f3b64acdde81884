"""When something happened: the time that governs a verb."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from store.extract.document import Sentence, TextBlock
from store.model import Time

_YEAR = 4
"""The length of a year alone: too little to date another clause by."""


_FULL = len("2024-03-12")


def _is_of_budget(time: Time) -> bool:
    """Say whether a year is that of what is done, and not of doing it: 내년도 예산안을 처리했다."""
    return time.text.endswith("년도")


_OWNING = re.compile(r"(?:까지|간)?의 | (?:임시국회|정기국회|국회[가는를]|인도분)")
"""What makes a time that of a noun: 3월까지의 서류, 3월 임시국회."""


class Clock:
    """The times of one sentence."""

    def __init__(self, block: TextBlock, sentence: Sentence, times: Sequence[Time]) -> None:
        """Keep the times that stand in the sentence."""
        self._text = block.text
        self._times = [
            time
            for time in times
            if time.block == sentence.block and sentence.start <= time.start and time.end <= sentence.end
        ]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the times stand."""
        return [(time.start, time.end) for time in self._times]

    @property
    def dated(self) -> bool:
        """Whether the sentence has a day, a month or a year."""
        return any(t.value and t.value[0].isdigit() for t in self._times)

    def own(self, clause: int, verb: int) -> list[Time]:
        """Give the dated times between ``clause`` and ``verb``."""
        return [
            t
            for t in self._times
            if t.value and t.value[0].isdigit() and clause <= t.start and t.end <= verb
            if not _OWNING.match(self._text, t.end)
        ]

    def value_for(self, clause: int, verb: int, bound: Collection[int] = (), outer: int = 0) -> str | None:
        """Give the time of the verb at ``verb``: its clause's nearest, else the sentence's first before.

        Times that begin at ``bound`` date another verb and no other: 9일 경찰에 따르면, 지난해 체결한. Those
        behind ``outer``, where the clause before ends that is not relative, come first.
        """
        own = self.own(clause, verb)
        if len(own) > 1 and self._is_closing(own[-1]):
            first, last = own[-2:]
            since = self._text[first.end : last.start].strip() in ("부터", "에서")
            if since and "/" not in f"{first.value}{last.value}":
                return f"{_day(first.value)}/{_day(last.value)}"
        begun = [time for time in own if not self._is_closing(time) and not _is_of_budget(time)]
        if begun:
            # 이날 올해 마지막 회의를 열었다: a day dates the verb, the year what is done.
            nearest = _day(begun[-1].value)
            days = [time for time in begun if len(_day(time.value)) >= _FULL]
            return _day(days[-1].value) if days and len(nearest) == _YEAR else nearest
        dated = [t for t in self.own(0, verb) if t.start not in bound and not self._is_closing(t)]
        dated = [time for time in dated if len(time.value or "") > _YEAR]
        nearer = [time for time in dated if time.start >= outer]
        return _day((nearer or dated)[0].value) if dated else None

    def _is_closing(self, time: Time) -> bool:
        """Say whether a time only tells how long: 26일까지."""
        return "까지" in self._text[time.end : time.end + 3]


def _day(value: str | None) -> str:
    """Give the days of a value without its clock times."""
    return "/".join(part.partition("T")[0] for part in (value or "").split("/"))
