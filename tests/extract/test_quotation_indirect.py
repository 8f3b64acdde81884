"""Indirect speech: where the reported words begin and end, and who reports them."""

from __future__ import annotations

import pytest

from tests.extract.speech import quotations_of, said

REPORTED = [
    ("정 대표는 공장을 닫지 않겠다고 말했다.", "정 대표", "공장을 닫지 않겠다"),
    ("국토교통부는 다음 달부터 요금을 내린다고 3일 밝혔다.", "국토교통부", "다음 달부터 요금을 내린다"),
    ("국토교통부가 다음 달부터 요금을 내린다고 3일 밝혔다.", "국토교통부", "다음 달부터 요금을 내린다"),
    ("한빛전자는 3일 공시를 통해 공장을 판다고 밝혔다.", "한빛전자", "공장을 판다"),
    ("정 대표는 이날 열린 기자간담회에서 비용을 줄이겠다고 강조했다.", "정 대표", "비용을 줄이겠다"),
    ("정 대표는 지난달 말 모임이 필요하다고 말하기도 했다.", "정 대표", "모임이 필요하다"),
    ("그러나 다리는 이미 끊겼다고 나래시는 밝혔다.", "나래시", "다리는 이미 끊겼다"),
    ("국토교통부는 16일 지난달 집값이 내렸다고 밝혔다.", "국토교통부", "지난달 집값이 내렸다"),
    ("민 의원은 함께 가자고 제안했다.", "민 의원", "함께 가자"),
    ("민 의원은 언제 끝나느냐고 물었다.", "민 의원", "언제 끝나느냐"),
    ("노조는 회사에 임금을 올려 달라고 요구했다.", "노조", "임금을 올려 달라"),
    ("정 대표는 이것이 마지막 기회가 될 것이라고 말했다.", "정 대표", "이것이 마지막 기회가 될 것"),
    ("정 대표는 늦은 것이 사실이라고 인정했다.", "정 대표", "늦은 것이 사실"),
    ("정 대표는 자기 책임이 아니라고 부인했다.", "정 대표", "자기 책임이 아니라"),
    ("시민단체는 정부에 대책을 마련할 것을 촉구했다.", "시민단체", "대책을 마련할 것"),
    ("나래시는 주민들에게 외출을 삼가기를 당부했다.", "나래시", "외출을 삼가기"),
    ("업계는 값이 더 내려간다고 보고 있다.", "업계", "값이 더 내려간다"),
    ("새벽일보는 두 회사가 합친다고 보도했다.", "새벽일보", "두 회사가 합친다"),
    ("두 회사가 합친다고 새벽일보가 보도했다.", "새벽일보", "두 회사가 합친다"),
    ("공장을 닫지 않겠다고 밝힌 정 대표는 웃었다.", "정 대표", "공장을 닫지 않겠다"),
    ("윤 총재를 만난 한 의원은 합의가 됐다고 전했다.", "한 의원", "합의가 됐다"),
    ("민 의원은 정 대표가 물러난다고 말했다고 전했다.", "민 의원", "정 대표가 물러난다고 말했다"),
    ("정 대표는 자신이 모두 지시했다고 시인했다.", "정 대표", "자신이 모두 지시했다"),
    ("정 대표는 불편을 드려 죄송하다고 사과했습니다.", "정 대표", "불편을 드려 죄송하다"),
    # the day of saying stands behind, so the one at the head is that of the opening
    ("나래시는 20일 도서관을 연다고 19일 밝혔다.", "나래시", "20일 도서관을 연다"),
    (
        "한빛전자는 이날 오전 5시 2분 위성과 교신했다고 밝혔다.",
        "한빛전자",
        "이날 오전 5시 2분 위성과 교신했다",
    ),
    ("한빛전자는 이날 오전 위성과 교신했다고 밝혔다.", "한빛전자", "위성과 교신했다"),
    ("정 대표는 값이 오를 것이라 내다봤다.", "정 대표", "값이 오를 것"),
    # what a board decides at its meeting
    (
        "한빛전자는 2일 이사회를 열고 공장을 팔기로 결의했다고 공시했다.",
        "한빛전자",
        "이사회를 열고 공장을 팔기로 결의했다",
    ),
    ("한빛전자는 2일 간담회를 열고 공장을 팔겠다고 밝혔다.", "한빛전자", "공장을 팔겠다"),
    # what the speaker does meanwhile
    ("정 대표는 팀을 꾸리면서, 보고도 받지 않겠다고 공언했다.", "정 대표", "보고도 받지 않겠다"),
    ("정 대표는 물가가 오르면서, 손님이 줄었다고 말했다.", "정 대표", "물가가 오르면서, 손님이 줄었다"),
    # a reporter whom only the place makes one, with the day behind
    ("가장 먼 별이 밝혀졌다고 별빛닷컴이 지난 14일(현지시간) 보도했다.", "별빛닷컴", "가장 먼 별이 밝혀졌다"),
    ("구름은행 관계자는 돈을 모두 돌려줬다고 해명했다.", "구름은행 관계자", "돈을 모두 돌려줬다"),
]


def test_what_goes_on_with_a_particle_is_no_second_quotation() -> None:
    text = '두 정상이 "전쟁을 끝내기 위해 협력한다"는 데 뜻을 모았다고 대통령실은 전했다.'
    (quotation,) = quotations_of(text)
    assert [quote.text for quote in quotation.quotes] == ["전쟁을 끝내기 위해 협력한다"]


def test_a_word_of_contrast_is_no_part_of_the_speaker() -> None:
    (quotation,) = quotations_of("반면 구름은행 관계자는 돈을 돌려줬다고 해명했다.")
    assert quotation.speaker.name == "구름은행 관계자"


@pytest.mark.parametrize(("text", "speaker", "words"), REPORTED)
def test_reported_words(text: str, speaker: str, words: str) -> None:
    (quotation,) = quotations_of(text)
    assert quotation.quote_type == "indirect"
    assert quotation.speaker.name == speaker
    assert [quote.text for quote in quotation.quotes] == [words]


UNLISTED = [
    ("시드는 보고서에서 값이 늦게 내릴 수 있다고 내다봤다.", "시드", "값이 늦게 내릴 수 있다"),
    ("다온모는 이날 성명을 내고 법을 고치라고 촉구했다.", "다온모", "법을 고치라"),
    ("두 회사가 합친다고 바람신문은 전했다.", "바람신문", "두 회사가 합친다"),
    ("바람신문은 정 대표가 물러난다고 보도했다.", "바람신문", "정 대표가 물러난다"),
    ("나래시는 오전에 먼지가 짙겠다고 국토교통부는 설명했다.", "국토교통부", "나래시는 오전에 먼지가 짙겠다"),
    ("한빛전자(대표 서지훈) 직원들은 일이 늘었다고 말했다.", "한빛전자(대표 서지훈) 직원들", "일이 늘었다"),
]


@pytest.mark.parametrize(("text", "speaker", "words"), UNLISTED)
def test_speakers_that_no_list_knows(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, [words])]


UNREPORTED = [
    "정 대표가 물러난다고 말하면 값이 오른다.",
    "정 대표가 물러난다고 말할 수 없다.",
    "정 대표는 서류를 고쳤다며 소송을 제기했다.",
    "비가 온다고 한다.",
    "값이 올랐다고 볼 수 있다.",
    "두 회사가 합친다고 알려졌다.",
    "이 골목은 별빛길이라고 불린다.",
    "정 대표는 돈을 받지 않았다고 말하지 않았다.",
    "두 나라는 문을 열어야 한다고 합의했다.",
    "정 대표는 저녁을 먹고 말했다.",
    "아이가 잘 자라고 있다고 생각합니다.",
    "한빛전자는 협업을 요청하기도 했다.",
    "그러나 사고라고 하기에는 이상했다.",
]


@pytest.mark.parametrize("text", UNREPORTED)
def test_what_is_no_reported_speech(text: str) -> None:
    assert said(text) == []


def test_one_subject_two_verbs() -> None:
    text = "정 대표는 규칙을 바꿔야 한다고 강조하며 다음 달에 다시 모이자고 말했다."
    assert said(text) == [("정 대표", ["규칙을 바꿔야 한다"]), ("정 대표", ["다음 달에 다시 모이자"])]


def test_two_subjects_two_verbs() -> None:
    text = "정 대표는 공장을 닫지 않겠다고 했고, 민 의원은 믿기 어렵다고 했다."
    assert said(text) == [("정 대표", ["공장을 닫지 않겠다"]), ("민 의원", ["믿기 어렵다"])]


def test_reported_and_quoted_words_of_one_act() -> None:
    (quotation,) = quotations_of('정 대표는 회사가 어렵다며 "기다려 달라"고 호소했다.')
    assert quotation.quote_type == "mixed"
    assert [quote.text for quote in quotation.quotes] == ["회사가 어렵다", "기다려 달라"]
    assert quotation.speaker.name == "정 대표"


def test_quoted_and_reported_words_of_one_verb() -> None:
    (quotation,) = quotations_of('정 대표는 "기다려 달라"며 곧 나아진다고 강조했다.')
    assert quotation.quote_type == "mixed"
    assert [quote.text for quote in quotation.quotes] == ["기다려 달라", "곧 나아진다"]


def test_quoted_words_inside_reported_ones() -> None:
    (quotation,) = quotations_of('정 대표는 내년에는 "흑자"를 낼 것이라고 말했다.')
    assert quotation.quote_type == "mixed"
    assert [quote.text for quote in quotation.quotes] == ['내년에는 "흑자"를 낼 것']


def test_reported_speech_needs_a_speaker() -> None:
    assert said("곧 비가 온다고 말했다.") == []
    assert said("정 대표는 서둘렀다. 곧 비가 온다고 말했다.") == [("정 대표", ["곧 비가 온다"])]


def test_reported_words_are_less_sure_than_quoted_ones() -> None:
    (quoted,) = quotations_of('정 대표는 "문을 닫겠다"고 말했다.')
    (reported,) = quotations_of("정 대표는 문을 닫겠다고 말했다.")
    assert reported.confidence < quoted.confidence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a subject of the words themselves, where the speaker has begun before
        (
            '정 대표는 "아직 멀었다"며 그 길에 나래시가 함께해 빛을 볼 것이라 내다봤다.',
            ["아직 멀었다", "그 길에 나래시가 함께해 빛을 볼 것"],
        ),
        # what is told of is near the speaker; what is done to whom is told
        ("정 대표는 새 공장에 대해 아직 이르다고 말했다.", ["아직 이르다"]),
        (
            "국토교통부는 다리를 놓다가 사람을 다치게 한 건설사 두 곳에 대해 면허를 거뒀다고 밝혔다.",
            ["다리를 놓다가 사람을 다치게 한 건설사 두 곳에 대해 면허를 거뒀다"],
        ),
        ("구름은행은 3일 만에 문을 다시 연다고 밝혔다.", ["3일 만에 문을 다시 연다"]),
        ("박서연은 누리집에 오래 기다렸다고 썼다.", ["오래 기다렸다"]),
        ("박서연은 논문에서 물이 얼면 부피가 는다고 밝혔다.", ["물이 얼면 부피가 는다"]),
    ],
)
def test_where_reported_words_begin_beside_others(text: str, words: list[str]) -> None:
    (quotation,) = quotations_of(text)
    assert [quote.text for quote in quotation.quotes] == words
