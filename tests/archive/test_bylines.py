"""Who only reports an article is none of those that it tells of."""

from __future__ import annotations

import pytest

from store.archive.bylines import people_told
from store.model import Entity, Reading, Span


def told(text: str, *names: str) -> list[str]:
    """Give which of the names, each an entity wherever it stands, an article of one sentence tells of."""
    entities = tuple(
        Entity(
            id=name,
            name=name,
            type="PS",
            mentions=tuple(
                Span(name, 0, at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)
            ),
        )
        for name in names
    )
    reading = Reading(
        article="a", reader="fast", version="t", sentences=(Span(text, 0, 0, len(text)),), entities=entities
    )
    return [entity.name for entity in people_told(reading)]


@pytest.mark.parametrize(
    ("text", "names", "kept"),
    [
        (
            "(나래=새빛통신) 문결 기자 = 한도윤 대표가 왔다.",
            ["나래", "새빛통신", "문결", "한도윤"],
            ["한도윤"],
        ),
        ("【나래=새빛통신】문결·이서우 기자 = 비가 왔다.", ["문결", "이서우"], []),
        ("[새빛일보 문결 기자] 한도윤 대표가 왔다.", ["새빛일보", "문결", "한도윤"], ["한도윤"]),
        ("[나래= 새빛일보 문결 특파원] 한도윤 대표가 왔다.", ["문결", "한도윤"], ["한도윤"]),
        ("문결 기자 gyeol@saebit.example", ["문결"], []),
        ("새빛뉴스 문결 기자입니다.", ["새빛뉴스", "문결"], []),
        ("[강연식/나래대 교수] 합의가 더 중요하다.", ["강연식", "나래대"], ["강연식", "나래대"]),
        ("문결 기자는 상을 받았다.", ["문결"], ["문결"]),
        ("(나래=새빛통신) 문결 기자 = 새빛통신 노조가 파업했다.", ["새빛통신"], ["새빛통신"]),
    ],
)
def test_a_byline_is_nobody_of_the_story(text: str, names: list[str], kept: list[str]) -> None:
    assert told(text, *names) == kept
