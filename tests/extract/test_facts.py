"""Facts as they are shown: each once, anchored in the body, with an id that survives a re-read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Document
from store.extract.facts import assemble, fact_id
from store.extract.quotation import find_quotations
from store.model import AnyFact, Certainty, Event, RoleFact, Statistic
from tests.extract.speech import read

TITLE, BODY = "정 대표, 윤 총재 만났다", "정 대표가 3일 윤 총재를 만났다."


def meeting(block: int, text: str, *, certainty: Certainty = "asserted", **more: str) -> Event:
    names = ("정 대표", "윤 총재")
    return Event(text, block, 0, len(text), verb="만나다", participants=names, certainty=certainty, **more)


def of(title: str, *lines: str) -> Document:
    return read(*lines, title=title)[0]


def test_ids_are_short_stable_and_tell_kinds_apart() -> None:
    document = of(TITLE, BODY)
    statistic = Statistic("3일", 1, 6, 8, value=3, unit="일")
    role = RoleFact("3일", 1, 6, 8, person="정 대표", title="대표")
    first = [fact.id for fact in assemble(document, [statistic, role])]
    assert first == [fact.id for fact in assemble(document, [role, statistic])]
    assert len(set(first)) == 2
    assert all(len(identity) == 12 for identity in first)


def test_the_same_words_twice_have_two_ids() -> None:
    document = of(TITLE, "값이 3% 오르고 삯도 3% 올랐다.")
    facts = [Statistic("3%", 1, start, start + 2, value=3, unit="%") for start in (4, 14)]
    one, two = assemble(document, facts)
    assert one.id == fact_id(one)
    assert one.id != two.id
    assert [fact.id for fact in assemble(document, facts[:1])] == [one.id]


def test_an_id_does_not_depend_on_the_place() -> None:
    before = assemble(of(TITLE, BODY), [meeting(1, BODY)])
    after = assemble(of(TITLE, "강이 얼었다.", BODY), [meeting(2, BODY)])
    assert before[0].id == after[0].id


def test_what_headline_and_body_tell_is_anchored_in_the_body() -> None:
    (fact,) = assemble(of(TITLE, BODY), [meeting(0, TITLE), meeting(1, BODY, time="2024-03-03")])
    assert fact.block == 1
    assert fact.flags == ()


def test_a_headline_that_asserts_what_the_body_only_heard() -> None:
    body = "정 대표는 윤 총재를 만난 것으로 알려졌다."
    (fact,) = assemble(of(TITLE, body), [meeting(0, TITLE), meeting(1, body, certainty="hearsay")])
    assert fact.flags == ("headline",)
    (fact,) = assemble(of(TITLE, body), [meeting(1, body, certainty="hearsay")])
    assert fact.flags == ("headline",)


def test_a_number_that_the_headline_asserts() -> None:
    body = "피해액은 30억 원으로 알려졌다."
    number = Statistic("30억 원", 1, 5, 10, value=3_000_000_000, unit="원", certainty="hearsay")
    (fact,) = assemble(of("나래시 창고 화재, 피해 30억원", body), [number])
    assert fact.flags == ("headline",)
    (fact,) = assemble(of("나래시 창고 화재, 피해 30억원 추정 의혹", body), [number])
    assert fact.flags == ()


def test_a_headline_that_is_careful_itself() -> None:
    body = "정 대표는 윤 총재를 만난 것으로 알려졌다."
    (fact,) = assemble(of("정 대표, 윤 총재 만났나?", body), [meeting(1, body, certainty="hearsay")])
    assert fact.flags == ()


def test_an_event_told_twice_is_one() -> None:
    again = "두 사람은 나래시에서 만났다."
    facts: list[AnyFact] = [meeting(1, BODY, time="2024-03-03"), meeting(2, again, place="나래시")]
    (fact,) = assemble(of(TITLE, BODY, again), facts)
    assert isinstance(fact, Event)
    assert (fact.block, fact.time, fact.place) == (1, "2024-03-03", "나래시")


def test_two_days_are_two_events() -> None:
    again = "정 대표는 5일에도 윤 총재를 만났다."
    facts: list[AnyFact] = [meeting(1, BODY, time="2024-03-03"), meeting(2, again, time="2024-03-05")]
    assert len(assemble(of(TITLE, BODY, again), facts)) == 2


def test_two_prizes_are_two_events() -> None:
    again = "정 대표는 2019년 새봄예술상을 받았다."
    facts: list[AnyFact] = [
        meeting(1, BODY, rule="event.award"),
        meeting(2, again, rule="event.award", time="2019"),
    ]
    assert len(assemble(of(TITLE, BODY, again), facts)) == 2


def test_a_role_told_twice_is_one() -> None:
    roles = [
        RoleFact("서지훈 부사장", 1, 0, 7, person="서지훈", title="부사장"),
        RoleFact(
            "서지훈 한빛전자 부사장", 2, 0, 12, person="서지훈", title="부사장", organization="한빛전자"
        ),
    ]
    (fact,) = assemble(of(TITLE, "서지훈 부사장", "서지훈 한빛전자 부사장"), roles)
    assert isinstance(fact, RoleFact)
    assert fact.organization == "한빛전자"


def test_a_headline_quotation_is_the_bodys() -> None:
    document, entities = read(
        '정 대표는 "공장 문을 닫지 않겠다"고 말했다.', title='정 대표 "공장 문 닫지 않겠다"'
    )
    (fact,) = assemble(document, find_quotations(document, entities))
    assert fact.block == 1


def test_a_quotation_of_the_headline_alone_stays() -> None:
    document, entities = read("강이 얼었다.", title='정 대표 "공장 문 닫지 않겠다"')
    (fact,) = assemble(document, find_quotations(document, entities))
    assert fact.block == 0


def test_facts_come_in_the_order_of_reading() -> None:
    document = of(TITLE, BODY, BODY)
    facts = [
        Statistic("3일", block, start, start + 2, value=block * start) for block in (2, 1) for start in (9, 2)
    ]
    assert [(f.block, f.start) for f in assemble(document, facts)] == [(1, 2), (1, 9), (2, 2), (2, 9)]


@given(st.permutations(range(6)))
def test_the_order_of_finding_does_not_matter(order: list[int]) -> None:
    document = of(TITLE, "값이 3% 오르고 삯도 3% 올랐다.")
    facts = [Statistic("3%", 1, i, i + 2, value=i % 3, unit="%") for i in range(0, 18, 3)]
    assert assemble(document, [facts[i] for i in order]) == assemble(document, facts)


def test_nothing_is_nothing() -> None:
    assert assemble(of(TITLE), []) == []
