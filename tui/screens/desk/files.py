"""The desk's actions on articles as a whole: add, export, open the source, copy, the pages about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from store.model import SinmunError
from tui.destination import Destination
from tui.errors import say, told
from tui.progress import by_source
from tui.screens.desk.listing import ListActions
from tui.screens.desk.notes import Target
from tui.screens.work.export import ExportWork
from tui.screens.work.long import Step
from tui.telling.citation import cited
from tui.terminal.clipboard import copy

if TYPE_CHECKING:
    from store.desk import Desk
    from store.desk.bulk import Key


class FileActions(ListActions, ExportWork):
    """Whole articles in and out; a screen says what is listed and what is chosen."""

    desk: Desk
    notebook_left: tuple[str, Key | None]
    """The query and the annotation at which the notebook was left."""
    came: Sequence[str] = ()
    """The ids of what was added last, until the list has gone there."""
    stopping: Event
    """Set once nobody waits for the feeds any longer."""

    def target(self) -> Target | None:
        """Give what is chosen."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Show the reading of the open article as it is corrected now."""
        raise NotImplementedError

    def notes_changed(self) -> None:
        """Draw the notes anew."""
        raise NotImplementedError

    def action_notebook(self) -> None:
        """Show every note, tag and verdict, where the notebook was left."""
        from tui.screens.pages.notebook import NotebookScreen

        screen = NotebookScreen(self.words, self.desk, *self.notebook_left)

        def left(there: Destination | None) -> None:
            self.notebook_left = screen.query_text, screen.here
            self.load()
            self.read_again()
            self.notes_changed()
            self.visit(there)

        self.app.push_screen(screen, left)

    def action_story(self) -> None:
        """Compare the versions of the chosen article's story."""
        from tui.screens.pages.story import StoryScreen

        with told(self, self.words):
            target = self.target()
            if target is None:
                return
            headline = self.desk.headline(target.article.id)
            if headline.versions < 2:
                say(self, self.words("said.one_version"))
                return
            self.app.push_screen(StoryScreen(self.words, self.desk, headline.id), self.visit)

    def action_related(self) -> None:
        """Find articles of other stories that are about the same as the chosen one."""
        from tui.screens.pages.related import RelatedScreen

        def chosen(there: Destination | None) -> None:
            self.visit(there)
            if there is not None:
                self.way_back = self.action_related

        with told(self, self.words):
            target = self.target()
            if target is not None:
                self.app.push_screen(RelatedScreen(self.words, self.desk, target.article), chosen)

    def action_mark_read(self) -> None:
        """Switch between read and unread."""
        with told(self, self.words):
            target = self.target()
            if target is not None:
                self.desk.mark_read(target.article.id, self.desk.headline(target.article.id).unread)
                self.load()

    def action_source(self) -> None:
        """Open the article's own page, or tell where it came from."""
        with told(self, self.words):
            target = self.target()
            if target is None:
                return
            url = target.article.url or ""
            if url.startswith(("https://", "http://")) and has_browser():
                self.app.open_url(url)
                say(self, self.words("said.opened", url=url))
            elif url:
                copy(self, url, self.words, "said.url_copied")
            else:
                say(self, self.words("said.no_url", source=target.article.source))

    def action_copy(self) -> None:
        """Copy the chosen words with their source."""
        with told(self, self.words):
            target = self.target()
            if target is not None:
                copy(self, cited(target.quote, target.article), self.words)

    def action_add(self) -> None:
        """Add files, folders and addresses."""
        from tui.screens.dialogs.add import AddScreen

        self.app.push_screen(AddScreen(self.words), self._add)

    def add_samples(self) -> None:
        """Add the samples to an empty archive."""
        with told(self, self.words):
            if self.samples is not None and not self.desk.counts().total:
                self.add([str(self.samples)])

    def _add(self, paths: list[str] | None) -> None:
        if paths:
            self.add(paths)

    def add(self, sources: list[str]) -> None:
        """Add everything, and tell how it went."""

        def add() -> Iterator[Step]:
            from store.ingest.walk import count_sources

            done, came = by_source(count_sources(sources)), []
            for added in self.desk.add(sources):
                came.append(added.id or "")
                reason = self.words.error(SinmunError(added.reason))
                complaint = f"{added.source}: {reason}" if added.outcome == "failed" else ""
                yield Step(added.outcome, done(added.source), complaint)
            self.came = came

        self.work_through(add, "adding", "said.added", ("added", "updated", "known", "failed"))

    def action_refresh(self) -> None:
        """Fetch the feeds that are followed, and tell what came."""
        with told(self, self.words):
            feeds = self.desk.following.feeds()
            if not feeds:
                say(self, self.words("said.no_feeds"))
                return
            done = by_source(len(feeds))
            self.stopping.set()
            stop = self.stopping = Event()

            def refresh() -> Iterator[Step]:
                for added in self.desk.following.refresh(stop=stop):
                    reason = self.words.error(SinmunError(added.reason))
                    about = f"{added.title or added.source}: {reason}" if reason else ""
                    yield Step(added.outcome, done(added.source), about)

            outcomes = ("added", "updated", "known", "unchanged", "failed")
            self.work_through(refresh, "refreshing", "said.refreshed", outcomes)

    def action_export(self) -> None:
        """Show what would be written, then write it."""
        from tui.screens.dialogs.export import ExportScreen

        with told(self, self.words):
            target = self.target()
            if target is None:
                return
            chosen = self.query_text or "has:annotation"
            query = f"({chosen}) OR id:{target.article.id}"
            what = self.words("export.found" if self.query_text else "export.noted", n=self.desk.count(query))
            preview = self.desk.preview(target.article.id, self.words.lang)
            screen = ExportScreen(self.words, self.desk.home / "export", what, preview)
            self.app.push_screen(screen, partial(self._export, query))

    def _export(self, query: str, folder: Path | None) -> None:
        if folder is not None:
            self.write_files(folder, query)

    def finished(self) -> None:
        """Show what long work has changed."""
        super().finished()
        self.load()
        self._go_to_what_came()

    def _go_to_what_came(self) -> None:
        """Bring the list to the one article that was added, so that it is not lost among the others."""
        came, self.came = self.came, ()
        position = self.desk.position(came[0], self.query_text) if len(came) == 1 and came[0] else None
        if position is not None:
            self.headlines.cursor = position

    def stop_work(self) -> bool:
        """Stop long work where it is, and ask nobody for feeds any longer; tells whether there was any."""
        self.stopping.set()
        return super().stop_work()


def has_browser() -> bool:
    """Tell whether there is a browser with its own window; one for terminals would draw over the desk."""
    import webbrowser

    try:
        return type(webbrowser.get()) is not webbrowser.GenericBrowser
    except webbrowser.Error:
        return False
