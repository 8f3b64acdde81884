import random

from hypothesis import given
from hypothesis import strategies as st

from store.extract.ner.training.klue import Example
from store.extract.ner.training.precise_swap import NamePool

EXAMPLES = [
    Example("이준호는 대구로 갔다", ((0, 3, "PS"), (5, 7, "LC"))),
    Example("부산은 덥다", ((0, 2, "LC"),)),
    Example("박나래가 3일 왔다", ((0, 3, "PS"), (5, 7, "DT"))),
]


@given(st.integers(0, 10_000), st.sampled_from(EXAMPLES))
def test_a_swapped_sentence_keeps_its_types_and_places_every_name(seed: int, example: Example) -> None:
    pool = NamePool(EXAMPLES)
    swapped = pool.swap(example, 1.0, random.Random(seed))
    assert [kind for _, _, kind in swapped.spans] == [kind for _, _, kind in example.spans]
    for start, end, kind in swapped.spans:
        assert swapped.text[start:end] in pool.names[kind]


def test_the_particle_follows_the_new_name() -> None:
    pool = NamePool([Example("부산은", ((0, 2, "LC"),))])
    swapped = pool.swap(Example("대구는 덥다", ((0, 2, "LC"),)), 1.0, random.Random(0))
    assert swapped == Example("부산은 덥다", ((0, 2, "LC"),))


def test_dates_and_unchosen_names_stay() -> None:
    pool = NamePool(EXAMPLES)
    assert pool.swap(EXAMPLES[2], 0.0, random.Random(0)) == EXAMPLES[2]
