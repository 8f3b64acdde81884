"""Names of the tagger that are repaired before anything is known of the article."""

from __future__ import annotations

from store.extract.coreference.tagged import from_tagger
from store.extract.names import Name
from tests.extract.articles import named


def test_a_surname_given_to_the_body_behind_it() -> None:
    text = "하이미슨 그레어 무역대표부(NTR) 대표가 왔다."
    document, _, _ = named(text)
    names = [Name(1, 0, 4, "PS", 0.98), Name(1, 5, 14, "OG", 0.4)]
    persons = [text[c.start : c.end] for c in from_tagger(document, names) if c.type == "PS"]
    assert persons == ["하이미슨 그레어"]


def test_a_body_behind_a_person_stays_whole() -> None:
    text = "하이미슨 나래 전자부품 대표가 왔다."
    document, _, _ = named(text)
    names = [Name(1, 0, 4, "PS", 0.98), Name(1, 5, 12, "OG", 0.9)]
    found = [text[c.start : c.end] for c in from_tagger(document, names)]
    assert found == ["하이미슨", "나래 전자부품"]


def test_the_letter_before_an_answer_is_nobody() -> None:
    document, _, _ = named("A. 온실가스 때문입니다.")
    assert from_tagger(document, [Name(1, 0, 2, "PS", 0.9)]) == []
