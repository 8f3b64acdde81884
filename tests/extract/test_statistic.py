"""Statistics: which numbers measure something, what they measure, compared with what, and when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Document, TextBlock
from store.extract.quantity import find_quantities
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.extract.verb_forms import adnominal
from store.extract.word_groups import word_group
from store.model import Article, Block
from tests.extract.documents import WEDNESDAY, statistics_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("과태료 2억7천500만원을 물렸다.", [("2억7천500만원", "과태료")]),
        ("시의 올해 예산은 1조2300억여원이다.", [("1조2300억여원", "예산")]),
        ("매출 120억원, 영업이익 14억원을 냈다.", [("120억원", "매출"), ("14억원", "영업이익")]),
        ("매출은 12.5% 늘었지만 이익은 3%나 줄었다.", [("12.5%", "매출 증가"), ("3%", "이익 감소")]),
        ("응답자의 3분의 2가 새 제도에 찬성했다.", [("3분의 2", "응답자 가운데 새 제도에 찬성한 비율")]),
        (
            "전체 주민의 64%는 걸어서 역에 가고, 12%는 버스를 탄다.",
            [
                ("64%", "전체 주민 가운데 걸어서 역에 가는 비율"),
                ("12%", "전체 주민 가운데 버스를 타는 비율"),
            ],
        ),
        ("물량의 70%가 국내 공장에서 생산될 것이다.", [("70%", "물량 가운데 국내 공장에서 생산되는 비율")]),
        ("한빛은 40개가 넘는 물류센터를 운영한다.", [("40개", "물류센터")]),
        ("시는 20만개 가게에서 쿠폰을 받는다.", [("20만개", "가게")]),
        ("50만명이 새 앱을 내려받았다.", [("50만명", "새 앱을 내려받은 사람")]),
        ("14억원 규모의 사업 분담금을 냈다.", [("14억원", "사업 분담금")]),
        ("예산은 5천억 루피아(약 400억원)다.", [("5천억 루피아", "예산"), ("400억원", "예산")]),
        ("무게는 7㎏ 안팎이다.", [("7㎏", "무게")]),
        ("수도권이 전체의 58.4%를 차지했다.", [("58.4%", "수도권의 비율")]),
        ("누리시에서는 7천명이 늘었다.", [("7천명", "누리시 증가")]),
        (
            "누리전자(001234)가 3.2%, 한빛전자는 0.5% 올랐다.",
            [("3.2%", "누리전자"), ("0.5%", "한빛전자 증가")],
        ),
        ("회사는 공장에 30억원을 투자한다.", [("30억원", "회사 투자액")]),
        ("60세 이상은 1200명이었다.", [("1200명", "60세 이상")]),
        ("체납액(가산금 포함) 규모는 42억원이다.", [("42억원", "체납액(가산금 포함) 규모")]),
        ("2011년 3140척에 달했던 어선 등록량은 줄었다.", [("3140척", "어선 등록량")]),
        ("명단에 시민 2명도 포함돼 있다.", [("2명", "시민")]),
        ("사과는 1㎏에 6천500원이다.", [("6천500원", "사과")]),
        (
            "누리지수는 3.5포인트 오른 1,234.50에 장을 마쳤다.",
            [("3.5포인트", "누리지수 증가"), ("1,234.50", "누리지수")],
        ),
        ("가온국이 옷감에 25% 상호관세를 매겼다.", [("25%", "상호관세")]),
        (
            "새빛은 매출 28조원, 영업이익 6조4500억원을 올렸다.",
            [("28조원", "매출"), ("6조4500억원", "영업이익")],
        ),
        ("이익이 10조원을 넘어선 것은 지난해(11조원) 이후 처음이다.", [("11조원", "이익")]),
        ("위원회는 기준금리를 연 2.50%로 묶었다.", [("2.50%", "기준금리")]),
        ("경찰 추산 500여명이 모였다.", [("500여명", "모인 사람")]),
        ("영업이익은 전년比 12% 늘었다.", [("12%", "영업이익 증가")]),
        ("새빛전자 매출 전년比 62%↑", [("62%", "새빛전자 매출 증가")]),
        ("나래단은 18승 5무 7패다.", [("18승", "나래단"), ("5무", "나래단"), ("7패", "나래단")]),
        ("4세대 실손보험 손해율은 111.9%다.", [("111.9%", "4세대 실손보험 손해율")]),
        ("매출과 이익은 각각 9억원, 2억원이다.", [("9억원", "매출"), ("2억원", "이익")]),
        ("김수로 박사 등 최소한 8명의 연구원이 참여했다.", [("8명", "연구원")]),
        ("홍씨 등 3명이 다쳤다.", [("3명", "다친 사람")]),
        (
            "전체 가구의 3분의 1이 1인 가구이고, 40%는 자기 집에 산다.",
            [
                ("3분의 1", "전체 가구 가운데 1인 가구인 비율"),
                ("40%", "전체 가구 가운데 자기 집에 사는 비율"),
            ],
        ),
        ("구는 2천564건을 단속해 과태료를 물렸다.", [("2천564건", "단속한 건수")]),
        ("경찰은 12명을 현행범으로 체포했다.", [("12명", "현행범으로 체포한 사람")]),
        ("국제유가는 배럴당 82.4달러까지 내렸다.", [("82.4달러", "국제유가")]),
        ("나이별로는 7∼12세가 1000명당 53.8명이었다.", [("53.8명", "7∼12세")]),
        ("20대 15%, 30대 이상 31%였다.", [("15%", "20대"), ("31%", "30대 이상")]),
        ("예금은 한 달 새 3조원 줄었다.", [("3조원", "예금 감소")]),
        ("2분기(4∼6월) 매출은 두 배로 늘었다.", [("두 배", "매출")]),
        ("김 교수 등 7명이 참여했다.", [("7명", "참여한 사람")]),
        ("매출은 30억원을 기록했다.", [("30억원", "매출")]),
        ("트럭은 12만대가 될 것으로 내다봤다.", [("12만대", "트럭")]),
        ("버스는 7대에서 20대로 늘어난다.", [("7대", "버스"), ("20대", "버스")]),
    ],
)
def test_measure(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.text, found.measure) for found in statistics_of(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [
        ("매출은 전년보다 12% 늘었다.", "전년보다"),
        ("매출은 지난해 같은 기간보다 12% 늘었다.", "지난해 같은 기간보다"),
        ("매출은 전년 동기 대비 12% 늘었다.", "전년 동기 대비"),
        ("환자는 전날에 비해 12명 늘었다.", "전날에 비해"),
        ("취업자는 1년 전보다 12명 늘었다.", "1년 전보다"),
        ("지난해 매출은 2조원으로 전년보다 12% 늘었다.", "전년보다"),
        ("회원은 2014년 6월 초와 비교해 80명 늘었다.", "2014년 6월 초와 비교해"),
        ("수위는 5일 전날보다 30㎝ 올랐다.", "전날보다"),
        ("매출은 12% 늘었다.", None),
    ],
)
def test_comparator(sentence: str, comparator: str | None) -> None:
    *_, found = statistics_of(sentence)
    assert found.comparator == comparator


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("지난달 매출은 12억원이다.", "2019-02"),
        ("올해 1분기 매출은 12억원이다.", "2019-01/2019-03"),
        ("5일 오후 9시까지 환자는 30명이다.", "2019-03-05"),
        ("매출은 지난해보다 12% 늘었다.", None),
        ("올해 매출은 지난해보다 12% 늘었다.", "2019"),
        ("매출은 12억원이다.", None),
    ],
)
def test_time(sentence: str, time: str | None) -> None:
    (found,) = statistics_of(sentence)
    assert found.time == time


@pytest.mark.parametrize(
    "sentence",
    [
        "63층에서 만났다.",
        "28세 청년이 왔다.",
        "전국 1·2위 회사가 만났다.",
        "6가지 과제를 냈다.",
        "4년 만에 만났다.",
        "2박 3일로 왔다.",
        "환자가 4만명을 넘었다.",
        "12개 시도별로 보면 다르다.",
        "3번시드 이누리가 이겼다.",
        "두 사람은 만났다.",
        "절반이 떠났다.",
    ],
)
def test_what_measures_nothing(sentence: str) -> None:
    assert statistics_of(sentence) == []


@pytest.mark.parametrize(
    ("stem", "past", "form"),
    [
        ("오", False, "오는"),
        ("늘", False, "느는"),
        ("받", False, "받는"),
        ("오", True, "온"),
        ("받", True, "받은"),
        ("잇", True, "이은"),
        ("돕", True, "도운"),
        ("듣", True, "들은"),
        ("짓", False, "짓는"),
    ],
)
def test_adnominal(stem: str, past: bool, form: str) -> None:
    assert adnominal(stem, past=past) == form


def test_rising_and_falling_share_no_word() -> None:
    assert not word_group("rising") & word_group("falling")


_PIECES = st.sampled_from(
    [
        "매출",
        "은",
        " ",
        "12",
        "%",
        "만명",
        "원",
        "이",
        "늘었다",
        "(",
        ")",
        "의",
        "지난해",
        "보다",
        ".",
        ",",
        "넘는",
        "약",
    ]
)


@given(st.lists(_PIECES, max_size=18).map("".join))
def test_any_text_gives_statistics_that_place(text: str) -> None:
    block = TextBlock(0, text, "paragraph")
    read = Document(Article(id="", source="", blocks=(Block(text, "paragraph"),)), WEDNESDAY, [block])
    times = find_times(read)
    for found in find_statistics(read, find_quantities(read, times), times, []):
        assert text[found.start : found.end] == found.text
        assert found.measure != ""
