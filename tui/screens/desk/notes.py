"""The desk's actions on the reader's own notes: write, tag, judge, take back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual import work
from textual.screen import Screen

from store.model import Annotation, AnyFact, Article, SinmunError, Span, Status
from tui.errors import say, told
from tui.locale import Words
from tui.places import PlacedNotes
from tui.screens.work.change import ChangeWork
from tui.screens.work.long import LONG_WORK
from tui.telling.turned import say_of

if TYPE_CHECKING:
    from store.desk import Desk
    from store.desk.turned import Turned

MANY = 40
"""A step that changes more annotations is taken back in a thread."""


class Target(NamedTuple):
    """What a note would be about: a fact, a span, or the whole article."""

    article: Article
    fact: AnyFact | None = None
    span: Span | None = None

    @property
    def quote(self) -> str:
        """The words it stands on."""
        words = self.fact or self.span
        return words.text if words is not None else self.article.title

    @property
    def key(self) -> str:
        """A name for its draft."""
        if self.fact is not None:
            return f"{self.article.id}-{self.fact.id}"
        if self.span is not None:
            return f"{self.article.id}-{self.span.block}-{self.span.start}-{self.span.end}"
        return self.article.id


class NoteActions(ChangeWork):
    """Notes, tags and verdicts on whatever is under the cursor; a screen says what that is."""

    words: Words
    desk: Desk

    def target(self) -> Target | None:
        """Give what a note would be about now."""
        raise NotImplementedError

    def notes_of(self, article: Article) -> PlacedNotes:
        """Give the notes of an article, each in its place."""
        raise NotImplementedError

    def notes_changed(self) -> None:
        """Draw the notes anew."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Show the reading of the open article as it is corrected now."""
        raise NotImplementedError

    def look_where(self, annotation: Annotation) -> None:
        """Bring the cursor to where an annotation stands or stood, if its article is open."""
        raise NotImplementedError

    def _note_on(self, target: Target) -> Annotation | None:
        return self.notes_of(target.article).on(target.fact, target.span)

    def _annotate(
        self,
        target: Target,
        *,
        note: str | None = None,
        tags: tuple[str, ...] | None = None,
        status: Status | None = None,
    ) -> None:
        existing = self._note_on(target)
        self.desk.annotate(
            target.article.id,
            span=target.span,
            fact=target.fact,
            annotation_id=existing.id if existing else None,
            note=note,
            tags=tags,
            status=status,
        )
        self.notes_changed()

    def _write(self, title: str, status: Status | None, said: str = "said.noted") -> None:
        from tui.screens.dialogs.note import Draft, NoteScreen

        target = self.target()
        if target is None:
            return
        with told(self, self.words):
            existing = self._note_on(target)
            key = f"{target.key}-edited" if status == "edited" else target.key
            draft = Draft(
                self.desk.draft(key), partial(self.desk.keep_draft, key), partial(self.desk.drop_draft, key)
            )

            def save(text: str) -> None:
                if status == "edited" and text.strip() == target.quote and not (existing and existing.note):
                    raise SinmunError("the words are as they were: change them, or close with esc")
                self._annotate(target, note=text, status=status)

            before = existing.note if existing else ""
            if status == "edited":
                # A correction begins with the words that are to be corrected.
                before = before or target.quote
            self._dialog(NoteScreen(self.words, title, target.quote, before, draft, save), said)

    def _dialog(self, screen: Screen[bool], said: str) -> None:
        def closed(saved: bool | None) -> None:
            if saved:
                say(self, self.words(said))

        self.app.push_screen(screen, closed)

    def action_note(self) -> None:
        """Write a note."""
        self._write(self.words("note.title"), None)

    def action_edit(self) -> None:
        """Write how a fact should read, which marks it as edited."""
        target = self.target()
        if target is not None and target.fact is None:
            say(self, self.words("said.no_fact"), bad=True)
            return
        self._write(self.words("note.edit_title"), "edited", "said.corrected_fact")

    def action_tag(self) -> None:
        """Put tags on it."""
        from tui.screens.dialogs.tag import TagScreen

        target = self.target()
        if target is None:
            return
        with told(self, self.words):
            existing = self._note_on(target)
            save: Callable[[tuple[str, ...]], None] = lambda tags: self._annotate(target, tags=tags)  # noqa: E731
            tags = existing.tags if existing else ()
            self._dialog(TagScreen(self.words, target.quote, tags, self.desk.all_tags(), save), "said.tagged")

    def action_accept(self) -> None:
        """Mark the fact as right; once more takes the mark away."""
        self._judge("accepted")

    def action_reject(self) -> None:
        """Mark the fact as wrong; once more takes the mark away."""
        self._judge("rejected")

    def _judge(self, status: Status) -> None:
        target = self.target()
        if target is None:
            return
        if target.fact is None:
            say(self, self.words("said.no_fact"), bad=True)
            return
        with told(self, self.words):
            existing = self._note_on(target)
            again = existing is not None and existing.status == status
            self._annotate(target, status="" if again else status)
            say(self, self.words("said.cleared" if again else f"said.{status}"))

    def action_undo(self) -> None:
        """Take back the last change to the notes, and go there."""
        self._turn("undo")

    def action_redo(self) -> None:
        """Do again what was taken back, and go there."""
        self._turn("redo")

    def _turn(self, step: Literal["undo", "redo"]) -> None:
        with told(self, self.words):
            if self.desk.to_turn(step) > MANY:
                self._turn_many(step)
            else:
                self._turned(step, self.desk.undo() if step == "undo" else self.desk.redo())

    @work(group=LONG_WORK, thread=True)
    def _turn_many(self, step: Literal["undo", "redo"]) -> None:
        tell = self.app.call_from_thread
        turn = self.desk.undo if step == "undo" else self.desk.redo
        try:
            done = turn(self.hearing("changing"))
        except SinmunError as error:
            tell(say, self, self.words.error(error), bad=True)
        else:
            tell(self._turned, step, done)
        tell(self.busy, "")

    def _turned(self, step: Literal["undo", "redo"], done: Turned | None) -> None:
        self.read_again()
        self.notes_changed()
        if done is None:
            say(self, self.words("said.nothing_undone" if step == "undo" else "said.nothing_redone"))
            return
        if len(done.annotations) == 1:
            self.look_where(done.annotations[0])
        said = "said.undone" if step == "undo" else "said.redone"
        say(self, self.words(said, what=say_of(done, self.words)))
