"""The desk: the one place that joins ingest, dedup, archive, notebook and export.

All data lie in one folder, SINMUN_HOME or the platform's data folder: ``archive.sqlite3`` (articles and
readings), ``notebook/<article id>.json`` (the reader's annotations), ``notebook.sqlite3`` (what the notebook
says, derived), ``journal.jsonl`` (undo and redo), ``drafts/`` (text not saved yet), ``notebook.lock``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec

from store.adding import Added, add_sources
from store.archive.archive import Archive
from store.archive.entities import EntityPage, EntityRow
from store.archive.headline import Headline
from store.bulk import Bulk
from store.corrections import (
    Correction,
    CorrectionKind,
    corrected,
    name_now,
    names_meant,
)
from store.extract.version import VERSION
from store.files import explained
from store.following import Following
from store.home import default_home
from store.migrations import Told, untold
from store.model import Annotation, AnyFact, Article, EntityType, Reading, Span, Status
from store.notebook.drafts import Drafts
from store.notebook.notebook import Notebook
from store.search.condition import EVERYTHING, Condition
from store.search.names import name_key
from store.search.shelf import Shelf

if TYPE_CHECKING:
    from store.compare import StoryComparison
    from store.export.outcome import Exported
    from store.exporting import Taken
    from store.ingest.given import Given
    from store.notebook.journal import Done
    from store.notebook.orphans import Orphan
    from store.search.relevance import Sought

__all__ = ["Added", "Counts", "Desk", "EntityPage", "EntityRow", "Headline", "Shelf", "default_home"]


Order = Literal["newest", "relevance"]
"""How headlines stand: the newest first, or those that are most about the words of the query."""


class Counts(msgspec.Struct, kw_only=True):
    """How many articles there are, how many of them unread, and how many annotations and notes among them.

    A note has words of the reader's own; a tag, a verdict or a correction alone is none.
    """

    total: int
    unread: int
    notes: int
    annotations: int


class Desk:
    """Everything that a screen or a script asks of the news; every method may be called from any thread.

    Methods raise SinmunError with the cause and the cure, and QueryError for a mistaken query.
    """

    def __init__(self, home: Path, told: Told = untold) -> None:
        """Open the data in ``home``, made where there are none.

        ``told`` hears how many of how many articles are brought to the schema of this version.
        """
        self.home = home
        with explained(home):
            home.mkdir(parents=True, exist_ok=True)
        self._notebook = Notebook(home)
        self._archive = Archive(home / "archive.sqlite3", self._notebook.index.database.path, told)
        self._drafts = Drafts(home / "drafts")
        self.following = Following(home, self._archive)
        self.bulk = Bulk(self._archive, self._notebook, self._note_condition, self.reading)

    @classmethod
    def open(cls, home: Path | None = None, told: Told = untold) -> Desk:
        """Open the desk of ``home``, or of the default one."""
        return cls(home or default_home(), told)

    @property
    def notices(self) -> list[str]:
        """What opening had to say: files that were damaged and set aside, pages that were refused."""
        return [*self._archive.database.notices, *self._notebook.notices]

    def close(self) -> None:
        """Close the files."""
        self._archive.close()
        self._notebook.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # Articles

    def add(
        self, sources: Iterable[str], *, stdin: BinaryIO | None = None, allow_private: bool = False
    ) -> Iterator[Added]:
        """Keep the articles of files, folders, web addresses and ``-``, each told when it is safely kept.

        With ``allow_private`` a web address may be an inner one.
        """
        return add_sources(self._archive, sources, stdin, allow_private=allow_private)

    def headlines(
        self, query: str = "", *, offset: int = 0, limit: int = 100, order: Order = "newest"
    ) -> list[Headline]:
        """Give a page of the headlines that a query means, newest or most relevant first."""
        words = self._sought(query, order)
        return self._with_notes(self._archive.pages.page(self._condition(query), offset, limit, words))

    def count(self, query: str = "") -> int:
        """Give the number of articles that a query means."""
        return self._archive.pages.count(self._condition(query))

    def count_up_to(self, query: str = "", limit: int = 1000) -> int:
        """Give the number of articles that a query means, at most ``limit``: quick while it is typed."""
        return self._archive.pages.count_up_to(self._condition(query), limit)

    def counts(self) -> Counts:
        """Give the counts of the whole archive and notebook."""
        total, unread = self._archive.counts()
        index = self._notebook.index
        return Counts(total=total, unread=unread, notes=index.count_notes(), annotations=index.count())

    def position(self, article_id: str, query: str = "", order: Order = "newest") -> int | None:
        """Give the offset at which an article stands in a query's headlines, None where it does not."""
        row, words = self._archive.row_of(article_id), self._sought(query, order)
        return self._archive.pages.position(row, self._condition(query), words)

    def article(self, article_id: str) -> Article:
        """Give an article by its id or an unambiguous beginning of it."""
        return self._archive.article(article_id)

    def headline(self, article_id: str) -> Headline:
        """Give one article's headline."""
        return self._with_notes([self._archive.headline(article_id)])[0]

    def stories(self) -> list[list[str]]:
        """Give the ids of each story's articles, each article once, in the order in which they came."""
        return self._archive.stories()

    def given(self, article_id: str) -> Given | None:
        """Give what an archive (BIGKinds) told of an article beside its text, None where none did."""
        from store.ingest.given import given

        now, *before = map(given, self._archive.raws(article_id))
        return now or next((msgspec.structs.replace(old, cut=False) for old in before if old), None)

    def compare_story(self, article_id: str, limit: int = 40) -> StoryComparison:
        """Compare the versions of an article's story, as far as they were read.

        Of more than ``limit`` they are the first ones and the article itself; ``left`` tells how many not.
        """
        from store.compare import compare_versions

        known = self._archive.versions(article_id)
        asked = self.article(article_id).id
        ids = known[:limit] if asked in known[:limit] else [*known[: limit - 1], asked]
        compared = compare_versions(list(map(self.article, ids)), list(map(self.reading, ids)))
        return compared._replace(left=len(known) - len(ids))

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Mark an article read, or unread."""
        self._archive.mark_read(article_id, read)

    # Readings

    def reading(self, article_id: str) -> Reading | None:
        """Give what was read in an article, corrected, or None where this version has not read it."""
        reading = self._archive.reading(article_id, VERSION)
        return corrected(reading, self._notebook.corrections()) if reading else None

    def keep_reading(self, reading: Reading) -> Reading:
        """Keep a reading as it was read, index its morphemes and names for search, and give it corrected."""
        self.keep_readings([reading])
        return corrected(reading, self._notebook.corrections())

    def keep_readings(self, readings: Sequence[Reading]) -> None:
        """Keep readings as they were read, and index their morphemes and names: all of them, or none."""
        self._archive.keep_readings(readings)

    def unread_by_reader(self, limit: int = 100) -> list[str]:
        """Give the ids of articles that this version has not read, newest first."""
        return self._archive.without_reading(VERSION, limit)

    def read_fast(self, limit: int = 100) -> list[str]:
        """Give the ids of articles that only the fast reader has read, those that were opened first."""
        return self._archive.read_fast(limit)

    def waiting(self) -> int:
        """Give the number of articles that this version has not read."""
        return self._archive.waiting(VERSION)

    # Names

    def entities(self, query: str = "") -> list[EntityRow]:
        """Give the entities of the articles that a query means, those of most articles first."""
        from store.naming import entity_rows

        return entity_rows(self._archive.entities, self._condition(query), self._notebook.corrections())

    def entity(self, name: str) -> EntityPage:
        """Give all that the archive tells of the person, organisation or place of this name."""
        from store.naming import entity_page

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
        from store.annotating import annotate

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

    def tag_query(self, query: str, tags: Sequence[str], *, without: Sequence[str] = ()) -> int:
        """Put tags on every annotation that a query means, and take others off: one step to undo.

        Gives how many were changed.
        """
        from store.annotating import tag_annotations

        with self._notebook.held():
            return tag_annotations(self._notebook, self._annotations(query), tags, without)

    def judge_query(self, query: str, status: Status) -> int:
        """Give every annotation that a query means a verdict, one step to undo; count what was changed."""
        from store.annotating import judge_annotations

        with self._notebook.held():
            return judge_annotations(self._notebook, self._annotations(query), status)

    def tag_articles(self, query: str, tags: Sequence[str], *, without: Sequence[str] = ()) -> int:
        """Put tags on every article that a query means, and take others off: one step to undo.

        Gives how many were changed. What is said of an article as a whole is on its first such annotation.
        """
        from store.annotating import tag_articles

        ids = self._archive.ids(self._condition(query))
        with self._notebook.held():
            return tag_articles(self._archive, self._notebook, ids, tags, without)

    def remove_annotation(self, article_id: str, annotation_id: str) -> None:
        """Take an annotation off an article."""
        self._notebook.remove(article_id, annotation_id)

    def undo(self) -> str | None:
        """Take back the last change of the notebook and say which; None where nothing is left."""
        return _told(self._notebook.undo())

    def redo(self) -> str | None:
        """Do again what was undone last and say which; None where nothing is left."""
        return _told(self._notebook.redo())

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
        from store.annotating import reanchor

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
        self._condition(shelf.query, shelf)
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

    # The world outside

    def export(
        self, to: Path, query: str = "", *, form: str = "markdown", templates: Path | None = None
    ) -> Iterator[Exported]:
        """Write the articles that a query means to files; without a query, those with annotations.

        Formats and templates: see ``store.export.formats``.
        """
        from store.export.formats import writer_of
        from store.exporting import material_of

        write = writer_of(form, templates)
        self._notebook.synchronize()
        chosen = query if query.strip() else "has:annotation"
        ids = self._archive.ids(self._condition(chosen))
        return write((material_of(self._archive, self._notebook, each) for each in ids), to)

    def take_notes(self, paths: Iterable[Path]) -> list[Taken]:
        """Take the notes that were edited in exported Markdown back in: one step to undo."""
        from store.exporting import take_notes

        self._notebook.synchronize()
        return take_notes(self._notebook, paths)

    def preview(self, article_id: str) -> tuple[str, str]:
        """Give the name and the Markdown of the file that an export of the article would write."""
        from store.export.folder import preview
        from store.exporting import material_of

        return preview(material_of(self._archive, self._notebook, article_id))

    def changed_since(self, mark: int) -> tuple[int, bool]:
        """Give a new mark, and whether another process or an editor has changed anything since ``mark``."""
        self._notebook.synchronize()
        now = self._archive.database.foreign() + self._notebook.foreign()
        return now, now != mark

    def check(self) -> list[str]:
        """Give what is wrong with the archive and the notebook, empty where they are sound."""
        return [*self._archive.check(), *self._notebook.check()]

    def repair(self) -> list[str]:
        """Make anew what disagrees with articles and pages, and give what was done."""
        return [*self._archive.repair(), *self._notebook.repair()]

    def _annotations(self, query: str, offset: int = 0, limit: int = -1) -> list[Annotation]:
        self._notebook.synchronize()
        return self._archive.annotations(self._note_condition(query), offset, limit)

    def _note_condition(self, query: str) -> Condition:
        from store.search.annotations import compile_annotation_query

        return compile_annotation_query(
            query, self._archive.vocabulary(), self._other_names, self._shelf_queries()
        )

    def _condition(self, query: str, new: Shelf | None = None) -> Condition:
        """Compile a query; ``new`` is a shelf that is not kept yet."""
        if not query.strip():
            return EVERYTHING
        from store.search.sql import compile_query

        return compile_query(query, self._archive.vocabulary(), self._other_names, self._shelf_queries(new))

    def _sought(self, query: str, order: Order) -> tuple[Sought, ...]:
        if order == "newest":
            return ()
        from store.search.relevance import sought

        return sought(query, self._archive.vocabulary(), self._shelf_queries())

    def _shelf_queries(self, new: Shelf | None = None) -> dict[str, str]:
        kept = [*self._notebook.shelves(), *([new] if new else [])]
        return {name_key(shelf.name): shelf.query for shelf in kept}

    def _other_names(self, name: str) -> tuple[str, ...]:
        kept = self._notebook.corrections()
        return names_meant(name_now(name, kept), kept)

    def _with_notes(self, headlines: list[Headline]) -> list[Headline]:
        counts = self._notebook.index.counts_of([headline.id for headline in headlines])
        for headline in headlines:
            headline.notes = counts.get(headline.id, 0)
        return headlines


def _told(change: Done | None) -> str | None:
    from store.notebook.compose import describe_done

    return describe_done(change) if change else None
