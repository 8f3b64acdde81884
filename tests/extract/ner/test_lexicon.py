from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Token
from store.extract.ner.columns import COLUMNS, PADDING, make_matrix
from store.extract.ner.features import TEMPLATES, parse_templates
from store.extract.ner.gazetteer import load_gazetteer
from store.extract.ner.lexicon import Lexicon, split_compound


@pytest.mark.parametrize(
    ("word", "tag", "parts"),
    [
        ("한미일", "NNP", ["한", "미", "일"]),
        ("남미", "NNP", ["남미"]),
        ("독일", "NNP", ["독일"]),
        ("최모", "NNP", ["최", "모"]),
        ("갤럭시8", "NNP", ["갤럭시", "8"]),
        ("12.5", "SN", ["12", ".", "5"]),
        ("아인슈타인의", "NNP", ["아인슈타인", "의"]),
        ("하나하나", "NNG", ["하나", "하나"]),
        ("먹었다", "VV", ["먹었다"]),
    ],
)
def test_compounds_fall_apart_where_a_name_may_end(word: str, tag: str, parts: list[str]) -> None:
    assert [part for part, _ in split_compound(word, tag, load_gazetteer())] == parts


@given(st.text(min_size=1), st.sampled_from(["NNP", "NNG", "SN", "SL", "W_SERIAL", "MAG"]))
def test_parts_make_up_the_word(word: str, tag: str) -> None:
    parts = split_compound(word, tag, load_gazetteer())
    assert "".join(part for part, _ in parts) == word
    assert all(part and kind for part, kind in parts)


def test_morphemes_that_share_characters_are_one_unit() -> None:
    sentence = "도착했다 3일"
    tokens = [
        Token("도착", "NNG", 0, 2),
        Token("하", "XSV", 2, 3),
        Token("었", "EP", 2, 3),
        Token("다", "EF", 3, 4),
        Token("3", "SN", 5, 6),
        Token("일", "NNB", 6, 7),
    ]
    units = Lexicon(load_gazetteer()).units(sentence, tokens)
    assert [sentence[a:b] for a, b in zip(units.starts, units.ends, strict=True)] == [
        "도착",
        "했",
        "다",
        "3",
        "일",
    ]


def test_a_kind_of_unit_is_numbered_once() -> None:
    lexicon = Lexicon(load_gazetteer())
    first = lexicon.units("부산 부산", [Token("부산", "NNP", 0, 2), Token("부산", "NNP", 3, 5)])
    assert first.numbers == [1, 1]
    assert lexicon.units("부산", [Token("부산", "NNP", 0, 2)]).numbers == [1]
    assert len(lexicon) == 2


def test_the_particle_of_a_word_is_told_to_its_units() -> None:
    gazetteer = load_gazetteer()
    lexicon = Lexicon(gazetteer)
    tokens = [
        Token("한빛", "NNP", 0, 2),
        Token("전자", "NNG", 2, 4),
        Token("는", "JX", 4, 5),
        Token("큰", "MM", 6, 7),
    ]
    matrix = make_matrix(lexicon, gazetteer, [lexicon.units("한빛전자는 큰", tokens)])
    particles = matrix.columns[PADDING : PADDING + 4, COLUMNS.index("particle")]
    assert particles[0] == particles[1] != particles[2]
    assert particles[2] == particles[3] == matrix.columns[0, COLUMNS.index("form")]


def test_every_template_is_in_one_group() -> None:
    templates = parse_templates()
    numbers = [n for group in (templates.lexical, *templates.joined) for n in group.numbers.tolist()]
    assert sorted(numbers) == list(range(len(TEMPLATES)))


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        parse_templates(["nothing-1"])
