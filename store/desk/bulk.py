"""Many annotations at once: listed by their keys, then tagged, judged and removed as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from store.archive.annotations import Annotations, Key
from store.archive.archive import Archive
from store.archive.headline import Headline
from store.model import Annotation, Reading, SinmunError, Status
from store.notebook.notebook import Notebook
from store.notebook.tags import normalize_tag
from store.search.condition import Condition
from store.search.names import name_key

__all__ = ["Bulk", "Key", "NoteRow"]


class NoteRow(NamedTuple):
    """What a list shows of an annotation; the headline is None where the archive has no such article."""

    annotation: Annotation
    headline: Headline | None


class Bulk:
    """The reader's annotations as lists; every method may be called from any thread.

    A list of keys stays as it is while annotations change: what was shown is what is worked on.
    """

    def __init__(
        self,
        archive: Archive,
        notebook: Notebook,
        condition: Callable[[str], Condition],
        reading: Callable[[str], Reading | None],
    ) -> None:
        """``condition`` compiles a query over annotations, ``reading`` gives what was read in an article."""
        self._archive, self._notebook = archive, notebook
        self._annotations = Annotations(archive.database)
        self._condition, self._reading = condition, reading

    def keys(self, query: str = "") -> list[Key]:
        """Give the keys of the annotations that a query means, the latest changed first."""
        self._notebook.synchronize()
        return self._annotations.keys(self._condition(query))

    def rows(self, keys: Sequence[Key]) -> list[NoteRow | None]:
        """Give the annotations of some keys in their order, None for one that is gone."""
        found = self._annotations.of(keys)
        articles = list(dict.fromkeys(article for article, _ in keys))
        headlines = {headline.id: headline for headline in self._archive.headlines(articles)}
        return [NoteRow(found[key], headlines.get(key[0])) if key in found else None for key in keys]

    def is_orphan(self, annotation: Annotation) -> bool:
        """Tell whether an annotation has lost its words: neither they nor its fact are found any more."""
        from store.notebook.anchors import find

        if annotation.selector is None:
            return False
        try:
            text = self._archive.article(annotation.article).text
        except SinmunError:
            return True
        if find(annotation.selector, text) is not None:
            return False
        reading = self._reading(annotation.article) if annotation.fact else None
        return reading is None or all(fact.id != annotation.fact for fact in reading.facts)

    def tag(self, keys: Iterable[Key], tags: Sequence[str], without: Sequence[str] = ()) -> int:
        """Put tags on annotations and take others off, one step to undo; count what was changed."""
        from store.desk.annotating import tag_annotations

        with self._notebook.held():
            return tag_annotations(self._notebook, self._all(keys), tags, without)

    def judge(self, keys: Iterable[Key], status: Status) -> int:
        """Give annotations a verdict, one step to undo; count what was changed."""
        from store.desk.annotating import judge_annotations

        with self._notebook.held():
            return judge_annotations(self._notebook, self._all(keys), status)

    def remove(self, keys: Iterable[Key]) -> int:
        """Remove annotations, one step to undo; give how many there were."""
        with self._notebook.held():
            emptied = [
                (msgspec.structs.replace(each, note="", tags=(), status=""), None) for each in self._all(keys)
            ]
            return self._notebook.save_all(emptied)

    def rename_tag(self, old: str, new: str) -> int:
        """Call a tag otherwise wherever it stands, or make it one with a tag in use; count the annotations.

        One step to undo. Raises SinmunError where no annotation has the tag.
        """
        from store.notebook.compose import renamed_tag

        was, now = normalize_tag(old), normalize_tag(new)
        if not was or not now:
            raise SinmunError("a tag needs a name: write the old one and the new one")
        self._notebook.synchronize()
        with self._notebook.held():
            bearers = self._annotations.tagged(name_key(was))
            if not bearers:
                raise SinmunError(f"no annotation has the tag {was!r}: `sinmun notes tags` lists them")
            return self._notebook.save_all([(renamed_tag(each, was, now), None) for each in bearers])

    def _all(self, keys: Iterable[Key]) -> Iterator[Annotation]:
        found = self._annotations.of(list(keys))
        yield from found.values()
