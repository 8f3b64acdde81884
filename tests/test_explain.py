"""Explanations: what was read in a sentence and why, for people and for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.explain import Named, explain, explain_fact, lines, morphemes_in
from store.extract.attribution import attribute
from store.extract.enumeration.finder import CONFIDENCE
from store.extract.event.table import verbs
from store.extract.facts import assemble
from store.extract.forecast.finder import RULES, find_forecasts
from store.extract.lexicon import read_rows
from store.extract.quantity import find_quantities
from store.extract.quotation import find_quotations
from store.extract.rules import rule_of
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.model import Article, Reading, Span
from store.reading import open_reader, read_sources
from tests.extract.speech import read
from tui.cli import main

GOLDEN = Path(__file__).parent / "golden" / "explain.txt"
SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = (
    '3일 정 대표는 한빛전자 직원 120명에게 "적자는 끝났다"며 "내년에는 일감이 늘어날 것"이라고 말했다.',
    "재계에 따르면 투자액은 1조2300억여원인 것으로 알려졌다.",
)


def explained() -> tuple[Article, Reading, list[str]]:
    document, entities = read(*TEXT)
    times = find_times(document)
    quantities = find_quantities(document, times)
    quotations = find_quotations(document, entities)
    facts = [
        *quotations,
        *find_statistics(document, quantities, times, entities),
        *find_forecasts(document, quotations, times, entities),
    ]
    reading = Reading(
        article="test",
        reader="fast",
        version="test",
        sentences=tuple(
            Span(b.text[s.start : s.end], b.index, s.start, s.end) for b, s in document.sentences()
        ),
        entities=tuple(entities),
        times=tuple(times),
        quantities=tuple(quantities),
        facts=tuple(assemble(document, attribute(document, facts, entities))),
    )
    shown = [line for sentence in explain(document, reading) for line in lines(sentence)]
    return document.article, reading, shown


def test_the_explanation_is_the_golden_one() -> None:
    _, _, shown = explained()
    assert "\n".join(shown) + "\n" == GOLDEN.read_text(encoding="utf-8"), (
        "write it: python -m tests.test_explain"
    )


def test_a_card_needs_no_analyser() -> None:
    article, reading, _ = explained()
    quotation = next(fact for fact in reading.facts if fact.kind == "quotation")
    explanation = explain_fact(article, reading, quotation)
    (told,) = explanation.facts
    assert explanation.text == TEXT[0]
    assert (told.rule, told.cue, told.speaker) == ("quotation.quoted.explicit", "말했다", "정 대표")
    assert told.korean
    assert told.english
    assert Named("정 대표", "정 대표", "PS") in explanation.names
    doubted = next(fact for fact in reading.facts if fact.certainty == "hearsay")
    (told,) = explain_fact(article, reading, doubted).facts
    assert told.hedges == ("것으로 알려졌",)


def test_the_morphemes_of_one_sentence() -> None:
    article, reading, _ = explained()
    found = morphemes_in(article, reading.sentences[1])
    assert found[0].startswith("재계/")
    assert "알려지/VV" in found


def test_every_rule_that_the_code_names_has_a_row() -> None:
    names = [
        *(f"event.{verb.kind}" for verb in verbs().values()),
        *(f"forecast.{name}" for name in RULES),
        *CONFIDENCE,
        "quotation.quoted-verbless.carried",
        "quotation.noun-floating.none",
        "quotation.indirect.pronoun",
    ]
    assert [name for name in names if rule_of(name) is None] == []


def test_every_row_says_what_it_goes_by_with_an_example() -> None:
    rows = read_rows("rules")
    assert all(len(row) == 4 and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_no_fact_of_the_samples_carries_a_rule_without_a_row() -> None:
    own = Path(__file__).parent / "gold" / "own"
    paths = [str(path) for path in (SEEDS, *sorted(own.glob("*.txt")))]
    carried = {
        fact.rule
        for result in read_sources(paths, open_reader("fast"))
        if isinstance(result, tuple)
        for fact in result[1].facts
    }
    assert sorted(rule for rule in carried if rule_of(rule) is None) == []


@pytest.mark.parametrize("as_json", [True, False])
def test_read_explains(as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "article.txt"
    path.write_text("나래시 다리 놓는다\n2024-03-05 09:00\n" + TEXT[1] + "\n", encoding="utf-8")
    options = ["--json"] if as_json else []
    assert main(["read", str(path), "--explain", "--reader", "fast", *options]) == 0
    out = capsys.readouterr().out
    if not as_json:
        assert "형태소: 재계/NNG" in out
        assert main(["--lang", "en", "read", str(path), "--explain", "--reader", "fast"]) == 0
        assert "morphemes  재계/NNG" in capsys.readouterr().out
        return
    *_, last = json.loads(out)["explain"]
    assert last["text"] == TEXT[1]
    assert last["facts"][0]["certainty"] == "hearsay"
    assert last["facts"][0]["korean"]


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(explained()[2]) + "\n", encoding="utf-8")
