from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from store.extract.ner.bio import LABELS, decode, labels_of
from store.extract.ner.tagger import TAG_TYPES, Tag


def rows_of(labels: list[int], sure: float = 0.9) -> np.ndarray:
    rows = np.full((len(labels), len(LABELS)), (1 - sure) / (len(LABELS) - 1), np.float32)
    rows[np.arange(len(labels)), labels] = sure
    return np.log(rows)


def test_labels_begin_and_continue() -> None:
    labels = labels_of(5, [(1, 3, "PS"), (3, 4, "OG")])
    assert [LABELS[i] for i in labels] == ["O", "B-PS", "I-PS", "B-OG", "O"]


def test_decoding_undoes_labelling() -> None:
    text = "한빛전자 서지훈"
    spans = [(0, 4, "OG"), (5, 8, "PS")]
    (tags,) = decode([text], [rows_of(labels_of(len(text), spans))])
    assert [(t.start, t.end, t.type) for t in tags] == spans


def test_a_name_cannot_continue_before_it_begins() -> None:
    inside = LABELS.index("I-LC")
    (tags,) = decode(["대전"], [rows_of([0, inside], 0.6)])
    assert [(t.start, t.end, t.type) for t in tags] in ([], [(0, 2, "LC")])


def test_white_space_at_the_ends_is_no_part_of_a_name() -> None:
    text = " 대전 역"
    (tags,) = decode([text], [rows_of(labels_of(len(text), [(0, 4, "LC")]))])
    assert [(t.start, t.end) for t in tags] == [(1, 3)]


def test_the_score_is_that_of_the_least_certain_character() -> None:
    rows = rows_of(labels_of(2, [(0, 2, "DT")]))
    rows[1] = rows_of([LABELS.index("I-DT")], 0.5)[0]
    (tags,) = decode(["어제"], [rows])
    assert tags == [Tag(0, 2, "DT", tags[0].score)]
    assert abs(tags[0].score - 0.5) < 1e-6


def test_no_text_has_no_tags() -> None:
    assert decode([""], [np.zeros((0, len(LABELS)), np.float32)]) == [[]]


@given(st.text(max_size=30), st.integers(0, 2**32 - 1))
def test_whatever_the_probabilities_tags_stand_in_the_text_in_order(text: str, seed: int) -> None:
    rows = np.random.default_rng(seed).normal(size=(len(text), len(LABELS)), scale=3).astype(np.float32)
    rows -= np.log(np.exp(rows).sum(1, keepdims=True))
    (tags,) = decode([text], [rows])
    assert all(a.end <= b.start for a, b in pairwise(tags))
    for tag in tags:
        assert 0 <= tag.start < tag.end <= len(text)
        assert tag.type in TAG_TYPES
        assert 0 < tag.score <= 1
        assert text[tag.start : tag.end].strip() == text[tag.start : tag.end]
