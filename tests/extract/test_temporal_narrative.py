"""Times that the text before tells: the day told of, the same period of another year, a month gone on in."""

from __future__ import annotations

import pytest

from tests.extract.documents import dates_of, times_of


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
