"""Statements about the future: what makes them so, who makes them and for when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.speech import forecasts_of

FUTURE = [
    ("올해 사과는 풍년이 될 전망이다.", "expected"),
    ("겨울 산길은 더 험할 것으로 예상된다.", "expected"),
    ("겨울 산길은 더 험할 것으로 예상되고 있다.", "expected"),
    ("내년 성장률은 2%로 전망된다.", "expected"),
    ("한빛전자는 내년 수출이 늘어날 것으로 내다봤다.", "expected"),
    ("한빛전자는 내년 수출이 늘어날 것으로 보고 있다.", "expected"),
    ("공방이 벌어질 것으로 보인다.", "expected"),
    ("최종 합의까지는 진통이 예상된다.", "expected"),
    ("내년에 금리가 내릴 가능성이 크다.", "expected"),
    ("내년에는 손님이 두 배로 늘어날 것이란 게 가게의 기대다.", "expected"),
    ("다리는 내년에 완성될 것이다.", "will"),
    ("기상청은 내일 눈이 쌓일 것으로 예보했다.", "expected"),
    ("기상청은 오는 20일 밤부터 비가 내리겠다고 예보했다.", "expected"),
    ("내일은 전국에 비가 오겠다.", "weather"),
    ("내일은 밤부터 차차 흐려지겠다.", "weather"),
    ("내일은 눈이 내리겠으니 길을 살펴야겠다.", "weather"),
    ("내년에는 값이 더 늘어날 수 있다.", "may"),
    ("도시는 10년 뒤 물이 모자랄 수밖에 없다.", "may"),
    ("한빛전자는 내년에 공장을 옮길 계획이다.", "plan"),
    ("한빛전자는 하반기에 새 제품을 선보일 예정이다.", "plan"),
    ("내년까지 모든 역에 승강기를 놓는다는 계획이다.", "plan"),
    # a plan that names no time
    ("한빛전자는 직원을 더 뽑을 계획이다.", "intent"),
    ("나래시는 전세버스를 투입할 방침이다.", "intent"),
    # decided, with its time
    ("나래시는 오는 29일 회의를 열기로 했다.", "plan"),
    ("두 회사는 내년에 공장을 합치기로 합의했다.", "plan"),
    ("윤 총재는 내년 12월까지 회장을 맡게 된다.", "plan"),
    # expected of a thing
    ("새 법이 만들어질 걸로 예측한다.", "expected"),
    ("한빛전자는 10년간 큰 효과를 예상하고 있다.", "expected"),
    ("나래시가 값을 깎을 것이라는 해석이다.", "expected"),
    ('정 대표는 "은행이 곧 뛰어들 것이라고 생각한다"고 말했다.', "expected"),
    # what befalls, whoever says it
    ("나래시는 20일 전국이 대체로 맑겠다고 밝혔다.", "weather"),
    ('오 대표는 "다음 주 기온은 평년과 비슷하겠다"고 말했다.', "weather"),
    ('정 대표는 "큰 승부가 펼쳐질 것"이라고 말했다.', "will"),
    ('정 대표는 "만일 값을 올린다면 손님은 발길을 끊을 것"이라고 말했다.', "will"),
    ("나래단이 힘을 얻는다면 끝까지 버틸 수 있는 가능성이 높다.", "expected"),
    ("두 쪽의 뜻이 엇갈려 다리가 늦어질 가능성도 여전하다.", "expected"),
    # foretold by somebody or nobody
    ("한빛전자가 새 시장에 나설 것이라는 게 업계의 관측이다.", "expected"),
    ("한빛전자가 새 시장에 나설 것이라는 전망이 나온다.", "expected"),
    ("윤 총재가 나래시를 방문할 수도 있다는 전망이 나온다.", "expected"),
    ("값이 두 배로 오른다는 전망이 나온다.", "expected"),
    ("수출이 증가할 것이다.", "will"),
    ("두 나라 교역이 확대될 것이다.", "will"),
    ('정 대표는 "두 회사가 경쟁에 나설 것"이라고 내다봤다.', "expected"),
    ('정 대표는 "수출이 회복할 것"이라고 말했다.', "will"),
    ('정 대표는 "손해는 크지 않을 것"이라고 말했다.', "will"),
]


@pytest.mark.parametrize(("text", "rule"), FUTURE)
def test_what_is_about_the_future(text: str, rule: str) -> None:
    (forecast,) = forecasts_of(text)
    assert forecast.rule == f"forecast.{rule}"
    assert forecast.certainty == "forecast"


PAST_AND_PRESENT = [
    "전지 하나에서 시작된 폭발로 추정된다.",
    "나래시에서 높이 2m의 물결이 관측됐다.",
    "지난해 새 나무는 4만9천 그루로 추정됐다.",
    "두 회사는 사업을 논의한 것으로 관측된다.",
    "새 차의 크기는 가방만 한 것으로 보인다.",
    "한빛전자는 문을 닫을 예정이었다.",
    "앞으로 예상되는 어려움을 이야기했다.",
    "문을 열 수 있다.",
    "값이 오른다는 분석이 나온다.",
    "윤 총재는 회장을 맡게 된다.",
    "나래시는 지난달 회의를 열기로 했다.",
    '정 대표는 "제재를 완화하겠다"고 말했다.',
    "자기 집이 아니면 파는 게 좋겠다.",
    "사람은 밥을 먹을 수밖에 없다.",
    "거미는 제 몸의 6배까지 뛸 수 있다.",
    "이것을 재면 별까지의 거리를 알 수 있다.",
    "손님이 줄어든다는 우려도 있다.",
    "한빛전자가 새 시장에 나설 것이라는 소문을 들었다.",
    "정부는 대책을 마련할 것을 주문했다.",
    "비가 왔을 것이다.",
    "성장률은 3%로 집계됐다.",
    "기온이 10도 아래로 내려갈 것으로 예상될 때 알림이 울린다.",
    "값이 올랐다는 점을 강조했다는 관측이다.",
    "오는 20일에 예정돼 있던 행사를 못 연다.",
    "정부는 값을 올릴 것을 요구했다.",
    "두 회사는 공장을 옮기게 될 것으로 보고 있지는 않다.",
    "빙판길에 넘어지지 않도록 유의해야겠다.",
    "현장에 나간 기자의 말을 들어보겠습니다.",
    "손님들은 '비싸서 못 오겠다'고 적힌 쪽지를 봤다.",
    '정 대표는 "물러나지 않겠다"고 말했다.',
]


@pytest.mark.parametrize("text", PAST_AND_PRESENT)
def test_what_is_not_about_the_future(text: str) -> None:
    assert forecasts_of(text) == []


def test_a_quoted_forecast_is_the_speakers() -> None:
    (forecast,) = forecasts_of('정 대표는 "내년에는 일감이 늘어날 것"이라고 말했다.')
    assert forecast.text == "내년에는 일감이 늘어날 것"
    assert forecast.speaker.name == "정 대표"
    assert forecast.time == "2025"


RESOLVED = [
    ('정 대표는 "최선을 다할 것"이라고 말했다.', "resolve"),
    ('정 대표는 "경쟁에 나설 것"이라고 말했다.', "resolve"),
    ("나래시가 다리를 새로 놓을 것이라고 시 관계자가 밝혔다.", "resolve"),
    ('정 대표는 "내년까지 빚을 모두 갚겠다"고 말했다.', "resolve"),
    ("정 대표는 오는 29일 명단을 공개하겠다고 밝혔다.", "resolve"),
    ('윤 총재는 "잘못이 드러나면 책임자를 바꿀 것"이라고 강조했다.', "will"),
    ("한빛전자가 새 시장에 나설 것이란 설명이다.", "resolve"),
    ("한빛전자가 새 시장에 나설 것이라는 의견도 나온다.", "resolve"),
    # a plan that somebody tells, without its time
    ('경찰 관계자는 "기록을 다 본 뒤 정 대표를 부를 방침"이라고 말했다.', "intent"),
    ("한빛전자는 새 공장을 지을 계획을 밝혔다.", "intent"),
    ("한빛전자는 공장을 모두 옮기겠다는 방침이다.", "intent"),
    ("윤 총재가 회장과 만날 예정인 가운데 노조가 나섰다.", "intent"),
    ('정 대표는 "3년 안에 시장 1위가 되겠다"고 말했다.', "resolve"),
    ("윤 총재는 금리를 내릴 뜻을 내비쳤다.", "intent"),
    ("새 공연이 예정돼 있다.", "intent"),
    # arranged, told by a noun
    ("윤 총재는 오는 20일 출국 예정이라고 밝혔다.", "plan"),
    # aims, with their time
    ("한빛전자는 내년에 흑자를 내는 것이 목표다.", "plan"),
    ('정 대표는 "3년 안에 배를 띄우는 게 목표"라고 말했다.', "plan"),
    ("한빛전자는 2030년 매출 1조원을 목표로 하고 있다.", "plan"),
]


@pytest.mark.parametrize(("text", "rule"), RESOLVED)
def test_what_somebody_means_to_do(text: str, rule: str) -> None:
    (forecast,) = forecasts_of(text)
    assert forecast.rule == f"forecast.{rule}"


def test_a_resolve_is_less_sure_than_a_forecast() -> None:
    (resolve,) = forecasts_of('정 대표는 "최선을 다할 것"이라고 말했다.')
    (forecast,) = forecasts_of('정 대표는 "수출이 늘어날 것"이라고 말했다.')
    assert resolve.confidence < forecast.confidence


NOT_RESOLVED = [
    # others are to do it
    '윤 총재는 "대책을 마련할 것"을 주문했다.',
    '윤 총재는 회사에 "값을 내릴 것"을 요구했다.',
    '윤 총재는 "기록을 남길 것"이라며 당부했다.',
    # no time
    '정 대표는 "최선을 다하겠다"고 말했다.',
    '정 대표는 "앞으로 열심히 하겠다"고 말했다.',
    "우승이 목표다.",
    # it ought to be, or was
    '정 대표는 "공부를 더 해야 할 것"이라고 말했다.',
    "이제부터 공부를 더 해야 할 것 같다.",
    "한빛전자는 공장을 지을 계획을 접었다.",
    "한빛전자는 공장을 지을 계획을 취소했다.",
    "물가는 2% 목표로 가고 있다.",
    "한빛전자가 공장을 지을 것인지 알 수 없다.",
    "한빛전자는 내년 흑자가 목표였다.",
    "두 회사는 내년에 손을 잡는다는 뜻이다.",
    "오는 20일 열 예정이던 회의를 미뤘다.",
    "오는 20일에 예정된 회의를 미뤘다.",
]


@pytest.mark.parametrize("text", NOT_RESOLVED)
def test_what_nobody_means_to_do(text: str) -> None:
    assert forecasts_of(text) == []


POSSIBLE = [
    ("두 쪽이 다투면 협상이 늦어질 수 있다.", "possible"),
    ("심의에서 두 당이 부딪칠 수 있다.", "possible"),
    ("회사가 손해를 봤다면 배임죄가 적용될 수도 있다.", "possible"),
    ("노조가 빠질 경우 합의가 무너질 수 있다는 지적이다.", "possible"),
    ("한빛전자는 공장이 멈출 수 있다고 경고했다.", "expected"),
    ('정 대표는 "합의는 언제든 깨질 수 있다"고 말했다.', "possible"),
    ('정 대표는 "손을 잡으면 누리전자와 겨룰 수 있다"고 말했다.', "possible"),
    ("손님이 절반으로 줄어들지도 모른다.", "possible"),
    ("가뭄이 길어지면 물이 모자랄 수 있다.", "possible"),
    # held by somebody who foresees
    ("업계는 판도가 달라질 수 있다고 내다봤다.", "expected"),
    ("시장에서는 값이 더 오를 수 있다고 전망했다.", "expected"),
    ("수출이 줄어들 가능성을 배제할 수 없다.", "expected"),
    ("수출이 줄어들 가능성이 제기된다.", "expected"),
    ("배가 늦게 닿을 것으로 알려졌다.", "expected"),
    ("윤 총재는 회장도 만날 것으로 전해졌다.", "expected"),
    ("손실은 3억원에 달할 것으로 회사는 추산했다.", "expected"),
    ("합의가 이뤄질 것으로 점쳐진다.", "expected"),
    ("시장은 두 회사의 합의를 점치고 있다.", "expected"),
    ("합의에 이를 가능성은 희박하다.", "expected"),
    ("곧 좋은 소식이 있으리라 본다.", "expected"),
    ("전문가들은 값이 내려갈 것이라고 입을 모은다.", "will"),
    ('정 대표는 "값이 곧 오른다"고 내다봤다.', "expected"),
    ("주민들은 값이 떨어질 것을 우려했다.", "expected"),
    # told by a noun
    ("하반기 금리 인하 가능성이 커졌다.", "possible"),
    ("수출 둔화 우려가 커지고 있다.", "possible"),
    ("윤 총재의 연임이 유력하다.", "possible"),
    ("새벽일보는 윤 총재의 연임이 유력하다고 보도했다.", "possible"),
]


@pytest.mark.parametrize(("text", "rule"), POSSIBLE)
def test_what_may_come(text: str, rule: str) -> None:
    (forecast,) = forecasts_of(text)
    assert forecast.rule == f"forecast.{rule}"


NOT_POSSIBLE = [
    # what one can do, and what a thing can
    "누리집에서 자세한 내용을 확인할 수 있다.",
    "이 표를 보이면 값을 돌려받을 수 있다.",
    "누구나 신청할 수 있다.",
    "기계가 고장 나면 새것으로 교환을 요구할 수 있다.",
    "메뚜기는 제 키의 열 배를 뛸 수 있다.",
    '정 대표는 "표를 사면 누구나 볼 수 있다"고 말했다.',
    # rules, states, the past, questions
    "외국인은 임원이 될 수 없다.",
    "성적은 사람마다 다를 수 있다.",
    "배를 띄울 수 있었다.",
    "합의가 깨질 수 있는 일이다.",
    "기계가 낡았을 가능성이 있다.",
    "고장은 부품 탓일 가능성이 크다.",
    "배가 뜰 수 있을지는 알 수 없다.",
    "언제든 있을 수 있는 일이다.",
    "기록을 없앨 우려가 있다.",
    '정 대표는 "값이 오르고 있다"고 내다봤다.',
    '정 대표는 "값이 올랐다"고 내다봤다.',
    "회담 장소로 유력한 곳은 나래시다.",
]


@pytest.mark.parametrize("text", NOT_POSSIBLE)
def test_what_is_only_able_or_allowed(text: str) -> None:
    assert forecasts_of(text) == []


def test_a_text_that_teaches_what_may_be_foresees_nothing() -> None:
    lines = [
        f"{food}을 많이 먹으면 {harm} 수 있다."
        for food, harm in [
            ("소금", "붓기가 심해질"),
            ("기름", "몸무게가 늘어날"),
            ("설탕", "이가 나빠질"),
            ("술", "잠이 줄어들"),
            ("약", "탈이 생길"),
        ]
    ]
    assert len(forecasts_of(*lines[:2])) == 2
    assert forecasts_of(*lines) == []


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("내년 2% 성장 전망", ["내년 2% 성장 전망"]),
        ("나래시 새 다리 연내 개통할 듯", ["나래시 새 다리 연내 개통할 듯"]),
        ("나래교통 파업…출근길 버스 멈출 듯", ["출근길 버스 멈출 듯"]),
        ("정 대표, 조만간 소환 예정", ["정 대표, 조만간 소환 예정"]),
        ('한빛전자 "새 공장 곧 지을 계획"(종합)', ["새 공장 곧 지을 계획"]),
        ("두 회사 합병 협상…연내 타결 가능성", ["연내 타결 가능성"]),
        # who foresees, what is, questions, and what a text is about
        ("오하늘 나래경제연구소장 전망", []),
        ("하반기 경제 전망", []),
        ("다친 사람은 없는 듯", []),
        ("연내 개통할 수 있을까", []),
        ("나래시 새 다리 개통", []),
    ],
)
def test_a_headline_that_looks_ahead(title: str, told: list[str]) -> None:
    assert [found.text for found in forecasts_of("나래시 소식이다.", title=title)] == told


def test_a_headline_that_the_body_tells_too_is_told_once() -> None:
    (forecast,) = forecasts_of("출근길 버스 300대가 멈출 것으로 보인다.", title="출근길 버스 300대 멈출 듯")
    assert forecast.rule == "forecast.expected"


def test_only_the_sentence_of_the_quote_that_looks_ahead() -> None:
    (forecast,) = forecasts_of('정 대표는 "올해는 힘들었다. 내년에는 일감이 늘어날 것"이라고 말했다.')
    assert forecast.text == "내년에는 일감이 늘어날 것"


def test_who_expects() -> None:
    (forecast,) = forecasts_of("한빛전자는 내년 수출이 늘어날 것으로 전망했다.")
    assert forecast.speaker.name == "한빛전자"
    (forecast,) = forecasts_of("내년 수출이 늘어날 것으로 전망된다.")
    assert forecast.speaker.name is None


def test_a_city_expects() -> None:
    (forecast,) = forecasts_of("나래시는 다리를 놓는다. 시는 하루 800명이 이용할 것으로 내다봤다.")
    assert forecast.speaker.name == "나래시"


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        (["한빛전자는 공장을 옮긴다. 직원도 더 뽑을 계획이다."], "한빛전자"),
        (["한빛전자는 공장을 옮긴다.", "내년까지 직원도 더 뽑을 계획이다."], "한빛전자"),
        (["정 대표는 내년까지 머물며 윤 총재도 만날 예정이다."], "정 대표"),
        (["한빛전자가 문을 열었다. 양국은 내년에 실무단을 꾸릴 예정이다."], "양국"),
        (["정 대표는 내년에 오 사장은 물론 윤 총재도 만날 예정이다."], "정 대표"),
        (["한빛전자는 공장을 옮긴다. 내년에 자세히 논의될 예정이다."], None),
        (["일각에서는 한빛전자가 내년에 나설 것이라는 전망이 나온다."], None),
        (["증권가에선 값이 더 내릴 것이라는 관측이 나온다."], "증권가"),
        (["하지만 반도체 업계에서는 값이 오를 것이라는 전망이 우세하다."], "반도체 업계"),
        (["서울에서는 값이 오를 것이라는 전망이 나온다."], None),
        (["한빛전자는 배당을 줄였다. 영업이익은 내년 2조원으로 각각 예상했다."], "한빛전자"),
    ],
)
def test_whose_plan_it_is(lines: list[str], speaker: str | None) -> None:
    assert [forecast.speaker.name for forecast in forecasts_of(*lines)] == [speaker]


def test_what_goes_on_behind_a_quotation_begins_with_a_word() -> None:
    (forecast,) = forecasts_of('정 대표는 "어렵다"며 내년에는 값이 오를 것으로 내다봤다.')
    assert forecast.text == "내년에는 값이 오를 것으로 내다봤다"


def test_a_transcript_is_its_speakers() -> None:
    (forecast,) = forecasts_of("[김수로 / 한빛전자 과장 : 일은 잘못됐습니다. 내년에는 값이 오를 것입니다.]")
    assert (forecast.text, forecast.speaker.name) == ("내년에는 값이 오를 것입니다", "김수로")


def test_a_week_gone_by_is_no_horizon() -> None:
    (forecast,) = forecasts_of("지난주 값이 내렸으나 곧 오를 것으로 예상된다.")
    assert forecast.time is None


def test_the_byline_is_no_part_of_a_forecast() -> None:
    (forecast,) = forecasts_of("(나래=새벽통신) 한겨울 기자 = 내일은 전국에 비가 오겠다.")
    assert forecast.text == "내일은 전국에 비가 오겠다"


def test_an_earlier_clause_is_left_out() -> None:
    (forecast,) = forecasts_of("지난해에는 눈이 적었으며 올해는 더 적어질 전망이다.")
    assert forecast.text == "올해는 더 적어질 전망이다"


def test_the_time_may_stand_before_in_the_sentence() -> None:
    (forecast,) = forecasts_of("배는 10월 4일 항구에 닿는데 물길이 험할 것으로 예상된다.")
    assert forecast.time is not None
    assert forecast.time.endswith("-10-04")


WORDS = [
    "내년",
    "될",
    "것이다",
    "것으로",
    "보인다",
    "예상된다",
    "할",
    "수",
    "있다",
    "전망이다",
    "계획이다",
    "비가",
    "오겠다.",
    '"늘',
    '것"이라고',
    "말했다.",
    "늘었으며",
    "정 대표는",
    "가능성이",
    "크다",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_forecasts_place(words: list[str]) -> None:
    text = " ".join(words) or "빈 글"
    for forecast in forecasts_of(text):
        assert text[forecast.start : forecast.end] == forecast.text
        assert 0 < forecast.confidence <= 1


@pytest.mark.parametrize("known", ["알려졌다", "전해졌다", "확인됐다"])
def test_what_is_known_to_be_decided_lies_ahead(known: str) -> None:
    (found,) = forecasts_of(f"두 정상은 내달 초 만나기로 한 것으로 {known}.")
    assert found.time == "2024-04"


def test_how_long_something_takes_needs_no_date_of_other_words() -> None:
    first, second = forecasts_of(
        '정 대표는 "내년에 신청하는 것이 목표"라면서 "쓰려면 적어도 7년은 걸릴 것"이라고 말했다.'
    )
    assert first.time is not None
    assert second.time is None


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("내년 상반기 새 공장을 짓습니다.", 1),
        ("내년 상반기에는 상장도 추진합니다.", 1),
        ("지난해 공장을 지었습니다.", 0),
        ("내년이 기다려집니다.", 0),
        ("저는 아침마다 공원을 걷습니다.", 0),
    ],
)
def test_what_somebody_says_to_do_at_a_time_ahead_is_a_plan(quote: str, expected: int) -> None:
    assert len(forecasts_of(f'정 대표는 "{quote}"라고 말했다.')) == expected


def test_what_is_decided_lies_ahead_of_its_month() -> None:
    (found,) = forecasts_of("한빛전자는 5월 합작사를 세우기로 했다.")
    assert (found.time or "").endswith("-05")
