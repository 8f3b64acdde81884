"""A text that is not Korean is still kept, and says that it was not read as Korean."""

from __future__ import annotations

import pytest

from store.extract.language import language_of
from store.model import Article, Block
from store.reading import open_reader


def article(*texts: str) -> Article:
    return Article(id="x", source="own.txt", blocks=tuple(Block(text, "paragraph") for text in texts))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("해온시가 도서관 세 곳을 새로 연다.", "ko"),
        ("CEO는 AI 서비스 'Clova X'를 SK, LG, KT와 함께 공개했다.", "ko"),
        ("The city opens three libraries this year.", "en"),
        ("市は今年、図書館を三つ開く。", "other"),
        ("1,200", "other"),
        ("", "other"),
    ],
)
def test_the_language_is_told_by_the_script(text: str, language: str) -> None:
    assert language_of(article(text)) == language


def test_an_english_article_gives_its_sure_names_under_their_usual_form() -> None:
    reading = open_reader("fast").read(
        article(
            "President Seo Yi An met Samsung Electronics engineers in Seoul on Monday, his office said.",
            "President Seo said South Korea would spend more. Chairman Monday left Samsung Electronics.",
        )
    )
    assert reading.language == "en"
    assert {entity.name: (entity.type, [m.text for m in entity.mentions]) for entity in reading.entities} == {
        "Seo Yi An": ("PS", ["Seo Yi An", "Seo"]),
        "삼성전자": ("OG", ["Samsung Electronics", "Samsung Electronics"]),
        "서울": ("LC", ["Seoul"]),
        "한국": ("LC", ["South Korea"]),
    }


def test_an_officer_of_a_company_is_called_without_the_title() -> None:
    text = "We need the room, Chief Executive Officer Dana Whitfield said. She went to Seoul."
    reading = open_reader("fast").read(article(text))
    assert [entity.name for entity in reading.entities if entity.type == "PS"] == ["Dana Whitfield"]
