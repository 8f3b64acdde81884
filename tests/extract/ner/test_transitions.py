import numpy as np

from store.extract.ner.bio import LABELS, decode, labels_of
from store.extract.ner.training.klue import Example
from store.extract.ner.training.transitions import count
from store.extract.ner.transitions import load_transitions


def test_each_row_is_a_distribution_of_what_comes_next() -> None:
    rows = count([Example("한빛전자 서지훈", ((0, 4, "OG"), (5, 8, "PS")))])
    assert rows.shape == (len(LABELS), len(LABELS))
    assert np.allclose(np.exp(rows).sum(axis=1), 1, atol=1e-5)
    begun, inside = LABELS.index("B-OG"), LABELS.index("I-OG")
    assert rows[begun].argmax() == rows[inside].argmax() == inside


def test_the_shipped_table_knows_that_names_go_on() -> None:
    rows = load_transitions()
    assert rows.shape == (len(LABELS), len(LABELS))
    for begun in range(1, len(LABELS), 2):
        assert rows[begun].argmax() == begun + 1
    assert rows[0].argmax() == 0


def test_transitions_decide_where_the_characters_waver() -> None:
    text = "가온"
    halves = np.log(np.full((2, len(LABELS)), 1e-3, np.float32))
    halves[0, labels_of(1, [(0, 1, "LC")])[0]] = np.log(0.9)
    halves[1, [LABELS.index("I-LC"), LABELS.index("B-LC")]] = np.log([0.44, 0.45])
    (without,) = decode([text], [halves])
    (leaning,) = decode([text], [halves], load_transitions())
    assert [(t.start, t.end) for t in without] == [(0, 1), (1, 2)]
    assert [(t.start, t.end) for t in leaning] == [(0, 2)]
