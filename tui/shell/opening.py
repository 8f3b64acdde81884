"""Opening the desk's data for a command; an archive of an older version tells how far its change has come."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from store.desk import Desk
from tui.shell.output import say

EVERY_SECONDS = 1.0


def open_desk() -> Desk:
    """Open the desk of the default home."""
    return Desk.open(told=told_every_second())


def told_every_second() -> Callable[[int, int], None]:
    """Give what says on standard error, now and then, how far the archive has been brought up to date."""
    shown = time.monotonic()

    def told(done: int, total: int) -> None:
        nonlocal shown
        if time.monotonic() - shown > EVERY_SECONDS:
            shown = time.monotonic()
            say(f"bringing the archive up to date: {done:,} of {total:,} articles")
            sys.stderr.flush()

    return told
