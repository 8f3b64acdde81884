"""Tables of articles, above all BIGKinds exports: Excel and CSV, spellings that vary, ill rows by number."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given as over
from hypothesis import strategies as st
from openpyxl import Workbook

from store.ingest import Failure, ingest
from store.ingest.given import given
from store.model import RawArticle

HEADER = [
    *("뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "통합 분류2", "통합 분류3"),
    *("사건/사고 분류1", "사건/사고 분류2", "사건/사고 분류3", "인물", "위치", "기관", "키워드"),
    *("특성추출(가중치순 상위 50개)", "본문", "URL", "분석제외 여부"),
]
BODY = "가온시가 10년 넘게 비어 있던 학교를 천문대로 고쳐 10월 3일 문을 연다고 28일 밝혔다."
ROW: dict[str, Any] = {
    "뉴스 식별자": "01100101.20230928163000001",
    "일자": "20230928",
    "언론사": "나래일보",
    "기고자": "이도담 기자",
    "제목": "천문대 10월 문 연다",
    "통합 분류1": "지역>경기",
    "통합 분류2": "문화",
    "인물": "하람,소한결,하람",
    "위치": "가온시",
    "기관": "가온시, 솔숲초등학교",
    "키워드": "천문대,망원경",
    "특성추출(가중치순 상위 50개)": "천문대,돔",
    "본문": BODY,
    "URL": "https://narae.example/1",
}


def workbook(*rows: dict[str, Any], header: list[str] = HEADER, above: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(above):
        sheet.append(["뉴스 검색 결과"])
    sheet.append(header)
    for row in rows:
        sheet.append([row.get(name) for name in header])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def table(*rows: dict[str, Any], header: list[str] = HEADER, mark: str = ",") -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=mark)
    writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    return text.getvalue()


def read(data: bytes | str, name: str = "NewsResult.xlsx") -> list[RawArticle | Failure]:
    return list(ingest(name, data.encode() if isinstance(data, str) else data))


def check(found: RawArticle | Failure) -> None:
    assert isinstance(found, RawArticle), found
    assert [(line.role, line.text) for line in found.lines] == [("title", ROW["제목"]), ("paragraph", BODY)]
    said = (found.published, found.publisher, found.author, found.url)
    assert said == ("2023-09-28", "나래일보", "이도담", "https://narae.example/1")
    told = given(found.raw)
    assert told is not None
    assert told.archive == "BIGKinds"
    assert (told.people, told.places, told.organizations) == (
        ("하람", "소한결"),
        ("가온시",),
        ("가온시", "솔숲초등학교"),
    )
    assert told.keywords == ("천문대", "망원경", "돔")
    assert told.categories == ("지역>경기", "문화")
    assert not told.cut


def test_an_excel_export() -> None:
    (found,) = read(workbook(ROW))
    check(found)


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ","), ("utf-8-sig", ","), ("cp949", ","), ("utf-16", "\t"), ("utf-8", ";")],
)
@pytest.mark.parametrize("name", ["a.csv", "-"])
def test_a_csv_export(encoding: str, mark: str, name: str) -> None:
    (found,) = read(table(ROW, mark=mark).encode(encoding), name)
    check(found)


def test_headers_are_spelled_in_many_ways() -> None:
    spelled = {
        "뉴스 식별자": "뉴스식별자",
        "통합 분류1": "통합분류1",
        "통합 분류2": "통합분류 2",
        "특성추출(가중치순 상위 50개)": "특성추출",
        "URL": "url",
        "분석제외 여부": "분석제외여부",
    }
    header = [spelled.get(name, name) for name in HEADER]
    row = {spelled.get(name, name): value for name, value in ROW.items()}
    for data in (workbook(row, header=header, above=2), table(row, header=header).encode()):
        (found,) = read(data)
        check(found)


@pytest.mark.parametrize("date", [20230928, 20230928.0, datetime(2023, 9, 28), "2023-09-28", "2023.09.28."])
def test_dates_of_every_kind(date: object) -> None:
    (found,) = read(workbook({**ROW, "일자": date}))
    assert isinstance(found, RawArticle)
    assert (found.published or "")[:10] == "2023-09-28"


def test_a_text_that_is_cut_says_so() -> None:
    cut, whole = read(workbook({**ROW, "본문": (BODY * 5)[:200]}, {**ROW, "URL": "https://narae.example/2"}))
    assert isinstance(cut, RawArticle)
    assert isinstance(whole, RawArticle)
    assert [told.cut for each in (cut, whole) if (told := given(each.raw))] == [True, False]


def test_ill_rows_are_named_and_the_others_go_on() -> None:
    empty = {"뉴스 식별자": "x", "일자": "20230928"}
    long = {**ROW, "본문": "가" * 32_000 + "나" * 700}
    found = read(workbook(ROW, empty, {}, long, ROW))
    assert [isinstance(each, RawArticle) for each in found] == [True, False, True, True]
    assert "NewsResult.xlsx: row 3: it has neither" in str(found[1])
    found = read(table(ROW, {**ROW, "본문": "가" * 100_001}, ROW), "a.csv")
    assert [isinstance(each, RawArticle) for each in found] == [True, False, True]
    assert "a.csv: row 3: line 2 has 100,001 characters" in str(found[1])


def test_any_table_of_articles_is_read() -> None:
    (found,) = read("title,date,body\n다리 연다,2024-01-02,나루시가 새 다리를 연다.\n", "a.csv")
    assert isinstance(found, RawArticle)
    assert (found.published, given(found.raw)) == ("2024-01-02", None)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (workbook(header=["이름", "수"]), "no row of it names"),
        (workbook(), "no rows"),
        (table(), "no rows"),
        (workbook(ROW)[:-300], "ZIP archive|damaged|read"),
        (b"PK\x03\x04" + bytes(100), "ZIP archive"),
        ("이름,수\n가,1\n", "no row of it names"),
    ],
    ids=["other", "empty sheet", "empty", "cut", "no archive", "other text"],
)
def test_what_is_no_table_of_articles_is_refused(data: bytes | str, why: str) -> None:
    (failure,) = read(data, "a.csv")
    assert isinstance(failure, Failure)
    assert any(part in failure.reason for part in why.split("|")), failure.reason


def repacked(data: bytes, part: str, change: bytes, *, times: int = 1) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            with new.open(item.filename, "w") as stream:
                stream.write(old.read(item) if item.filename != part else change)
                for _ in range(times - 1 if item.filename == part else 0):
                    stream.write(change)
    return made.getvalue()


def test_bombs_are_refused_in_no_time() -> None:
    began = time.process_time()
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    entities = b'<?xml version="1.0"?>' + declared + b"<worksheet>&b;</worksheet>"
    (failure,) = read(repacked(workbook(ROW), "xl/worksheets/sheet1.xml", entities))
    assert isinstance(failure, Failure)
    assert "entities" in failure.reason
    huge = repacked(workbook(ROW), "xl/styles.xml", bytes(1 << 20), times=300)
    (failure,) = read(huge)
    assert isinstance(failure, Failure)
    assert "unpacked" in failure.reason
    assert time.process_time() - began < 20


def test_a_row_that_claims_to_be_far_below_is_refused() -> None:
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(workbook(ROW))) as archive:
        changed = archive.read(sheet).replace(b'<row r="2"', b'<row r="99999999999"')
    began = time.process_time()
    (failure,) = read(repacked(workbook(ROW), sheet, changed))
    assert isinstance(failure, Failure)
    assert "rows" in failure.reason
    assert time.process_time() - began < 20


def test_formulas_and_links_are_texts() -> None:
    (found,) = read(workbook({**ROW, "제목": '=HYPERLINK("http://x")', "URL": "javascript:alert(1)"}))
    assert isinstance(found, RawArticle)
    assert found.url is None


@over(st.binary(max_size=200), st.integers(0, 4000))
def test_any_damage_is_read_or_refused(damage: bytes, place: int) -> None:
    data = bytearray(_WHOLE)
    data[place : place + len(damage)] = damage
    for found in read(bytes(data)):
        assert isinstance(found, RawArticle | Failure)


_WHOLE = workbook(ROW)


@over(st.text(alphabet='제목,본문\n"가나 \t;\r1', max_size=100))
def test_any_csv_is_read_or_refused(text: str) -> None:
    for found in read("제목,본문\n" + text, "a.csv"):
        assert isinstance(found, RawArticle | Failure)
