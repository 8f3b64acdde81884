from __future__ import annotations

import pytest

from store.extract.ner.training.invent import TELLING_ENDINGS, invent
from store.extract.ner.training.klue import Example


def spans(text: str, *names: tuple[str, str]) -> Example:
    return Example(text, tuple((text.index(n), text.index(n) + len(n), kind) for n, kind in names))  # type: ignore[misc]


TEXT = spans("박서준은 어제 한빛은행을 찾았다.", ("박서준", "PS"), ("어제", "DT"), ("한빛은행", "OG"))


def test_persons_and_organisations_give_way_to_others_of_their_make() -> None:
    (found,) = invent([TEXT], 1)
    person, day, bank = (found.text[start:end] for start, end, _ in found.spans)
    assert person != "박서준"
    assert len(person) == 3
    assert day == "어제"
    assert bank.endswith("은행")
    assert [kind for _, _, kind in found.spans] == ["PS", "DT", "OG"]


@pytest.mark.parametrize("seed", range(20))
def test_particles_fit_the_invented_names(seed: int) -> None:
    (found,) = invent([TEXT], seed)
    end = found.spans[0][1]
    closed = (ord(found.text[end - 1]) - ord("가")) % 28 > 0
    assert found.text[end] == ("은" if closed else "는")
    assert found.text.endswith("은행을 찾았다.")


def test_examples_without_such_names_are_left_out() -> None:
    assert list(invent([spans("비가 부산에 왔다.", ("비", "PS"), ("부산", "LC"))], 1)) == []


def test_the_same_seed_invents_the_same_names() -> None:
    assert list(invent([TEXT] * 5, 7)) == list(invent([TEXT] * 5, 7))


def test_endings_are_endings_of_organisations() -> None:
    assert {"은행", "대학교"} <= TELLING_ENDINGS
