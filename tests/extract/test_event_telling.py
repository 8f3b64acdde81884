"""The ways in which news tells an event: in writing, by posts, as what is held, achieved or planned."""

from __future__ import annotations

import pytest

from tests.extract.test_event import events_of, told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # said to the press, in writing, or through an occasion
        (
            '오세린 청장은 12일 출근하면서 계획을 묻는 기자들에게 "책임지겠다"고 말했다.',
            ("말하다", ("오세린", "기자들"), None, "2024-03-12"),
        ),
        (
            '오세린 의원은 12일 보도자료를 통해 "사실이 아니다"라고 주장했다.',
            ("주장하다", ("오세린",), None, "2024-03-12"),
        ),
        (
            '오세린 청장은 12일 성명을 내고 "바꾸겠다"고 강조했다.',
            ("강조하다", ("오세린",), None, "2024-03-12"),
        ),
        # the news itself, without a day
        (
            "새빛항공우주국이 소형 헬기를 보내겠다는 계획을 발표했다.",
            ("발표하다", ("새빛항공우주국",), None, None),
        ),
        (
            "한도윤 후보는 1992년 국회의원에 당선되기도 했다.",
            ("당선하다", ("한도윤",), None, "1992"),
        ),
        # what is held
        (
            "오세린 회장은 12일 부산에서 한도윤 대표와 만찬을 했다.",
            ("열다", ("오세린", "한도윤"), "부산", "2024-03-12"),
        ),
        (
            "새빛전자는 12일 부산에서 업무협약(MOU) 체결식을 가졌다.",
            ("열다", ("새빛전자",), "부산", "2024-03-12"),
        ),
        ("오는 18일 부산에서 단식 8강이 열릴 예정이다.", ("열리다", ("단식 8강",), "부산", "2024-03-18")),
        (
            '가온시 비리 수사단(단장 한도윤 검사장)은 12일 기자단에 입장문을 내고 "5일부터 막았다"고 밝혔다.',
            ("밝히다", ("가온시 비리 수사단", "한도윤"), None, "2024-03-12"),
        ),
        (
            '오세린 대표는 12일 페이스북에 글을 올려 "끝났다"고 주장했다.',
            ("주장하다", ("오세린",), None, "2024-03-12"),
        ),
        # with whom, before titles, and where, with its gloss
        (
            "한도윤 전 위원장은 2010년 5월 중국 베이징(北京)에서 오세린 당시 부총리와 만찬과 회동을 가졌다.",
            ("회동하다", ("한도윤", "오세린"), "중국 베이징", "2010-05"),
        ),
        # a verb without its ending
        (
            "금융감독원은 12일 조사에 착수, 새빛전자의 자료를 살폈다.",
            ("착수하다", ("금융감독원",), None, "2024-03-12"),
        ),
        # achieved
        (
            "새빛우주청은 12일 고흥에서 로켓을 발사하는 데 성공했다.",
            ("발사하다", ("새빛우주청",), "고흥", "2024-03-12"),
        ),
        # craft and bodies without a name
        (
            "사고 여객기가 12일 부산에서 추락했다.",
            ("추락하다", ("여객기",), "부산", "2024-03-12"),
        ),
        (
            "시의회 예결위는 12일 예산안을 가결했다.",
            ("가결하다", ("시의회 예결위",), None, "2024-03-12"),
        ),
        # who joins the noun of the verb is with whom
        (
            "달무리호가 12일 부산에서 한빛나래호와 추돌했다.",
            ("추돌하다", ("달무리호", "한빛나래호"), "부산", "2024-03-12"),
        ),
    ],
)
def test_more_ways_of_telling(
    sentence: str, event: tuple[str, tuple[str, ...], str | None, str | None]
) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize("words", ["에게 말했다.", "(에)에 밝혔다.", "')에게 강조했다.", "12일 ’에 답했다."])
def test_phrases_without_words_tell_nothing(words: str) -> None:
    assert told(f"한도윤 대표는 {words}") == []


def test_those_met_over_a_dinner_are_all_told() -> None:
    (event,) = events_of(
        "서하준 회장이 12일 서울 강남구 한 식당에서 도민아 새빛전자 회장, 구은솔 가람자동차그룹 회장과"
        " '저녁' 회동을 했다."
    )
    assert event.participants == ("서하준", "도민아", "구은솔")


def test_a_league_is_no_place() -> None:
    (event,) = events_of(
        "가람FC는 12일 나래 스타디움에서 열린 잉글랜드 나래리그 30라운드 홈 경기에서 한빛FC를 꺾었다."
    )
    assert event.place == "나래 스타디움"


def test_what_is_handed_out_takes_no_part() -> None:
    (event,) = events_of("새빛전자는 12일 가람전자에 5만장, 정부에 3만장을 공급했다.")
    assert event.participants == ("새빛전자", "가람전자", "정부")
