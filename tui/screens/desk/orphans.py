"""The desk's actions on notes that have lost their place: see where they may stand, put them there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.model import Article, Span
from tui.errors import say, told
from tui.places import offsets_of, span_at
from tui.screens.desk.notes import NoteActions, Target

if TYPE_CHECKING:
    from store.notebook.orphans import Candidate, Orphan


class OrphanActions(NoteActions):
    """One key looks at the next likely place, one puts the note on what is chosen."""

    def look_at(self, span: Span) -> None:
        """Bring the cursor to words of the open article and light them up."""
        raise NotImplementedError

    def action_place(self) -> None:
        """Put a note that has lost its place on the chosen sentence or fact."""
        target = self.target()
        if target is None:
            return
        with told(self, self.words):
            orphans = self._orphans_of(target.article)
            if not orphans:
                return
            if target.fact is None and target.span is None:
                say(self, self.words("said.no_sentence"), bad=True)
            elif len(orphans) == 1:
                self._put(target, orphans[0].annotation.id)
            else:
                self._ask_which(target, orphans)

    def action_candidate(self) -> None:
        """Look at the next likely place of a note that has lost its own."""
        target = self.target()
        if target is None:
            return
        with told(self, self.words):
            orphans = self._orphans_of(target.article)
            likely = [(orphan, candidate) for orphan in orphans for candidate in orphan.candidates]
            if not likely:
                if orphans:
                    say(self, self.words("said.no_candidate"))
                return
            number = self._looked_at(target, [candidate for _, candidate in likely])
            orphan, candidate = likely[number]
            self.look_at(span_at(target.article, candidate.start, candidate.end))
            alike = round(100 * candidate.score)
            quote = " ".join(orphan.quote.split())
            say(self, self.words("said.candidate", n=number + 1, of=len(likely), alike=alike, quote=quote))

    def _orphans_of(self, article: Article) -> list[Orphan]:
        orphans = self.desk.orphans(article.id)
        if not orphans:
            say(self, self.words("said.no_orphan"))
        return orphans

    def _looked_at(self, target: Target, candidates: Sequence[Candidate]) -> int:
        """Give the number of the candidate after the one at which the cursor stands."""
        words = target.fact or target.span
        if words is None:
            return 0
        start, end = offsets_of(target.article, words)
        here = [n for n, each in enumerate(candidates) if each.start < end and start < each.end]
        return (here[-1] + 1) % len(candidates) if here else 0

    def _ask_which(self, target: Target, orphans: Sequence[Orphan]) -> None:
        from tui.screens.dialogs.choose import Choice, ChooseScreen

        choices = [Choice(each.annotation.id, " ".join(each.quote.split()), _said(each)) for each in orphans]
        screen = ChooseScreen(self.words, self.words("orphan.which"), target.quote, choices)
        self.app.push_screen(screen, partial(self._put, target))

    def _put(self, target: Target, annotation_id: str | None) -> None:
        words = target.fact or target.span
        if annotation_id is None or words is None:
            return
        with told(self, self.words):
            start, end = offsets_of(target.article, words)
            self.desk.reanchor(target.article.id, annotation_id, start, end, fact=target.fact)
            self.notes_changed()
            say(self, self.words("said.placed"))


def _said(orphan: Orphan) -> str:
    annotation = orphan.annotation
    return " ".join([*(f"#{tag}" for tag in annotation.tags), *annotation.note.split()])
