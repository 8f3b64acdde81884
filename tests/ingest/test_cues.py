"""Each row of the table of cues against its own example, ordinary prose, and hostile lines."""

import time

import pytest

from store.ingest.cues import Cue, cues

TABLES = (cues().byline, cues().contact, cues().boilerplate, cues().caption)
ROWS = [row for table in TABLES for row in table.rows]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_a_row_takes_its_example_and_no_prose(row: Cue) -> None:
    assert row.matches(row.example)
    assert [sentence for sentence in cues().prose if row.matches(sentence)] == []


@pytest.mark.parametrize(
    "unit", ["가", "가 ", "(", "a@a.", "사진=", "▲ ", ". ", "구독 ", "#a ", "\u3000", "다"]
)
def test_no_row_is_slow_on_a_hostile_line(unit: str) -> None:
    lines = [(unit * 400)[:length] + end for length in (140, 310) for end in ("", "\x00", "다.")]
    start = time.process_time()
    for row in ROWS:
        for line in lines:
            row.matches(line)
    assert time.process_time() - start < 1.5


@pytest.mark.parametrize(
    "line",
    [
        "[저작권자 © 가온신문, 무단전재 및 재배포 금지]",
        "<저작권자(c) 나래통신, 무단 전재-재배포, AI 학습 및 활용 금지>",
        "ⓒ 가온경제. 무단전재 및 재배포 금지.",
        "Copyrights ⓒ 가온뉴스. 무단전재 및 재배포 금지",
        "무단전재-재배포 금지",
        "저작권자 © 누리일보 무단전재 및 재배포 금지, AI 학습 이용 금지",
        "Copyright © Gaon Daily. All rights reserved.",
        "▶ 카카오톡에서 나래뉴스를 친구 추가하세요",
        "네이버에서 가온신문 구독하기",
        "▶ [구독] 나래TV 유튜브 바로가기",
        "▷ 제보하기",
        "제보는 카카오톡 okgaon",
        "▷ 전화 : 02-000-0000",
        "[관련기사]",
        "많이 본 뉴스",
        "이 시각 주요뉴스",
        "[광고]",
        "Advertisement",
        "좋아요 3",
        "기사 추천",
        "#가온 #새벽시장",
    ],
)
def test_tails_in_many_wordings(line: str) -> None:
    assert any(row.matches(line) for row in cues().boilerplate.rows)


@pytest.mark.parametrize(
    "line",
    [
        "이도담 기자 dodam@gaon.example",
        "이도담기자 dodam@gaon.example",
        "dodam@gaon.example",
        "(가온=나래통신) 이도담 기자 dodam@gaon.example",
        "[이도담 기자 dodam@gaon.example]",
        "가온신문 이도담 기자 (dodam@gaon.example)",
        "이도담·한보람 기자 dodam@gaon.example",
        "/가온=이도담 기자 dodam@gaon.example",
        "이도담 dodam@gaon.example",
        "이도담 기자의 다른 기사 보기",
    ],
)
def test_reporters_addresses_in_many_wordings(line: str) -> None:
    assert any(row.matches(line) for row in cues().contact.rows)


@pytest.mark.parametrize(
    "line",
    [
        "▲ 시민들이 새로 문을 연 도서관을 둘러보고 있다. [사진=가온시]",
        "시민들이 도서관을 둘러보고 있다. (사진=가온시 제공)",
        "사진=가온시 제공",
        "/사진 제공=가온시",
        "[사진=가온시 제공]",
        "가온시 새 도서관 조감도. 가온시 제공",
        "이하늬별(오른쪽) 시장이 3일 도서관 개관식에서 인사말을 하고 있다. 나래뉴스",
        "3일 도서관을 찾은 시민들이 책을 고르고 있다 / 사진=이도담 기자",
        "책을 고르는 시민들 ⓒ 나래뉴스",
        "그래픽=한보람",
        "새 도서관 전경.(사진=뉴시스)",
    ],
)
def test_captions_in_many_wordings(line: str) -> None:
    assert any(row.matches(line) for row in cues().caption.rows)
