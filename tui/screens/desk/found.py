"""The desk's actions on all that is found at once: the facts that the query asks for, or the articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from store.model import SinmunError
from tui.errors import say, told
from tui.screens.desk.files import FileActions
from tui.screens.dialogs.choose import Choice, ChooseScreen
from tui.screens.work.change import Change, ChangeWork
from tui.screens.work.long import LONG_WORK

if TYPE_CHECKING:
    from store.desk.bulk import Found, Heard


class FoundActions(FileActions, ChangeWork):
    """Tags and judges what the desk's query finds, as one step to undo."""

    def action_all_found(self) -> None:
        """Count what is found, then ask what to do with it."""
        if self.query_text:
            self._look(self.query_text)
        else:
            say(self, self.words("said.no_query"), bad=True)

    @work(group=LONG_WORK, exclusive=True, thread=True)
    def _look(self, query: str) -> None:
        worker = get_current_worker()
        tell = self.app.call_from_thread
        try:
            found = self.desk.bulk.found(query, self.hearing("counting"))
        except SinmunError as error:
            tell(self.busy, "")
            tell(say, self, self.words.error(error), bad=True)
        else:
            tell(self.busy, "")
            if not worker.is_cancelled:
                tell(self._ask, found)

    def _ask(self, found: Found) -> None:
        if not found.articles:
            say(self, self.words("empty.found").split("\n")[0], bad=True)
            return
        counts = {
            "n": f"{len(found.facts):,}",
            "telling": f"{found.telling:,}",
            "articles": f"{len(found.articles):,}",
        }
        offered = ["accept_facts", "reject_facts", "tag_facts"] if found.facts else []
        choices = [Choice(each, self.words(f"found.{each}", **counts)) for each in [*offered, "tag_articles"]]
        about = self.words("found.facts" if found.facts else "found.articles", **counts)
        self.app.push_screen(
            ChooseScreen(self.words, self.words("found.title"), about, choices),
            lambda chosen: self._chosen(chosen, found, about),
        )

    def _chosen(self, chosen: str | None, found: Found, about: str) -> None:
        bulk = self.desk.bulk
        match chosen:
            case "accept_facts":
                self._change(partial(bulk.judge_facts, found.facts, "accepted"), "said.facts_accepted")
            case "reject_facts":
                self._change(partial(bulk.judge_facts, found.facts, "rejected"), "said.facts_rejected")
            case "tag_facts":
                self._tag(partial(bulk.tag_facts, found.facts), about, "said.facts_tagged")
            case "tag_articles":
                self._tag(partial(bulk.tag_articles, found.articles), about, "said.articles_tagged")

    def _tag(self, tag: Callable[[Sequence[str], Sequence[str], Heard], int], about: str, said: str) -> None:
        from tui.screens.dialogs.tag import TagScreen

        def put(tags: tuple[str, ...]) -> None:
            on = [each for each in tags if not each.startswith("-")]
            off = [each[1:] for each in tags if each.startswith("-")]
            if tags:
                self._change(partial(tag, on, off), said)

        with told(self, self.words):
            known, hint = self.desk.all_tags(), self.words("tag.many")
            self.app.push_screen(TagScreen(self.words, about, (), known, put, hint))

    @work(group=LONG_WORK, exclusive=True, thread=True)
    def _change(self, change: Change, said: str) -> None:
        tell = self.app.call_from_thread
        try:
            count = change(self.hearing("changing"))
        except SinmunError as error:
            tell(say, self, self.words.error(error), bad=True)
        else:
            tell(say, self, self.told_of(said, count))
        tell(self._changed)

    def _changed(self) -> None:
        self.busy("")
        self.notes_changed()
