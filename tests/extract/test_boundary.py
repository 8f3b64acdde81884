"""Where a name that a tagger took too long ends."""

from __future__ import annotations

import pytest

from store.extract.coreference.boundary import trim
from tests.extract.articles import named

LONG = [
    ("새빛그룹과 SK 수뇌부가 모였다.", "SK 수뇌부", "SK"),
    ("삼성전자 분식 의혹이 나왔다.", "삼성전자 분식 의혹", "삼성전자"),
    ("한국은행 채용이 늘었다.", "한국은행 채용", "한국은행"),
    ("삼성전자 노조가 말했다.", "삼성전자 노조", "삼성전자 노조"),
    ("두산 베어스가 이겼다.", "두산 베어스", "두산 베어스"),
]


@pytest.mark.parametrize(("text", "tagged", "name"), LONG)
def test_what_is_told_of_a_body_is_no_part_of_its_name(text: str, tagged: str, name: str) -> None:
    document, _, _ = named(text)
    block = document.blocks[1]
    start = text.index(tagged)
    first, end = trim(block, start, start + len(tagged), "OG")
    assert text[first:end] == name
