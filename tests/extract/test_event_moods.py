"""What tells no event, which day is whose, and what a verb shares with the clauses before it."""

from __future__ import annotations

import pytest

from tests.extract.test_event import told


@pytest.mark.parametrize(
    "sentence",
    [
        "새빛전자가 한빛전자에 무엇을 요구할지 12일 눈길이 쏠렸다.",
        "새빛영화제는 해마다 부산에서 열린다.",
        "새빛협회는 매년 부산에서 포럼을 개최한다.",
        "한도윤 대표가 오세린 의원을 만나더라도 달라지는 것은 없다.",
        "한도윤 이사장은 2월까지 보조금을 숨긴 것으로 조사됐다.",
        # what goes on since then
        "새빛연맹은 2016년 3월부터 회장 없이 운영되고 있다.",
        "경찰청은 12일부터 가짜 표를 판매한 일당을 뒤쫓고 있다.",
        # the day of the source is not that of what it tells
        "12일 새빛방송 등에 따르면 새빛대 연구팀은 거미에게 도약대를 제시했다.",
        # what is only talked of, denied, or was never done
        "새빛전자가 한빛전자를 인수한다는 소문은 사실이 아니다.",
        "새빛전자가 한빛전자를 인수했다는 소문은 사실무근이다.",
        "새빛전자가 한빛전자를 인수했다는 보도를 회사는 부인했다.",
        "새빛전자는 한빛전자를 인수한 적이 없다.",
        "새빛전자는 12일 한도윤 의원을 만난 사실이 없다.",
    ],
)
def test_what_tells_nothing(sentence: str) -> None:
    assert told(sentence) == []


def test_what_is_held_again_and_again_was_still_held_once() -> None:
    assert ("열리다", ("새빛영화제",), "부산", "2024-03-12") in told(
        "해마다 열리는 새빛영화제가 12일 부산에서 열렸다."
    )


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # what lies ahead, and how long
        (
            "새빛전자는 오는 18일 박람회를 앞두고 게임 '달무리'를 내놓으면서 활기를 띠었다.",
            ("내놓다", ("새빛전자",), None, None),
        ),
        ("새빛영화제는 오는 26일까지 부산에서 열린다.", ("열리다", ("새빛영화제",), "부산", None)),
        # what is only spoken of is not where one is
        (
            "한도윤 장관은 오세린 대사로부터 지난달 27일 열린 정상회담에 대한 설명을 들었다.",
            ("열리다", ("정상회담",), None, "2024-02-27"),
        ),
        # the subject and the day stand before what is claimed
        (
            "2016년 한도윤 회장이 형인 오세린 회장을 상대로 장부를 숨겼다며 소송을 제기하면서 다툼이 났다.",
            ("제기하다", ("한도윤", "오세린"), None, "2016"),
        ),
        (
            "새빛전자는 오는 23일 공장을 열겠다며 오세린 기자를 부산에 초청했다.",
            ("초청하다", ("새빛전자", "오세린"), "부산", None),
        ),
        (
            "지난 12일 새빛검찰청이 국내 최대 거래소인 한빛전자를 압수수색했다.",
            ("수색하다", ("새빛검찰청", "한빛전자"), None, "2024-03-12"),
        ),
    ],
)
def test_day_and_subject(sentence: str, event: tuple[str, tuple[str, ...], str | None, str | None]) -> None:
    assert event in told(sentence)


def test_whoever_does_something_at_an_occasion_is_told_once() -> None:
    assert told("한도윤 이사장은 12일 부산 가온호텔에서 열린 새빛연맹 회장선거에서 회장으로 선출됐다.") == [
        ("선출하다", ("한도윤",), "부산 가온호텔", "2024-03-12")
    ]


def test_a_place_by_what_it_is() -> None:
    assert told("한도윤 총리는 12일 나래 연구개발 단지에서 열린 보고대회에 참석했다.") == [
        ("참석하다", ("한도윤",), "나래 연구개발 단지", "2024-03-12")
    ]
