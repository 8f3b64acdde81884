"""How sure a fact is and whose word it is, by the sentence that holds it."""

from __future__ import annotations

import pytest

from store.extract.attribution import attribute
from store.extract.quotation import find_quotations
from store.model import AnyFact, Event, Forecast, RoleFact, Statistic
from tests.extract.speech import read


def fact_in(text: str, words: str) -> tuple[str, str | None]:
    """Give certainty and source of an event whose evidence is ``words`` in the article ``text``."""
    document, entities = read(text)
    start = text.index(words)
    event = Event(words, 0, start, start + len(words), verb="일")
    facts: list[AnyFact] = [*find_quotations(document, entities), event]
    result = attribute(document, facts, entities)[-1]
    return result.certainty, result.via


CERTAINTY = [
    ("두 회사가 손을 잡았다.", "두 회사가 손을 잡았다", "asserted"),
    ("양사가 '조건부 합병'에 합의한 것으로 전해졌다.", "양사가 '조건부 합병'에 합의한", "hearsay"),
    ("정 대표는 윤 총재를 만난 것으로 알려졌다.", "윤 총재를 만난", "hearsay"),
    ("두 회사는 새 사업을 논의한 것으로 관측된다.", "새 사업을 논의한", "hearsay"),
    ("불은 전선에서 난 것으로 추정된다.", "불은 전선에서 난", "hearsay"),
    ("정 대표가 물러났다는 소문이 돈다.", "정 대표가 물러났다", "hearsay"),
    ("정 대표가 곧 물러난다고 한다.", "정 대표가 곧 물러난다", "hearsay"),
    ("경찰은 이웃이 문을 잠갔다는 진술을 확보했다.", "이웃이 문을 잠갔다", "hearsay"),
    ("다리가 무너졌다는 신고를 받고 나갔다.", "다리가 무너졌다", "hearsay"),
    ("두 회사가 손을 잡았다는 보도가 나왔다.", "두 회사가 손을 잡았다", "hearsay"),
    ("피해가 커진 것으로 추산된다.", "피해가 커진", "hearsay"),
    ("수출은 내년에 늘어날 것으로 예상된다.", "수출은 내년에 늘어날", "forecast"),
    ("다리는 내년에 완성될 것으로 보인다.", "다리는 내년에 완성될", "forecast"),
    ("다리는 내년에 완성될 전망이다.", "다리는 내년에 완성될", "forecast"),
    ("다리는 내년에 완성될 것으로 전망됐다.", "다리는 내년에 완성될", "forecast"),
    ("두 회사는 손을 잡은 걸로 전해졌습니다.", "두 회사는 손을 잡은", "hearsay"),
    # two hedges: the outer of those that hang together, else the nearer one
    ("값이 오를 것으로 전망되는 것으로 알려졌다.", "값이 오를", "hearsay"),
    ("두 회사가 손을 잡은 것으로 알려져 곧 값이 오를 것으로 예상된다.", "두 회사가 손을 잡은", "hearsay"),
    ("두 회사가 손을 잡은 것으로 알려져 곧 값이 오를 것으로 예상된다.", "곧 값이 오를", "forecast"),
    ("두 회사가 합친다면 값이 오른다.", "두 회사가 합친", "hypothetical"),
    ("두 회사가 합칠 경우 값이 오른다.", "두 회사가 합칠", "hypothetical"),
]


@pytest.mark.parametrize(("text", "words", "certainty"), CERTAINTY)
def test_certainty(text: str, words: str, certainty: str) -> None:
    assert fact_in(text, words)[0] == certainty


SOURCES = [
    ("3일 재계에 따르면 두 회사가 손을 잡았다.", "재계"),
    ("한빛전자에 따르면 두 회사가 손을 잡았다.", "한빛전자"),
    ("나래시 관계자에 의하면 두 회사가 손을 잡았다.", "나래시 관계자"),
    ("한빛전자가 3일 발표한 '새 공장 보고서'에 따르면 두 회사가 손을 잡았다.", "한빛전자"),
    ("방송과 신문에 따르면 두 회사가 손을 잡았다.", "방송과 신문"),
    ("한 매체에 따르면 두 회사가 손을 잡았다.", "한 매체"),
    # whose word the words of a verb of telling are, their ending with them
    ("나래통신은 두 회사가 손을 잡았다고 전했다.", "나래통신"),
    ("두 회사가 손을 잡았다고 나래통신이 3일 보도했다.", "나래통신"),
    ("소식통을 인용해 누리일보는 두 회사가 손을 잡았다고 보도했다.", "누리일보"),
    # who takes it for true
    ("경찰은 두 회사가 손을 잡았다는 것을 사실로 보고 있다.", "경찰"),
    ("경찰은 두 회사가 손을 잡은 것으로 보고 있다.", "경찰"),
]


@pytest.mark.parametrize(("text", "via"), SOURCES)
def test_the_source_of_a_sentence(text: str, via: str) -> None:
    words = next(words for words in ("두 회사가 손을 잡았다", "두 회사가 손을 잡은") if words in text)
    assert fact_in(text, words) == ("attributed", via)


def test_hearsay_keeps_its_source() -> None:
    text = "재계에 따르면 두 회사가 손을 잡은 것으로 알려졌다."
    assert fact_in(text, "두 회사가 손을 잡은") == ("hearsay", "재계")


def test_what_stands_in_a_quotation_is_the_speakers_word() -> None:
    text = '정 대표는 "두 회사가 손을 잡았다"고 말했다.'
    assert fact_in(text, "두 회사가 손을 잡았다") == ("attributed", "정 대표")


@pytest.mark.parametrize("end", ["잡았다고", "잡았"])
def test_an_event_may_hold_the_ending_of_the_words_that_tell_it(end: str) -> None:
    text = "나래통신은 두 회사가 손을 잡았다고 전했다."
    assert fact_in(text, f"나래통신은 두 회사가 손을 {end}") == ("attributed", "나래통신")


def test_what_stands_in_a_quotation_of_nobody_is_not_asserted() -> None:
    assert fact_in('"두 회사가 손을 잡았다"는 지적이 나온다.', "두 회사가 손을 잡았다") == (
        "attributed",
        None,
    )


def test_a_role_is_asserted_in_a_sentence_of_hearsay() -> None:
    document, entities = read("서지훈 한빛전자 부사장과 만난 것으로 알려졌다.")
    role = RoleFact("서지훈 한빛전자 부사장", 0, 0, 12, person="서지훈", title="부사장")
    (fact,) = attribute(document, [role], entities)
    assert fact.certainty == "asserted"


def test_a_clause_of_its_own_time_stands_alone() -> None:
    text = "두 회사는 손을 잡았으며, 곧 공장을 지을 것으로 전해졌다."
    assert fact_in(text, "두 회사는 손을 잡았")[0] == "asserted"
    assert fact_in(text, "곧 공장을 지을")[0] == "hearsay"


def test_the_sentence_before_says_nothing_of_the_next() -> None:
    text = "재계에 따르면 비가 왔다. 두 회사가 손을 잡았다."
    assert fact_in(text, "두 회사가 손을 잡았다") == ("asserted", None)


def test_a_quotation_that_is_hearsay() -> None:
    document, entities = read("정 대표는 길을 넓혀 달라고 부탁한 것으로 알려졌다.")
    (quotation,) = attribute(document, find_quotations(document, entities), entities)
    assert quotation.certainty == "hearsay"


def test_a_forecast_stays_one() -> None:
    document, entities = read("재계에 따르면 값이 오를 전망이다.")
    text = document.blocks[0].text
    (forecast,) = attribute(document, [Forecast(text, 0, 0, len(text), certainty="forecast")], entities)
    assert (forecast.certainty, forecast.via) == ("forecast", "재계")
    assert (forecast.speaker.name, forecast.speaker.method) == ("재계", "explicit")


def test_a_number_that_is_said_to_be_so() -> None:
    document, entities = read("피해액은 30억원으로 알려졌다.")
    statistic = Statistic("30억원", 0, 5, 9, value=3_000_000_000, unit="원")
    (fact,) = attribute(document, [statistic], entities)
    assert fact.certainty == "hearsay"


def test_order_and_number_stay() -> None:
    document, entities = read("재계에 따르면 값이 3% 올랐다.")
    start = document.blocks[0].text.index("3%")
    facts = [Statistic("3%", 0, start, start + 2, value=3, unit="%") for _ in range(3)]
    assert [fact.via for fact in attribute(document, facts, entities)] == ["재계"] * 3
    assert attribute(document, [], entities) == []
