"""An RSS or Atom file to RawArticles, one an entry; what declares entities is refused before it is parsed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from store.ingest.assemble import Piece, assemble
from store.ingest.dates import iso
from store.ingest.encoding import decode
from store.ingest.failure import Failure
from store.ingest.limits import MAX_FEED_BYTES, MAX_NESTING, check_bytes
from store.ingest.markup import fragment_lines
from store.model import RawArticle, SinmunError

_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,500}>", re.IGNORECASE)
_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DECLARES = re.compile("<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ELEMENT = re.compile("<[A-Za-z_]")
_SURROGATE = re.compile(r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|[67]\d{3}));", re.IGNORECASE)
"""References to half a character, which feedparser stumbles over."""
_PARSER_ERRORS = (ValueError, LookupError, RecursionError, AttributeError, TypeError, AssertionError)
"""What feedparser's loose parser has been seen to raise on damaged markup."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


def read_feed(source: str, data: bytes) -> Iterator[RawArticle | Failure]:
    """Read every entry with its full content; an entry without text is one failure, by its ordinal."""
    check_bytes(data, MAX_FEED_BYTES, "the feed")
    text = decode(data)
    parsed = _parse(_without_doctype(text))
    if not parsed.entries:
        raise SinmunError(f"no entries were found in the feed{_why(parsed)}: save the feed again")
    site = _text(parsed.feed, "title") or None
    for number, entry in enumerate(parsed.entries, start=1):
        try:
            yield _article(source, entry, site)
        except SinmunError as error:
            yield Failure(source, None, f"entry {number}: {error}")


def _without_doctype(text: str) -> str:
    """Take a plain DOCTYPE out; one that declares anything, or a second one, is refused."""
    prolog = _PROLOG.match(text)
    doctype = _DOCTYPE.match(text, prolog.end() if prolog else 0)
    plain = text[: doctype.start()] + text[doctype.end() :] if doctype else text
    if _DECLARES.search(plain) and _DECLARES.search(_markup(plain)):
        raise SinmunError("it declares XML entities, which can blow up or read files: take the DOCTYPE out")
    return plain


def _markup(text: str) -> str:
    """Take comments out, and past the first element CDATA: a page's source may stand there as text."""
    bare = _without(text, "<!--", "-->")
    start = _ELEMENT.search(bare)
    place = start.start() if start else len(bare)
    return bare[:place] + _without(bare[place:], "<![CDATA[", "]]>")


def _without(text: str, opening: str, closing: str) -> str:
    first, *rest = text.split(opening)
    return first + "".join(part.partition(closing)[2] for part in rest)


def _parse(text: str) -> Any:
    import feedparser

    plain = _SURROGATE.sub("", _DECLARATION.sub("", text)).strip()
    _check_nesting(plain)
    try:
        return feedparser.parse(
            io.BytesIO(plain.encode()),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except _PARSER_ERRORS as error:
        raise SinmunError(f"the feed cannot be parsed ({error}): save it again") from None


def _check_nesting(text: str) -> None:
    """Refuse a feed whose elements are nested so deep that its parser would take for ever."""
    from xml.parsers.expat import ExpatError, ParserCreate

    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_NESTING:
            raise SinmunError(f"its elements are nested more than {MAX_NESTING} deep: save the feed again")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    with suppress(ExpatError):
        # What is not well-formed is left to the loose parser.
        parser.Parse(text.encode(), True)


def _why(parsed: Any) -> str:
    return f" ({parsed.bozo_exception})" if parsed.get("bozo") else ""


def _article(source: str, entry: Any, site: str | None) -> RawArticle:
    title = " ".join(fragment_lines(_text(entry, "title"))) if _text(entry, "title") else None
    body = _content(entry)
    dates = (_text(entry, name) for name in ("published", "updated", "created"))
    publisher = _text(entry.get("source") or {}, "title") or _text(entry, "publisher") or site
    return assemble(
        source,
        title,
        body,
        url=_text(entry, "link"),
        published=next((value for date in dates if (value := iso(date))), None),
        publisher=publisher,
        author=_text(entry, "author"),
        raw=_raw(entry),
    )


def _content(entry: Any) -> list[Piece]:
    """Give the longest of the entry's contents and its summary, line by line."""
    texts = [str(content.get("value") or "") for content in entry.get("content") or []]
    texts.append(_text(entry, "summary"))
    longest = max(texts, key=len)
    return [(line, None) for line in fragment_lines(longest)] if longest.strip() else []


def _text(part: Any, name: str) -> str:
    value = part.get(name)
    return value.strip() if isinstance(value, str) else ""


def _raw(entry: Any) -> bytes:
    """Keep what the entry said, as far as it is text: the feed as a whole belongs to all entries."""
    import json

    return json.dumps(entry, ensure_ascii=False, default=str).encode("utf-8", "replace")
