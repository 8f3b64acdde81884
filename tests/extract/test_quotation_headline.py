"""Quotations of the headline: whose they are, by the name before them or by the body's same words."""

from __future__ import annotations

from store.model import Quotation
from tests.extract.speech import quotations_of

BODY = '정 대표는 "공장 문을 닫지 않고 사람을 더 뽑겠다"고 말했다.'


def of_headline(title: str, *lines: str, deck: str | None = None) -> list[Quotation]:
    found = quotations_of(*lines, title=title, deck=deck)
    return [quotation for quotation in found if quotation.rule.startswith("quotation.headline")]


def test_the_same_words_have_the_bodys_speaker() -> None:
    (quotation,) = of_headline('"공장 문 닫지 않고 사람 더 뽑겠다"', BODY)
    assert quotation.speaker.name == "정 대표"
    assert quotation.rule == "quotation.headline.body"


def test_the_name_before_the_mark() -> None:
    (quotation,) = of_headline('한빛전자 "새 길을 찾겠다"', "강이 얼었다.")
    assert (quotation.speaker.name, quotation.rule) == ("한빛전자", "quotation.headline.adjacent")


def test_two_names_two_quotations() -> None:
    found = of_headline('정 대표 "사실 아니다"…민 의원 "증거 있다"', "강이 얼었다.")
    assert [quotation.speaker.name for quotation in found] == ["정 대표", "민 의원"]


def test_nobody_is_named() -> None:
    (quotation,) = of_headline('"새 길을 찾겠다"…첫 삽', "강이 얼었다.")
    assert quotation.speaker.name is None
    assert quotation.confidence < 0.5


def test_marks_around_a_whole_headline_are_an_ornament() -> None:
    assert of_headline('"무너진 다리를 다시 세울 길이 있다"', "다리가 무너졌다.") == []
    (quotation,) = of_headline('"다리를 다시 세운다"', '정 대표는 "다리를 다시 세운다"고 말했다.')
    assert quotation.speaker.name == "정 대표"


def test_few_words_that_the_body_has_letter_by_letter() -> None:
    *_, quotation = of_headline(
        '"내가 어리석었다" 고개 숙인 대표', '정 대표는 "그때는 내가 어리석었다"고 말했다.'
    )
    assert quotation.speaker.name == "정 대표"


def test_a_term_in_the_headline_is_no_quotation() -> None:
    assert of_headline('"꿈의 소재" 만든 회사', "강이 얼었다.") == []
    assert of_headline("'반값 학교' 문 연다", "강이 얼었다.") == []


def test_decks_are_read_as_headlines() -> None:
    (quotation,) = of_headline("새 소식", BODY, deck='"공장 문 닫지 않고 사람 더 뽑겠다"')
    assert quotation.speaker.name == "정 대표"
