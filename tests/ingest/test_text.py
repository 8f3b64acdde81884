"""Plain-text scrapes: the role of each line, the date, the author."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.text import read_text
from store.model import RawArticle, SinmunError

TITLE = "가온시, 폐교를 별 보는 집으로…10월 문 연다"
DECK = "망원경 7대 갖추고 하루 120명 받아"
P1 = "가온시가 10년 넘게 비어 있던 옛 솔숲초등학교를 천문대로 고쳐 10월 3일 문을 연다고 28일 밝혔다."
P2 = "시는 46억원을 들여 교실 8칸을 전시실과 강의실로 바꾸고 옥상에 지름 7m짜리 돔을 올렸다."


def read(*lines: str, encoding: str = "utf-8") -> RawArticle:
    (article,) = read_text("a.txt", "\n".join(lines).encode(encoding))
    return article


def roles(article: RawArticle) -> list[str]:
    return [line.role for line in article.lines]


def test_the_usual_order() -> None:
    article = read(
        TITLE, "2023-09-28 16:30", DECK, "[나래뉴스 가온=이도담 기자]", P1, P2, "이도담 기자 dodam@n.example"
    )
    assert roles(article) == ["title", "dateline", "deck", "byline", "paragraph", "paragraph", "boilerplate"]
    assert (article.published, article.author, article.publisher) == (
        "2023-09-28T16:30",
        "이도담",
        "나래뉴스",
    )


def test_line_numbers_are_those_of_the_file() -> None:
    article = read("", TITLE, "", "  ", P1, "", P2)
    assert [line.number for line in article.lines] == [2, 5, 7]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    (article,) = read_text("a.txt", end.join([TITLE, P1, P2]).encode())
    assert [(line.number, line.text) for line in article.lines] == [(1, TITLE), (2, P1), (3, P2)]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("입력 2023.09.28. 오후 4:30", "2023-09-28T16:30"),
        ("기사입력 2023-09-28 16:30 | 최종수정 2023-09-29 08:00", "2023-09-28T16:30"),
        ("수정 2023.09.29 08:00 입력 2023.09.28 16:30", "2023-09-28T16:30"),
        ("승인 2023.09.28 16:30", "2023-09-28T16:30"),
        ("송고시간2023-09-28 16:30", "2023-09-28T16:30"),
        ("등록 : 2023-09-28 16:30", "2023-09-28T16:30"),
        ("2023년 9월 28일 오후 4시 30분", "2023-09-28T16:30"),
        ("이도담 기자 | 입력 2023.09.28 16:30", "2023-09-28T16:30"),
        ("2023.09.28 16:30:12 조회수 1,204 댓글 3", "2023-09-28T16:30"),
        ("[2023.09.28 (목)] A12면", "2023-09-28"),
        ("Published: Sep 28, 2023 4:30 p.m. KST", "2023-09-28T16:30"),
    ],
)
def test_datelines(line: str, published: str) -> None:
    article = read(TITLE, line, P1)
    assert roles(article) == ["title", "dateline", "paragraph"]
    assert article.published == published


def test_a_dateline_may_come_before_the_title() -> None:
    assert roles(read("입력 2023.09.28 16:30", TITLE, P1)) == ["dateline", "title", "paragraph"]


def test_a_date_in_a_sentence_is_no_dateline() -> None:
    assert roles(read(TITLE, P1, "2023년 9월 28일 문을 열었다.", P2))[2] == "paragraph"


@pytest.mark.parametrize(
    ("opening", "author", "publisher"),
    [
        ("(가온=나래통신) 이도담 기자 = ", "이도담", "나래통신"),
        ("【가온=나래통신】이도담 기자 = ", "이도담", "나래통신"),
        ("[나래뉴스 이도담 기자] ", "이도담", "나래뉴스"),
        ("[나래뉴스=이도담 기자] ", "이도담", "나래뉴스"),
        ("(가온=나래통신) 이도담 한보람 기자 = ", "이도담, 한보람", "나래통신"),
        ("(가온=나래통신) 이도담 특파원 = ", "이도담", "나래통신"),
    ],
)
def test_who_wrote_it_stands_in_the_opening(opening: str, author: str, publisher: str) -> None:
    article = read(TITLE, DECK, opening + P1, P2)
    assert roles(article) == ["title", "deck", "paragraph", "paragraph"]
    assert (article.author, article.publisher) == (author, publisher)


def test_links_below_their_heading_are_no_part_of_the_article() -> None:
    links = ["1 다온시, 새 도서관 연다", "2 나래대 총장에 한지우 교수"]
    article = read(TITLE, P1, "많이 본 뉴스", *links, P2, "밤하늘이 교과서")
    assert roles(article) == ["title", "paragraph", *["boilerplate"] * 3, "paragraph", "paragraph"]


def test_what_stands_before_the_credit_of_a_picture_is_its_caption() -> None:
    words, credit = "옛 솔숲초등학교 전경", "[가온시 제공. 재판매 및 DB 금지]"
    article = read(TITLE, P1, words, words, credit, P2)
    assert roles(article) == ["title", "paragraph", *["caption"] * 3, "paragraph"]
    assert roles(read(TITLE, P1, credit, P2)) == ["title", "paragraph", "caption", "paragraph"]


def test_what_stands_at_the_foot_is_told_though_the_lead_comes_once_more() -> None:
    article = read(TITLE, P1, P2, "2023/09/28 16:30 송고", "#가온시 #천문대", P1)
    assert roles(article) == ["title", "paragraph", "paragraph", "dateline", "boilerplate", "paragraph"]


def test_list_items_talk_and_crossheads_in_the_body() -> None:
    items = ["△서울 12곳", "① 신청서 내기", "- 언제 문을 여나.", "[앵커]"]
    article = read(TITLE, P1, *items, "밤하늘이 교과서", P2, P1 + P2)
    assert roles(article) == ["title", *["paragraph"] * 5, "deck", "paragraph", "paragraph"]


def test_entities_are_undone_and_invisible_characters_taken_out() -> None:
    article = read(
        "가온시 &quot;별 보는 집&quot;&hellip;", "\ufeff가온시가 천\u200b문대를\u00ad 연다고 28일 밝혔다."
    )
    assert [line.text for line in article.lines] == [
        '가온시 "별 보는 집"…',
        "가온시가 천문대를 연다고 28일 밝혔다.",
    ]


def test_what_stood_apart_is_one_character_when_nothing_is_between() -> None:
    article = read("별 보는 지\u200b\u11b8", P1)
    assert article.lines[0].text == "별 보는 집"


def test_markup_and_escapes_stay_text() -> None:
    hostile = "[red]붉은[/] 제목 \x1b[31m 색 [link=file:///etc/passwd]"
    assert read(hostile, P1).lines[0].text == hostile


@pytest.mark.parametrize("unit", ["가", "가나 ", "가·", "(", "2023.1.1 ", "a@a.", "…", "다."])
def test_hostile_lines_take_no_time(unit: str) -> None:
    lines = [
        prefix + (unit * 400)[:length]
        for prefix in ("", "(가온=나래) ", "[나래 ")
        for length in (75, 140, 310)
    ]
    start = time.process_time()
    read(TITLE, P1, *lines * 10, P2)
    assert time.process_time() - start < 2


def test_a_title_alone_is_an_article() -> None:
    assert roles(read(TITLE)) == ["title"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty"),
        (b" \n\t\n\xe3\x80\x80\n", "empty"),
        (("가" * 100_001).encode(), "line 1 has 100,001 characters"),
        ("\n".join(["가나다라마바사."] * 5_001).encode(), "5,001 lines"),
        ("\n".join(["가" * 99_000] * 12).encode(), "characters are more"),
        (b"a" * (16 * 1024 * 1024 + 1), "bytes"),
    ],
    ids=["nothing", "blanks", "a huge line", "too many lines", "too much text", "too many bytes"],
)
def test_what_is_no_article_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(SinmunError, match=name):
        list(read_text("a.txt", data))


@given(st.lists(st.text() | st.sampled_from([TITLE, DECK, P1, "입력 2023.09.28", "ⓒ 나래", "사진=가온시"])))
def test_any_text_is_read_line_by_line(lines: list[str]) -> None:
    try:
        articles = list(read_text("a.txt", "\n".join(lines).encode("utf-8", "replace")))
    except SinmunError:
        return
    for line in articles[0].lines:
        assert line.text == line.text.strip() != ""
        assert "\n" not in line.text
    assert [line.role for line in articles[0].lines].count("title") <= 1
