"""What somebody does by a verb that no table holds: told with a day, a place or whom it was done to."""

from __future__ import annotations

import pytest

from tests.extract.test_event import events_of, told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "한빛전자는 12일 부산에 연구원을 보냈다.",
            ("보내다", ("한빛전자",), "부산", "2024-03-12"),
        ),
        (
            "한도윤 시장은 오세린 회장에게 서한을 보내 지원을 부탁했다.",
            ("보내다", ("한도윤", "오세린"), None, None),
        ),
        (
            "새빛게임즈가 지난 10일 내놓은 새 게임이 인기를 끌고 있다.",
            ("내놓다", ("새빛게임즈",), None, "2024-03-10"),
        ),
        (
            "한빛전자 노조는 오는 18일부터 사흘간 하루 네 시간씩 부분파업을 벌이기로 했다.",
            ("벌이다", ("한빛전자 노조",), None, "2024-03-18"),
        ),
        (
            "한도윤 장관은 12일 빈소를 찾아 훈장을 추서했다.",
            ("추서하다", ("한도윤",), None, "2024-03-12"),
        ),
        (
            "새빛커피는 오는 29일 매장 8천 곳을 휴점하고 직원들을 가르친다.",
            ("휴점하다", ("새빛커피",), None, "2024-03-29"),
        ),
        ("한미 정상회담이 13일 부산에서 끝났다.", ("끝나다", ("한미 정상회담",), "부산", "2024-03-13")),
        ("나래 콘서트가 13일 무산됐다.", ("무산되다", ("나래 콘서트",), None, "2024-03-13")),
    ],
)
def test_acts(sentence: str, event: tuple[str, tuple[str, ...], str | None, str | None]) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "한도윤 대표는 12일 우려를 나타냈다.",
        "새빛전자 주가는 12일 5만원까지 뛰었다.",
        "한빛전자는 12일 매출이 늘었다.",
        "오세린 씨는 2012년 4월 뇌물을 건넨 혐의를 받고 있다.",
        "한도윤 대표의 발언이 12일 논란을 불렀다.",
    ],
)
def test_what_is_no_act(sentence: str) -> None:
    assert told(sentence) == []


def test_an_act_is_less_sure_than_a_verb_of_the_table() -> None:
    (event,) = events_of("한빛전자는 12일 부산에 연구원을 보냈다.")
    assert (event.rule, event.confidence) == ("event.act", 0.7)
