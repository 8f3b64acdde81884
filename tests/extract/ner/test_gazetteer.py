from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.ner.gazetteer import (
    DICTIONARY,
    LIST_NAMES,
    LISTED,
    LISTS,
    Gazetteer,
    compile_names,
    load_gazetteer,
    read_list,
)
from store.extract.ner.hashing import mix, mix_one, polynomial, power
from store.extract.ner.weights import load_weights
from store.extract.ner.words import load_words, longest_ending, shape
from store.model import SinmunError


@given(st.text(), st.text())
def test_hashes_of_parts_join_to_the_hash_of_the_whole(a: str, b: str) -> None:
    assert polynomial(a + b) == (polynomial(a) * power(len(b)) + polynomial(b)) % 2**64


@given(st.integers(0, 2**64 - 1))
def test_one_number_is_mixed_as_many_are(value: int) -> None:
    assert mix_one(value) == int(mix(np.array([value], np.uint64))[0])


def test_names_have_their_classes_and_others_none() -> None:
    gazetteer = Gazetteer(*compile_names({"가나": 1, "다라마": 6}))
    assert [gazetteer.classes(name) for name in ("가나", "다라마", "가", "다라")] == [1, 6, 0, 0]
    hashes = np.array([polynomial(name) for name in ("다라마", "없다", "가나")], np.uint64)
    assert gazetteer.find(hashes).tolist() == [6, 0, 1]


def test_the_shipped_gazetteer_knows_persons_places_and_the_lists() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.classes("강남구") >> DICTIONARY.shift & 2
    for bit, stem in enumerate(LIST_NAMES):
        for name in read_list(LISTS / f"{stem}.txt"):
            assert gazetteer.classes("".join(name.split())) >> (LISTED.shift + bit) & 1, name


@pytest.mark.parametrize("stem", LIST_NAMES)
def test_lists_hold_every_name_once(stem: str) -> None:
    names = read_list(LISTS / f"{stem}.txt")
    assert len(names) == len(set(names))
    assert all(len(name) > 1 for name in names)


def test_damaged_models_are_named(tmp_path: Path) -> None:
    damaged = tmp_path / "model.npz"
    damaged.write_bytes(b"PK\x03\x04 not a model")
    for load in (load_gazetteer, load_weights):
        for path in (damaged, tmp_path / "missing.npz"):
            with pytest.raises(SinmunError, match=path.name):
                load(path)


def test_shapes_and_endings() -> None:
    assert shape("갤럭시S24+") == "가A0+"
    assert shape("韓美") == "漢漢"
    assert longest_ending("국토교통부", load_words().organisation_ending) == "부"
    assert longest_ending("서울대학교", load_words().organisation_ending) == "대학교"
    assert longest_ending("바다", frozenset()) == ""
