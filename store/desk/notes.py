"""The desk's part that is the reader's own: corrections of names, notes, tags, verdicts, shelves, drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from store.archive.archive import Archive
from store.archive.entities import EntityPage, EntityRow
from store.archive.headline import Headline
from store.corrections import Correction, CorrectionKind
from store.desk.bulk import Bulk
from store.desk.queries import Queries
from store.model import Annotation, AnyFact, EntityType, Reading, Span, Status
from store.notebook.batches import Heard, unheard
from store.notebook.drafts import Drafts
from store.notebook.notebook import Notebook
from store.search.names import name_key
from store.search.shelf import Shelf

if TYPE_CHECKING:
    from store.desk.turned import Turned
    from store.notebook.journal import Done
    from store.notebook.orphans import Orphan


class NoteDesk:
    """What ``Desk`` does with what the reader makes."""

    _archive: Archive
    _notebook: Notebook
    _drafts: Drafts
    _queries: Queries
    bulk: Bulk

    def reading(self, article_id: str) -> Reading | None:
        """Give what was read in an article, corrected, or None where this version has not read it."""
        raise NotImplementedError

    # Names

    def entities(self, query: str = "") -> list[EntityRow]:
        """Give the entities of the articles that a query means, those of most articles first."""
        from store.desk.naming import entity_rows

        condition = self._queries.articles(query)
        return entity_rows(self._archive.entities, condition, self._notebook.corrections())

    def entity(self, name: str) -> EntityPage:
        """Give all that the archive tells of the person, organisation or place of this name."""
        from store.desk.naming import entity_page

        return entity_page(self._archive.entities, name, self._notebook.corrections())

    def corrections(self) -> tuple[Correction, ...]:
        """Give the reader's corrections of names, in the order in which they were made."""
        return self._notebook.corrections()

    def correct(
        self,
        kind: CorrectionKind,
        name: str,
        other: str = "",
        type: EntityType | None = None,  # noqa: A002
    ) -> Correction:
        """Correct a name in all readings, those to come too; on return it is on the disk.

        ``merge``: ``name`` is the one called ``other``. ``rename``: it should be called ``other``. ``split``:
        the form ``other`` does not mean it. ``retype``: it is of ``type``. ``undo`` takes it back.
        """
        from store.notebook.compose import new_correction

        correction = new_correction(kind, name, other, type)
        self._notebook.correct(correction)
        return correction

    def remove_correction(self, correction_id: str) -> None:
        """Forget a correction; ``undo`` brings it back."""
        self._notebook.remove_correction(correction_id)

    # Notes

    def annotations(self, article_id: str) -> list[Annotation]:
        """Give the annotations of an article, oldest first."""
        return self._notebook.annotations(article_id)

    def notes(
        self, query: str = "", *, offset: int = 0, limit: int = -1
    ) -> list[tuple[Annotation, Headline | None]]:
        """Give the annotations that a query means, with their headlines, the latest changed first.

        A headline is None where the article is not in the archive; a ``limit`` below 0 gives all.
        """
        found = self._annotations(query, offset, limit)
        ids = list(dict.fromkeys(annotation.article for annotation in found))
        headlines = {headline.id: headline for headline in self._with_notes(self._archive.headlines(ids))}
        return [(annotation, headlines.get(annotation.article)) for annotation in found]

    def annotate(
        self,
        article_id: str,
        *,
        span: Span | None = None,
        fact: AnyFact | None = None,
        annotation_id: str | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        status: Status | None = None,
    ) -> Annotation:
        """Annotate a fact, a span or an article, or change an annotation; on return it is on the disk.

        The annotation already on that fact or span, or the one with ``annotation_id``, is changed; without
        any of these a new one is made about the whole article. None leaves a field as it is; an annotation
        that is left without note, tags and status is removed.
        """
        from store.desk.annotating import annotate

        return annotate(
            self._notebook,
            self._archive.article(article_id),
            span=span,
            fact=fact,
            annotation_id=annotation_id,
            note=note,
            tags=tags,
            status=status,
        )

    def tag_query(
        self, query: str, tags: Sequence[str], *, without: Sequence[str] = (), heard: Heard = unheard
    ) -> int:
        """Put tags on every annotation that a query means, and take others off: one step to undo.

        Gives how many were changed. ``heard`` hears how far it is, and may stop it.
        """
        return self.bulk.tag(self.bulk.keys(query), tags, without, heard)

    def judge_query(self, query: str, status: Status, *, heard: Heard = unheard) -> int:
        """Give every annotation that a query means a verdict, one step to undo; count what was changed."""
        return self.bulk.judge(self.bulk.keys(query), status, heard)

    def tag_articles(
        self, query: str, tags: Sequence[str], *, without: Sequence[str] = (), heard: Heard = unheard
    ) -> int:
        """Put tags on every article that a query means, and take others off: one step to undo.

        Gives how many were changed. What is said of an article as a whole is on its first such annotation.
        """
        ids = self._archive.ids(self._queries.articles(query))
        return self.bulk.tag_articles(ids, tags, without, heard)

    def remove_annotation(self, article_id: str, annotation_id: str) -> None:
        """Take an annotation off an article."""
        self._notebook.remove(article_id, annotation_id)

    def undo(self, heard: Heard = unheard) -> Turned | None:
        """Take back the last change of the notebook and tell of it; None where nothing is left."""
        return self._turned(self._notebook.undo(heard))

    def redo(self, heard: Heard = unheard) -> Turned | None:
        """Do again what was undone last and tell of it; None where nothing is left."""
        return self._turned(self._notebook.redo(heard))

    def to_turn(self, step: Literal["undo", "redo"]) -> int:
        """Give how many annotations the next undo or redo may change."""
        from store.desk.turned import changed_by

        last = self._notebook.to_turn(step)
        return len(changed_by(last)) if last else 0

    def _turned(self, step: Done | None) -> Turned | None:
        from store.desk.turned import changed_by, turned

        if step is None:
            return None
        ids = [annotation.article for annotation in changed_by(step)[:1]]
        titles = [headline.title for headline in self._archive.headlines(ids)]
        return turned(step, next(iter(titles), ""))

    def place(self, annotation: Annotation) -> tuple[int, int] | None:
        """Give where the annotation's words stand in ``Article.text`` now, None for an orphan."""
        from store.notebook.anchors import find

        if annotation.selector is None:
            return None
        return find(annotation.selector, self._archive.article(annotation.article).text)

    def orphans(self, article_id: str) -> list[Orphan]:
        """Give an article's annotations that have lost their place, each with the likeliest places for it."""
        from store.notebook.orphans import orphans_of

        article = self._archive.article(article_id)
        return orphans_of(article, self.reading(article.id), self._notebook.annotations(article.id))

    def reanchor(
        self, article_id: str, annotation_id: str, start: int, end: int, *, fact: AnyFact | None = None
    ) -> Annotation:
        """Put an annotation on ``Article.text[start:end]``, on ``fact`` where these are its words.

        ``undo`` takes it back; on return it is on the disk.
        """
        from store.desk.annotating import reanchor

        article = self._archive.article(article_id)
        return reanchor(self._notebook, article, annotation_id, start, end, fact)

    def all_tags(self) -> list[tuple[str, int]]:
        """Give the tags with the number of annotations that have them, most used first."""
        return self._notebook.index.tags()

    def completions(self, field: str, typed: str) -> list[str]:
        """Give what a field of a query may be completed to, the most frequent first."""
        from store.archive.completion import LIMIT, values_beginning

        known = [shelf.name for shelf in self.shelves()] if field == "shelf" else []
        if field == "tag":
            known = [tag for tag, _ in self.all_tags()]
        found = [each for each in known if name_key(each).startswith(name_key(typed))]
        return found[:LIMIT] or values_beginning(self._archive.database, field, typed)

    # Shelves

    def shelves(self) -> tuple[Shelf, ...]:
        """Give the queries that the reader keeps, in the order of their names."""
        return self._notebook.shelves()

    def save_shelf(self, name: str, query: str) -> Shelf:
        """Keep a query under a name, in the place of one that it had; ``undo`` takes it back.

        ``shelf:name`` means it in any query. Raises QueryError for a mistaken one.
        """
        from store.notebook.compose import new_shelf

        shelf = new_shelf(name, query)
        self._queries.articles(shelf.query, shelf)
        self._notebook.keep_shelf(shelf)
        return shelf

    def rename_shelf(self, name: str, new: str) -> Shelf:
        """Call a shelf otherwise; ``undo`` takes it back. Raises SinmunError where the new name is taken."""
        from store.notebook.compose import new_shelf

        known = next((each.query for each in self.shelves() if name_key(each.name) == name_key(name)), "")
        shelf = new_shelf(new, known)
        self._notebook.rename_shelf(name, shelf)
        return shelf

    def remove_shelf(self, name: str) -> None:
        """Forget a shelf; ``undo`` brings it back."""
        self._notebook.remove_shelf(name)

    def draft(self, key: str) -> str | None:
        """Give the text that was being written under a key, None where there is none."""
        return self._drafts.get(key)

    def keep_draft(self, key: str, text: str) -> None:
        """Keep the text that is being written under a key."""
        self._drafts.keep(key, text)

    def drop_draft(self, key: str) -> None:
        """Forget the text under a key."""
        self._drafts.drop(key)

    def _annotations(self, query: str, offset: int = 0, limit: int = -1) -> list[Annotation]:
        self._notebook.synchronize()
        return self._archive.annotations(self._queries.annotations(query), offset, limit)

    def _with_notes(self, headlines: list[Headline]) -> list[Headline]:
        counts = self._notebook.index.counts_of([headline.id for headline in headlines])
        for headline in headlines:
            headline.notes = counts.get(headline.id, 0)
        return headlines
