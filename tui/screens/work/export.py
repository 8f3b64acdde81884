"""The files of an export, written as long work: from the desk and from the notebook alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.model import SinmunError
from tui.progress import Told
from tui.screens.work.long import LongWork, Step

if TYPE_CHECKING:
    from store.desk import Desk


class ExportWork(LongWork):
    """Writes the articles that a query means, or some that are given."""

    desk: Desk

    def write_files(self, folder: Path, query: str = "", articles: Sequence[str] | None = None) -> None:
        """Write the files to a folder, and tell which were left alone and why."""

        def export() -> Iterator[Step]:
            total = self.desk.count(query) if articles is None else len(articles)
            written = self.desk.export(folder, query, lang=self.words.lang, articles=articles)
            for done, exported in enumerate(written, 1):
                reason = self.words.error(SinmunError(exported.reason))
                complaint = f"{exported.path}: {reason}" if exported.outcome == "left" else ""
                yield Step(exported.outcome, Told(done, max(total, done)), complaint)

        outcomes = ("written", "kept", "left")
        self.work_through(export, "exporting", "said.exported", outcomes, {"folder": str(folder)})
