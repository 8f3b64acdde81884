"""Sentences: where one ends and the next begins."""

from __future__ import annotations

from store.extract.morphology import analyze
from store.model import Article, Block


def sentences_of(text: str) -> list[str]:
    article = Article(id="t", source="t", blocks=(Block(text, "paragraph"),))
    block = analyze(article, None).blocks[0]
    return [text[sentence.start : sentence.end] for sentence in block.sentences]


def test_a_name_in_quotes_begins_the_sentence_that_its_particle_is_in() -> None:
    text = "수상작은 23일 폐막식에서 발표된다. '별빛'은 7월 22일 개봉한다."
    assert sentences_of(text) == [
        "수상작은 23일 폐막식에서 발표된다.",
        "'별빛'은 7월 22일 개봉한다.",
    ]


def test_words_behind_quoted_ones_stay_with_them() -> None:
    assert len(sentences_of('한도윤 대표는 "오늘 끝난다."고 말했다.')) == 1
