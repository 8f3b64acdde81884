"""Who wrote an article and for whom, from the lines that say so."""

from __future__ import annotations

import pytest

from store.ingest.credits import credits_in
from store.ingest.roles import assign_roles
from store.model import Line

BODY = "가온시는 15일 새 도서관을 연다고 밝혔다. 도서관은 옛 역 터에 들어선다."


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("[세종=다온일보] 윤가람·한보람 기자", "윤가람, 한보람", "다온일보"),
        ("다온일보 | 윤가람 기자", "윤가람", "다온일보"),
        ("산업부 | 윤가람 기자", "윤가람", None),
        ("(가온=다온통신) 윤가람 기자 | 2024-10-11 10:30:00", "윤가람", "다온통신"),
        ("대담=윤가람 산업부장", None, None),
        ("[다온일보=윤가람, 한보람 기자]", "윤가람, 한보람", "다온일보"),
        ("기자명 윤가람 기자   입력 2025.02.11 15:20   댓글 0", "윤가람", None),
    ],
)
def test_a_line_of_its_own(line: str, author: str, publisher: str | None) -> None:
    lines = assign_roles(list(enumerate(["가온시 새 도서관 연다", line, BODY], 1)))
    assert lines[1].role in ("byline", "dateline")
    assert credits_in(lines) == (author, publisher)


@pytest.mark.parametrize(
    ("opening", "author", "publisher"),
    [
        ("[다온스포츠=가온월드컵경기장, 윤가람 기자] ", "윤가람", "다온스포츠"),
        ("[다온스포츠=잠실, 윤가람 기자] ", "윤가람", "다온스포츠"),
        ("(가온=다온통신) 윤가람 기자 = ", "윤가람", "다온통신"),
    ],
)
def test_the_opening_of_the_text(opening: str, author: str, publisher: str) -> None:
    assert credits_in([Line(opening + BODY, 1, "paragraph")]) == (author, publisher)


@pytest.mark.parametrize(
    "foot",
    [
        "저작권자 © 다온매일 무단전재 및 재배포 금지",
        "<저작권자(c) 다온매일, 무단 전재-재배포 금지>",
        "Copyright ⓒ 다온매일. All rights reserved. 무단 전재 및 재배포 금지.",
        "ⓒ 다온매일 무단전재 및 재배포금지",
    ],
)
def test_the_owner_of_the_rights_is_the_outlet_where_no_byline_names_one(foot: str) -> None:
    lines = assign_roles(list(enumerate(["가온시 새 도서관 연다", BODY, foot], 1)))
    assert credits_in(lines) == (None, "다온매일")
    told = assign_roles(list(enumerate(["제목", "[세종=나래통신] 윤가람 기자", BODY, foot], 1)))
    assert credits_in(told) == ("윤가람", "나래통신")
