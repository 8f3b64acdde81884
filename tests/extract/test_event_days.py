"""Which day an event is told of, what was never done, and several who take part without their names."""

from __future__ import annotations

import pytest

from tests.extract.test_event import events_of, told

Event = tuple[str, tuple[str, ...], str | None, str | None]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        # a day dates the verb, the year what is done
        (
            "새빛협회는 12일 부산에서 올해 마지막 회의를 열었다.",
            ("열다", ("새빛협회",), "부산", "2024-03-12"),
        ),
        (
            "새빛시의회는 12일 내년도 예산안을 의결했다.",
            ("의결하다", ("새빛시의회",), None, "2024-03-12"),
        ),
        # what is charged has no day of the arrest
        ("경찰은 12일 부산에서 한도윤씨를 납치한 혐의로 오세린씨를 체포했다.", None),
        # a reason, and what followed
        (
            "나래지검은 지난 3일 새빛전자가 한도윤 대표를 고발함에 따라 수사에 들어갔다.",
            ("고발하다", ("새빛전자", "한도윤"), None, "2024-03-03"),
        ),
        # several by what they are
        ("두 원내대표는 12일 국회에서 만났다.", ("만나다", ("두 원내대표",), "국회", "2024-03-12")),
        # laws take part in what becomes of them
        (
            "새물관리법 개정안이 12일 국회 본회의를 통과했다.",
            ("통과하다", ("새물관리법",), None, "2024-03-12"),
        ),
        (
            "나래기상청은 12일 오후 11시를 기해 해온시에 대설주의보를 내렸다.",
            ("발령하다", ("나래기상청",), None, "2024-03-12"),
        ),
    ],
)
def test_when_and_who(sentence: str, event: Event | None) -> None:
    found = told(sentence)
    if event is None:
        assert ("납치하다", "2024-03-12") not in [(verb, time) for verb, _, _, time in found]
    else:
        assert event in found


@pytest.mark.parametrize(
    "sentence",
    [
        "새빛시의회는 12일 예산안을 의결하지 못했다.",
        "한도윤 회장은 12일 오세린 장관을 만나지는 않았다.",
        "새빛은행이 지난달에 이어 금리를 인하한 것은 2009년 이후 15년 만이다.",
        "새빛전자가 한빛전자를 인수한 것은 이번이 처음이다.",
    ],
)
def test_what_was_not_done_or_is_told_again_is_none(sentence: str) -> None:
    assert events_of(sentence) == []


def test_two_prizes_are_two_events() -> None:
    found = told("오세린 시인은 12일 새빛문학상을 받았다. 오세린 시인은 나래문학상을 받았다.")
    assert [(verb, who) for verb, who, _, _ in found if who] == [("받다", ("오세린",))] * 2
    found = told("오세린 시인은 12일 새빛문학상을 받았다. 오세린 시인은 부산에서 문학상을 받았다.")
    assert len(found) == 1


def test_what_is_held_without_a_name_has_its_day_and_its_place() -> None:
    assert told("시상식은 다음 달 8일 부산에서 열린다.") == [("열리다", ("시상식",), "부산", "2024-04-08")]
    assert told("시상식은 곧 열린다.") == []
    assert told("시상식은 부산에서 열린다.") == []


def test_a_verb_has_the_day_of_its_own_clause_behind_one_that_is_over() -> None:
    found = told(
        "새빛전자는 지난달 11일 한도윤씨를 고소했고, 경찰은 지난 4일 부산에서 달아나던 한도윤씨를 붙잡았다."
    )
    assert [(verb, time) for verb, _, _, time in found] == [
        ("고소하다", "2024-02-11"),
        ("붙잡다", "2024-03-04"),
    ]
