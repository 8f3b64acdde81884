"""The files of an export, written as long work: from the desk and from the notebook alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from store.model import SinmunError
from tui.progress import Told
from tui.screens.long_work import LongWork, Step

if TYPE_CHECKING:
    from store.desk import Desk


class ExportWork(LongWork):
    """Writes the articles that a query means."""

    desk: Desk

    def write_files(self, query: str, folder: Path) -> None:
        """Write the files to a folder, and tell which were left alone and why."""

        def export() -> Iterator[Step]:
            total = self.desk.count(query)
            for done, exported in enumerate(self.desk.export(folder, query, lang=self.words.lang), 1):
                reason = self.words.error(SinmunError(exported.reason))
                complaint = f"{exported.path}: {reason}" if exported.outcome == "left" else ""
                yield Step(exported.outcome, Told(done, max(total, done)), complaint)

        outcomes = ("written", "kept", "left")
        self.work_through(export, "exporting", "said.exported", outcomes, {"folder": str(folder)})
