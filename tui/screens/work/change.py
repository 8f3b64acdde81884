"""Long changes of the notebook in a thread: told how far they are, stopped by escape, one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.worker import get_current_worker

from store.desk.bulk import Heard
from tui.progress import Told, line
from tui.screens.work.long import LongWork

Change = Callable[[Heard], int]
"""Changes annotations, told how far it is; gives how many were changed."""


class ChangeWork(LongWork):
    """Says how far a change is; a screen runs it in a worker of the group ``LONG_WORK``."""

    def hearing(self, doing: str) -> Heard:
        """Give what hears how far the work of this worker is, and stops it; ``doing`` is what is said."""
        worker = get_current_worker()
        began = monotonic()

        def heard(done: int, total: int) -> bool:
            # What takes one batch needs no line.
            if done < total:
                far = line(Told(done, total), monotonic() - began, self.words.lang)
                self.app.call_from_thread(self.busy, self.words(doing, far=far))
            return not worker.is_cancelled

        return heard

    def told_of(self, said: str, count: int, **about: str) -> str:
        """Say how many were changed, and whether there would have been more."""
        stopped = self.words("said.stopped") if get_current_worker().is_cancelled else ""
        return self.words(said, n=f"{count:,}", **about) + stopped
