from __future__ import annotations

import pytest

from store.extract.morphology import analyze
from store.extract.terms import index_terms
from store.model import Article, Block


def terms_of(*texts: str) -> list[str]:
    blocks = tuple(Block(text, "paragraph") for text in texts)
    return index_terms(analyze(Article(id="a", source="s", blocks=blocks), None)).split()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("한빛전자가 공장을 세웠다.", {"공장", "세우다"}),
        ("인공지능을 확정했다고 말했다.", {"인공", "지능", "인공지능", "확정", "확정하다", "말하다"}),
        ("데이터 센터가 새롭다.", {"데이터", "센터", "데이터센터", "새롭다"}),
        ("한울반도체는 새봄제약과 만났다.", {"반도체", "제약"}),
        ("생성AI와 5G", {"생성", "AI", "생성AI", "5G"}),
    ],
)
def test_terms_have_no_josa_and_no_endings(text: str, terms: set[str]) -> None:
    assert terms <= set(terms_of(text))


def test_each_term_stands_once_in_the_order_of_reading() -> None:
    terms = terms_of("공장을 세운다.", "공장을 짓는다.")
    assert terms == ["공장", "세우다", "짓다"]


def test_what_is_far_apart_is_no_compound() -> None:
    assert "물가금리" not in terms_of("물가와 금리") and "물가금리" not in terms_of("물가, 금리")
