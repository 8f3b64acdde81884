from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.event import find_events
from store.extract.event.table import verbs
from store.extract.lexicon import read_rows
from store.model import Event
from tests.extract.articles import named


def events_of(*paragraphs: str, title: str = "새 소식") -> list[Event]:
    document, entities, times = named(*paragraphs, title=title)
    return find_events(document, entities, times)


def told(*paragraphs: str) -> list[tuple[str, tuple[str, ...], str | None, str | None]]:
    return [(e.verb, e.participants, e.place, e.time) for e in events_of(*paragraphs)]


ROWS = [(row[0], row[4], row[5]) for row in read_rows("events") if row[5] != "-"]


@pytest.mark.parametrize(("stem", "example", "who"), ROWS)
def test_every_verb_of_the_table_makes_its_example(stem: str, example: str, who: str) -> None:
    found = [event for event in events_of(example) if event.verb == verbs()[stem].form]
    assert [set(event.participants) for event in found] == [set(who.split(", "))]


@pytest.mark.parametrize(("row", "example", "who"), [(r[3], r[4], r[5]) for r in read_rows("idioms")])
def test_every_idiom_tells_what_its_row_tells(row: str, example: str, who: str) -> None:
    found = [event for event in events_of(example) if event.verb == verbs()[row].form]
    assert [", ".join(event.participants) for event in found] == ([who] if who != "-" else [])


def test_a_meeting_with_three_guests_place_and_day() -> None:
    (event,) = events_of(
        "도미렐라 CEO는 이날 서울 마포구 한 호텔에서 한택준 새빛소프트 대표, 구은솔 한빛전자 회장,"
        " 노태겸 달빛은행 행장 등과 잇따라 회동했다."
    )
    assert event.participants == ("도미렐라", "한택준", "구은솔", "노태겸")
    assert (event.place, event.time) == ("서울 마포구 한 호텔", "2024-03-15")


def test_guests_met_one_after_another_and_one_more_before_them() -> None:
    first, second = events_of(
        "도미렐라 CEO는 12일 부산의 한 식당에서 한택준 새빛소프트 대표와 구은솔 한빛전자 회장,"
        " 노태겸 달빛은행 행장을 연이어 면담했다.",
        "짧은 일정으로 입국한 그는 이에 앞서 서하율 가온중공업 사장도 따로 만난 것으로 알려졌다.",
    )
    assert first.participants == ("도미렐라", "한택준", "구은솔", "노태겸")
    assert (first.place, first.time, second.verb) == ("부산의 한 식당", "2024-03-12", "만나다")
    assert second.participants == ("도미렐라", "서하율")


def test_a_pact_is_one_of_all_who_are_listed() -> None:
    (event,) = events_of("새빛전자는 12일 부산에서 충청남도, 한빛전자와 투자협약을 맺었다.")
    assert event.participants == ("새빛전자", "충청남도", "한빛전자")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "새빛전자는 12일 한빛전자와 업무협약(MOU)을 체결했다.",
            ("체결하다", ("새빛전자", "한빛전자"), None, "2024-03-12"),
        ),
        (
            "두 도시는 지난해 11월 '청년 정책 협약'을 맺은 바 있다.",
            ("맺다", ("두 도시",), None, "2023-11"),
        ),
        (
            "한국과 일본 정상은 12일 서울에서 만났다.",
            ("만나다", ("한국 정상", "일본 정상"), "서울", "2024-03-12"),
        ),
        (
            "12일 서울에서 남북 고위급 회담이 열렸다.",
            ("열리다", ("남북 고위급 회담",), "서울", "2024-03-12"),
        ),
        (
            "새빛FC는 12일 부산에서 열린 한빛FC와의 홈경기에서 2-1로 이겼다.",
            ("이기다", ("새빛FC", "한빛FC"), "부산", "2024-03-12"),
        ),
    ],
)
def test_who_is_told_in_other_words(
    sentence: str, event: tuple[str, tuple[str, ...], str | None, str | None]
) -> None:
    assert event in told(sentence)


def test_the_words_of_an_event_begin_with_whom_it_is_about() -> None:
    sentence = "외교부는 12일 새빛전자가 낸 서류를 받지 않겠다고 통보했다."
    event = events_of(sentence)[-1]
    assert (event.verb, event.participants, event.text) == ("통보하다", ("외교부",), sentence[:-1])


def test_the_city_is_the_one_named_before() -> None:
    assert told("부산시가 폐교를 고친다.", "시는 12일 설명회를 열었다.")[-1][1] == ("부산시",)


def test_whose_staff_is_met_is_not_met_once_more() -> None:
    (event,) = events_of("도미렐라 CEO는 12일 부산에서 새빛전자와 한빛전자 경영진을 만났다.")
    assert event.participants == ("도미렐라", "새빛전자와 한빛전자 경영진")


def test_a_relative_clause_tells_of_its_head() -> None:
    visit, meeting = events_of("1박 2일 일정으로 방한한 도미렐라 CEO는 앞서 구은솔 한빛전자 회장과도 만났다.")
    assert (visit.verb, visit.participants, visit.place, visit.time) == (
        "방한하다",
        ("도미렐라",),
        "한국",
        None,
    )
    assert (meeting.verb, meeting.participants, meeting.time) == ("만나다", ("도미렐라", "구은솔"), None)


def test_the_head_is_the_guest_where_the_clause_has_its_own_subject() -> None:
    (event,) = events_of("한택준 대표가 만난 구은솔 회장은 부인했다.")
    assert set(event.participants) == {"한택준", "구은솔"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("한택준 대표는 12일 구은솔 회장과 만났다.", "2024-03-12"),
        ("한택준 대표는 전날 구은솔 회장과 만났다.", "2024-03-14"),
        ("한택준 대표는 2박 3일 동안 구은솔 회장과 만났다.", None),
        ("한택준 대표는 구은솔 회장과 만났다.", None),
        ("14일 재계에 따르면 한택준 대표는 구은솔 회장과 만났다.", "2024-03-14"),
        ("한택준 대표는 오는 20일 구은솔 회장과 만난다.", "2024-03-20"),
    ],
)
def test_when(text: str, time: str | None) -> None:
    (event,) = events_of(text)
    assert event.time == time


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("한택준 대표는 부산에서 구은솔 회장과 만났다.", "부산"),
        ("한택준 대표는 서울 강남구 한 식당에서 구은솔 회장과 만났다.", "서울 강남구 한 식당"),
        ("한택준 대표는 구은솔 회장과 만났다.", None),
        ("한택준 대표는 베트남을 방문했다.", "베트남"),
        ("새빛전자는 서울중앙지법에 한빛전자를 상대로 소송을 제기했다.", "서울중앙지법"),
        ("한국 측에서 한택준 대표가 구은솔 회장과 만났다.", None),
    ],
)
def test_where(text: str, place: str | None) -> None:
    (event,) = events_of(text)
    assert event.place == place


@pytest.mark.parametrize(
    "text",
    [
        "한택준 대표는 구은솔 회장을 만나고 싶다고 했다.",
        "한택준 대표는 구은솔 회장을 만나지 않았다.",
        "비가 내렸다.",
        '한택준 대표는 "구은솔 회장을 만났다"고 말했다.',
        "한택준 대표는 방법을 찾았다.",
        "한택준 대표는 관계를 맺었다.",
        "그 자리에서 의혹이 제기됐다.",
        "새빛전자는 좋은 경기력을 선보였다.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert events_of(text) == []


def test_several_in_one_sentence() -> None:
    found = events_of("새빛전자는 12일 한빛전자를 인수하고 13일 달빛은행과 계약을 체결했다.")
    assert [(event.verb, event.time) for event in found] == [
        ("인수하다", "2024-03-12"),
        ("체결하다", "2024-03-13"),
    ]
    assert found[1].participants == ("새빛전자", "달빛은행")


def test_roles_as_written_where_no_name_is_given() -> None:
    (event,) = events_of("한택준 대표는 기자들을 만나 사과했다.")
    assert event.participants == ("한택준", "기자들")


def test_the_heads_of_two_quoted_firms() -> None:
    (event,) = events_of("한택준 대표는 스타트업인 '별그루'와 '달보미온'의 대표를 만났다.")
    assert event.participants == ("한택준", "별그루 대표", "달보미온 대표")


def test_the_subject_is_carried_on() -> None:
    found = events_of("한택준 대표는 부산으로 갔다. 이어 구은솔 회장을 만났다.")
    assert [event.participants for event in found] == [("한택준", "구은솔")]


def test_told_in_title_and_body_is_one() -> None:
    found = events_of(
        "한택준 새빛소프트 대표는 12일 구은솔 한빛전자 회장과 만났다.", title="한택준, 구은솔 만났다"
    )
    assert [(event.block, event.time) for event in found] == [(1, "2024-03-12")]


def test_told_twice_in_the_body_is_one() -> None:
    found = events_of(
        "한택준 대표는 구은솔 회장과 만났다.", "한택준 대표는 12일 부산에서 구은솔 회장과 만났다."
    )
    assert [(event.place, event.time) for event in found] == [("부산", "2024-03-12")]


def test_two_meetings_stay_apart() -> None:
    found = events_of("한택준 대표는 12일 구은솔 회장과 만났다. 한택준 대표는 13일 노태겸 행장과 만났다.")
    assert [event.participants for event in found] == [("한택준", "구은솔"), ("한택준", "노태겸")]


def test_whoever_was_at_an_occasion() -> None:
    (event,) = events_of(
        "지난 11일부터 12일까지 부산에서 열린 제3차 한-베트남 방산협력위원회에서는 말이 오갔다.",
        "이번 방산협력위원회에는 한택준 방위사업청장이 참석했다.",
    )
    assert (event.participants, event.place, event.time) == (("한택준",), "부산", "2024-03-11/2024-03-12")


def test_a_body_and_who_speaks_for_it_at_an_occasion() -> None:
    (event,) = events_of(
        "새빛전자는 12일 실적발표 콘퍼런스콜에서 이익이 늘었다고 밝혔다.",
        '한택준 새빛전자 부사장은 "내년에도 는다"고 말했다.',
    )
    assert (event.participants, event.time) == (("새빛전자", "한택준"), "2024-03-12")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a noun says and a light verb only does
        (
            "한택준 대표는 12일 서울에서 구은솔 회장과 회담을 가졌다.",
            ("회담하다", ("한택준", "구은솔"), "서울", "2024-03-12"),
        ),
        ("새빛FC가 12일 우승을 차지했다.", ("우승하다", ("새빛FC",), None, "2024-03-12")),
        # a mishap needs nobody
        ("12일 부산에서 화재가 발생했다.", ("발생하다", (), "부산", "2024-03-12")),
        # what is decided has the subject of the deciding
        ("여야가 12일 법안을 처리하기로 합의했다.", ("합의하다", ("여야",), None, "2024-03-12")),
        # a day after the topic is that of the main verb
        (
            "대법원은 12일 사기 혐의로 기소된 한택준 대표의 상고를 기각했다.",
            ("기각하다", ("대법원",), None, "2024-03-12"),
        ),
        # a prize, and what gets it
        ("소설 '달무리'가 12일 부산에서 문학상을 받았다.", ("받다", ("달무리",), "부산", "2024-03-12")),
        # two who act together, one by name and one by its body
        (
            "한택준 연구원과 새빛전자 연구팀은 12일 결과를 발표했다.",
            ("발표하다", ("한택준", "새빛전자 연구팀"), None, "2024-03-12"),
        ),
    ],
)
def test_what_happens(text: str, expected: tuple[str, tuple[str, ...], str | None, str | None]) -> None:
    assert told(text) == [expected]


def test_a_pair_is_the_two_of_the_sentences_before() -> None:
    _, pact = told(
        "새빛전자는 11일 부산에서 한빛전자와 회의를 열었다. 두 회사는 12일 계약을 체결했다.",
    )
    assert pact == ("체결하다", ("새빛전자", "한빛전자"), None, "2024-03-12")


def test_a_plan_with_its_day_is_an_event_to_come() -> None:
    (event,) = events_of("한택준 대표는 오는 20일 구은솔 회장을 만날 예정이다.")
    assert (event.certainty, event.time) == ("forecast", "2024-03-20")


def test_nobody_is_carried_on_to_a_sentence_with_a_subject_of_its_own() -> None:
    assert told("새빛전자는 문을 닫았다.", "12일 관광객들이 베트남을 방문했다.") == [
        ("방문하다", ("관광객들",), "베트남", "2024-03-12")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "구은솔 회장은 웃었고, 지난 12일(현지시각) 부산에서 한택준 대표를 만났다.",
            "지난 12일(현지시각) 부산에서 한택준 대표를 만났다",
        ),
        ("[새벽통신 김수로 기자] 새빛FC가 12일 부산에서 우승했다.", "새빛FC가 12일 부산에서 우승했다"),
        ("새빛FC는 쉬었다. 1941년 한택준 시인은 사망했다.", "1941년 한택준 시인은 사망했다"),
    ],
)
def test_evidence_begins_with_a_word(text: str, words: str) -> None:
    assert [event.text for event in events_of(text)] == [words]


WORDS = ["한택준", "구은솔", "회장", "대표", "은", "이", "과", "을", "서울에서", "12일", "만났다."]
WORDS += ["만난", "방한한", "새빛전자", ",", "열린", '"', "'"]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    )
)
def test_evidence_places(words: list[str]) -> None:
    document, entities, times = named(" ".join(words) + ".")
    for event in find_events(document, entities, times):
        assert document.blocks[event.block].text[event.start : event.end] == event.text
        assert event.participants


NOT_TOLD = [
    "오세린 회장이 한빛전자를 인수하면 주가가 오른다.",
    "오세린 씨는 초인종을 눌렀다.",
    "새빛FC는 12일 부산에서 경기력을 선보였다.",
    "새빛전자는 업데이트를 진행했다.",
    "새빛전자는 적자로 인해 쉬었다.",
    "한도윤 대표는 12일 결과가 잇따라 발표된 데 놀랐다.",
    "한도윤 대표는 12일 항소하겠다고 밝혔다.",
    "오세린 회장은 12일 한도윤 대표와 통화를 못 했다.",
    "오세린 회장은 한도윤 씨를 압송해 조사할 계획이다.",
    "오세린 회장은 12일 한도윤 대표를 만나야 한다.",
    "오세린 회장과 제휴를 맺어라.",
    "오세린 회장은 12일 수상한 사람을 봤다.",
    "오세린 회장은 보상을 받았다.",
]


def test_a_dated_plan_is_foretold_through_the_verb_that_it_is_joined_to() -> None:
    (event,) = events_of("오세린 회장은 오는 20일 한도윤 대표를 만나 협상을 이어갈 계획이다.")
    assert (event.participants, event.time, event.certainty) == (
        ("오세린", "한도윤"),
        "2024-03-20",
        "forecast",
    )


@pytest.mark.parametrize(
    ("sentence", "verb", "time"),
    [
        ("14일 경찰에 따르면 12일 부산의 다리에서 한도윤 씨가 숨졌다.", "숨지다", "2024-03-12"),
        ("외교부는 지난해 3월 기소된 사건과 관련해 새빛전자에 과징금을 부과했다.", "부과하다", None),
        ("새빛당은 지난 8일 14일까지 법안을 처리하자고 제안했다.", "제안하다", "2024-03-08"),
        ("경찰청은 12일 수사에 나섰다.", "수사하다", "2024-03-12"),
    ],
)
def test_a_time_is_that_of_its_own_verb(sentence: str, verb: str, time: str | None) -> None:
    assert [(event.verb, event.time) for event in events_of(sentence) if event.verb == verb] == [(verb, time)]
    assert "처리하다" not in [event.verb for event in events_of(sentence)]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_conditions_and_weak_verbs_tell_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_who_is_described_by_a_ruling_is_not_the_court() -> None:
    found = told("대법원은 12일 지난해 3월 기소된 오세린 전 회장의 상고를 기각했다.")
    assert ("기각하다", ("대법원",), None, "2024-03-12") in found
    assert ("기소하다", ("오세린",), None, "2023-03") in found
