"""The notebook: the reader's own notes, tags and verdicts, in small files under ``<home>/notebook/``.

A change is acknowledged when its page is on the disk; then the index and the journal are told. Pages are
read again before each change, so that what another desk or an editor wrote is never overwritten.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Literal

from store.corrections import Correction
from store.files import TEMPORARY, explained, set_aside, write_all_atomically
from store.model import Annotation, Article, SinmunError
from store.notebook.batches import Heard, in_batches, unheard
from store.notebook.index import NotebookIndex, Page, Stamp
from store.notebook.journal import Change, Changes, Corrected, Done, Journal, Shelved, Step
from store.notebook.lock import NotebookLock
from store.notebook.small_table import SmallTable
from store.search.names import name_key
from store.search.shelf import Shelf

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,99}")
_PAGE = re.compile(rf"({_ID.pattern})\.json")


class Notebook:
    """Annotations on disk; every method may be called from any thread, and by several processes."""

    def __init__(self, home: Path) -> None:
        """Open the notebook of ``home``; ``notices`` tells what had to be set aside.

        ``edits`` counts how often pages were found changed that no notebook had indexed.
        """
        self.notices: list[str] = []
        self._folder = home / "notebook"
        with explained(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        self.index = NotebookIndex(home / "notebook.sqlite3")
        self.notices += self.index.database.notices
        self._corrections = SmallTable(self._folder, "corrections", Correction, self.notices)
        self._shelves = SmallTable(self._folder, "shelves", Shelf, self.notices)
        self._journal = Journal(home / "journal.jsonl")
        self._lock = NotebookLock(home / "notebook.lock")
        self.edits = 0
        self._changing = False
        self.synchronize()

    def annotations(self, article: str) -> list[Annotation]:
        """Give the annotations of an article, oldest first."""
        self._look_again(article)
        return self.index.annotations(article)

    def save(self, annotation: Annotation, about: Article | None = None) -> None:
        """Put an annotation on the disk, new or changed; an empty one is removed.

        ``about`` is its article, described on the page. Raises SinmunError where it can't be written.
        """
        with self._lock.held():
            before = self._find(annotation.article, annotation.id)
            after = annotation if annotation.note or annotation.tags or annotation.status else None
            if before != after:
                self._change([(Change(before, after), about)])
                self._journal.append(Change(before, after))

    def save_all(self, annotations: Sequence[tuple[Annotation, Article | None]], step: str = "") -> int:
        """Put annotations on the disk as one step that can be undone, each as ``save`` would; count them.

        What is saved with the same ``step`` before anything else is one with it.
        """
        with self._lock.held():
            changes: list[tuple[Change, Article | None]] = []
            for annotation, about in annotations:
                before = self._find(annotation.article, annotation.id)
                after = annotation if annotation.note or annotation.tags or annotation.status else None
                if before != after:
                    changes.append((Change(before, after), about))
            if changes:
                # First, so that what a full disk leaves half done can be taken back.
                self._journal.append(Changes(tuple(change for change, _ in changes), step))
                self._change(changes)
        return len(changes)

    def remove(self, article: str, annotation_id: str) -> None:
        """Take an annotation off the disk."""
        with self._lock.held():
            before = self._find(article, annotation_id)
            if before is None:
                raise SinmunError(
                    f"article {article} has no annotation {annotation_id}: `sinmun notes` lists them"
                )
            self._change([(Change(before, None), None)])
            self._journal.append(Change(before, None))

    def corrections(self) -> tuple[Correction, ...]:
        """Give the corrections of names in the order in which they were made; none where they are refused."""
        return self._corrections.told()

    def correct(self, correction: Correction) -> None:
        """Keep a correction of names; on return it is on the disk."""
        with self._lock.held():
            self._change_corrections(Corrected(correction, removed=False))
            self._journal.append(Corrected(correction, removed=False))

    def remove_correction(self, correction_id: str) -> None:
        """Forget a correction."""
        with self._lock.held():
            for correction in self._corrections.all():
                if correction.id == correction_id:
                    self._change_corrections(Corrected(correction, removed=True))
                    self._journal.append(Corrected(correction, removed=True))
                    return
        raise SinmunError(f"there is no correction {correction_id}: `sinmun entities` shows what is kept")

    def shelves(self) -> tuple[Shelf, ...]:
        """Give the shelves in the order of their names; none where they are refused."""
        return self._shelves.told()

    def keep_shelf(self, shelf: Shelf) -> None:
        """Keep a shelf, in the place of one of the same name; on return it is on the disk."""
        with self._lock.held():
            was = self._shelf(shelf.name)
            if was != shelf:
                self._change_shelf(Shelved(was, shelf))
                self._journal.append(Shelved(was, shelf))

    def rename_shelf(self, name: str, shelf: Shelf) -> None:
        """Put a shelf in the place of the one called ``name``; another of its own name is never lost."""
        with self._lock.held():
            was = self._found_shelf(name)
            if name_key(shelf.name) != name_key(name) and self._shelf(shelf.name) is not None:
                raise SinmunError(f"there is a shelf {shelf.name!r} already: choose another name")
            if was != shelf:
                self._change_shelf(Shelved(was, shelf))
                self._journal.append(Shelved(was, shelf))

    def remove_shelf(self, name: str) -> None:
        """Forget a shelf; what it holds stays where it is."""
        with self._lock.held():
            was = self._found_shelf(name)
            self._change_shelf(Shelved(was, None))
            self._journal.append(Shelved(was, None))

    def to_turn(self, step: Literal["undo", "redo"]) -> Done | None:
        """Give what ``undo`` would take back, or ``redo`` do again."""
        with self._lock.held():
            return self._journal.done() if step == "undo" else self._journal.undone()

    def undo(self, heard: Heard = unheard) -> Done | None:
        """Take back the last change, and give what taking it back changed; None where nothing is left."""
        with self._lock.held():
            last = self._journal.done()
            if last is not None:
                self._journal.append(Step("undo"))
        return self._apply(last.inverse, heard) if last else None

    def redo(self, heard: Heard = unheard) -> Done | None:
        """Do again what was undone last, and give what it changed; None where nothing is left."""
        with self._lock.held():
            last = self._journal.undone()
            if last is not None:
                self._journal.append(Step("redo"))
        return self._apply(last, heard) if last else None

    def held(self) -> AbstractContextManager[None]:
        """Hold the notebook for a look and a change that must be one."""
        return self._lock.held()

    def foreign(self) -> int:
        """Give a number that grows when another process or an editor has changed the notebook."""
        self.corrections()
        self.shelves()
        return self.index.database.foreign() + self.edits + self._corrections.edits + self._shelves.edits

    def synchronize(self) -> bool:
        """Index the pages that others wrote or that were edited by hand; tell whether there were any.

        A change that is under way in another thread indexes its pages itself, and is not waited for.
        """
        if self._changing or self._agrees():
            return False
        with self._lock.held():
            # Another desk may have been in the midst of a change, and has indexed it by now.
            return not self._agrees() and self._reindex()

    def check(self) -> list[str]:
        """Index every page again that is not as it was; give what is wrong, set aside or refused."""
        told = len(self.notices)
        with self._lock.held():
            self._reindex()
            wrong = self._wrongly_indexed()
        problems = [f"{self.index.database.path}: {what}: run `sinmun doctor --repair`" for what in wrong]
        return [*self.notices[told:], *problems, *self.index.database.check()]

    def repair(self) -> list[str]:
        """Set pages aside that can't be read, make the index anew if it disagrees; give what was done."""
        told = len(self.notices)
        with self._lock.held():
            self._reindex()
            wrong = self._wrongly_indexed()
            if wrong:
                self.index.clear()
                self._reindex()
        done = ["the index of the notebook was made anew: " + "; ".join(wrong)] if wrong else []
        return [*self.notices[told:], *done]

    def close(self) -> None:
        """Close the index and the lock."""
        self.index.database.close()
        self._lock.close()

    def _page(self, article: str) -> Path:
        if not _ID.fullmatch(article):
            raise SinmunError(f"{article!r} is no id of an article: `sinmun list` shows the ids")
        return self._folder / f"{article}.json"

    def _find(self, article: str, annotation_id: str) -> Annotation | None:
        self._look_again(article)
        return self.index.annotation(article, annotation_id)

    def _apply(self, change: Done, heard: Heard) -> Done:
        match change:
            case Corrected():
                with self._lock.held():
                    self._change_corrections(change)
                return change
            case Shelved():
                with self._lock.held():
                    self._change_shelf(change)
                return change
        applied: list[Change] = []

        def apply(part: list[Change]) -> int:
            with self._lock.held():
                as_left = [each for each in part if self._is_as_left(each)]
                self._change([(each, None) for each in as_left])
            applied.extend(as_left)
            return len(as_left)

        changes = change.changes if isinstance(change, Changes) else (change,)
        if not in_batches(changes, lambda each: each.annotation.article, apply, heard):
            raise SinmunError(
                f"the annotation {changes[0].annotation.id} was changed by hand since: it was left as it is"
            )
        return Changes(tuple(applied)) if isinstance(change, Changes) else change

    def _is_as_left(self, change: Change) -> bool:
        return self._find(change.annotation.article, change.annotation.id) == change.before

    def _change(self, changes: Sequence[tuple[Change, Article | None]]) -> None:
        from store.notebook.page import changed_page

        if not self._agrees():
            self._reindex()
        grouped: dict[str, list[Change]] = {}
        abouts: dict[str, Article | None] = {}
        for change, about in changes:
            article = change.annotation.article
            grouped.setdefault(article, []).append(change)
            abouts[article] = about or abouts.get(article)
        now: dict[str, Sequence[Annotation]] = {}
        files: dict[str, bytes | None] = {}
        for article, those in grouped.items():
            path = self._page(article)
            put = [(each.annotation.id, each.after) for each in those]
            now[article], files[path.name] = changed_page(path, put, abouts[article])
        self._changing = True
        try:
            self.index.set_folder_time(None)
            write_all_atomically(self._folder, files)
            pages = [Page(article, now[article], _stamp(self._page(article))) for article in grouped]
            self.index.put(pages, self._folder_time)
        finally:
            self._changing = False

    def _change_corrections(self, change: Corrected) -> None:
        kept = [each for each in self._corrections.all() if each.id != change.correction.id]
        made = [] if change.removed else [change.correction]
        with self._pages_unchanged():
            self._corrections.put(sorted([*kept, *made], key=lambda each: (each.created, each.id)))

    def _shelf(self, name: str) -> Shelf | None:
        key = name_key(name)
        return next((shelf for shelf in self._shelves.all() if name_key(shelf.name) == key), None)

    def _found_shelf(self, name: str) -> Shelf:
        found = self._shelf(name)
        if found is None:
            raise SinmunError(f"there is no shelf {name!r}: `sinmun shelf list` shows what is kept")
        return found

    def _change_shelf(self, change: Shelved) -> None:
        shelf = change.was or change.now
        assert shelf is not None
        kept = {name_key(each.name): each for each in self._shelves.all()}
        kept.pop(name_key(shelf.name), None)
        if change.now:
            kept[name_key(change.now.name)] = change.now
        with self._pages_unchanged():
            self._shelves.put([kept[key] for key in sorted(kept)])

    @contextmanager
    def _pages_unchanged(self) -> Iterator[None]:
        """Change another file of the folder in the block: its time is another then, its pages are not."""
        agreed = self._agrees()
        yield
        if agreed:
            self.index.set_folder_time(self._folder_time())

    def _agrees(self) -> bool:
        return self.index.folder_time() == self._folder_time()

    def _folder_time(self) -> int:
        with explained(self._folder):
            try:
                return self._folder.stat().st_mtime_ns
            except FileNotFoundError:
                # Whoever takes the folder away takes the pages away, not the place for the next one.
                self._folder.mkdir(parents=True)
                return self._folder.stat().st_mtime_ns

    def _reindex(self) -> bool:
        self.index.set_folder_time(None)
        found: dict[str, Stamp] = {}
        with explained(self._folder), os.scandir(self._folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                page = _PAGE.fullmatch(entry.name)
                if page:
                    found[page[1]] = _stamp_of(entry.stat())
                elif entry.name.startswith(TEMPORARY):
                    Path(entry.path).unlink(missing_ok=True)
        known = self.index.stamps()
        changed = sorted(article for article in {*found, *known} if found.get(article) != known.get(article))
        self.index.put(self._readable(changed), self._folder_time)
        self.edits += bool(changed)
        return bool(changed)

    def _readable(self, articles: Iterable[str]) -> Iterator[Page]:
        for article in articles:
            try:
                yield self._load(article)
            except SinmunError as error:
                self.notices.append(str(error))

    def _wrongly_indexed(self) -> list[str]:
        """Give the pages of which the index says something else, and its counts where they are wrong."""
        known = {article: self.index.annotations(article) for article in sorted(self.index.stamps())}
        read = list(map(self._load, known))
        self.index.put(page for page in read if page.stamp is None)
        pages = [page.article for page in read if page.stamp and page.annotations != known[page.article]]
        wrong = [f"it disagreed with the pages {', '.join(pages)}"] if pages else []
        notes = [annotation for page in read for annotation in page.annotations]
        tags = sum(len(set(map(name_key, annotation.tags))) for annotation in notes)
        written = sum(bool(note.note) and note.status != "edited" for note in notes)
        counts = (*self.index.rows(), self.index.count(), self.index.count_notes())
        if counts != (len(notes), tags, len(notes), written):
            wrong.append("its counts were wrong")
        return wrong

    def _look_again(self, article: str) -> None:
        if _stamp(self._page(article)) != self.index.stamp(article):
            with self._lock.held():
                self.index.put([self._load(article)])

    def _load(self, article: str) -> Page:
        from store.notebook.page import load_page
        from store.notebook.storage import DamagedError

        path = self._page(article)
        stamp = _stamp(path)
        try:
            annotations = load_page(path) if stamp else []
        except DamagedError as error:
            aside = set_aside(path)
            self.notices.append(f"a page of the notebook was damaged and set aside as {aside.name}: {error}")
            annotations, stamp = [], None
        return Page(article, annotations, stamp)


def _stamp(path: Path) -> Stamp | None:
    with explained(path):
        try:
            return _stamp_of(path.stat())
        except FileNotFoundError:
            return None


def _stamp_of(status: os.stat_result) -> Stamp:
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
