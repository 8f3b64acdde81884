"""JSON to RawArticles: an object, an array, or an object a line; one bad line is one failure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from store.ingest.assemble import assemble
from store.ingest.dates import iso
from store.ingest.encoding import decode
from store.ingest.failure import Failure
from store.ingest.fields import joined, mapped, strings
from store.ingest.limits import MAX_PAGE_BYTES, MAX_SOURCE_BYTES, check_bytes
from store.model import RawArticle, SinmunError

_WRAPPERS = (
    "articles",
    "items",
    "data",
    "results",
    "news",
    "documents",
    "docs",
    "records",
    "list",
    "entries",
    "기사",
    "hits",
)
_TOO_DEEP = "its JSON is nested too deep to be an article: take it out"
_NO_ARTICLES = "it holds no articles: an object a line with a title and a body is expected"


def read_json(source: str, data: bytes) -> Iterator[RawArticle | Failure]:
    """Read every article; a failure names its line, or in an array the ordinal of its object."""
    check_bytes(data, MAX_SOURCE_BYTES, "the file")
    whole = decode(data)
    text = whole.strip()
    if not text:
        raise SinmunError("it is empty: there is nothing to read in it")
    first, _, rest = text.partition("\n")
    if text.startswith("{") and (not rest.strip() or _is_object(first)):
        yield from _read_lines(source, whole)
        return
    number = 0
    for number, record in enumerate(_records(_parsed(text)), start=1):
        try:
            yield _article(source, record, _raw(record))
        except SinmunError as error:
            yield Failure(source, None, f"object {number}: {error}")
    if not number:
        raise SinmunError(_NO_ARTICLES)


def _read_lines(source: str, text: str) -> Iterator[RawArticle | Failure]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        raw = line.encode()
        try:
            check_bytes(raw, MAX_PAGE_BYTES, "the line")
            records = list(_records(_parsed(line)))
            if not records:
                raise SinmunError(_NO_ARTICLES)
            for record in records:
                yield _article(source, record, raw)
        except SinmunError as error:
            yield Failure(source, number, str(error))


def _is_object(line: str) -> bool:
    """Tell whether a line is a whole object, or was meant to be one."""
    line = line.strip()
    return line.endswith("}") or (len(line) > 1 and not line.endswith((",", "{", "[")))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = (
            f"character {error.colno}"
            if error.lineno == 1
            else f"line {error.lineno}, character {error.colno}"
        )
        raise SinmunError(
            f"it is no JSON at {place} ({error.msg}): correct the line or take it out"
        ) from None
    except RecursionError:
        raise SinmunError(_TOO_DEEP) from None
    except ValueError as error:
        raise SinmunError(f"its JSON has a value that is not read ({error}): take it out") from None


def _raw(record: Any) -> bytes:
    try:
        return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
    except RecursionError:
        raise SinmunError(_TOO_DEEP) from None


def _records(value: Any) -> Iterator[Any]:
    """Walk the objects of an array or of an object that only wraps one."""
    if isinstance(value, dict):
        inner = next((value[key] for key in _WRAPPERS if isinstance(value.get(key), list)), None)
        if inner is None or {"title", "body"} <= mapped(value).keys():
            yield value
            return
        value = inner
    if isinstance(value, list):
        for item in value:
            yield item.get("_source", item) if isinstance(item, dict) else item
    else:
        yield value


def _article(source: str, record: Any, raw: bytes) -> RawArticle:
    if not isinstance(record, dict):
        raise SinmunError("it is no object with a title and a body: write one object an article")
    part = mapped(record)
    if "title" not in part and "body" not in part:
        raise SinmunError(
            f"none of its fields is a title or a body ({_shown(record)}): name them title and body"
        )
    published = part.get("published")
    return assemble(
        source,
        joined(part.get("title")),
        [(text, None) for text in _body(part.get("body", part.get("summary")))],
        decks=strings(part.get("deck")),
        captions=strings(part.get("captions")),
        url=joined(part.get("url")),
        published=iso(published if isinstance(published, int | float) else joined(published)),
        publisher=joined(part.get("publisher")),
        author=joined(part.get("author")),
        raw=raw,
    )


def _body(value: Any) -> Iterator[str]:
    for text in strings(value):
        if "<" in text and ">" in text:
            from store.ingest.markup import fragment_lines

            yield from fragment_lines(text)
        else:
            yield text


def _shown(record: dict[str, Any]) -> str:
    names = ", ".join(repr(str(key))[:20] for key in list(record)[:6])
    return names or "it is empty"
