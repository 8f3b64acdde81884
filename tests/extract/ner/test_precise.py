from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.document import Token
from store.extract.morphology import to_tokens, tokenize
from store.extract.ner.bio import LABELS
from store.extract.ner.precise import OVERLAP, WINDOW, PreciseTagger, available
from store.model import SinmunError


def tokens_of(*texts: str) -> list[list[Token]]:
    return [to_tokens(tokens) for tokens in tokenize(texts)]


def names(text: str) -> set[tuple[str, str]]:
    (tags,) = PreciseTagger.load().tag([text], tokens_of(text))
    return {(text[tag.start : tag.end], tag.type) for tag in tags}


def test_the_precise_reader_is_installed() -> None:
    assert available()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("배우 한소미는 대전에서 영화를 찍었다.", {("한소미", "PS"), ("대전", "LC")}),
        ("오은경 장관이 부산을 찾아 상인 30명을 만났다.", {("오은경", "PS"), ("부산", "LC"), ("30명", "QT")}),
        (
            "삼성전자는 2분기 매출이 12% 늘었다고 밝혔다.",
            {("삼성전자", "OG"), ("2분기", "DT"), ("12%", "QT")},
        ),
        ("경기는 오후 7시 잠실야구장에서 열린다.", {("오후 7시", "TI"), ("잠실야구장", "LC")}),
        ("박지성은 2002년 월드컵에서 골을 넣었다.", {("박지성", "PS"), ("2002년", "DT")}),
        ("서울대학교 연구진이 논문을 냈다.", {("서울대학교", "OG")}),
    ],
)
def test_names_are_found_whole_and_typed(text: str, expected: set[tuple[str, str]]) -> None:
    assert names(text) >= expected


def test_plain_words_are_no_names() -> None:
    assert names("비가 오면 우산을 쓰고 나가야 한다.") == set()


def test_sentences_are_read_apart_and_alike_every_time() -> None:
    texts = ["이정우 교수가 서울에서 강연했다.", "매출은 3조원이다.", "내일 아침에 다시 온다."]
    tokens = tokens_of(*texts)
    tagger = PreciseTagger.load()
    together = tagger.tag(texts, tokens)
    assert together == tagger.tag(texts, tokens)
    assert together == [tagger.tag([text], [words])[0] for text, words in zip(texts, tokens, strict=True)]


def test_emissions_are_log_probabilities_of_every_character() -> None:
    text = "김하늘 사장은 제주로 갔다."
    (rows,) = PreciseTagger.load().emissions([text], tokens_of(text))
    assert rows.shape == (len(text), len(LABELS))
    assert np.allclose(np.exp(rows).sum(1), 1, atol=1e-4)


def test_a_sentence_longer_than_the_window_is_read_to_its_end() -> None:
    filler = "그리고 비가 오고 바람이 불고 "
    text = filler * (2 * WINDOW // 6) + "최민석 감독은 광주로 떠났다."
    assert {("최민석", "PS"), ("광주", "LC")} <= names(text)
    (rows,) = PreciseTagger.load().emissions([text], tokens_of(text))
    assert len(rows) == len(text)
    assert OVERLAP < WINDOW


def test_a_reading_does_not_hang_on_tokens() -> None:
    text = "정우진 기자가 인천에서 전했다."
    (tags,) = PreciseTagger.load().tag([text], [[]])
    assert all(0 <= tag.start < tag.end <= len(text) for tag in tags)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\x00", "ㅋㅋㅋ", "👩‍👩‍👧", "가" * 2000, "\ud800"])
def test_odd_sentences_are_read_without_harm(text: str) -> None:
    (tags,) = PreciseTagger.load().tag([text], [[]])
    assert all(0 <= tag.start < tag.end <= len(text) for tag in tags)


KOREAN = st.text(alphabet=st.sampled_from("가나다한국김이박시장 .,0123456789%원·韓A\t\n“”ㅋ"), max_size=80)


@settings(max_examples=40, deadline=None)
@given(st.one_of(KOREAN, st.text(max_size=60)))
def test_every_tag_stands_in_its_sentence(text: str) -> None:
    (tags,) = PreciseTagger.load().tag([text], tokens_of(text))
    assert tags == sorted(tags)
    for tag in tags:
        assert 0 <= tag.start < tag.end <= len(text)
        assert text[tag.start : tag.end] == text[tag.start : tag.end].strip()
        assert 0 < tag.score <= 1


def test_without_its_model_it_says_so(tmp_path: Path) -> None:
    missing = tmp_path / "precise.onnx"
    assert not available(missing)
    with pytest.raises(SinmunError, match=r"precise\.onnx"):
        PreciseTagger.load(missing)


def test_a_damaged_model_is_refused_by_name(tmp_path: Path) -> None:
    damaged = tmp_path / "precise.onnx"
    damaged.write_bytes(b"not a model")
    with pytest.raises(SinmunError, match=r"precise\.onnx"):
        PreciseTagger.load(damaged)
