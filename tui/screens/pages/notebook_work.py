"""What the notebook page does to the annotations that are marked, or to the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from store.desk.bulk import Heard, Key, NoteRow
from store.model import Annotation, SinmunError, Status
from tui.errors import say, told
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.pages.page import Page
from tui.screens.work.change import Change, ChangeWork
from tui.screens.work.export import ExportWork
from tui.screens.work.long import LONG_WORK
from tui.telling.turned import say_of
from tui.terminal.clipboard import copy
from tui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from store.desk import Desk
    from store.desk.turned import Turned

FEW = 12
"""As many tags are named in a question or message."""


class NotebookWork(Page, ExportWork, ChangeWork):
    """Changes annotations, one or many as one step; a page says which are listed."""

    desk: Desk
    query_text: str
    changing: int

    @property
    def notes(self) -> NoteList:
        """The list of annotations."""
        return self.query_one(NoteList)

    def find(self, query: str, at: Annotation | None = None) -> None:
        """List what a query means, the cursor at an annotation."""
        raise NotImplementedError

    def count(self) -> None:
        """Tell how much is listed and marked."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Show what became of the annotations that are listed."""
        raise NotImplementedError

    def _current(self) -> NoteRow | None:
        with told(self, self.words):
            return self.notes.current
        return None

    # Marks

    def action_mark(self) -> None:
        """Mark what is under the cursor, or take its mark off."""
        self.notes.mark()
        self.count()

    def action_mark_all(self) -> None:
        """Mark everything that is listed, or take all marks off."""
        self.notes.mark_all()
        self.count()

    # Changes

    def _change(self, change: Callable[[Sequence[Key], Heard], int], said: str, question: str = "") -> None:
        """Change what is chosen; ask first, with the number, where there are several and a ``question``."""
        keys = self.notes.chosen
        if not keys:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._run(partial(change, keys), said)

        if question and len(keys) > 1:
            asked = self.words(question, **_counts(keys))
            self.app.push_screen(ConfirmScreen(self.words, asked), answered)
        else:
            answered(True)

    def _run(self, change: Change, said: str, **about: str) -> None:
        self.changing += 1
        self.busy(self.words("notes.changing"))
        self._work(change, said, about)

    @work(group=LONG_WORK, thread=True)
    def _work(self, change: Change, said: str, about: Mapping[str, str]) -> None:
        tell = self.app.call_from_thread
        try:
            count = change(self.hearing("changing"))
        except SinmunError as error:
            tell(self._done, self.words.error(error), bad=True)
        else:
            tell(self._done, self.told_of(said, count, **about))

    def _done(self, said: str, bad: bool = False) -> None:
        self.changing -= 1
        if said:
            say(self, said, bad=bad)
        if self.is_attached:
            if not self.changing:
                self.busy("")
            self.look_again()

    def action_accept(self) -> None:
        """Mark as right; once more takes the mark away from a single one."""
        self._judge("accepted")

    def action_reject(self) -> None:
        """Mark as wrong; once more takes the mark away from a single one."""
        self._judge("rejected")

    def _judge(self, status: Status) -> None:
        row = self._current()
        again = not self.notes.marked and row is not None and row.annotation.status == status
        wanted: Status = "" if again else status
        said = "said.cleared" if again else f"said.many_{status}"
        self._change(
            lambda keys, heard: self.desk.bulk.judge(keys, wanted, heard), said, f"notes.ask_{status}"
        )

    def action_remove(self) -> None:
        """Delete; asks where there are several."""
        self._change(self.desk.bulk.remove, "said.removed", "notes.ask_remove")

    def action_tag(self) -> None:
        """Edit the tags of one, or put tags on several and take others off."""
        from tui.screens.dialogs.tag import TagScreen

        keys, row = self.notes.chosen, self._current()
        if not keys or row is None:
            return
        with told(self, self.words):
            known = self.desk.all_tags()
            if len(keys) == 1:
                (chosen,) = self.desk.bulk.rows(keys)
                tags = chosen.annotation.tags if chosen else ()
                quote = _quote(chosen.annotation) if chosen else ""

                def save(now: tuple[str, ...]) -> None:
                    gone = [tag for tag in tags if tag not in now]
                    self._run(lambda heard: self.desk.bulk.tag(keys, now, gone, heard), "said.tagged")

                self.app.push_screen(TagScreen(self.words, quote, tags, known, save))
            else:

                def change(now: tuple[str, ...]) -> None:
                    put = [tag for tag in now if not tag.startswith("-")]
                    gone = [tag[1:] for tag in now if tag.startswith("-")]
                    self._run(lambda heard: self.desk.bulk.tag(keys, put, gone, heard), "said.many_tagged")

                about = self.words("notes.many", **_counts(keys))
                hint = self.words("tag.many")
                self.app.push_screen(TagScreen(self.words, about, (), known, change, hint))

    def action_retag(self) -> None:
        """Rename a tag everywhere, or merge it with another."""
        from tui.screens.dialogs.ask import AskScreen
        from tui.screens.dialogs.choose import Choice, ChooseScreen

        def renamed(old: str, new: str | None) -> None:
            if new is not None:
                self._run(partial(self.desk.bulk.rename_tag, old, new), "said.retagged", old=old, new=new)

        def chosen(old: str | None) -> None:
            if old is not None:
                title, hint = self.words("retag.title"), self.words("retag.hint")
                screen = AskScreen(self.words, title, f"#{old}", old, self.desk.bulk.check_tag, hint)
                self.app.push_screen(screen, partial(renamed, old))

        with told(self, self.words):
            row = self.notes.current
            own = row.annotation.tags if row is not None else ()
            tags = sorted(self.desk.all_tags(), key=lambda tag: tag[0] not in own)
            if tags:
                choices = [Choice(tag, f"#{tag}", self.words("notes.count", n=f"{n:,}")) for tag, n in tags]
                self.app.push_screen(
                    ChooseScreen(self.words, self.words("retag.choose"), "", choices), chosen
                )
            else:
                say(self, self.words("tag.none"), bad=True)

    def action_note(self) -> None:
        """Write on in the note."""
        from tui.screens.dialogs.note import Draft, NoteScreen

        row = self._current()
        if row is None:
            return
        note = row.annotation
        key = f"{note.article}-{note.id}"

        def save(text: str) -> None:
            self.desk.annotate(note.article, annotation_id=note.id, note=text)

        def closed(saved: bool | None) -> None:
            if saved:
                say(self, self.words("said.noted"))
                self.look_again()

        with told(self, self.words):
            draft = Draft(
                self.desk.draft(key), partial(self.desk.keep_draft, key), partial(self.desk.drop_draft, key)
            )
            title = self.words("note.edit_title" if note.status == "edited" else "note.title")
            screen = NoteScreen(self.words, title, _quote(note), note.note, draft, save)
            self.app.push_screen(screen, closed)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._turn(self.desk.undo, "said.undone", "said.nothing_undone")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self.desk.redo, "said.redone", "said.nothing_redone")

    def _turn(self, change: Callable[[Heard], Turned | None], done: str, nothing: str) -> None:
        def turn() -> None:
            tell = self.app.call_from_thread
            try:
                step = change(self.hearing("changing"))
            except SinmunError as error:
                tell(self._done, self.words.error(error), bad=True)
                return
            tell(self._done, self.words(done, what=say_of(step, self.words)) if step else self.words(nothing))
            tell(self._turned, step)

        self.changing += 1
        self.run_worker(turn, group=LONG_WORK, thread=True)

    def _turned(self, step: Turned | None) -> None:
        """List anew, the cursor on what was changed if it is listed."""
        self.find(self.query_text, step.annotations[0] if step and step.annotations else None)

    # Out of the notebook

    def action_copy(self) -> None:
        """Copy the words with their source."""
        from tui.telling.citation import cited

        row = self._current()
        if row is None:
            return
        with told(self, self.words):
            article = self.desk.article(row.annotation.article)
            copy(self, cited(_quote(row.annotation) or article.title, article), self.words)

    def action_export(self) -> None:
        """Show what would be written of the articles of these notes, then write it."""
        from tui.screens.dialogs.export import ExportScreen

        row = self._current()
        if row is None:
            return
        keys = self.notes.chosen if self.notes.marked else self.notes.keys
        articles = list(dict.fromkeys(article for article, _ in keys))
        with told(self, self.words):
            what = self.words("notes.export_marked" if self.notes.marked else "notes.export", n=len(articles))
            preview = self.desk.preview(row.annotation.article, self.words.lang)
            screen = ExportScreen(self.words, self.desk.home / "export", what, preview)
            self.app.push_screen(screen, partial(self._export, articles))

    def _export(self, articles: Sequence[str], folder: Path | None) -> None:
        if folder is not None:
            self.changing += 1
            self.write_files(folder, articles=articles)

    def finished(self) -> None:
        """Show what was written."""
        super().finished()
        self._done("")


def _quote(annotation: Annotation) -> str:
    return annotation.selector.exact if annotation.selector else ""


def _counts(keys: Sequence[Key]) -> dict[str, str]:
    return {"n": f"{len(keys):,}", "articles": f"{len({article for article, _ in keys}):,}"}
