"""Long work in a thread: how far it is stands on the top line, escape stops it, what is done is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import monotonic
from types import MappingProxyType
from typing import Any, NamedTuple

from textual import work
from textual.screen import Screen
from textual.worker import get_current_worker

from store.model import SinmunError
from tui.errors import say
from tui.locale import Words
from tui.progress import Told, line
from tui.widgets.top_line import TopLine

LONG_WORK = "long work"
EVERY_SECONDS = 0.1
"""How often it is told how far the work is."""


class Step(NamedTuple):
    """One thing that was done: what came of it, how far that is, and what there is to complain of."""

    outcome: str
    told: Told
    complaint: str = ""


class LongWork(Screen[Any]):
    """Goes through long work; a screen says what is shown once it has ended."""

    words: Words

    @work(group=LONG_WORK, exclusive=True, thread=True)
    def work_through(
        self,
        steps: Callable[[], Iterator[Step]],
        doing: str,
        done: str,
        outcomes: Sequence[str],
        about: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Go through long work in a thread: count outcomes, tell complaints, stop when cancelled.

        ``doing`` and ``done`` are keys of what is said meanwhile and at the end; ``about`` goes into the
        latter.
        """
        worker = get_current_worker()
        tell = self.app.call_from_thread
        tally = Counter(dict.fromkeys(outcomes, 0))
        began = shown = monotonic()
        tell(self.busy, self.words(doing, far="0"))
        try:
            for step in steps():
                tally[step.outcome] += 1
                if step.complaint:
                    tell(say, self, step.complaint, bad=True)
                if worker.is_cancelled:
                    break
                now = monotonic()
                if now - shown >= EVERY_SECONDS:
                    shown = now
                    tell(self.busy, self.words(doing, far=line(step.told, now - began, self.words.lang)))
            tell(say, self, self.words(done, **about, **tally))
        except SinmunError as error:
            tell(say, self, self.words.error(error), bad=True)
        tell(self.finished)

    def busy(self, text: str) -> None:
        """Say on the top line what is going on."""
        self.query_one(TopLine).busy = text

    def finished(self) -> None:
        """Show what long work has changed."""
        self.busy("")

    def stop_work(self) -> bool:
        """Stop long work where it is, keeping what is done; tells whether there was any."""
        running = [worker for worker in self.workers if worker.group == LONG_WORK and worker.is_running]
        for worker in running:
            worker.cancel()
        return bool(running)
