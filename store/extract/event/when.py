"""When something happened: the time that governs a verb."""

from __future__ import annotations

from collections.abc import Sequence

from store.extract.document import Sentence, TextBlock
from store.model import Time


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

    def value_for(self, clause: int, verb: int) -> str | None:
        """Give the time of the verb at ``verb``: its clause's nearest, else the sentence's first before."""
        dated = [t for t in self._times if t.value and t.value[0].isdigit() and t.end <= verb]
        if not dated:
            return None
        own = [time for time in dated if time.start >= clause]
        if not own:
            return _day(dated[0].value)
        last = own[-1]
        if len(own) > 1 and "까지" in self._text[last.end : last.end + 3]:
            first = own[-2]
            if (
                self._text[first.end : last.start].strip() in ("부터", "에서")
                and "/" not in f"{first.value}{last.value}"
            ):
                return f"{_day(first.value)}/{_day(last.value)}"
        return _day(last.value)


def _day(value: str | None) -> str:
    """Give the days of a value without its clock times."""
    return "/".join(part.partition("T")[0] for part in (value or "").split("/"))
