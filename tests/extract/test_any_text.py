"""Any Korean-looking article through the whole reader: spans place, values are finite."""

from __future__ import annotations

import json
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Article, Block, Role
from store.reading import contract, open_reader

PIECES = """
김다온 이가람 씨는 대표 CEO가 (51) ( ) “ ” ‘ ’ " ' 「 」 … · , . ? ! △ ▲ ◇ ① 1조2300억여원 3.4%p 10명 중
7명꼴 3분의 2 0 00 9999999999999999 1e9 -5 ∼ ~ 31일 2월 30일 지난달 오는 내년 상반기 오후 3시 25시 99:99
6년 만에 2박 3일 밝혔다 말했다 며 고 라고 다고 덧붙였다 것으로 알려졌다 전망된다 에 따르면 한빛전자 서울
한·미·일 韓 美 각각 씩 등 이날 그는 이어 양국 두 회사 만났다 체결했다 열린다 숨졌다 the said ㅋ 2024年 ㎡ ℃
억 만 조 분의 배 위 % 원 달러 [ ] < > / = - – # @ 😀 é
"""
ODD = ("\t", "\u200b", "\u202e", "\x00")
TEXT = st.lists(st.sampled_from([*PIECES.split(), *ODD]), min_size=1, max_size=25).map(" ".join)
BLOCK = st.builds(Block, TEXT | st.text(min_size=1, max_size=60), st.sampled_from(get_args(Role)))
DATES = (None, "2024-03-02", "2024-02-29T10:00", "0001-01-01", "9999-12-31")


@settings(max_examples=60)
@given(st.lists(BLOCK, min_size=1, max_size=4), st.sampled_from(DATES))
def test_spans_place_and_values_are_finite(blocks: list[Block], published: str | None) -> None:
    article = Article(id="any", source="any.txt", published=published, blocks=tuple(blocks))
    told = contract(article, open_reader("fast").read(article))
    json.dumps(told, allow_nan=False)
    _place(told, [block.text for block in blocks])


def _place(part: Any, texts: list[str]) -> None:
    if isinstance(part, dict):
        if {"text", "block", "start", "end"} <= part.keys():
            assert texts[part["block"]][part["start"] : part["end"]] == part["text"]
        part = list(part.values())
    if isinstance(part, list | tuple):
        for inner in part:
            _place(inner, texts)
