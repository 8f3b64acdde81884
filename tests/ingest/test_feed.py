"""RSS and Atom with full content; entity declarations are refused before anything is parsed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest import Failure, ingest
from store.model import RawArticle

P1 = "가온시가 10년 넘게 비어 있던 학교를 천문대로 고쳐 10월 3일 문을 연다고 28일 밝혔다."
P2 = "시는 46억원을 들여 교실 8칸을 전시실로 바꿨다."


def rss(items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>', site: str = "나래뉴스") -> str:
    return (
        f'{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{site}</title>{items}</channel></rss>'
    )


def item(title: str = "천문대 연다", inside: str = f"<description>{P1}</description>") -> str:
    return (
        f"<item><title>{title}</title><link>https://g.example/1</link><dc:creator>이도담 기자</dc:creator>"
        f"<pubDate>Thu, 28 Sep 2023 16:30:00 +0900</pubDate>{inside}</item>"
    )


def read(text: str | bytes, name: str = "a.xml") -> list[RawArticle | Failure]:
    return list(ingest(name, text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize(
    "inside",
    [
        f"<description>요약</description><content:encoded><![CDATA[<p>{P1}</p><p>{P2}</p>]]></content:encoded>",
        f"<description>&lt;p&gt;{P1}&lt;/p&gt;&lt;p&gt;{P2}&lt;/p&gt;</description>",
        f"<description><![CDATA[{P1}<br/><br/>{P2}]]></description>",
        f"<description>{P1}\n{P2}</description>",
    ],
)
def test_content_in_every_shape(inside: str) -> None:
    (article,) = read(rss(item(inside=inside)))
    assert isinstance(article, RawArticle)
    assert [(line.role, line.text) for line in article.lines] == [
        ("title", "천문대 연다"),
        ("paragraph", P1),
        ("paragraph", P2),
    ]
    said = (article.published, article.url, article.author, article.publisher)
    assert said == ("2023-09-28T16:30", "https://g.example/1", "이도담", "나래뉴스")


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    head = '<?xml version="1.0" encoding="EUC-KR"?>' if encoding == "cp949" else ""
    (article,) = read(rss(item(), head).encode(encoding))
    assert isinstance(article, RawArticle)
    assert article.lines[0].text == "천문대 연다"


def test_titles_with_entities_and_tags() -> None:
    (article,) = read(rss(item(title="&quot;별&quot; 보는 &lt;b&gt;집&lt;/b&gt; AT&amp;amp;T")))
    assert isinstance(article, RawArticle)
    assert article.lines[0].text == '"별" 보는 집 AT&T'


def test_an_empty_entry_fails_and_the_others_go_on() -> None:
    found = read(rss(item() + "<item><link>https://g.example/2</link></item>" + item()))
    assert [isinstance(one, RawArticle) for one in found] == [True, False, True]
    assert "entry 2" in str(found[1])


BOMB = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "]><rss><channel><item><title>&a11;</title></item></channel></rss>",
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
        '<!DOCTYPE rss SYSTEM "http://g.example/x.dtd" [ ]><rss/>',
        "<rss>" + "<!DOCTYPE a>" * 3 + "</rss>",
    ],
    ids=["bomb", "file", "DTD", "many"],
)
def test_entities_are_refused_by_name(text: str) -> None:
    (failure,) = read(text)
    assert isinstance(failure, Failure)
    assert "entities" in failure.reason


def test_the_source_of_a_page_in_an_entry_is_text() -> None:
    inside = f"<description><![CDATA[<!DOCTYPE html><p>{P1}</p><!DOCTYPE html>]]></description>"
    (article,) = read(rss(item(inside=inside)))
    assert isinstance(article, RawArticle)
    assert article.lines[1].text == P1


@pytest.mark.parametrize("around", ["<!-- <a> <![CDATA[ -->{}<rss/><!-- ]]> -->", "<![CDATA[{}]]><rss/>"])
def test_a_declaration_cannot_hide_before_the_first_element(around: str) -> None:
    (failure,) = read(around.format('<!DOCTYPE r [<!ENTITY x "y">]>'))
    assert isinstance(failure, Failure)
    assert "entities" in failure.reason


def test_a_plain_doctype_is_borne() -> None:
    doctype = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://g.example/rss.dtd">'
    )
    (article,) = read(rss(item(), f'<?xml version="1.0"?>{doctype}'))
    assert isinstance(article, RawArticle)


@pytest.mark.parametrize(
    "text",
    ["<rss/>", "<rss><channel>", "<feed></feed>", "<?xml version='1.0'?><a/>", "<rss>" + "<a>" * 10_000],
    ids=lambda text: text[:14],
)
def test_feeds_without_entries_are_refused_in_no_time(text: str) -> None:
    start = time.process_time()
    (failure,) = read(text)
    assert isinstance(failure, Failure)
    assert time.process_time() - start < 5


@given(st.text(alphabet="<>/!&;[]\"'= \nrsfeditmlchanklpub가나다:x0"))
def test_any_feed_is_read_or_refused(inside: str) -> None:
    for found in read(rss(inside)):
        assert isinstance(found, RawArticle | Failure)


def test_references_to_half_a_character_are_left_out() -> None:
    (article,) = read(rss(item(title="별&#xD800; 보는&#55296; 집")))
    assert isinstance(article, RawArticle)
    assert article.lines[0].text == "별 보는 집"


def test_elements_nested_without_end_are_refused_at_once() -> None:
    (failure,) = ingest("deep.rss", b"<rss><channel><item>" + b"<a>" * 300_000)
    assert isinstance(failure, Failure) and "nested" in failure.reason


def test_a_formula_is_text_and_how_it_was_typed_is_not() -> None:
    formula = (
        "<p>넓이는 <math><mi>a</mi><mo>×</mo><mi>b</mi><annotation>a \\times b</annotation></math>이다.</p>"
    )
    (article,) = ingest(
        "a.xml", rss(item(inside=f"<description><![CDATA[{formula}]]></description>")).encode()
    )
    assert isinstance(article, RawArticle)
    assert [line.text for line in article.lines if line.role == "paragraph"] == ["넓이는 a×b이다."]
