"""Quantities: figures, words, fractions, ranges, money, ranks, scores, ages; and what is none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Document, TextBlock
from store.extract.quantity import find_quantities
from store.extract.quantity.numerals import parse_native, parse_number
from store.extract.quantity.units import read_rows
from store.extract.temporal import find_times
from store.model import Article, Block
from tests.extract.documents import quantities_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30만4180", 304_180),
        ("1조2300억", 1_230_000_000_000),
        ("6천700억", 670_000_000_000),
        ("3만5천", 35_000),
        ("1억4천만", 140_000_000),
        ("1,234.5", 1234.5),
        ("1.5조", 1_500_000_000_000),
        ("3억 2천만", 320_000_000),
        ("0.1", 0.1),
        ("삼십", 30),
        ("이천이십", 2020),
        ("십만", 100_000),
        ("만", 10_000),
        ("백이", 102),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert parse_number(text) == value
    assert isinstance(parse_number(text), int) == (value == int(value))


@pytest.mark.parametrize("text", ["", "약", "3개", "3 4", "일이"])
def test_no_numbers(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("두", 2), ("스무", 20), ("열두", 12), ("서른세", 33), ("아흔아홉", 99), ("가", None)]
)
def test_native_numbers(text: str, value: int | None) -> None:
    assert parse_native(text) == value


@pytest.mark.parametrize("row", read_rows(), ids=lambda row: f"{row.name}-{row.forms[0]}")
def test_example_of_every_unit(row) -> None:  # type: ignore[no-untyped-def]
    text, value = row.example.split(" = ")
    *_, found = quantities_of(f"지난해 {text} 넘었다." if row.name == "대" else f"모두 {text}")
    assert (found.value, found.unit) == (float(value), row.name)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # 9: powers, points apart from percent
        (
            "1조2300억여원, 전년보다 3.4%p 낮은 8.1%",
            [
                ("1조2300억여원", 1.23e12, None, "원", "여"),
                ("3.4%p", 3.4, None, "%p", None),
                ("8.1%", 8.1, None, "%", None),
            ],
        ),
        # 10: shares
        (
            "10명 중 7명꼴, 응답자의 3분의 2",
            [("10명 중 7명", 70, None, "%", "꼴"), ("3분의 2", 66.7, None, "%", "약")],
        ),
        ("4분의 1이 찬성했다.", [("4분의 1", 25, None, "%", None)]),
        ("직원 200명 중 35명이 떠났다.", [("200명", 200, None, "명", None), ("35명", 35, None, "명", None)]),
        ("열 명 중 일곱 명이 찬성했다.", [("열 명 중 일곱 명", 70, None, "%", None)]),
        # 8: a stake in brackets
        ("한빛전자의 자회사(지분 51%)", [("51%", 51, None, "%", None)]),
        # ranges
        ("3∼5% 올랐다.", [("3∼5%", 3, 5, "%", None)]),
        ("10~20명이 모였다.", [("10~20명", 10, 20, "명", None)]),
        ("5천만∼7천만원을 냈다.", [("5천만∼7천만원", 50_000_000, 70_000_000, "원", None)]),
        ("3∼5만명이 모였다.", [("3∼5만명", 30_000, 50_000, "명", None)]),
        ("3%에서 5%로 올랐다.", [("3%", 3, None, "%", None), ("5%", 5, None, "%", None)]),
        # ranks, scores
        ("1·2위 회사가 만났다.", [("1·2위", 1, 2, "위", None)]),
        ("경쟁률은 3대 1이다.", [("3대 1", 3, None, "대 1", None)]),
        ("한빛이 2-1로 이겼다.", [("2-1", 2, None, "대 1", None)]),
        # money
        ("$3억을 냈다.", [("$3억", 3e8, None, "달러", None)]),
        ("35억 달러를 냈다.", [("35억 달러", 3.5e9, None, "달러", None)]),
        ("보험금 16억 2천여만원을 냈다.", [("16억 2천여만원", 1.62e9, None, "원", "여")]),
        ("영업익 3조 돌파", [("3조", 3e12, None, "원", "돌파")]),
        ("$15.7 billion in costs", [("$15.7 billion", 15.7e9, None, "달러", None)]),
        # words
        ("두 명이 다쳤다.", [("두 명", 2, None, "명", None)]),
        ("공장 세 곳을 지었다.", [("세 곳", 3, None, "곳", None)]),
        ("스무 살이 됐다.", [("스무 살", 20, None, "세", None)]),
        ("상자 열두 개를 날랐다.", [("열두 개", 12, None, "개", None)]),
        ("회원 삼십 명이 왔다.", [("삼십 명", 30, None, "명", None)]),
        ("값이 세 배 올랐다.", [("세 배", 3, None, "배", None)]),
        ("두세 명이 왔다.", [("두세 명", 2, 3, "명", None)]),
        ("배 서너 척이 떴다.", [("서너 척", 3, 4, "척", None)]),
        ("대여섯 곳을 돌았다.", [("대여섯 곳", 5, 6, "곳", None)]),
        ("예닐곱 살 아이가 왔다.", [("예닐곱 살", 6, 7, "세", None)]),
        ("셋 중 하나는 굶는다.", [("셋 중 하나", 33.3, None, "%", "약")]),
        ("다섯 가운데 넷은 안다.", [("다섯 가운데 넷", 80, None, "%", None)]),
        ("매출이 반토막 났다.", [("반토막", 50, None, "%", None)]),
        ("이익이 반토막으로 줄었다.", [("반토막", 50, None, "%", None)]),
        ("이익 반토막 한빛, 새 사업에 건다", []),
        ("세 계단 올라 3위다.", [("세 계단", 3, None, "계단", None), ("3위", 3, None, "위", None)]),
        ("수백만t을 날랐다.", [("수백만t", None, None, "t", "수")]),
        # about and bounds
        ("약 300명이 왔다.", [("300명", 300, None, "명", "약")]),
        ("300명가량이 왔다.", [("300명", 300, None, "명", "가량")]),
        ("75개가 넘는 공장이 있다.", [("75개", 75, None, "개", "넘는")]),
        ("60개 이상이 있다.", [("60개", 60, None, "개", "이상")]),
        ("최대 60개다.", [("60개", 60, None, "개", "최대")]),
        ("100명 가까이 된다.", [("100명", 100, None, "명", "가까이")]),
        ("2%에 못 미쳤다.", [("2%", 2, None, "%", "못 미쳤")]),
        ("30%를 훌쩍 넘는 값이다.", [("30%", 30, None, "%", "넘는")]),
        ("30여 명이 왔다.", [("30여 명", 30, None, "명", "여")]),
        ("2조원대 매출을 냈다.", [("2조원대", 2e12, None, "원", "대")]),
        ("5kg 미만이다.", [("5kg", 5, None, "kg", "미만")]),
        ("30명 안팎이 왔다.", [("30명", 30, None, "명", "안팎")]),
        # below zero
        ("기온은 영하 5도였다.", [("영하 5도", -5, None, "도", None)]),
        ("성장률은 -1.3%다.", [("-1.3%", -1.3, None, "%", None)]),
        # ages
        ("김모(28)씨가 다쳤다.", [("28", 28, None, "세", None)]),
        ("이누리(31·여)씨가 다쳤다.", [("31", 31, None, "세", None)]),
        ("28세 청년이 왔다.", [("28세", 28, None, "세", None)]),
        ("20대 청년이 왔다.", [("20대", 20, 29, "세", None)]),
        ("30·40대가 많았다.", [("30·40대", 30, 49, "세", None)]),
        ("위성 3기가 올랐다.", [("3기", 3, None, "기", None)]),
        ("용량은 128기가다.", [("128기가", 128, None, "GB", None)]),
        # glued
        ("서울12곳을 돌았다.", [("12곳", 12, None, "곳", None)]),
        ("버스 20대를 샀다.", [("20대", 20, None, "대", None)]),
        ("헬기 12대 투입", [("12대", 12, None, "대", None)]),
        ("90개 국가에서 판다.", [("90개 국가", 90, None, "개국", None)]),
        ("사고 3건의 원인이 드러났다.", [("3건", 3, None, "건", None)]),
        ("3건의안을 냈다.", []),
        # arrows of headlines
        ("예금 2.7조↑", [("2.7조", 2.7e12, None, "원", None)]),
        ("이자 12%↓", [("12%", 12, None, "%", None)]),
        # what belongs to the unit
        ("바람이 시속 120㎞로 불었다.", [("시속 120㎞", 120, None, "km/h", None)]),
        ("최대풍속은 초속 35m다.", [("초속 35m", 35, None, "m/s", None)]),
        ("수온이 섭씨 31도까지 올랐다.", [("섭씨 31도", 31, None, "도", None)]),
        ("밤에는 섭씨 영하 40도다.", [("섭씨 영하 40도", -40, None, "도", None)]),
        ("농도는 35㎍/㎥다.", [("35㎍/㎥", 35, None, "㎍/㎥", None)]),
        # numbers as English writes them
        ("약 $2.5bn을 들였다.", [("$2.5bn", 2.5e9, None, "달러", "약")]),
        ("US$300M을 모았다.", [("US$300M", 3e8, None, "달러", None)]),
        ("HK$40을 냈다.", [("HK$40", 40, None, "홍콩달러", None)]),
        ("USD 1,200을 냈다.", [("USD 1,200", 1200, None, "달러", None)]),
        ("1.5 million달러를 썼다.", [("1.5 million달러", 1.5e6, None, "달러", None)]),
        ("규모는 3.5B달러다.", [("3.5B달러", 3.5e9, None, "달러", None)]),
        ("20억 美달러를 빌렸다.", [("20억 美달러", 2e9, None, "달러", None)]),
        ("가격은 900 EUR다.", [("900 EUR", 900, None, "유로", None)]),
        ("12 percent 올랐다.", [("12 percent", 12, None, "%", None)]),
    ],
)
def test_quantity(sentence: str, expected: list[tuple[str, float, float | None, str, str | None]]) -> None:
    found = [(q.text, q.value, q.value_max, q.unit, q.approx) for q in quantities_of(sentence)]
    assert found == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "6년 만에 문을 열었다.",
        "2박 3일로 방한했다.",
        "3년 뒤 문을 연다.",
        "2시간 30분 걸렸다.",
        "15일 오후 3시에 만났다.",
        "제7차 회의를 열었다.",
        "제3국에 팔았다.",
        "두 번째 회의를 열었다.",
        "행정5부가 맡았다.",
        "누리폰15 프로를 샀다.",
        "10대 그룹 총수가 모였다.",
        "코로나19가 번졌다.",
        "5G 요금을 내렸다.",
        "조건을 달았다.",
        "한편 시는 밝혔다.",
        "조 회장이 말했다.",
        "세종시가 밝혔다.",
        "F-35A를 샀다.",
        "2030세대가 샀다.",
        "문·이과를 합쳤다.",
        "지수가 8700대로 올라섰다.",
    ],
)
def test_what_is_no_quantity(sentence: str) -> None:
    assert quantities_of(sentence) == []


_PIECES = st.sampled_from(
    [
        *"1234567890,.만억조천백십여약 %∼-~·()$",
        "명",
        "원",
        "개",
        "곳",
        "대",
        "분의",
        "중",
        "한",
        "두",
        "수",
        "위",
    ]
)


@given(st.lists(_PIECES, max_size=18).map("".join) | st.text(max_size=40))
def test_any_text_gives_spans_that_place_and_finite_values(text: str) -> None:
    block = TextBlock(0, text, "paragraph")
    read = Document(Article(id="", source="", blocks=(Block(text, "paragraph"),)), None, [block])
    for quantity in find_quantities(read, find_times(read)):
        assert text[quantity.start : quantity.end] == quantity.text != ""
        assert quantity.value is None or math.isfinite(quantity.value)
        assert quantity.value_max is None or math.isfinite(quantity.value_max)
