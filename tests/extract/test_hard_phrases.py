"""Hard phrases of the news, one rule of Korean each: who said it, how much, when, what will be, which."""

from __future__ import annotations

from datetime import date

import pytest

from store.extract.quotation import find_quotations
from tests.extract.documents import dates_of, lists_of, quantities_of, statistics_of
from tests.extract.speech import forecasts_of, read, said

SPEECH = [
    # words in words
    (
        "정 대표는 \"직원들이 '더는 못 버틴다'고 하더라\"고 말했다.",
        [("정 대표", ["직원들이 '더는 못 버틴다'고 하더라"])],
    ),
    ("오 사장은 “‘정직이 답’이라는 말을 지킨다”고 밝혔다.", [("오 사장", ["‘정직이 답’이라는 말을 지킨다"])]),
    # endings that go on
    (
        '민 의원은 "표결하자"면서도 "서두를 일은 아니다"라고 말했다.',
        [("민 의원", ["표결하자", "서두를 일은 아니다"])],
    ),
    ('정 대표는 "아직 이르다"며 고개를 저었다.', [("정 대표", ["아직 이르다"])]),
    ('"문을 닫지 않겠다"는 것이 한빛전자의 설명이다.', [("한빛전자", ["문을 닫지 않겠다"])]),
    ('정 대표는 "맞다"고 했다가 "아니다"라고 물러섰다.', [("정 대표", ["맞다"]), ("정 대표", ["아니다"])]),
    ('한빛전자는 "사실무근"이라며 법적 대응을 예고했다.', [("한빛전자", ["사실무근"])]),
    # without marks
    ("정 대표는 새 공장을 짓겠다고 밝혔다.", [("정 대표", ["새 공장을 짓겠다"])]),
    (
        "국토교통부는 다리가 안전하다며 통행을 막지 않겠다고 밝혔다.",
        [("국토교통부", ["다리가 안전하다", "통행을 막지 않겠다"])],
    ),
    ("민 의원은 개정안이 지나치다고 반대했다.", [("민 의원", ["개정안이 지나치다"])]),
    (
        "한빛전자는 2년 안에 새 배를 먼 남쪽 바다의 섬을 향해 띄울 것이라고 밝혔다.",
        [("한빛전자", ["2년 안에 새 배를 먼 남쪽 바다의 섬을 향해 띄울 것"])],
    ),
    ("정 대표는 취재진을 향해 곧 떠난다고 밝혔다.", [("정 대표", ["곧 떠난다"])]),
    (
        "국토교통부는 한빛전자가 규칙을 어겼다고 잠정 결론을 내렸다.",
        [("국토교통부", ["한빛전자가 규칙을 어겼다"])],
    ),
    # who speaks
    ('"끝까지 간다." 윤 총재의 말이다.', [("윤 총재", ["끝까지 간다."])]),
    ('오 사장을 대신해 나온 박서연은 "송구하다"고 했다.', [("박서연", ["송구하다"])]),
    ('"비가 그치면 연다"고 한빛전자 관계자가 귀띔했다.', [("한빛전자 관계자", ["비가 그치면 연다"])]),
    # no speech
    ("정 대표는 '새길'이라는 이름을 붙였다.", []),
    ("나래시는 '걷고 싶은 길' 사업을 편다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SPEECH)
def test_speech(sentence: str, expected: list[tuple[str | None, list[str]]]) -> None:
    assert said(sentence) == expected


MEASURES = [
    ("매출은 전년 동기 대비 12% 늘었다.", [("12%", "매출 증가", "전년 동기 대비")]),
    (
        "영업이익은 전기 대비 3.1%p 낮은 7.2%다.",
        [("3.1%p", "영업이익 감소", "전기 대비"), ("7.2%", "영업이익", None)],
    ),
    (
        "판매량은 1년 전보다 두 배 많은 3만대다.",
        [("두 배", "판매량 증가", "1년 전보다"), ("3만대", "판매량", None)],
    ),
    ("관객은 12만명에 그쳤다.", [("12만명", "관객", None)]),
    ("누적 관객은 100만명에 육박했다.", [("100만명", "관객", None)]),
    ("체납액은 30억원에 달했다.", [("30억원", "체납액", None)]),
    (
        "잠정 영업이익은 3조원, 확정 배당금은 500원이다.",
        [("3조원", "잠정 영업이익", None), ("500원", "확정 배당금", None)],
    ),
    (
        "투표율은 61.2%로 직전 선거보다 3.4%p 높았다.",
        [("61.2%", "투표율", None), ("3.4%p", "투표율 증가", "직전 선거보다")],
    ),
    ("매출과 이익은 각각 12%, 7% 늘었다.", [("12%", "매출 증가", None), ("7%", "이익 증가", None)]),
    ("1인당 쌀 소비량은 57㎏이다.", [("57㎏", "1인당 쌀 소비량", None)]),
    ("실업률이 3.1%에서 2.9%로 떨어졌다.", [("3.1%", "실업률", None), ("2.9%", "실업률", None)]),
    ("응답자 10명 중 7명은 찬성했다.", [("10명 중 7명", "응답자 가운데 찬성한 비율", None)]),
    ("부상자는 어린이 3명, 교사 1명이다.", [("3명", "어린이 부상자", None), ("1명", "교사 부상자", None)]),
]


@pytest.mark.parametrize(("sentence", "expected"), MEASURES)
def test_measures(sentence: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(one.text, one.measure, one.comparator) for one in statistics_of(sentence)] == expected


AMOUNTS = [
    ("12만3천여명이 왔다.", [(123_000, None, "명", "여")]),
    ("3∼4배 늘었다.", [(3, 4, "배", None)]),
    ("1조 2,300억 원을 들였다.", [(1_230_000_000_000, None, "원", None)]),
    ("5분의 3이 반대했다.", [(60, None, "%", None)]),
    ("백만 명이 모였다.", [(1_000_000, None, "명", None)]),
    ("200만∼300만원을 받았다.", [(2_000_000, 3_000_000, "원", None)]),
    ("2만5천여 가구에 물이 끊겼다.", [(25_000, None, "가구", "여")]),
    ("최소 5명에서 최대 8명이 탔다.", [(5, None, "명", "최소"), (8, None, "명", "최대")]),
    ("연 3.5%의 이자를 준다.", [(3.5, None, "%", None)]),
    ("시속 80∼100㎞로 달렸다.", [(80, 100, "km/h", None)]),
    ("10억 달러어치를 샀다.", [(1_000_000_000, None, "달러", None)]),
    ("세 배 가까이 늘었다.", [(3, None, "배", "가까이")]),
]


@pytest.mark.parametrize(("sentence", "expected"), AMOUNTS)
def test_amounts(sentence: str, expected: list[tuple[float, float | None, str, str | None]]) -> None:
    found = [(q.value, q.value_max, q.unit, q.approx) for q in quantities_of(sentence)]
    assert found == expected


DAYS = [
    (
        "30일부터 다음 달 2일까지 연다.",
        date(2023, 12, 28),
        "30일부터 다음 달 2일까지",
        "2023-12-30/2024-01-02",
    ),
    ("이달 29일 문을 연다.", date(2024, 2, 20), "이달 29일", "2024-02-29"),
    ("이달 29일 문을 연다.", date(2023, 2, 20), "이달 29일", None),
    ("지난해 12월 31일 문을 닫았다.", date(2024, 1, 1), "지난해 12월 31일", "2023-12-31"),
    ("내달 초 문을 연다.", date(2024, 12, 30), "내달 초", "2025-01"),
    ("지난 4분기 매출이 줄었다.", date(2024, 2, 1), "지난 4분기", "2023-10/2023-12"),
    ("4분기 말 예금이 줄었다.", date(2024, 2, 1), "4분기 말", "2023-12"),
    ("10월24일에는 아픔을 달래는 노래가 나왔다.", date(2024, 5, 1), "10월24일", "2023-10-24"),
    ("2년 뒤인 2026년 문을 연다.", date(2024, 5, 1), "2026년", "2026"),
    ("31일 밤 12시에 끝난다.", date(2024, 5, 30), "31일", "2024-05-31"),
]


@pytest.mark.parametrize(("sentence", "day", "words", "value"), DAYS)
def test_days(sentence: str, day: date, words: str, value: str | None) -> None:
    assert (words, value) in dates_of(sentence, day=day)


FUTURES = [
    ("내년 성장률은 2%에 그칠 것으로 보인다.", ["내년 성장률은 2%에 그칠 것으로 보인다"]),
    ('오 사장은 "내년엔 흑자를 낼 것"이라고 내다봤다.', ["내년엔 흑자를 낼 것"]),
    ("한빛전자는 내년 3월 새 공장을 열기로 했다.", ["한빛전자는 내년 3월 새 공장을 열기로 했다"]),
    ("값이 더 오를 공산이 크다.", ["값이 더 오를 공산이 크다"]),
    ("20일에는 전국에 비가 내리겠다.", ["20일에는 전국에 비가 내리겠다"]),
    ("값이 올랐을 것으로 보인다.", []),
    ("정 대표는 회의를 열기로 했다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), FUTURES)
def test_futures(sentence: str, expected: list[str]) -> None:
    assert [forecast.text for forecast in forecasts_of(sentence)] == expected


LISTS = [
    ("사과 3개, 배 2개, 감 1개를 샀다.", [["사과 3개", "배 2개", "감 1개"]]),
    ("대상은 초등생, 중학생, 고등학생이다.", [["초등생", "중학생", "고등학생"]]),
    ("△교통 △주거 △일자리 등 3대 과제를 냈다.", [["교통", "주거", "일자리"]]),
    ("가람, 누리, 한빛 순으로 많았다.", [["가람", "누리", "한빛"]]),
    ("①물 절약 ②불 끄기 ③걷기 등이다.", [["물 절약", "불 끄기", "걷기"]]),
    ("그는 웃고, 울고, 떠났다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), LISTS)
def test_lists(sentence: str, expected: list[list[str]]) -> None:
    assert [[item.text for item in one.items] for one in lists_of(sentence)] == expected


def test_a_speaker_goes_on_over_paragraphs() -> None:
    document, entities = read('정 대표는 "짓는다"고 말했다.', '그러면서 "돈은 있다"고 덧붙였다.')
    assert [found.speaker.name for found in find_quotations(document, entities)] == ["정 대표", "정 대표"]
