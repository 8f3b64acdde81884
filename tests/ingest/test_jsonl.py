"""JSON in every usual shape; a bad line is one failure and the others go on."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest import Failure, ingest
from store.model import RawArticle

BODY = "가온시가 천문대를 연다고 28일 밝혔다.\n시는 46억원을 들였다."


def read(data: str | bytes, name: str = "a.jsonl") -> list[RawArticle | Failure]:
    return list(ingest(name, data.encode() if isinstance(data, str) else data))


def one(record: Any) -> RawArticle:
    (article,) = read(json.dumps(record, ensure_ascii=False))
    assert isinstance(article, RawArticle), article
    return article


FIELDS = [
    ("title", "body", "date", "url", "author", "publisher"),
    ("제목", "본문", "일자", "URL", "기고자", "언론사"),
    ("headline", "articleBody", "datePublished", "link", "reporter", "media"),
    ("News Title", "Content", "published_at", "permalink", "작성자", "매체명"),
]
SHAPES: list[tuple[Any, Any, Any, Any]] = [
    (BODY, "2023-09-28 16:30", "이도담", "나래"),
    (BODY.splitlines(), "2023.09.28 오후 4:30", "이도담 기자", {"name": "나래"}),
    (f"<p>{BODY}</p>".replace("\n", "</p><p>"), 1695886200, [{"name": "이도담"}], "나래"),
    (BODY.replace("\n", "<br>"), "Thu, 28 Sep 2023 16:30:00 +0900", "이도담 기자 d@n.example", ["나래"]),
    ([{"text": line} for line in BODY.splitlines()], "2023-09-28T07:30:00Z", ["이도담"], "나래"),
]


@pytest.mark.parametrize("names", FIELDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_field_names(names: tuple[str, ...], shape: tuple[Any, ...]) -> None:
    body, date, author, publisher = shape
    values = ("천문대 연다", body, date, "https://g.example/1", author, publisher)
    article = one(dict(zip(names, values, strict=True)))
    assert [(line.number, line.role) for line in article.lines] == [
        (1, "title"),
        (2, "paragraph"),
        (3, "paragraph"),
    ]
    assert "\n".join(line.text for line in article.lines[1:]) == BODY
    said = (article.published, article.url, article.author, article.publisher)
    assert said == ("2023-09-28T16:30", "https://g.example/1", "이도담", "나래")


RECORD = {"title": "천문대 연다", "body": BODY}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORD),
        json.dumps(RECORD, indent=2),
        json.dumps([RECORD]),
        json.dumps([RECORD], indent=2),
        json.dumps({"articles": [RECORD]}),
        json.dumps({"total": 1, "items": [RECORD]}, indent=1),
        json.dumps({"hits": [{"_source": RECORD}]}),
        "\n\n" + json.dumps(RECORD) + "\r\n\n",
        "\ufeff" + json.dumps(RECORD),
    ],
)
def test_one_article_in_every_shape(text: str) -> None:
    (article,) = read(text)
    assert isinstance(article, RawArticle)
    assert article.lines[0].text == "천문대 연다"


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    lines = "\n".join([json.dumps(RECORD, ensure_ascii=False)] * 2)
    assert [type(found) for found in read(lines.encode(encoding))] == [RawArticle, RawArticle]


def test_a_bad_line_is_named_and_the_others_go_on() -> None:
    good = json.dumps(RECORD)
    bad = [
        '{"title": "x", ',
        '{"title": "\\ud800"}',
        '{"title": "a\\u0000b"}',
        '{"count": 3}',
        "[1, 2",
        '"text"',
        "{" * 9000,
    ]
    found = read("\n".join([good, *bad, good]))
    failures = [item for item in found if isinstance(item, Failure)]
    assert [item.line for item in failures] == [2, 3, 4, 5, 6, 7, 8]
    assert sum(isinstance(item, RawArticle) for item in found) == 2
    assert all(failure.source == "a.jsonl" and ":" in failure.reason for failure in failures)


def test_objects_of_an_array_fail_one_by_one() -> None:
    found = read(json.dumps([RECORD, {"x": 1}, RECORD]))
    assert [isinstance(item, RawArticle) for item in found] == [True, False, True]
    assert "object 2" in str(found[1])


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "[" * 100_000, '{"articles": []}', "[1]", "nul"], ids=lambda text: text[:14]
)
def test_files_without_articles_are_refused(text: str) -> None:
    found = read(text)
    assert found
    assert all(isinstance(item, Failure) for item in found)


def test_an_address_that_is_no_web_address_is_dropped() -> None:
    for url in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "/a/1",
        "https://",
        "https://[",
        "http://a\x1b[0m.example/",
    ):
        assert one({**RECORD, "url": url}).url is None


def test_the_raw_line_can_be_read_again() -> None:
    article = one(RECORD)
    (again,) = read(article.raw)
    assert isinstance(again, RawArticle)
    assert again.lines == article.lines


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
)
KEYS = (
    st.sampled_from(["title", "body", "date", "url", "author", "제목", "본문", "articles", "publisher"])
    | st.text()
)


@given(st.dictionaries(KEYS, VALUES) | VALUES)
def test_any_json_is_read_or_refused(value: Any) -> None:
    for found in read(json.dumps(value)):
        assert isinstance(found, RawArticle | Failure)
