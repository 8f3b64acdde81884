"""Versions of one story side by side: their sentences, and what their facts agree on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.comparison.versions import Line, StoryComparison, compare_versions
from store.desk import Desk
from store.model import (
    AnyFact,
    Article,
    Block,
    Enumeration,
    Event,
    Forecast,
    Quotation,
    Reading,
    RoleFact,
    Span,
    Speaker,
    Statistic,
)
from store.reading import articles_of, open_reader

LEAD = "두레해운이 새 항로를 열어 85개 도시에 짐을 나른다."
SHIPS = "배 12척이 다니며 첫해 매출은 900억원이 목표다."
WORDS = "마은결 사장은 “바닷길이 곧 시장”이라고 말했다."
SIGNED = "두레해운은 3일 항만공사와 협약을 맺었다."
OTHER = "지난해 겨울에는 파업으로 배가 열흘 동안 멈췄다."


def version(name: str, *lines: str) -> Article:
    return Article(id=name, source=name, blocks=tuple(Block(line, "paragraph") for line in lines))


def at(article: Article, text: str) -> tuple[str, int, int, int]:
    for number, block in enumerate(article.blocks):
        start = block.text.find(text)
        if start >= 0:
            return text, number, start, start + len(text)
    raise AssertionError(text)


def number(article: Article, text: str, value: float, unit: str, **fields: str) -> Statistic:
    return Statistic(*at(article, text), id=f"{article.id}-{text}", value=value, unit=unit, **fields)


def quote(article: Article, text: str, speaker: str | None = "마은결") -> Quotation:
    part = Span(*at(article, text))
    return Quotation(*at(article, text), id=f"{article.id}-{text}", speaker=Speaker(speaker), quotes=(part,))


def read(article: Article, *facts: AnyFact) -> Reading:
    return Reading(article=article.id, reader="fast", version="1", facts=facts)


def lines(*told: tuple[Article, list[AnyFact]]) -> list[Line]:
    articles = [article for article, _ in told]
    return list(compare_versions(articles, [read(article, *facts) for article, facts in told]).lines)


def verdicts(*told: tuple[Article, list[AnyFact]]) -> list[str]:
    return [line.verdict for line in lines(*told)]


def test_sentences_added_dropped_and_reworded() -> None:
    first = version("a", f"{LEAD} {SHIPS}", WORDS)
    second = version("b", LEAD, SHIPS.replace("12척", "14척"), f"{SIGNED} {OTHER}")
    _, told = compare_versions([first, second], [None, None]).versions
    assert [span.text for span in told.added] == [SIGNED, OTHER]
    assert [span.text for span in told.dropped] == [WORDS]
    ((was, now),) = told.reworded
    assert (was.text, now.text) == (SHIPS, SHIPS.replace("12척", "14척"))
    assert first.blocks[was.block].text[was.start : was.end] == SHIPS


def test_the_same_measure_with_another_value_differs() -> None:
    first, second = version("a", LEAD, SHIPS), version("b", LEAD.replace("85", "95"), SHIPS)
    told = lines(
        (first, [number(first, "85개", 85, "개", measure="도시"), number(first, "12척", 12, "척")]),
        (second, [number(second, "95개", 95, "개", measure="도시"), number(second, "12척", 12, "척")]),
    )
    assert [line.verdict for line in told] == ["differ", "agree"]
    assert told[0].claims[0][0] == "a" and told[0].claims[1][1].text == "95개"
    comparison = StoryComparison((), tuple(told))
    assert comparison.differing("b") == {"b-95개"} and comparison.differing("c") == frozenset()


def test_another_unit_another_year_or_another_thing_is_another_claim() -> None:
    first = version("a", "매출은 900억원이다.", "이익은 70억원이다.")
    second = version("b", "매출은 900만달러다.", "직원은 70명이다.", "배 값은 800억원이 든다고 한다.")
    assert (
        verdicts(
            (
                first,
                [number(first, "900억원", 9e10, "원", measure="매출"), number(first, "70억원", 7e9, "원")],
            ),
            (
                second,
                [
                    number(second, "900만달러", 9e6, "달러", measure="매출"),
                    number(second, "70명", 70, "명"),
                    number(second, "800억원", 8e10, "원", measure="배 값"),
                ],
            ),
        )
        == ["only"] * 5
    )
    same = version("c", "매출은 800억원이다.")
    assert verdicts(
        (first, [number(first, "900억원", 9e10, "원", measure="매출", time="2023")]),
        (same, [number(same, "800억원", 8e10, "원", measure="매출", time="2024")]),
    ) == ["only", "only"]


def test_a_claim_made_twice_in_one_version_is_one_line() -> None:
    first = version("a", LEAD, f"다시 말해 {LEAD}")
    again = Statistic("85개", 1, 16, 19, id="again", value=85, unit="개", measure="도시")
    told = lines((first, [number(first, "85개", 85, "개", measure="도시"), again]), (version("b", LEAD), []))
    assert [(line.verdict, len(line.claims)) for line in told] == [("only", 2)]


def test_quotations_agree_when_cut_and_differ_in_words_or_speaker() -> None:
    whole = version("a", "“바닷길이 곧 시장이고 사람이 곧 항구다”고 했다.")
    cut = version("b", "“바닷길이 곧 시장이고 사람이”라고 했다.")
    text, short = "바닷길이 곧 시장이고 사람이 곧 항구다", "바닷길이 곧 시장이고 사람이"
    assert verdicts((whole, [quote(whole, text)]), (cut, [quote(cut, short, None)])) == ["agree"]
    assert verdicts((whole, [quote(whole, text)]), (cut, [quote(cut, short, "백로아")])) == ["differ"]
    changed = version("c", "“바닷길이 곧 시장이고 사람이 곧 부두다”고 했다.")
    reworded = quote(changed, "바닷길이 곧 시장이고 사람이 곧 부두다")
    assert verdicts((whole, [quote(whole, text)]), (changed, [reworded])) == ["differ"]


def test_events_offices_forecasts_and_lists() -> None:
    first, second = version("a", SIGNED, WORDS), version("b", SIGNED.replace("3일", "4일"), WORDS)

    def facts(of: Article, day: str, title: str, items: tuple[str, ...]) -> list[AnyFact]:
        signed = of.blocks[0].text
        return [
            Event(*at(of, signed), id="e", verb="맺다", participants=("두레해운", "항만공사"), time=day),
            RoleFact(*at(of, "마은결 사장"), id="r", person="마은결", title=title),
            Forecast(*at(of, signed), id="f", speaker=Speaker("마은결"), time=day[:4]),
            Enumeration(*at(of, signed), id="l", items=tuple(Span(item, 0, 0, 1) for item in items)),
        ]

    assert verdicts(
        (first, facts(first, "2024-05-03", "사장", ("가", "나"))),
        (second, facts(second, "2024-05-04", "부사장", ("나", "가"))),
    ) == ["differ", "differ", "differ", "agree"]


def test_three_versions_and_nothing_at_all() -> None:
    versions = [
        version(name, LEAD.replace("85", value)) for name, value in [("a", "85"), ("b", "85"), ("c", "86")]
    ]
    told = lines(
        *(
            (each, [number(each, f"{value}개", value, "개", measure="도시")])
            for each, value in zip(versions, (85, 85, 86), strict=True)
        )
    )
    assert [(line.verdict, len(line.claims)) for line in told] == [("differ", 3)]
    assert compare_versions([], []) == StoryComparison((), ())
    assert compare_versions([version("a")], [None]).versions[0].added == ()


@given(st.lists(st.lists(st.text(max_size=60), max_size=5), min_size=1, max_size=4))
def test_every_sentence_places_whatever_the_texts(texts: list[list[str]]) -> None:
    articles = [version(str(number), *lines_) for number, lines_ in enumerate(texts)]
    comparison = compare_versions(articles, [None] * len(articles))
    for told, article in zip(comparison.versions, articles, strict=True):
        for span in (*told.added, *(now for _, now in told.reworded)):
            assert article.blocks[span.block].text[span.start : span.end] == span.text
        for span in (*told.dropped, *(was for was, _ in told.reworded)):
            assert articles[0].blocks[span.block].text[span.start : span.end] == span.text


@pytest.fixture(scope="module")
def battery() -> StoryComparison:
    folder = Path(__file__).parent.parent / "seeds"
    paths = [str(folder / name) for name in ("002_battery_plant_cp949.txt", "009_battery_plant_daon.html")]
    articles = [each for each in articles_of(paths) if isinstance(each, Article)]
    reader = open_reader("fast")
    return compare_versions(articles, [reader.read(article) for article in articles])


def test_the_battery_story_differs_in_its_countries_and_agrees_on_the_rest(battery: StoryComparison) -> None:
    told = {
        tuple(fact.text for _, fact in line.claims): line.verdict
        for line in battery.lines
        if isinstance(line.claims[0][1], Statistic)
    }
    assert told["140개국", "150개국"] == "differ"
    for same in ("1조2300억원", "1150명", "24GWh", "310억원"):
        assert told[same, same] == "agree"
    assert told["3.62%",] == "only"
    assert list(told.values()).count("differ") == 1


def test_the_battery_story_tells_what_was_added_and_dropped(battery: StoryComparison) -> None:
    version_ = battery.versions[1]
    assert len(version_.added) == 1 and "2011년" in version_.added[0].text
    assert any("증권사" in span.text for span in version_.dropped)
    assert any("140" in was.text and "150" in now.text for was, now in version_.reworded)


def test_the_desk_compares_what_the_archive_has(seeds: Path) -> None:
    with Desk.open() as desk:
        names = ["002_battery_plant_cp949.txt", "009_battery_plant_daon.html"]
        added = list(desk.add([str(seeds / name) for name in names]))
        comparison = desk.compare_story(str(added[1].id))
        assert [told.article for told in comparison.versions] == [each.id for each in added]
        assert comparison.lines == () and comparison.versions[1].added
        assert desk.count(f"story:{added[0].id}") == 2


def test_of_a_story_with_many_versions_the_one_that_is_asked_for_is_there(home: Path) -> None:
    with Desk.open() as desk:
        many = [
            version(
                f"{number:012x}", "새 공장을 짓는다", *(f"{each}번째 문장은 그대로이다." for each in range(9))
            )
            for number in range(1, 8)
        ]
        desk._archive.add([(each, b"") for each in many])
        compared = desk.compare_story(many[5].id, limit=3)
        assert [each.article for each in compared.versions] == [many[0].id, many[1].id, many[5].id]
        assert compared.left == 4
        assert desk.compare_story(many[5].id).left == 0
