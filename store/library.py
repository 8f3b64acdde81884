"""For scripts and notebooks: text or a file in, an article with its reading out, which shows itself well."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from store.export.describe import describe, doubts
from store.export.labels import KINDS
from store.ingest import Failure, ingest
from store.model import AnyFact, Article, Entity, ReaderName, Reading, SinmunError
from store.reading import articles_of, contract, open_reader, read_sources
from store.text import printable

_NAMED = "<text>"
_TYPES = {"PS": "인물", "OG": "기관", "LC": "장소", "PD": "제품", "EV": "행사"}


class Read(NamedTuple):
    """An article and what was read in it."""

    article: Article
    reading: Reading

    @property
    def title(self) -> str:
        """The headline, or the first line."""
        return self.article.title

    @property
    def facts(self) -> tuple[AnyFact, ...]:
        """What is said, measured, forecast and done in it."""
        return self.reading.facts

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The people, organisations, places, products and events in it, each once."""
        return self.reading.entities

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object that ``sinmun read --json`` prints."""
        return contract(self.article, self.reading)

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        yield "title", printable(self.title)
        yield "published", self.article.published
        yield "entities", {printable(e.name): len(e.mentions) for e in self.entities}
        yield "facts", [_line(fact) for fact in self.facts]

    def __str__(self) -> str:
        names = ", ".join(printable(e.name) for e in self.entities)
        return "\n".join([printable(self.title), names, *(f"- {_line(fact)}" for fact in self.facts)])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{KINDS[fact.kind]}</td><td>{_safe(describe(fact))}</td>"
            f"<td>{_safe(fact.text)}</td><td>{_safe(doubts(fact))}</td></tr>"
            for fact in self.facts
        )
        names = " · ".join(f"<b>{_safe(e.name)}</b> {_TYPES[e.type]}" for e in self.entities)
        when = _safe((self.article.published or "").replace("T", " "))
        return (
            f"<h4>{_safe(self.title)}</h4><p>{when}</p><p>{names}</p>"
            f"<table><tr><th></th><th>팩트</th><th>근거</th><th></th></tr>{rows}</table>"
        )


def read(
    text: str | bytes | Path,
    *,
    title: str | None = None,
    published: str | None = None,
    reader: ReaderName | None = None,
) -> Read:
    """Read one article: its text, its bytes in any shape that a file may have, or the path of its file.

    ``title`` goes before a text that has none; ``published`` (ISO 8601) is what relative dates count from,
    where the text does not tell. Raises SinmunError where there is no article, or more than one.
    """
    if isinstance(text, Path):
        found = list(articles_of([str(text)]))
    else:
        found = list(_articles(text, title, published))
    articles = [each for each in found if isinstance(each, Article)]
    if len(articles) != 1:
        reasons = [each.reason for each in found if isinstance(each, Failure)]
        raise SinmunError(
            f"{text if isinstance(text, Path) else _NAMED}: "
            + (reasons[0] if reasons else f"{len(articles)} articles: use read_all for many")
        )
    return Read(articles[0], open_reader(reader).read(articles[0]))


def read_all(paths: Iterable[str | Path], *, reader: ReaderName | None = None) -> Iterator[Read | Failure]:
    """Read every article of files and folders, in the order of their names; failures are told, not raised."""
    chosen = open_reader(reader)
    for each in read_sources((str(path) for path in paths), chosen):
        yield each if isinstance(each, Failure) else Read(*each)


def _articles(text: str | bytes, title: str | None, published: str | None) -> Iterator[Article | Failure]:
    from store.dedup.paragraphs import fold

    if isinstance(text, str):
        text = "\n\n".join(part for part in (title, text) if part).encode("utf-8", "surrogatepass")
    for found in ingest(_NAMED, text):
        if isinstance(found, Failure):
            yield found
            continue
        article = fold(found)
        yield _with_date(article, published) if published and not article.published else article


def _with_date(article: Article, published: str) -> Article:
    import msgspec

    return msgspec.structs.replace(article, published=published)


def _line(fact: AnyFact) -> str:
    parts = (KINDS[fact.kind], describe(fact), f"“{fact.text}”")
    return printable(" ".join(part for part in parts if part))


def _safe(text: str) -> str:
    return html.escape(printable(text))
