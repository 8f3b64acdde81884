"""The search for cyclic garbage, put off while articles are read: it would find tokens, which are none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def litter_left() -> Iterator[None]:
    """Put the search off until this is left; where nobody searches, it stays so."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()
