"""The table of words: every group says what it means, with a sentence that has one of its words."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from store.extract.morphology import load_kiwi
from store.extract.word_groups import word_group

GROUPS = tomllib.loads(
    (resources.files("store.extract") / "tables" / "words.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", sorted(GROUPS))
def test_example_of_every_group(name: str) -> None:
    group = GROUPS[name]
    forms = {token.form for token in load_kiwi().tokenize(group["example"])}
    assert group["meaning"]
    assert any(form in word_group(name) or form.endswith(tuple(word_group(name))) for form in forms)
