"""The table of verbs of speech: each row's example is found, and read as the row says."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from store.extract.lexicon import read_rows
from store.extract.quotation.cues import conjugate, find_cue
from store.extract.quotation.roles import role_kind
from tests.extract.speech import quotations_of

CUES = read_rows("cues")
SPEAKERS = read_rows("speakers")


@pytest.mark.parametrize(("lemma", "kind", "example"), [(row[0], row[1], row[3]) for row in CUES])
def test_every_cue_is_found_in_its_example(lemma: str, kind: str, example: str) -> None:
    after = max(example.rfind('"'), example.rfind("'"), example.find("다고 "))
    cue = find_cue(example, after + 1, len(example))
    assert cue is not None
    assert (cue.lemma, cue.kind) == (lemma, kind)


@cache
def read_examples() -> Counter[int]:
    """Read all examples as the paragraphs of one article; how many quotations each row's has."""
    return Counter(quotation.block for quotation in quotations_of(*(row[3] for row in CUES)))


@pytest.mark.parametrize("row", range(len(CUES)), ids=lambda row: CUES[row][0])
def test_every_example_of_speech_is_a_quotation_and_no_other(row: int) -> None:
    assert read_examples()[row] == (0 if CUES[row][1] == "name" else 1)


@pytest.mark.parametrize("row", SPEAKERS, ids=lambda row: row[0])
def test_every_example_of_a_speaker_has_one(row: list[str]) -> None:
    (quotation,) = quotations_of(row[2])
    assert quotation.speaker.name is not None


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("청와대 고위 관계자", "person"),
        ("한 시민", "person"),
        ("연구진", "body"),
        ("주민들", "person"),
        ("업계", "vague"),
        ("그", "pronoun"),
        ("매출", None),
        ("적자", None),
        ("", None),
    ],
)
def test_who_can_speak(phrase: str, kind: str | None) -> None:
    assert role_kind(phrase) == kind


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("말하", "말했"),
        ("밝히", "밝혔"),
        ("덧붙이", "덧붙였"),
        ("나누", "나눴"),
        ("꼬집", "꼬집었"),
        ("모으", "모았"),
    ],
)
def test_conjugation(stem: str, form: str) -> None:
    assert any(form.startswith(start) for start in conjugate(stem))


@pytest.mark.parametrize(
    "text", ["전해졌다", "알려졌다", "여기서 끝났다", "적극 나섰다", "본사로 갔다", "양말했다"]
)
def test_what_only_looks_like_a_cue(text: str) -> None:
    cue = find_cue(text, 0, len(text))
    assert cue is None or cue.kind == "name"
