"""From the web to articles: a page is one, a feed gives many, a summary is filled up from its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from store.dedup.paragraphs import fold
from store.ingest import Failure, ingest
from store.ingest.limits import MAX_FEED_BYTES, MAX_PAGE_BYTES
from store.ingest.sniff import format_of
from store.intake.arrival import Arrival
from store.model import Article, Line, RawArticle, Repeat, SinmunError
from store.web.errors import FetchError, StoppedError
from store.web.fetcher import Answer, Fetcher
from store.web.robots import Robots

SHORT = 500
"""Characters below which the text of an entry may be a mere summary of its page."""
_MORE = 1.3
"""How much longer the text of a page must be than the entry's, that it is taken."""
_WHERE_FEEDS = "application/rss+xml", "application/atom+xml", "application/feed+json"


class Gatherer:
    """Fetches pages and feeds; ``known`` tells of an article whether the archive says all that it says."""

    def __init__(self, fetcher: Fetcher, known: Callable[[Article], bool]) -> None:
        self._fetcher, self._known = fetcher, known
        self._robots = Robots(fetcher)

    def page_or_feed(self, url: str, allowed_host: str | None = None) -> Iterator[Arrival | Failure]:
        """Give the articles of an address that the reader asks for."""
        try:
            answer = self._fetcher.get(url, limit=MAX_FEED_BYTES, allowed_host=allowed_host)
        except FetchError as error:
            yield Failure(url, None, str(error))
            return
        if format_of(answer.url, answer.data) == "html":
            for found in ingest(url, answer.data):
                # A page that does not say its own address is known by the one that it was fetched from.
                yield (
                    found
                    if isinstance(found, Failure)
                    else _plain(replace(found, url=found.url or answer.url))
                )
        else:
            yield from self.entries(url, answer, allowed_host)

    def entries(
        self, url: str, answer: Answer, allowed_host: str | None = None, full_text: bool = True
    ) -> Iterator[Arrival | Failure]:
        """Give the articles of a feed fetched from ``url``; those that are known are not filled up."""
        kind = format_of(answer.url, answer.data)
        if kind == "html":
            yield Failure(url, None, _no_feed(answer))
            return
        full_text = full_text and kind in ("feed", "json")
        for found in ingest(url, answer.data):
            if isinstance(found, Failure):
                yield found
                continue
            entry = _plain(found)
            if not full_text or not found.url or not _is_summary(found):
                yield entry
            elif self._known(entry.article):
                # The archive may have the whole text: its summary must not take its place.
                yield entry._replace(known=True)
            else:
                yield self._filled(found, entry, allowed_host)

    def _filled(self, found: RawArticle, entry: Arrival, allowed_host: str | None) -> Arrival:
        assert found.url
        try:
            if not self._robots.allows(found.url, allowed_host):
                return entry._replace(remark=_only_summary(self._robots.refusal(found.url)))
            answer = self._fetcher.get(
                found.url,
                limit=MAX_PAGE_BYTES,
                allowed_host=allowed_host,
                gap=self._robots.gap(found.url, allowed_host),
            )
            page = next(ingest(found.url, answer.data))
        except StoppedError:
            raise
        except SinmunError as error:
            return entry._replace(remark=_only_summary(str(error)))
        if isinstance(page, Failure):
            return entry._replace(remark=_only_summary(page.reason))
        if _length(page) < _MORE * _length(found):
            return entry
        return Arrival(merged(found, page), page.raw)


def _only_summary(reason: str) -> str:
    return f"only its summary was kept: {reason}"


def _plain(found: RawArticle) -> Arrival:
    return Arrival(fold(found), found.raw)


def _length(found: RawArticle) -> int:
    return sum(len(line.text) for line in found.lines if line.role in ("paragraph", "deck"))


def _is_summary(found: RawArticle) -> bool:
    return _length(found) < SHORT


def merged(entry: RawArticle, page: RawArticle) -> Article:
    """Put the page's text in the place of the entry's summary.

    What the summary only repeats of the page is folded away; what it says besides stands above the text as a
    deck. The article is still the entry's: its address, and where it gives them its date and author.
    """
    said = _letters(line.text for line in page.lines)
    have = {line.text for line in page.lines}
    lines = [line for line in entry.lines if line.role != "boilerplate" and line.text not in have]
    number = max((line.number for line in page.lines), default=0)
    told = [Line(line.text, number + place, "deck") for place, line in enumerate(lines, start=1)]
    new = [line for line in told if _letters([line.text]) not in said]
    head = 1 if page.lines and page.lines[0].role == "title" else 0
    article = fold(
        replace(
            page,
            source=entry.source,
            lines=(*page.lines[:head], *new, *page.lines[head:]),
            url=entry.url,
            published=entry.published or page.published,
            publisher=page.publisher or entry.publisher,
            author=entry.author or page.author,
        )
    )
    repeats = [_repeat(article, line) for line in told if line not in new]
    return replace(article, repeats=(*article.repeats, *repeats))


def _repeat(article: Article, line: Line) -> Repeat:
    """Tell of a line of the summary in which block it begins."""
    wanted = _letters([line.text])
    place = _letters(block.text for block in article.blocks).find(wanted)
    end = 0
    for index, block in enumerate(article.blocks):
        end += len(_letters([block.text]))
        if 0 <= place < end:
            return Repeat(line.text, line.number, index, "near")
    return Repeat(line.text, line.number, None, "boilerplate")


def _letters(texts: Iterator[str] | list[str]) -> str:
    return "".join(char for text in texts for char in text if char.isalnum())


def _no_feed(answer: Answer) -> str:
    """Say that a page is no feed, and which feeds it offers."""
    from urllib.parse import urljoin

    from store.ingest.encoding import decode
    from store.ingest.markup import parse_markup

    try:
        links = parse_markup(decode(answer.data)).iter("link")
        offered = [
            urljoin(answer.url, link.get("href", ""))
            for link in links
            if (link.get("type") or "").casefold() in _WHERE_FEEDS
        ]
    except SinmunError:
        offered = []
    cure = f"it offers {', '.join(offered[:3])}" if offered else "give the address of the site's feed"
    return f"it is a web page, no feed: {cure}"
