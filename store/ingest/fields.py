"""The names that exports give the parts of an article, in Korean and English, and how a value is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "제목", "기사제목", "news_title", "subject", "name", "타이틀"),
    "deck": ("subtitle", "subheadline", "alternativeheadline", "부제", "부제목", "소제목", "deck"),
    "body": (
        *("body", "content", "contents", "text", "articlebody", "본문", "내용", "기사본문", "기사내용"),
        *("article_text", "content_text", "content_html", "full_text", "news_content", "paragraphs"),
        *("html", "document"),
    ),
    "summary": ("summary", "description", "요약", "lead", "abstract", "excerpt"),
    "published": (
        *("published", "date", "published_at", "publish_date", "datepublished", "date_published"),
        *(
            "pubdate",
            "published_date",
            "일자",
            "날짜",
            "작성일",
            "게재일",
            "발행일",
            "등록일",
            "입력일",
            "일시",
        ),
        *("보도일", "기사일자", "작성일시", "입력일시", "등록일시", "created_at", "timestamp", "datetime"),
        *("time", "news_date", "article_date", "reg_date", "regist_date", "input_date", "insert_date"),
        *("service_date", "write_date", "first_published"),
    ),
    "url": (
        *("url", "link", "주소", "원문", "원문주소", "링크", "기사url", "news_url", "permalink"),
        *("source_url", "href"),
    ),
    "author": (
        *("author", "authors", "writer", "byline", "reporter", "creator"),
        *("reporters", "reporter_name", "writers", "writer_name", "author_name", "journalist", "journalists"),
        *("기자", "기고자", "작성자", "기자명", "글쓴이"),
    ),
    "publisher": (
        *("publisher", "media", "언론사", "매체", "매체명", "언론사명", "신문사", "press", "source"),
        *("site", "sitename", "provider", "outlet", "publication"),
    ),
    "captions": ("caption", "captions", "사진설명", "캡션", "image_caption"),
}
"""Ours, then theirs: the first that is filled counts. Case, blanks, - and _ make no difference."""


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char not in " _-.:·\t")


_PLAIN = {ours: tuple(map(_plain, theirs)) for ours, theirs in NAMES.items()}


def mapped(record: Mapping[str, Any]) -> dict[str, Any]:
    """Give the record's values under our names; what has none of the known names is left out."""
    by_name = {_plain(str(key)): value for key, value in record.items()}
    found: dict[str, Any] = {}
    for ours, theirs in _PLAIN.items():
        value = next((by_name[name] for name in theirs if _is_filled(by_name.get(name))), None)
        if value is not None:
            found[ours] = value
    return found


def _is_filled(value: Any) -> bool:
    return value is not None and value != "" and value != [] and value != {}


def strings(value: Any) -> Iterator[str]:
    """Walk the text in a value: a string, a number, a list of them, or objects with a name or a text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, list):
                yield from strings(item)
    elif isinstance(value, dict):
        text = next(
            (value[key] for key in ("name", "text", "content", "#text", "value") if key in value), None
        )
        if isinstance(text, str):
            yield text


def joined(value: Any) -> str | None:
    """Give the text in a value as one line, or None where there is none."""
    return ", ".join(text for text in (" ".join(item.split()) for item in strings(value)) if text) or None
