from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.extract.ner.composing import compose
from store.extract.ner.tagging import load_tagger, tag_lines

LINE = "한지민 새길은행 부행장은 3월 2일 서울 마포구에서 이도윤 의원을 만났다."


def tagged(line: str) -> list[tuple[str, str]]:
    (found,) = tag_lines([line], "fast")
    assert all(line[e["start"] : e["end"]] == e["text"] for e in found)
    return [(unicodedata.normalize("NFC", e["text"]), e["type"]) for e in found]


def test_a_line_gives_its_names() -> None:
    assert {("한지민", "PS"), ("3월 2일", "DT"), ("서울 마포구", "LC"), ("이도윤", "PS")} <= set(tagged(LINE))


def test_a_decomposed_line_gives_the_same_names_in_its_own_offsets() -> None:
    assert tagged(unicodedata.normalize("NFD", LINE)) == tagged(LINE)


def test_astral_characters_and_marks_do_not_move_the_offsets() -> None:
    line = "𝒳 👍🏽 " + unicodedata.normalize("NFD", "é ") + LINE + " 👨‍👩‍👧"
    assert set(tagged(LINE)) <= set(tagged(line))


def test_lone_surrogates_and_controls_are_no_names() -> None:
    assert all("\ud800" not in text for text, _ in tagged("\ud800 " + LINE + "\x00\x1b[31m"))


def test_every_line_gives_a_list_and_long_lines_are_read_to_their_end() -> None:
    lines = ["", " ", LINE, " ".join([LINE] * 40)]
    found = list(tag_lines(lines, "fast"))
    assert [len(entities) > 0 for entities in found] == [False, False, True, True]
    assert sum(e["text"] == "이도윤" for e in found[3]) == 40


def test_the_same_lines_give_the_same_output() -> None:
    assert list(tag_lines([LINE, "", LINE], "fast")) == list(tag_lines([LINE, "", LINE], "fast"))


def test_the_fast_reader_is_always_there() -> None:
    assert load_tagger("fast") is load_tagger("fast")


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("각\u1100\u1161\u11a8\u0301\u0323e\u09c7\u09be")),
        max_size=40,
    )
)
def test_composing_keeps_every_place(text: str) -> None:
    composed = compose(text)
    clean = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert composed.text == unicodedata.normalize("NFC", clean)
    for at, character in enumerate(composed.text):
        start, end = composed.place(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert character in unicodedata.normalize("NFC", clean[start:end])


ODD = {
    "English": "Microsoft and OpenAI met in Paris.",
    "digits": "12345",
    "ellipsis": "…",
    "jamo": "ㅋㅋㅋㅋ",
    "one word": "가" * 3000,
    "marks": "\u0301" * 3000,
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_lines_place_their_spans(kind: str) -> None:
    tagged(ODD[kind])
