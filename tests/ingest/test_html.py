"""Korean news pages in twenty shapes: title, date, author exact, and the words of the body."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest import Failure, ingest
from store.ingest.metadata import clean_title
from store.model import RawArticle

from .pages import ARTICLES, SHAPES, SITE, URL, about


def read(text: str | bytes) -> list[RawArticle | Failure]:
    return list(ingest("a.html", text.encode() if isinstance(text, str) else text))


def word_f1(one: str, other: str) -> float:
    left, right = Counter(one.split()), Counter(other.split())
    return 2 * sum((left & right).values()) / (sum(left.values()) + sum(right.values()))


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_page(shape: str, name: str) -> None:
    with about(name) as told:
        page = SHAPES[shape]()
    (article,) = read(page.encode("cp949") if "euc-kr" in page else page)
    assert isinstance(article, RawArticle), article
    titles = [line.text for line in article.lines if line.role == "title"]
    body = " ".join(line.text for line in article.lines if line.role == "paragraph")
    assert titles == [told["TITLE"]]
    assert word_f1(body, " ".join(told["BODY"])) >= 0.97
    assert article.published == told["DATE"]
    assert (article.author, article.publisher, article.url) == (told["AUTHOR"], SITE, URL) or not (
        "author" in page or "reporter" in page
    )
    captions = [line.text for line in article.lines if line.role == "caption"]
    assert captions == ([told["CAPTION"]] if told["CAPTION"] in page else [])


@pytest.mark.parametrize(
    ("title", "site", "cleaned"),
    [
        ("새벽시장 불 - 나래일보", "나래일보", "새벽시장 불"),
        ("새벽시장 불 | 나래일보", None, "새벽시장 불"),
        ("새벽시장 불 < 사회 < 기사본문 - 나래일보", None, "새벽시장 불"),
        ("새벽시장 불::나래일보", "나래일보", "새벽시장 불"),
        ("새벽시장 불 - 상인 40명 대피", "나래일보", "새벽시장 불 - 상인 40명 대피"),
        ('[단독] 시장: "불 - 연기"', "나래일보", '[단독] 시장: "불 - 연기"'),
        ("나래일보", "나래일보", "나래일보"),
        ("나래일보 - 새벽시장 불", None, "새벽시장 불"),
        ("나래일보 | 새벽시장 불", "나래일보", "새벽시장 불"),
        ("시장 - 새벽에 불", "나래일보", "시장 - 새벽에 불"),
    ],
)
def test_titles_lose_only_the_site(title: str, site: str | None, cleaned: str) -> None:
    assert clean_title(title, site) == cleaned


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ('<span class="writer">서리담 시인</span>', "서리담"),
        ('<p class="reporter_name">이도담 · 문해솔 기자</p>', "이도담, 문해솔"),
        ('<a rel="author">반도윤</a>', "반도윤"),
        ('<div class="reporter">기자 구독하기</div><p class="writer">편집부</p>', None),
        ('<div class="writer">관리자</div><div class="byline">이 글은 여러 사람이 함께 썼다.</div>', None),
        ('<script>var page = {"writer": "강보라"};</script>', "강보라"),
        ('<script>[{"writer": "강보라"}, {"writer": "문해솔"}]</script>', None),
    ],
)
def test_a_byline_by_its_class_or_in_a_script(markup: str, author: str | None) -> None:
    text = "시장에서 불이 나 상인들이 대피했다. " * 5
    (article,) = read(f"<html><body><h1>새벽시장 불</h1>{markup}<p>{text}</p></body></html>")
    assert isinstance(article, RawArticle)
    assert article.author == author


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("", "empty"),
        ("<html></html>", "no article"),
        ("<html><body>" + "<div>" * 10_000 + "글" + "</div>" * 10_000, "nested"),
        ("<html><body>" + "<b>글</b>" * 500_000, "tags"),
        ("<html>\0", "NUL"),
    ],
    ids=["empty", "blank", "deep", "many tags", "NUL"],
)
def test_hostile_pages_are_refused_by_name_in_no_time(page: str, name: str) -> None:
    start = time.process_time()
    (failure,) = read(page)
    assert isinstance(failure, Failure)
    assert name in failure.reason
    assert time.process_time() - start < 5


def test_a_page_of_the_most_tags_takes_bounded_time() -> None:
    page = "<html><body><article>" + "<p>가온시가 천문대를 연다고 28일 밝혔다." * 4_000 + "</article>"
    start = time.process_time()
    assert len(read(page)) == 1
    assert time.process_time() - start < 10


def test_hidden_text_and_scripts_are_not_read() -> None:
    page = SHAPES["container with paragraphs"]().replace(
        "<p>시는",
        '<p style="display: none">숨은 글이다.</p><p hidden>감춘 글이다.</p><script>글()</script><p>시는',
    )
    (article,) = read(page)
    assert isinstance(article, RawArticle)
    assert not any(
        "숨은" in line.text or "감춘" in line.text or "글()" in line.text for line in article.lines
    )


@given(st.text(alphabet="<>/!=\"' \nabdivphtmlscrieuog:가나다.&;[]{}0123456789", max_size=300))
def test_any_page_is_read_or_refused(inside: str) -> None:
    for found in read(f"<html><body>{inside}"):
        assert isinstance(found, RawArticle | Failure)


@pytest.mark.parametrize("depth", [100, 400, 900, 30_000])
@pytest.mark.parametrize(
    "unit", [("[", "]"), ('["$","p",null,{"children":', "}]")], ids=["lists", "elements"]
)
def test_deep_data_scripts_are_read_or_refused(depth: int, unit: tuple[str, str]) -> None:
    data = unit[0] * depth + '"글"' + unit[1] * depth
    (found,) = read(f'<html><script id="__NEXT_DATA__">{data}</script></html>')
    assert isinstance(found, RawArticle | Failure)
