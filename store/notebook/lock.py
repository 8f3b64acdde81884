"""The one lock of the notebook, between threads and between processes: ``<home>/notebook.lock``."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from store.files import explained
from store.model import SinmunError

if TYPE_CHECKING:
    from filelock import BaseFileLock

WAIT_SECONDS = 20.0


class NotebookLock:
    """A lock that a process which is killed leaves free."""

    def __init__(self, path: Path) -> None:
        """Lock by the file ``path``; nothing is opened before the lock is first held."""
        self._path = path
        self._threads = threading.RLock()
        self._processes: BaseFileLock | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for the length of the block; the holder may take it again."""
        from filelock import FileLock, Timeout

        with self._threads:
            if self._processes is None:
                self._processes = FileLock(
                    self._path, timeout=WAIT_SECONDS, thread_local=False, poll_interval=0.002
                )
            try:
                with explained(self._path):
                    self._processes.acquire()
            except Timeout as error:
                raise SinmunError(
                    f"{self._path}: another sinmun has held the notebook for {WAIT_SECONDS:.0f} s: "
                    "close it, then save again"
                ) from error
            try:
                yield
            finally:
                self._processes.release()
