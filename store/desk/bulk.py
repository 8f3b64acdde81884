"""Many annotations at once: listed by their keys, then tagged, judged and removed as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from store.archive.annotations import Annotations, Key
from store.archive.archive import Archive
from store.archive.headline import Headline
from store.desk.lost import is_lost, text_of
from store.desk.queries import Queries
from store.model import Annotation, Article, Reading, SinmunError, Status
from store.notebook.batches import Heard, in_batches, new_step, unheard
from store.notebook.compose import compose, emptied, judged, of_article, renamed_tag, retagged
from store.notebook.notebook import Notebook
from store.notebook.tags import normalize_tag
from store.search.facts import asks_for_facts, facts_meant, names_in
from store.search.names import name_key

__all__ = ["Bulk", "Found", "Heard", "Key", "NoteRow"]


class Found(NamedTuple):
    """What a query means: the ids of articles, and the facts in them by their article's id and their own."""

    articles: list[str]
    facts: list[Key]

    @property
    def telling(self) -> int:
        """In how many of the articles the facts stand."""
        return len({article for article, _ in self.facts})


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
        queries: Queries,
        reading: Callable[[str], Reading | None],
    ) -> None:
        """``queries`` compiles them, ``reading`` gives what was read in an article."""
        self._archive, self._notebook = archive, notebook
        self._annotations = Annotations(archive.database)
        self._queries, self._reading = queries, reading

    def keys(self, query: str = "") -> list[Key]:
        """Give the keys of the annotations that a query means, the latest changed first."""
        self._notebook.synchronize()
        return self._annotations.keys(self._queries.annotations(query))

    def rows(self, keys: Sequence[Key]) -> list[NoteRow | None]:
        """Give the annotations of some keys in their order, None for one that is gone."""
        found = self._annotations.of(keys)
        articles = list(dict.fromkeys(article for article, _ in keys))
        headlines = {headline.id: headline for headline in self._archive.headlines(articles)}
        return [NoteRow(found[key], headlines.get(key[0])) if key in found else None for key in keys]

    def is_orphan(self, annotation: Annotation) -> bool:
        """Tell whether an annotation has lost its words: neither they nor its fact are found any more."""
        return is_lost(annotation, text_of(self._archive, annotation.article), self._reading)

    def tag(
        self, keys: Iterable[Key], tags: Sequence[str], without: Sequence[str] = (), heard: Heard = unheard
    ) -> int:
        """Put tags on annotations and take others off, one step to undo; count what was changed."""
        return self._change(keys, lambda each: retagged(each, tags, without), heard)

    def judge(self, keys: Iterable[Key], status: Status, heard: Heard = unheard) -> int:
        """Give annotations a verdict, one step to undo; count what was changed."""
        return self._change(keys, lambda each: judged(each, status), heard)

    def remove(self, keys: Iterable[Key], heard: Heard = unheard) -> int:
        """Remove annotations, one step to undo; give how many there were."""
        return self._change(keys, emptied, heard)

    def check_tag(self, tag: str) -> None:
        """Raise SinmunError for what can be no tag's name."""
        if not normalize_tag(tag):
            raise SinmunError("a tag needs a name: write the old one and the new one")

    def rename_tag(self, old: str, new: str, heard: Heard = unheard) -> int:
        """Call a tag otherwise wherever it stands, or make it one with a tag in use; count the annotations.

        One step to undo. Raises SinmunError where no annotation has the tag.
        """
        for each in (old, new):
            self.check_tag(each)
        was, now = normalize_tag(old), normalize_tag(new)
        self._notebook.synchronize()
        bearers = self._annotations.tagged(name_key(was))
        if not bearers:
            raise SinmunError(f"no annotation has the tag {was!r}: `sinmun notes tags` lists them")
        keys = [(each.article, each.id) for each in bearers]
        return self._change(keys, lambda each: renamed_tag(each, was, now), heard)

    def found(self, query: str, heard: Heard = unheard) -> Found:
        """Give the articles that a query means, and the facts in them that it asks for.

        ``heard`` hears how many of how many articles were looked through.
        """
        articles = self._archive.ids(self._queries.articles(query))
        facts: list[Key] = []
        if asks_for_facts(query):
            for done, article in enumerate(articles, 1):
                reading = self._reading(article)
                if reading is not None:
                    meant = facts_meant(query, reading.facts, names_in(reading))
                    facts += [(article, fact.id) for fact in meant]
                if not heard(done, len(articles)):
                    break
        return Found(articles, facts)

    def tag_facts(
        self, facts: Iterable[Key], tags: Sequence[str], without: Sequence[str] = (), heard: Heard = unheard
    ) -> int:
        """Put tags on facts and take others off, one step to undo; count what was changed."""
        return self._annotate(facts, lambda each: retagged(each, tags, without), heard)

    def judge_facts(self, facts: Iterable[Key], status: Status, heard: Heard = unheard) -> int:
        """Give facts a verdict, one step to undo; count what was changed."""
        return self._annotate(facts, lambda each: judged(each, status), heard)

    def tag_articles(
        self,
        articles: Iterable[str],
        tags: Sequence[str],
        without: Sequence[str] = (),
        heard: Heard = unheard,
    ) -> int:
        """Put tags on articles as a whole and take others off, one step to undo; count what was changed.

        What is said of an article as a whole is on its first such annotation.
        """
        whole = ((article, "") for article in articles)
        return self._annotate(whole, lambda each: retagged(each, tags, without), heard)

    def _change(self, keys: Iterable[Key], change: Callable[[Annotation], Annotation], heard: Heard) -> int:
        step = new_step()

        def work(part: list[Key]) -> int:
            with self._notebook.held():
                now = [(change(each), None) for each in self._annotations.of(part).values()]
                return self._notebook.save_all(now, step)

        return in_batches(keys, itemgetter(0), work, heard)

    def _annotate(
        self, places: Iterable[Key], change: Callable[[Annotation], Annotation], heard: Heard
    ) -> int:
        """Change what is said of facts, or of whole articles where the fact's id is empty."""
        step = new_step()

        def work(part: list[Key]) -> int:
            with self._notebook.held():
                return self._notebook.save_all(list(self._said(part, change)), step)

        return in_batches(places, itemgetter(0), work, heard)

    def _said(
        self, part: Sequence[Key], change: Callable[[Annotation], Annotation]
    ) -> Iterator[tuple[Annotation, Article]]:
        for article_id, places in groupby(part, itemgetter(0)):
            article = self._archive.article(article_id)
            known = self._notebook.annotations(article_id)
            wanted = {place for _, place in places}
            if "" in wanted:
                yield change(of_article(known) or compose(article, [])), article
            reading = self._reading(article_id)
            for fact in reading.facts if reading is not None else ():
                if fact.id in wanted:
                    yield change(compose(article, known, fact=fact)), article
