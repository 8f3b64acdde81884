"""Transcripts: labelled words, lines that name the speaker, interviews in questions and answers."""

from __future__ import annotations

import pytest

from tests.extract.speech import quotations_of, said


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[김수로 / 나래대 교수 : 물이 더 빨리 식습니다.]"], [("김수로", ["물이 더 빨리 식습니다."])]),
        (["[김수로 교수 (어제) : 물이 더 빨리 식습니다.]"], [("김수로", ["물이 더 빨리 식습니다."])]),
        (["[양은하/나래연구소장 : 예정대로 갑니다.]"], [("양은하", ["예정대로 갑니다."])]),
        (["[피해 주민 : 밤새 잠을 못 잤어요.]"], [("피해 주민", ["밤새 잠을 못 잤어요."])]),
        (['[박서연/구청장: "내년에 다시 엽니다."]'], [("박서연", ["내년에 다시 엽니다."])]),
        (["[박서연 / 구청장]", '"내년에 다시 엽니다."'], [("박서연", ["내년에 다시 엽니다."])]),
        (["◀ 박서연/구청장 ▶", '"내년에 다시 엽니다."'], [("박서연", ["내년에 다시 엽니다."])]),
        (["[기자]", "강이 얼었습니다."], []),
        (["[리포트]", '"강이 얼었다"는 말이 돈다.'], [(None, ["강이 얼었다"])]),
    ],
)
def test_labels(lines: list[str], expected: list[tuple[str | None, list[str]]]) -> None:
    assert said(*lines) == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("- 언제 다시 문을 여나요?", "▶ 봄이 오면 바로 엽니다."),
        ("-왜 다시 책방인가.", '"봄이 와서요. 바로 엽니다."'),
        ("-왜 다시 책방인가.", "\"책 '심해'를 읽었어요. 바로 엽니다.\""),
        ("Q. 언제 다시 문을 여나", "A. 봄이 오면 바로 엽니다."),
        ("문: 언제 다시 문을 여는가", "답: 봄이 오면 바로 엽니다."),
    ],
)
def test_interview(question: str, answer: str) -> None:
    lines = ["소설가 박서연은 3년 만에 책방으로 돌아왔다.", question, answer]
    assert said(*lines) == [
        ("박서연", [answer.removeprefix("▶ ").removeprefix("A. ").removeprefix("답: ").strip('"')])
    ]


def test_an_answer_without_a_question_is_a_list() -> None:
    assert said("박서연은 책방을 열었다.", "▶ 책 300권을 모았다.") == []


def test_a_transcript_says_what_made_it() -> None:
    (quotation,) = quotations_of("[김수로 / 나래대 교수 : 물이 더 빨리 식습니다.]")
    assert quotation.rule == "quotation.transcript.labelled"
    assert quotation.speaker.method == "explicit"


@pytest.mark.parametrize("line", ["[가 : " + " " * 50_000 + "나[", "- " + " " * 50_000, "A. " + " " * 50_000])
def test_a_line_of_spaces_takes_no_time(line: str) -> None:
    assert said("박서연은 책방을 열었다.", line) == []


def test_an_interview_in_marks_is_answered_by_whom_its_lead_introduces() -> None:
    lines = (
        "지난달 가장 바빴던 사람은 조종사들이다. 대형 헬기를 모는 서지훈 기장을 7일 격납고에서 만났다.",
        "- 하루에 몇 번이나 뜨나.",
        '"많은 날은 서른두 번 뜹니다. 윤 대장이 더 뜨지요."',
        "- 무섭지 않은가.",
        '"네."',
        "그는 사람이 먼저라고 강조했다.",
    )
    assert [name for name, _ in said(*lines)] == ["서지훈"] * 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- 책방을 다시 연 이유는.", "- 올해 계획은."),
        ("-손님이 많이 왔다.", "-봄에는 더 바쁘겠다."),
        ("▶Q. 왜 책방인가.", "▶Q. 대책은."),
        ("◇ 왜 책방인가", "◇ 언제 여나"),
    ],
)
def test_what_asks_is_told_by_its_mark_and_by_the_answers_behind_it(first: str, second: str) -> None:
    lines = (
        "박서연은 김수로를 만나 책방을 열었다.",
        first,
        '"봄이 와서요."',
        second,
        '"바로 엽니다. 내일이요."',
    )
    assert said(*lines) == [("김수로", ["봄이 와서요."]), ("김수로", ["바로 엽니다. 내일이요."])]


def test_an_answer_goes_on_in_the_next_paragraphs() -> None:
    lines = (
        "박서연은 책방을 열었다.",
        "- 왜 책방인가.",
        '"봄이 와서요."',
        '"바로 엽니다."',
        "책방은 한적하다.",
    )
    assert said(*lines) == [("박서연", ["봄이 와서요."]), ("박서연", ["바로 엽니다."])]


def test_answers_without_marks_are_those_that_are_spoken() -> None:
    lines = (
        "박서연은 책방을 열었다.",
        "- 왜 책방인가.",
        "봄이 와서 열었습니다.",
        "- 언제 여나.",
        "바로 엽니다.",
    )
    assert said(*lines) == [("박서연", ["봄이 와서 열었습니다."]), ("박서연", ["바로 엽니다."])]
    assert (
        said(
            "박서연은 책방을 열었다.", "- 왜 책방인가.", "책방은 봄에 열렸다.", "- 언제 여나.", "그는 웃었다."
        )
        == []
    )


def test_who_answers_is_whom_the_headline_names() -> None:
    lines = ("박서연은 김수로와 일한다.", "- 왜 책방인가.", '"봄이 와서요."')
    assert [q.speaker.name for q in quotations_of(*lines, title="박서연의 책방")] == ["박서연"]


def test_a_list_with_dashes_asks_nothing() -> None:
    lines = ("박서연은 책방을 열었다.", "- 책 300권을 모았다.", "- 의자를 놓았다.", "문은 봄에 엽니다.")
    assert said(*lines) == []
