"""Whom an office by itself means, and the firm that 이 회사 means: only where no other reading is left."""

from __future__ import annotations

import pytest

from store.model import Article, Block, Event, Quotation
from store.reading import open_reader


def told(*paragraphs: str) -> tuple[list[str | None], list[tuple[str, ...]]]:
    """Give the speakers of an article's quotations and the participants of its events."""
    blocks = (Block("새 소식", "title"), *(Block(paragraph, "paragraph") for paragraph in paragraphs))
    article = Article(id="t", source="t", blocks=blocks, published="2024-03-15T09:00")
    facts = open_reader("fast").read(article).facts
    quotations = [fact.speaker.name for fact in facts if isinstance(fact, Quotation)]
    return quotations, [fact.participants for fact in facts if isinstance(fact, Event)]


@pytest.mark.parametrize(
    ("paragraphs", "speakers"),
    [
        (("정하린 교육부 장관이 왔다.", '장관은 "늦지 않았다"고 말했다.'), ["정하린"]),
        (("윤 총재는 웃었다.", '총재는 "사실"이라고 답했다.'), ["윤 총재"]),
        (("정하린 교육부 차관이 왔다.", '장관은 "늦지 않았다"고 말했다.'), ["장관"]),
        (("정하린 전 장관이 왔다.", '장관은 "늦지 않았다"고 말했다.'), ["장관"]),
        (
            ("정하린 교육부 장관과 서이안 환경부 장관이 왔다.", '장관은 "늦지 않았다"고 말했다.'),
            ["장관"],
        ),
        (
            (
                "배우 이순호 씨가 2일 별세했다.",
                "한도윤 장관이 빈소에 왔다.",
                '고인은 생전에 "고맙다"고 말했다.',
            ),
            ["이순호"],
        ),
        (("이순호 씨가 별세했고 한도윤 씨도 별세했다.", '고인은 생전에 "고맙다"고 말했다.'), ["고인"]),
        (("한빛전자는 새 공장을 지었다.", '이 회사는 "더 짓겠다"고 밝혔다.'), ["한빛전자"]),
        (("한빛전자와 새빛소프트는 합쳤다.", '이 회사는 "더 짓겠다"고 밝혔다.'), ["이 회사"]),
        (("한빛전자 오세린 대표가 왔다.", '오 대표의 아내는 "고맙다"고 말했다.'), ["오 대표의 아내"]),
    ],
)
def test_who_speaks(paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    assert told(*paragraphs)[0] == speakers


def test_who_has_died_is_who_acted() -> None:
    events = told("배우 이순호 씨가 2일 별세했다.", "고인은 2018년 가온문화훈장을 받았다.")[1]
    assert ("이순호",) in events[1:]


def test_who_acts() -> None:
    assert told("한빛전자는 새 공장을 지었다.", "회사는 3월 20일 부산에서 설명회를 열었다.")[1] == [
        ("한빛전자",)
    ]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("강해온 대표의 아내와 오세린 대표가 15일 행사에 참석했다.", ("강해온 대표의 아내", "오세린")),
        ("한도윤 의원의 동생 한가람이 15일 서울을 방문했다.", ("한가람",)),
        ("오세린 의원의 변호인은 16일 기자들과 만났다.", ("오세린 의원의 변호인", "기자들")),
    ],
)
def test_a_relative_is_another_person(text: str, participants: tuple[str, ...]) -> None:
    assert told(text)[1] == [participants]
