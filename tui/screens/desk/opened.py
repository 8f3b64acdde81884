"""The article that is open: what was read in it, what its archive and other versions tell otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual import work

from store.model import Article, Reading, SinmunError
from tui.errors import say, told
from tui.screens.desk.reading import ReadingActions
from tui.telling.given import compared, remark
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from store.ingest.given import Given


class OpenedArticle(ReadingActions):
    """Shows an article, its names and its cards; a screen has it read, and draws its notes."""

    _article: Article | None = None
    _reading: Reading | None = None
    _given: Given | None = None

    def ask_for_reading(self, article_id: str, reading: Reading | None) -> None:
        """Have an article read that was not read yet, or only fast."""
        raise NotImplementedError

    def notes_changed(self) -> None:
        """Draw the notes anew."""
        raise NotImplementedError

    def open(self, article_id: str) -> None:
        """Show an article and what has been read in it; what has not been read yet is asked for."""
        with told(self, self.words):
            self.way_back, self.cards.cursor = None, 0
            if self._article is None or self._article.id != article_id:
                # What was said of the article before does not hold for this one.
                self.query_one(TopLine).hush()
            self.cards.select(None)
            self._article = self.desk.article(article_id)
            self._reading = self.desk.reading(article_id)
            self._given = self.desk.given(article_id)
            about = remark(self._given, self.words)
            self.view.show(self._article, self._reading, at=self.kept_place(self._article), remark=about)
            self.find_words(self._reading)
            self._show_reading()
            self.desk.mark_read(article_id)
            self.headlines.opened = article_id
            self.notes_changed()
            self.ask_for_reading(article_id, self._reading)

    def take(self, reading: Reading) -> None:
        """Take what has been read, if it is of the article that is open."""
        if self._article is not None and reading.article == self._article.id:
            first, self._reading = self._reading is None, reading
            self.view.update_reading(reading)
            if first:
                self.take_up_place()
            self.find_words(reading)
            self._show_reading()
            self.notes_changed()

    def read_again(self) -> None:
        """Show the reading of the open article as it is corrected now."""
        reading = self.desk.reading(self._article.id) if self._article is not None else None
        if reading is not None and reading != self._reading:
            self.take(reading)

    def not_read(self, article_id: str, reason: str) -> None:
        """Say that an article could not be read, and why."""
        reason = self.words.error(SinmunError(reason))
        say(self, self.words("said.not_read", reason=reason), bad=True)
        if self._article is not None and article_id == self._article.id and self._reading is None:
            self.entities.show([], "empty.failed")
            self.cards.show([], "empty.failed")

    def _show_reading(self) -> None:
        reading = self._reading
        if reading is None:
            state = "empty.reading"
        else:
            state = "empty.none" if reading.language == "ko" else "empty.foreign"
        self.entities.show(reading.entities if reading else (), state)
        self._compare_given()
        self.cards.show(reading.facts if reading else (), state)
        self._tell_pane_titles()
        if reading is not None:
            self.compare(reading.article)

    def _compare_given(self) -> None:
        if self._given is None or self._reading is None:
            self.entities.compare(())
            return
        from store.desk.beside import differences

        found = differences(self._given, self._reading.entities)
        self.entities.compare(compared(self._given, found, self.words))

    @work(group="comparing", exclusive=True, thread=True)
    def compare(self, article_id: str) -> None:
        """Flag, in a thread, the facts that other versions of the story tell otherwise."""
        from tui.telling.differences import differences, labels

        try:
            if self.desk.headline(article_id).versions < 2:
                return
            comparison = self.desk.compare_story(article_id)
            names = labels([self.desk.article(version.article) for version in comparison.versions])
        except SinmunError as error:
            self.app.call_from_thread(say, self, self.words.error(error), bad=True)
            return
        found = differences(comparison, article_id, names, self.words)
        self.app.call_from_thread(self._flag, article_id, found)

    def _flag(self, article_id: str, found: Mapping[str, Sequence[str]]) -> None:
        if self.is_attached and self._article is not None and self._article.id == article_id:
            self.cards.flag(found)

    def _tell_pane_titles(self) -> None:
        total = self.cards.item_count()
        at = f"{self.cards.cursor + 1}/" if self.cards.shows_cursor else ""
        counter = f" {at}{total}" if total else ""
        self.cards.border_title = self.words("pane.cards") + counter
