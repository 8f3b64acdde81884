from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.harvest import is_foreign_word, is_korean_name, name_finder
from tests.extract.articles import article


def found(*texts: str) -> list[str]:
    find = name_finder(texts)
    return [text[start:end] for text in texts for start, end in find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("한택준 새빛소프트 대표가 말했다.", ["한택준"]),
        ("도미렐라 CEO는 웃었다.", ["도미렐라"]),
        ("대표이사 구은솔은 물러났다.", ["구은솔"]),
        ("전 장관 노태겸이 나왔다.", ["노태겸"]),
        ("서하율씨와 서하율 씨", ["서하율", "서하율"]),
        ("마르젤로(Marzello)가 떴다.", ["마르젤로"]),
        ("스타트업 '별그루'가 뽑혔다. 별그루는 작다.", ["별그루", "별그루"]),
        ("백다온 새빛시 부시장, 이어 백다온의 말", ["백다온", "백다온"]),
        ("권이엘 서울대 의대 교수", ["권이엘"]),
        ("남궁태리 감독이 왔다.", ["남궁태리"]),
    ],
)
def test_names_stand_beside_titles_and_aliases(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "재계에 따르면 회장은",
        "이러한 회장단의 뜻",
        "앞서 대표가 말했다.",
        "한편 장관은 웃었다.",
        "하지만 의원들은 떠났다.",
        "이번주 사장이 온다.",
        "국내 대표 기업",
        "새로운 감독이 왔다.",
        "같은 날 열린 개발자 행사에 올랐다.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_name_is_found_before_its_particle_and_not_inside_a_word() -> None:
    find = name_finder(["한택준 새빛소프트 대표"])
    text = "한택준이, 한택준에게는, 한택준식 경영, 박한택준"
    assert [text[start:end] for start, end in find(text)] == ["한택준", "한택준"]


def test_without_names_nothing_is_found() -> None:
    assert name_finder([])("한택준") == []
    assert name_finder(["비가 온다."])("비가 온다.") == []


@pytest.mark.parametrize("word", ["김택진", "이하늘", "남궁민수", "선우은숙"])
def test_words_in_the_shape_of_a_korean_name(word: str) -> None:
    assert is_korean_name(word)


@pytest.mark.parametrize("word", ["정부는", "이번주", "회장님", "하지만", "김치", "금융위"])
def test_words_in_another_shape(word: str) -> None:
    assert not is_korean_name(word)


def test_foreign_words_have_foreign_syllables() -> None:
    assert is_foreign_word("도미렐라")
    assert not is_foreign_word("국방부")


@given(st.lists(st.text(alphabet="김택진 회장대표CEO(,)'·씨이는한빛가나라\n", max_size=60), max_size=4))
def test_spans_are_in_order_apart_and_within(texts: list[str]) -> None:
    find = name_finder(texts)
    for text in texts:
        end = 0
        for start, stop in find(text):
            assert end <= start < stop <= len(text)
            end = stop


def test_an_article_takes_two_milliseconds() -> None:
    paragraph = (
        "한택준 새빛소프트 대표는 12일 서울에서 구은솔 한빛전자 회장과 만나 공급 계약을 논의했다. " * 8
    )
    texts = [block.text for block in article(*[paragraph] * 5).blocks]
    name_finder(texts)
    taken = []
    for _ in range(5):
        start = time.process_time()
        find = name_finder(texts)
        for text in texts:
            find(text)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.006
