from __future__ import annotations

import itertools
import tracemalloc
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.document import Token
from store.extract.morphology import to_tokens, tokenize
from store.extract.ner.bio import LABELS
from store.extract.ner.fast import FastTagger
from store.extract.ner.gazetteer import load_gazetteer
from store.extract.ner.tagger import TAG_TYPES, Tag
from store.extract.ner.weights import load_weights

SENTENCES = {
    "김민수 한빛전자 대표는 4일 서울 중구에서 기자들과 만났다.": {
        "김민수 PS",
        "한빛전자 OG",
        "4일 DT",
        "서울 중구 LC",
    },
    "이서연 의원은 국토교통부에 자료를 요구했다.": {"이서연 PS", "국토교통부 OG"},
    "박지훈 감독이 이끄는 대표팀은 오는 12일 오후 7시 30분 부산에서 경기를 한다.": {
        "박지훈 PS",
        "오후 7시 30분 TI",
        "부산 LC",
    },
    "네이버와 카카오는 지난해 1조2300억원을 투자했다.": {
        "네이버 OG",
        "카카오 OG",
        "1조2300억원 QT",
        "지난해 DT",
    },
    "정부는 내년 3월까지 전국 120곳에 충전소를 짓는다.": {"내년 3월 DT", "120곳 QT"},
    "최은영 작가의 소설은 30만 명이 읽었다.": {"최은영 PS", "30만 명 QT"},
    "한국은행은 기준금리를 3.25%로 동결했다.": {"한국은행 OG", "3.25% QT"},
    "지난 2019년 대구에서 열린 행사에 시민 5000명이 모였다.": {"대구 LC", "5000명 QT"},
    "오세진 서울대 교수는 미국 보스턴에서 연구하고 있다.": {"오세진 PS", "서울대 OG"},
    "새벽 2시쯤 경북 포항의 한 공장에서 불이 났다.": {"경북 포항 LC"},
    "티모시 밀러 CEO는 삼성전자와 손잡겠다고 밝혔다.": {"티모시 밀러 PS", "삼성전자 OG"},
    "롯데 자이언츠가 두산 베어스를 5-3으로 이겼다.": {"롯데 자이언츠 OG", "두산 베어스 OG"},
}


@cache
def read(text: str) -> tuple[Token, ...]:
    return tuple(to_tokens(tokenize([text])[0]))


def tags_of(text: str) -> list[Tag]:
    return FastTagger.load().tag([text], [read(text)])[0]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_names_of_plain_sentences_are_found(sentence: str) -> None:
    found = {f"{sentence[t.start : t.end]} {t.type}" for t in tags_of(sentence)}
    assert found >= SENTENCES[sentence]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("남북 대표단이 만났다.", "북"),
        ("한미 정상이 통화했다.", "미"),
        ("김모 씨는 집에 있었다.", "김"),
    ],
)
def test_a_name_may_be_a_part_of_a_morpheme(sentence: str, name: str) -> None:
    assert name in {sentence[t.start : t.end] for t in tags_of(sentence)}


def test_tags_come_in_order_with_scores_of_probabilities() -> None:
    for sentence in SENTENCES:
        tags = tags_of(sentence)
        assert tags == sorted(tags)
        assert all(0 <= t.score <= 1 and t.type in TAG_TYPES for t in tags)
        assert all(a.end <= b.start for a, b in itertools.pairwise(tags))


def test_no_sentence_depends_on_its_neighbours_or_on_what_was_read_before() -> None:
    sentences = list(SENTENCES)
    tokens = [read(s) for s in sentences]
    tagger = FastTagger.load()
    together = tagger.tag(sentences, tokens)
    assert together == [tagger.tag([s], [t])[0] for s, t in zip(sentences, tokens, strict=True)]
    assert together == tagger.tag(sentences, tokens)


def test_marginals_are_probabilities_of_every_character() -> None:
    sentences = [*SENTENCES, ""]
    found = FastTagger.load().marginals(sentences, [read(s) for s in sentences])
    for sentence, rows in zip(sentences, found, strict=True):
        assert rows.shape == (len(sentence), len(LABELS))
        assert (rows >= -1e-6).all()
        assert np.allclose(rows.sum(axis=1), 1, atol=1e-4)


def test_marginals_agree_with_the_tags() -> None:
    sentence = next(iter(SENTENCES))
    (rows,) = FastTagger.load().marginals([sentence], [read(sentence)])
    for tag in tags_of(sentence):
        begins = 1 + 2 * TAG_TYPES.index(tag.type)
        assert LABELS[rows[tag.start].argmax()] == LABELS[begins]
        assert (rows[tag.start + 1 : tag.end].argmax(axis=1) == begins + 1).all()


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("김서울 일3년억.,·\"'(한𝒳👍\u1100\u1161\u11a8"), st.characters()),
        max_size=60,
    )
)
def test_spans_place_in_any_text(text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    tags = tags_of(text)
    assert all(0 <= t.start < t.end <= len(text) for t in tags)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tags))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["NNP", "NNG", "SN", "JX", "EF"]), st.integers(0, 12), st.integers(0, 12))
    )
)
def test_any_tokens_are_read(marks: list[tuple[str, int, int]]) -> None:
    text = "김철수 부산 3월에 갔다"
    tokens = sorted(
        (Token(text[min(a, b) : max(a, b)], tag, min(a, b), max(a, b)) for tag, a, b in marks),
        key=lambda t: t.start,
    )
    assert all(0 <= t.start < t.end <= len(text) for t in FastTagger.load().tag([text], [tokens])[0])


def test_memory_does_not_grow_with_the_articles_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.extract.ner.fast._LEXICON_ENTRIES", 1_500)
    tagger = FastTagger(load_gazetteer(), load_weights())

    def read_new_words(first: int) -> None:
        for begin in range(first, first + 4_000, 500):
            words = [f"낱말{number}" for number in range(begin, begin + 500)]
            starts = np.cumsum([0, *(len(word) + 1 for word in words)]).tolist()
            tokens = [Token(w, "NNG", s, s + len(w)) for w, s in zip(words, starts, strict=False)]
            tagger.tag([" ".join(words)], [tokens])

    read_new_words(0)
    tracemalloc.start()
    read_new_words(100_000)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 4_000_000
