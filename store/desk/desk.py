"""The desk: the one place that joins ingest, dedup, archive, notebook and export.

All data lie in one folder, SINMUN_HOME or the platform's data folder: ``archive.sqlite3`` (articles and
readings), ``notebook/<article id>.json`` (the reader's annotations), ``notebook.sqlite3`` (what the notebook
says, derived), ``meaning.sqlite3`` (vectors of articles, derived), ``journal.jsonl`` (undo and redo),
``drafts/`` (text not saved yet), ``notebook.lock``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from store.archive.archive import Archive
from store.archive.entities import EntityPage, EntityRow
from store.archive.headline import Headline
from store.corrections import corrected
from store.desk.bulk import Bulk
from store.desk.notes import NoteDesk
from store.desk.queries import Order, Queries
from store.extract.version import VERSION
from store.files import explained
from store.home import default_home
from store.intake.adding import Added, add_sources
from store.intake.following import Following
from store.migrations import Told, untold
from store.model import Article, Reading, Span
from store.notebook.drafts import Drafts
from store.notebook.notebook import Notebook
from store.search.shelf import Shelf

if TYPE_CHECKING:
    from store.comparison.versions import StoryComparison
    from store.desk.exporting import Taken
    from store.explain import Explanation
    from store.export.labels import Lang
    from store.export.outcome import Exported
    from store.ingest.given import Given
    from store.meaning.related import Meaning

__all__ = ["Added", "Counts", "Desk", "EntityPage", "EntityRow", "Headline", "Order", "Shelf", "default_home"]


class Counts(msgspec.Struct, kw_only=True):
    """How many articles there are, how many of them unread, and how many annotations and notes among them.

    A note has words of the reader's own; a tag, a verdict or a correction alone is none.
    """

    total: int
    unread: int
    notes: int
    annotations: int


class Desk(NoteDesk):
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
        self._queries = Queries(self._archive, self._notebook, self.reading)
        self.following = Following(home, self._archive)
        self.bulk = Bulk(self._archive, self._notebook, self._queries, self.reading)

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
        words = self._queries.sought(query, order)
        return self._with_notes(self._archive.pages.page(self._queries.articles(query), offset, limit, words))

    def count(self, query: str = "") -> int:
        """Give the number of articles that a query means."""
        return self._archive.pages.count(self._queries.articles(query))

    def count_up_to(self, query: str = "", limit: int = 1000) -> int:
        """Give the number of articles that a query means, at most ``limit``: quick while it is typed."""
        return self._archive.pages.count_up_to(self._queries.articles(query), limit)

    def meant(self, query: str) -> tuple[str, int]:
        """Give what may have been meant by a query that finds nothing, and how many articles that finds.

        Of ``통계 한빛`` it is ``종류:통계 한빛``; an empty string and 0 where there is nothing better.
        """
        from store.search.meant import with_fields

        meant = with_fields(query)
        count = self.count(meant) if meant else 0
        return (meant, count) if count else ("", 0)

    def counts(self) -> Counts:
        """Give the counts of the whole archive and notebook."""
        total, unread = self._archive.counts()
        index = self._notebook.index
        return Counts(total=total, unread=unread, notes=index.count_notes(), annotations=index.count())

    def position(self, article_id: str, query: str = "", order: Order = "newest") -> int | None:
        """Give the offset at which an article stands in a query's headlines, None where it does not."""
        row, words = self._archive.row_of(article_id), self._queries.sought(query, order)
        return self._archive.pages.position(row, self._queries.articles(query), words)

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
        from store.ingest.given import MARK, given

        found = [given(raw) if raw else None for raw in self._archive.raws(article_id, MARK)]
        # Where a later edition came from elsewhere, the text is no longer the archive's.
        earlier = (msgspec.structs.replace(old, cut=False) for old in found[1:] if old)
        return next(iter(found), None) or next(earlier, None)

    def compare_story(self, article_id: str, limit: int = 40) -> StoryComparison:
        """Compare the versions of an article's story, as far as they were read.

        Of more than ``limit`` they are the first ones and the article itself; ``left`` tells how many not.
        """
        from store.comparison.versions import compare_versions

        known = self._archive.versions(article_id)
        asked = self.article(article_id).id
        ids = known[:limit] if asked in known[:limit] else [*known[: limit - 1], asked]
        compared = compare_versions(list(map(self.article, ids)), list(map(self.reading, ids)))
        return compared._replace(left=len(known) - len(ids))

    def meaning(self) -> Meaning:
        """Give what finds related articles, to be closed; SinmunError without the extra ``semantic``."""
        from store.meaning.related import Meaning

        return Meaning(self._archive, self.home)

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Mark an article read, or unread."""
        self._archive.mark_read(article_id, read)

    # Readings

    def reading(self, article_id: str) -> Reading | None:
        """Give what was read in an article, corrected, or None where this version has not read it."""
        reading = self._archive.reading(article_id, VERSION)
        return corrected(reading, self._notebook.corrections()) if reading else None

    def why(self, article_id: str, fact_id: str) -> Explanation | None:
        """Say why a fact was read, but for the morphemes of its sentence; None where the fact is gone."""
        from store.explain import explain_fact

        reading = self.reading(article_id)
        facts = reading.facts if reading is not None else ()
        fact = next((fact for fact in facts if fact.id == fact_id), None)
        if reading is None or fact is None:
            return None
        return explain_fact(self.article(article_id), reading, fact)

    def morphemes(self, article_id: str, place: Span) -> tuple[str, ...]:
        """Give the morphemes of a stretch of an article as form/tag; the first time loads the analyser."""
        from store.explain import morphemes_in

        return morphemes_in(self.article(article_id), place)

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

    # The world outside

    def export(
        self,
        to: Path,
        query: str = "",
        *,
        form: str = "markdown",
        templates: Path | None = None,
        lang: Lang = "ko",
        articles: Iterable[str] | None = None,
    ) -> Iterator[Exported]:
        """Write the articles that a query means to files; without a query, those with annotations.

        Instead ``articles`` may be given by their ids; those that the archive lacks are left out. ``lang`` is
        the language of the words around them in Markdown. Formats and templates: see
        ``store.export.formats``.
        """
        from store.desk.exporting import material_of
        from store.export.formats import writer_of

        write = writer_of(form, templates, lang)
        self._notebook.synchronize()
        if articles is None:
            ids = self._archive.ids(self._queries.articles(query if query.strip() else "has:annotation"))
        else:
            ids = [headline.id for headline in self._archive.headlines(list(articles))]
        return write((material_of(self._archive, self._notebook, each) for each in ids), to)

    def take_notes(self, paths: Iterable[Path]) -> list[Taken]:
        """Take the notes that were edited in exported Markdown back in: one step to undo."""
        from store.desk.exporting import take_notes

        self._notebook.synchronize()
        return take_notes(self._notebook, paths)

    def preview(self, article_id: str, lang: Lang = "ko") -> tuple[str, str]:
        """Give the name and the Markdown of the file that an export of the article would write."""
        from store.desk.exporting import material_of
        from store.export.flavour import PLAIN_MARKDOWN
        from store.export.folder import preview

        material = material_of(self._archive, self._notebook, article_id)
        return preview(material, PLAIN_MARKDOWN._replace(lang=lang))

    def changed_since(self, mark: int) -> tuple[int, bool]:
        """Give a new mark, and whether another process or an editor has changed anything since ``mark``."""
        self._notebook.synchronize()
        now = self._archive.database.foreign() + self._notebook.foreign()
        return now, now != mark

    def check(self) -> list[str]:
        """Give what is wrong with archive, notebook and feeds, empty where they are sound."""
        return [*self._archive.check(), *self._notebook.check(), *self.following.check()]

    def repair(self) -> list[str]:
        """Make anew what disagrees with articles and pages, and give what was done."""
        return [*self._archive.repair(), *self._notebook.repair()]
