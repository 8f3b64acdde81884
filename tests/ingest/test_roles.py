"""What each line of an article is by its wording and its place."""

from __future__ import annotations

import pytest

from store.ingest.roles import assign_roles, is_dateline, published_in

BODY = "가온시는 15일 새 도서관을 연다고 밝혔다. 도서관은 옛 역 터에 들어선다."


def test_a_dateline_may_name_who_wrote() -> None:
    line = "기자명 윤가람 기자   입력 2025.02.11 15:20   수정 2025.02.11 19:05   댓글 0"
    assert is_dateline(line)
    assert published_in(line) == "2025-02-11T15:20"


@pytest.mark.parametrize(
    "line",
    [
        "글자크기 변경하기",
        "SNS 보내기",
        "SNS로 보내기",
        "요약beta",
        "Share | Print",
        "사진 확대",
        "댓글 3개 | 인쇄 | 글자 크게 | 글자 작게",
        "◎나래경제 a@b.example, c@b.example",
    ],
)
def test_what_the_page_says_is_no_text(line: str) -> None:
    lines = assign_roles(list(enumerate(["가온시 새 도서관 연다", BODY, line], 1)))
    assert lines[2].role == "boilerplate"


def test_the_section_of_a_page_is_no_deck() -> None:
    lines = assign_roles(list(enumerate(["사회 > 사회일반", "가온시 새 도서관 연다", "문화", BODY], 1)))
    assert [line.role for line in lines] == ["boilerplate", "title", "boilerplate", "paragraph"]


def test_the_outlets_name_above_an_article_is_not_its_headline() -> None:
    lines = assign_roles(list(enumerate(["다온일보", "가온시 새 도서관 연다", BODY], 1)))
    assert [line.role for line in lines] == ["boilerplate", "title", "paragraph"]


def test_what_a_portal_says_below_is_no_text() -> None:
    below = [
        "▶ '도서관 잭팟' 터진 그 동네, 어디?",
        "기사의 섹션 정보는 해당 언론사의 분류를 따르고 있습니다.",
        "구독 2.3만",
        "다온일보 언론사홈",
        "다온일보가 제공하는 기사를 클릭하면 언론사홈으로 이동합니다",
        "기사 추천은 24시간 내 50회까지 참여할 수 있습니다.",
        "쏠쏠정보",
    ]
    lines = assign_roles(list(enumerate(["가온시 새 도서관 연다", BODY, *below], 1)))
    assert [line.role for line in lines] == ["title", "paragraph", *["boilerplate"] * len(below)]


def test_marked_lines_are_decks_headings_or_items_by_where_they_stand() -> None:
    texts = [
        "가온시 새 도서관 연다",
        "- 옛 역 터에 세 층",
        BODY,
        "◆ 책은 8만 권",
        BODY.replace("15일", "16일"),
        "◇가온 12곳",
        "◇다온 5곳",
        BODY.replace("15일", "17일"),
    ]
    roles = [line.role for line in assign_roles(list(enumerate(texts, 1)))]
    assert roles == ["title", "deck", "paragraph", "deck", *["paragraph"] * 4]
