"""Times that the text before tells: the day told of, the same period of another year, a month gone on in."""

from __future__ import annotations

from datetime import date

import pytest

from store.extract.morphology import analyze
from store.extract.quantity import find_quantities
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.model import Article, Block, Statistic
from tests.extract.documents import dates_of, document, times_of


def read_statistics(text: str) -> list[Statistic]:
    read = document(text, day=date(2024, 3, 15))
    times = find_times(read)
    return find_statistics(read, find_quantities(read, times), times, [])


def test_a_bare_day_goes_on_in_the_month_of_its_sentence() -> None:
    assert dates_of("그는 지난달 10일 잡혀 12일 풀려났다.") == [
        ("지난달 10일", "2019-02-10"),
        ("12일", "2019-02-12"),
    ]
    assert dates_of("지난달 5일 낸 앱을 6일 고쳤다.")[1] == ("6일", "2019-03-06")


def test_the_same_period_is_that_of_the_year_before() -> None:
    found = dates_of("올해 1분기 매출은 12억원이다. 지난해 같은 기간보다 늘었다.")
    assert found == [("올해 1분기", "2019-01/2019-03"), ("지난해 같은 기간", "2018-01/2018-03")]
    found = dates_of("지난달 수출은 5억달러로 1년 전 같은 달보다 줄었다.")
    assert found == [("지난달", "2019-02"), ("1년 전 같은 달", "2018-02")]


def test_the_day_told_of_is_that_of_the_lead() -> None:
    found = dates_of("한빛시는 5일 예산을 발표했다.", "시장은 이날 회견을 열었다. 전날에는 의회를 찾았다.")
    assert found == [("5일", "2019-03-05"), ("이날", "2019-03-05"), ("전날", "2019-03-04")]


@pytest.mark.parametrize(
    ("sentence", "before"),
    [
        ("나래시는 5일 자료를 내어 전날 회의에서 정했다고 밝혔다.", "2019-03-04"),
        ("누리지수는 5일 전날보다 오른 값에 닫혔다.", "2019-03-04"),
        ("지난달 20일 돌아온 이누리씨는 전날 병원을 찾았다.", "2019-03-05"),
        ("나래시는 전날 회의를 열었다.", "2019-03-05"),
    ],
)
def test_the_day_before_is_that_of_the_day_its_sentence_tells_of(sentence: str, before: str) -> None:
    assert ("전날", before) in dates_of(sentence)


def test_a_day_ahead_keeps_its_month_where_it_is_named_again() -> None:
    found = dates_of("나래시는 오는 17일 회의를 연다.", "의회는 회의를 17일로 앞당긴 까닭을 물었다.")
    assert found == [("오는 17일", "2019-03-17"), ("17일", "2019-03-17")]


def test_what_was_meant_lay_ahead() -> None:
    assert dates_of("애초 21일에서 날을 앞당겼다.")[0] == ("21일", "2019-03-21")


def test_the_ends_of_quarters() -> None:
    assert dates_of("1분기 말 예금은 늘었다.")[0] == ("1분기 말", "2019-03")
    assert dates_of("지난해 4분기 초에 늘었다.")[0][1] == "2018-10"


def test_a_verb_before_a_noun_says_nothing_of_the_day_that_is_the_topic() -> None:
    assert dates_of("9월 5일 대책을 냈다. 10월 24일에는 돈줄을 죄는 대책이 나왔다.")[1][1] == "2018-10-24"
    assert dates_of("10월 24일에는 아이들이 뛰노는 축제를 열 예정이다.")[0][1] == "2019-10-24"


def test_the_day_after_looks_back_at_the_day_named_before() -> None:
    assert dates_of("지난 2일 문을 열고 다음 날 닫았다.") == [
        ("지난 2일", "2019-03-02"),
        ("다음 날", "2019-03-03"),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the sentence before tells of another day
        (("5일 경찰에 따르면 그는 지난 2일 이웃을 때렸다. 이날 그는 취해 있었다.",), "2019-03-02"),
        # the day only modifies a noun
        (("한빛시는 5일 회의를 열었다. 지난 2일 열린 행사도 논의했다. 이날 회의는 길었다.",), "2019-03-05"),
        # the lead names no day of its own
        (("지난 2일 방송된 노래자랑에 그가 나왔다. 이날 그는 노래를 불렀다.",), "2019-03-02"),
        (("지난 2일 방송된 노래자랑에 그가 나왔다.", "이날 그는 노래를 불렀다."), "2019-03-02"),
        # a day of the lead that comes later counts from the start
        (("시장은 이날 예산을 밝혔다.", "5일 의회에 따르면 예산은 늘었다."), "2019-03-05"),
        (("시장은 이날 예산을 밝혔다.",), "2019-03-06"),
        # a text put online days after: the day of its first paragraphs, not that of an aside
        (("다리가 막혔다.", "시는 3일 다리를 살폈다.", "시장은 이날 예산을 밝혔다."), "2019-03-03"),
        (("다리가 막혔다. 지난해 1월 9일에도 막혔다.", "시장은 이날 예산을 밝혔다."), "2019-03-06"),
    ],
)
def test_what_this_day_means(lines: tuple[str, ...], expected: str) -> None:
    assert [time.value for time in times_of(*lines) if time.text == "이날"] == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what is to come goes on in its year, where the clause looks ahead
        ("내년 1월은 동결한 뒤 5월에 내릴 것이다.", "2020-05"),
        ("내년 3월 착공해 연말 문을 연다.", "2020-12"),
        ("내년에는 5월에 문을 연다.", "2020-05"),
        ("내년 1월 시행하기로 하고 2월 법안을 냈다.", "2019-02"),
        ("내년 예산안은 2월 확정됐다.", "2019-02"),
        # a year gone by rules what the clause is about
        ("지난해 장마는 2월 시작했다.", "2018-02"),
        ("지난해 여름 축제는 2월 열렸다.", "2018-02"),
        ("지난해 실적은 2월 공개됐다.", "2019-02"),
        ("지난해 입사한 그는 2월 회사를 떠났다.", "2019-02"),
        ("지난해 1월 문을 열어 2월 손님이 끊겼다.", "2018-02"),
        ("지난해 1월 시작한 공사를 2월 마쳤다.", "2019-02"),
        ("지난해 1월보다 2월 값이 올랐다.", "2019-02"),
        # a year does not reach over the end of its sentence
        ("지난해 장마는 길었다. 2월 비가 왔다.", "2019-02"),
    ],
)
def test_a_date_of_another_year_rules_the_months_behind_it(sentence: str, expected: str) -> None:
    assert dates_of(sentence)[-1][1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("경찰은 10월 4일 공항에서 떠나려던 이를 붙잡았다.", "2018-10-04"),
        ("10월 4일 문을 닫았던 가게가 다시 열었다.", "2018-10-04"),
        ("10월 4일 문을 열 가게다.", "2019-10-04"),
    ],
)
def test_what_somebody_was_about_to_do_is_past(sentence: str, expected: str) -> None:
    assert dates_of(sentence)[0][1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("불은 2시간 30여분 만에 꺼졌다.", "PT2H30M"),
        ("회의는 3시간여 이어졌다.", "PT3H"),
        ("2022년부터 2020년까지 거꾸로 적었다.", "2022"),
    ],
)
def test_rough_lengths_and_runs_that_are_none(sentence: str, expected: str) -> None:
    assert dates_of(sentence)[0][1] == expected


def test_a_figure_is_of_all_the_days_that_it_is_told_of() -> None:
    found = read_statistics("6일부터 8일까지 강수량은 서울 30㎜다.")
    assert [one.time for one in found] == ["2024-03-06/2024-03-08"]
    found = read_statistics("2022년 3월부터 2023년 5월까지 매출은 3조원이다.")
    assert [one.time for one in found] == ["2022-03/2023-05"]


def test_a_period_is_compared_though_a_day_stands_between() -> None:
    text = "올해 1분기 매출이 늘었다고 5일 밝혔다. 지난해 같은 기간에는 줄었다."
    assert dates_of(text)[-1] == ("지난해 같은 기간", "2018-01/2018-03")


def test_a_day_of_the_headline_is_that_of_the_body() -> None:
    blocks = (Block("나래영화제 30일 개막", "title"), Block("영화제는 오는 30일 막을 올린다.", "paragraph"))
    read = analyze(Article(id="t", source="t", blocks=blocks), date(2026, 4, 2))
    assert [time.value for time in find_times(read)] == ["2026-04-30", "2026-04-30"]
