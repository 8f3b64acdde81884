"""The desk's actions on articles as a whole: find, add, export, open the source, copy."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.screen import Screen

from store.model import Article, SinmunError
from tui.errors import say, told
from tui.locale import Words
from tui.screens.add import AddScreen
from tui.screens.desk_notes import Target
from tui.screens.export import ExportScreen
from tui.screens.search import SearchScreen
from tui.widgets.headlines import HeadlineList
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from store.desk import Desk


class FileActions(Screen[None]):
    """Whole articles in and out; a screen says what is listed and what is chosen."""

    words: Words
    desk: Desk
    samples: Path | None
    query_text: str

    class Wanted(Message):
        """An article should be read now."""

        def __init__(self, article_id: str) -> None:
            super().__init__()
            self.article_id = article_id

    class Came(Message):
        """New articles came in."""

    def load(self) -> None:
        """List what the query finds."""
        raise NotImplementedError

    def target(self) -> Target | None:
        """Give what is chosen."""
        raise NotImplementedError

    @property
    def headlines(self) -> HeadlineList:
        """The list of headlines."""
        raise NotImplementedError

    def action_search(self) -> None:
        """Ask for a query."""
        self.app.push_screen(SearchScreen(self.words, self.query_text, self.desk.count), self._filter)

    def _filter(self, query: str | None) -> None:
        if query is not None:
            self.query_text = query
            self.load()
            self.headlines.action_top()
            self.headlines.focus()

    def action_story(self) -> None:
        """List only the versions of the chosen article's story."""
        with told(self):
            target = self.target()
            if target is None:
                return
            headline = self.desk.headline(target.article.id)
            if headline.versions < 2:
                say(self, self.words("said.one_version"))
                return
            self._filter(f"story:{headline.story}")

    def action_mark_read(self) -> None:
        """Switch between read and unread."""
        with told(self):
            target = self.target()
            if target is not None:
                self.desk.mark_read(target.article.id, self.desk.headline(target.article.id).unread)
                self.load()

    def action_source(self) -> None:
        """Open the article's own page, or tell where it came from."""
        with told(self):
            target = self.target()
            if target is None:
                return
            url = target.article.url or ""
            if url.startswith(("https://", "http://")):
                self.app.open_url(url)
                say(self, self.words("said.opened", url=url))
            else:
                say(self, self.words("said.no_url", source=target.article.source))

    def action_copy(self) -> None:
        """Copy the chosen words with their source."""
        with told(self):
            target = self.target()
            if target is not None:
                self.app.copy_to_clipboard(cited(target.quote, target.article))
                say(self, self.words("said.copied"))

    def action_add(self) -> None:
        """Add files; into an empty archive, the samples."""
        with told(self):
            if self.samples is not None and not self.desk.counts().total:
                self.add([str(self.samples)])
            else:
                self.app.push_screen(AddScreen(self.words), lambda paths: self.add(paths) if paths else None)

    @work(group="add", exclusive=True)
    async def add(self, sources: Iterable[str]) -> None:
        """Add everything, one article at a time so that keys are answered, and tell how it went."""
        tally = {"added": 0, "updated": 0, "known": 0, "failed": 0}
        top = self.query_one(TopLine)
        try:
            for added in self.desk.add(sources):
                tally[added.outcome] += 1
                if added.outcome == "failed":
                    say(self, f"{added.source}: {added.reason}", bad=True)
                top.busy = self.words("adding", n=sum(tally.values()))
                await asyncio.sleep(0)
            say(self, self.words("said.added", **tally))
        except SinmunError as error:
            say(self, str(error), bad=True)
        finally:
            top.busy = ""
        self.load()
        self.post_message(self.Came())

    def action_export(self) -> None:
        """Show what would be written, then write it."""
        with told(self):
            target = self.target()
            if target is None:
                return
            preview = self.desk.preview(target.article.id)
            count = self.desk.count(self.query_text)
            folder = self.desk.home / "export"
            self.app.push_screen(ExportScreen(self.words, folder, count, preview), self._export_to)

    def _export_to(self, folder: Path | None) -> None:
        if folder is not None:
            self.export(folder)

    @work(group="export", exclusive=True)
    async def export(self, folder: Path) -> None:
        """Write the listed articles to a folder and tell how it went."""
        tally = {"written": 0, "kept": 0, "left": 0}
        top = self.query_one(TopLine)
        try:
            for exported in self.desk.export(folder, self.query_text):
                tally[exported.outcome] += 1
                if exported.outcome == "left":
                    say(self, f"{exported.path}: {exported.reason}", bad=True)
                top.busy = self.words("exporting", n=sum(tally.values()))
                await asyncio.sleep(0)
            say(self, self.words("said.exported", folder=folder, **tally))
        except SinmunError as error:
            say(self, str(error), bad=True)
        finally:
            top.busy = ""


def cited(quote: str, article: Article) -> str:
    """Give words with where they come from: the quote, then title, publisher, date and address in a line."""
    date = (article.published or "")[:10]
    source = [article.title, article.publisher or "", date, article.url or article.source]
    return f"“{quote}”\n— {' · '.join(part for part in source if part and part != quote)}\n"
