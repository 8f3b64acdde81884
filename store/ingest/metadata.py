"""What an HTML page says of its article: JSON-LD, Open Graph and other meta tags, each as a plain value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import html

from store.ingest.dates import iso
from store.ingest.fields import joined, strings
from store.ingest.hints import scripted, shown_author

_ARTICLE_TYPES = re.compile(r"(?:^|[/#])(?:\w*NewsArticle|Article|BlogPosting|Report|LiveBlogPosting)$")
_TITLE_METAS = ("og:title", "twitter:title", "dable:title", "title")
_DATE_METAS = (
    *("article:published_time", "og:article:published_time", "article:published", "og:regdate", "pubdate"),
    *("publish-date", "parsely-pub-date", "datepublished", "dc.date.issued", "dc.date", "date"),
)
_AUTHOR_METAS = (
    "dable:author",
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "twitter:creator",
)
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "article:publisher", "copyright")
_TRAIL = re.compile(r"\s+<\s+.*기사본문\s+-\s+.*$")
"""A title that ends with the path to the page, as the editing system of many local papers writes it."""
_PREFIX = re.compile(r"^(?P<site>[^-–—|:<·｜]{2,24}?)\s*(?:\s[-–—|]\s|::|｜)\s*(?=\S{2})")
_PRESS = re.compile(r"(?:뉴스|일보|신문|경제|방송|통신|타임스|타임즈|저널|투데이|데일리|News|Times|Daily)$")
_SUFFIX = re.compile(r"\s*(?:\s[-–—|:<·]{1,2}|::|｜|:)\s*(?P<site>[^-–—|:<·｜]{2,24})$")
_MAX_DEPTH = 40
_LONGEST_TITLE = 500


class Metadata(NamedTuple):
    """Each None where the page does not say it; ``body`` is JSON-LD's articleBody."""

    title: str | None
    url: str | None
    published: str | None
    author: str | None
    publisher: str | None
    body: str | None


def read_metadata(root: html.HtmlElement) -> Metadata:
    """Collect the metadata of a parsed page: JSON-LD first, for it is the most exact, then meta tags."""
    linked = _linked_article(root)
    meta = _metas(root)
    site = joined(linked.get("publisher")) or _first(meta, _SITE_METAS)
    titles = (
        _first(meta, _TITLE_METAS),
        joined(linked.get("headline") or linked.get("name")),
        _heading(root),
        _title(root),
    )
    title = next((cleaned for text in titles if text and (cleaned := clean_title(text, site))), None)
    dates = (joined(linked.get("datePublished")), *(meta.get(name) for name in _DATE_METAS), _time_tag(root))
    authors = (
        joined(linked.get("author")),
        *(meta.get(name) for name in _AUTHOR_METAS),
        shown_author(root),
        scripted(root, "author"),
    )
    return Metadata(
        title=title,
        url=_url(root, linked, meta),
        published=next((value for date in dates if date and (value := iso(date))), None),
        author=next(
            (a for a in authors if a and "://" not in a and not a.startswith("@") and a != site), None
        ),
        publisher=site if site and "://" not in site else None,
        body="\n".join(strings(linked.get("articleBody"))) or None,
    )


def clean_title(title: str, site: str | None) -> str:
    """Strip a site's name, or the path to the page, from a title; quotes stay where they are."""
    title = _TRAIL.sub("", " ".join(title.split())[:_LONGEST_TITLE])
    if (match := _SUFFIX.search(title)) and _is_site(match["site"], site):
        return title[: match.start()].rstrip()
    if (match := _PREFIX.match(title)) and _is_site(match["site"], site):
        return title[match.end() :]
    return title


def _is_site(name: str, site: str | None) -> bool:
    return _same_name(name, site) if site else bool(_PRESS.search(name))


def _same_name(one: str, other: str) -> bool:
    a, b = (re.sub(r"[\W_]+", "", name).casefold() for name in (one, other))
    return bool(a) and bool(b) and (a in b or b in a)


def _metas(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _heading(root: html.HtmlElement) -> str | None:
    headings = [text for h1 in root.iter("h1") if (text := " ".join(h1.text_content().split()))]
    return headings[0] if len(headings) == 1 else None


def _title(root: html.HtmlElement) -> str | None:
    return next((text for title in root.iter("title") if (text := (title.text or "").strip())), None)


def _time_tag(root: html.HtmlElement) -> str | None:
    return next(
        (value for tag in root.iter("time") if (value := tag.get("datetime") or tag.text_content())), None
    )


def _url(root: html.HtmlElement, linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        href = link.get("href") or ""
        if (link.get("rel") or "").casefold() == "canonical" and href.startswith(("http://", "https://")):
            return str(href)
    page = linked.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    candidates = (meta.get("og:url"), linked.get("url"), page)
    return next((u for u in candidates if isinstance(u, str) and u.startswith(("http://", "https://"))), None)


def _linked_article(root: html.HtmlElement) -> dict[str, Any]:
    """Give the JSON-LD object of the article: of several, the one with the longest body."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").casefold():
            found += _articles(lenient_json(script.text or ""))
    return max(found, key=lambda article: len(str(article.get("articleBody") or "")), default={})


def lenient_json(text: str) -> Any:
    """Parse JSON that stands in a page; raw line ends and stray commas are borne, nonsense is None."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _articles(value: Any) -> Iterator[dict[str, Any]]:
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, list) and depth < _MAX_DEPTH:
            waiting += [(inner, depth + 1) for inner in reversed(item)]
        elif isinstance(item, dict):
            if any(_ARTICLE_TYPES.search(kind) for kind in strings(item.get("@type"))):
                yield item
            if depth < _MAX_DEPTH:
                inside = [
                    item[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                    if key in item
                ]
                waiting += [(inner, depth + 1) for inner in inside]
