"""English articles, and English blocks of Korean ones: what is sure in them, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import TextBlock
from store.extract.english import (
    english_blocks,
    find_english_numbers,
    find_english_quotations,
    find_english_statistics,
    find_english_times,
    with_english_names,
)
from store.extract.english.blocks import sentences_in
from store.model import Article, Block, Quotation, Reading, Statistic
from store.reading import open_reader
from tests.extract.articles import PUBLISHED


def block(text: str) -> TextBlock:
    return TextBlock(0, text, "paragraph")


def read(*texts: str) -> Reading:
    blocks = tuple(Block(text, "paragraph") for text in texts)
    made = Article(id="x", source="own.txt", blocks=blocks, published="2024-03-15T09:00")
    return open_reader("fast").read(made)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The city opens three libraries.", True),
        ("Haeon Energy (해온에너지) opens a plant in the city of Ulsan this year.", True),
        ("해온에너지는 CEO를 바꾼다.", False),
        ("ABC DEF", False),
        ("2024-03-15 09:00", False),
        ("", False),
    ],
)
def test_which_block_is_english(text: str, *, english: bool) -> None:
    assert bool(english_blocks([block(text)])) is english


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It spent $1.2 billion.", [("$1.2 billion", 1_200_000_000, "달러", None)]),
        ("It spent about 1.5 trillion won.", [("1.5 trillion won", 1_500_000_000_000, "원", "about")]),
        (
            "Some 3,500 people came, up 12.5 percent.",
            [("3,500 people", 3500, "명", "Some"), ("12.5 percent", 12.5, "%", None)],
        ),
        ("Sales rose 8% to £3m.", [("8%", 8, "%", None), ("£3m", 3_000_000, "파운드", None)]),
        ("It fell 0.3 percentage points.", [("0.3 percentage points", 0.3, "%p", None)]),
        ("In 2028 the 3 of them met on Nov. 20.", []),
        ("A $2.3 Billion Plant", [("$2.3 Billion", 2_300_000_000, "달러", None)]),
    ],
)
def test_numbers_have_their_units(text: str, numbers: list[tuple[str, float, str, str | None]]) -> None:
    found = find_english_numbers(block(text))
    assert [(number.text, number.value, number.unit, number.approx) for number in found] == numbers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The city said on Monday it will open.", [("Monday", "2024-03-11")]),
        ("It will open on Monday.", [("Monday", "2024-03-18")]),
        (
            "It closed on Friday and opens next Tuesday.",
            [("Friday", "2024-03-15"), ("next Tuesday", "2024-03-19")],
        ),
        ("On Dec. 28, and on March 3, 2025.", [("Dec. 28", "2023-12-28"), ("March 3, 2025", "2025-03-03")]),
        ("It may open in May, or in March 2028.", [("May", "2023-05"), ("March 2028", "2028-03")]),
        ("It will open in May.", [("May", "2024-05")]),
        (
            "Sales in the fourth quarter rose from last year.",
            [("the fourth quarter", "2023-10/2023-12"), ("last year", "2023")],
        ),
        (
            "It met in 2021, at 9:30 a.m. yesterday.",
            [("2021", "2021"), ("9:30 a.m.", "2024-03-15T09:30"), ("yesterday", "2024-03-14")],
        ),
        ("It was Feb. 30.", [("Feb. 30", None)]),
        (
            '"It will grow," the head of the firm told reporters at its home on Thursday.',
            [("Thursday", "2024-03-14")],
        ),
        ("It told reporters it will open on Tuesday.", [("Tuesday", "2024-03-19")]),
        (
            "It opens in the second half of 2027 and runs through 2030.",
            [("the second half of 2027", "2027-07/2027-12"), ("2030", "2030")],
        ),
        ("Sales fell in the first half of last year.", [("the first half of last year", "2023-01/2023-06")]),
        ("They may march on.", []),
    ],
)
def test_days_are_read_against_the_date(text: str, times: list[tuple[str, str | None]]) -> None:
    found = find_english_times(block(text), PUBLISHED)
    assert [(time.text, time.value) for time in found] == times


def test_a_point_behind_an_abbreviation_ends_no_sentence() -> None:
    text = 'It met on Nov. 20 in the U.S. Senate. "We go," Mr. Hale said. It left.'
    assert [text[start:end] for start, end in sentences_in(text)] == [
        "It met on Nov. 20 in the U.S. Senate.",
        '"We go," Mr. Hale said.',
        "It left.",
    ]


def test_who_says_what() -> None:
    reading = read(
        '"We will go on," said Seo Yi-an, its chief executive. "It opens in March," he added.',
        'Dana Whitfield, a professor at Narae University, said it was "a bold step" for all.',
        'The sign says "no entry" in red. The so-called "third way" is shut.',
    )
    told = [fact for fact in reading.facts if isinstance(fact, Quotation)]
    assert [(f.speaker.name, f.speaker.method, [q.text for q in f.quotes]) for f in told] == [
        ("Seo Yi-an", "explicit", ["We will go on"]),
        ("Seo Yi-an", "pronoun", ["It opens in March"]),
        ("Dana Whitfield", "explicit", ["a bold step"]),
        (None, "none", ["no entry"]),
    ]


def test_what_a_change_comes_to_is_of_the_same() -> None:
    told = [
        fact for fact in read("Shares of Haeon rose 3.4% to 84,200 won.").facts if fact.kind == "statistic"
    ]
    assert [fact.measure for fact in told if isinstance(fact, Statistic)] == ["Shares of Haeon"] * 2


def test_a_given_name_may_end_in_one_letter() -> None:
    (person,) = read('"It will grow," Chief Executive Officer Min Tae-o told reporters.').entities
    assert (person.name, person.type) == ("Min Tae-o", "PS")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("SEOUL, March 15 (Newswire) -- The firm will hire 30 people.", ["서울"]),
        ("WASHINGTON (NW) — The talks went on.", ["워싱턴"]),
        ("NEW YORK/LONDON, March 15 - Shares rose.", ["뉴욕", "런던"]),
        ("The NASA plan -- a new one -- was told.", []),
    ],
)
def test_a_report_comes_from_a_place_in_capitals(text: str, places: list[str]) -> None:
    assert [entity.name for entity in read(text).entities if entity.type == "LC"] == places


def test_names_that_are_sure() -> None:
    reading = read(
        "Marta Keller of the European Commission met Nova Labs and the Ministry of Trade, Whitfield said.",
        "Lee Doyoon, an analyst, left. Keller said she would stay. The Bank opened. Lee went on.",
        "Haeon Energy (해온에너지) is a firm. Haeon Energy said it would grow.",
    )
    named = {entity.name: (entity.type, len(entity.mentions)) for entity in reading.entities}
    assert named["European Commission"] == ("OG", 1)
    assert named["Nova Labs"] == ("OG", 1)
    assert named["Ministry of Trade"] == ("OG", 1)
    assert named["Lee Doyoon"] == ("PS", 2)
    assert "Keller" not in named or named["Keller"][0] == "PS"
    assert "The Bank" not in named


def test_the_english_blocks_of_a_korean_article_give_no_korean_facts() -> None:
    reading = read(
        "해온에너지는 15일 새 공장을 짓는다고 밝혔다. 투자액은 1조5천억원이다.",
        "The company makes cells, packs, and modules for cars, ships, and homes, it said on Monday.",
        '"We will go on," said Seo Yi-an, who spent 1.5 trillion won.',
    )
    assert reading.language == "ko"
    assert [fact.kind for fact in reading.facts if fact.block == 1] == []
    assert [time.value for time in reading.times if time.block == 1] == ["2024-03-11"]
    kinds = {fact.kind for fact in reading.facts if fact.block == 2}
    assert kinds == {"quotation", "statistic"}
    assert [q.value for q in reading.quantities] == [1_500_000_000_000, 1_500_000_000_000]


@given(st.text(alphabet=st.sampled_from('AbcDe $€%.,"“”’()-1290 the said Monday won in'), max_size=120))
def test_any_text_gives_spans_that_place(text: str) -> None:
    read_block = block(text)
    times = list(find_english_times(read_block, PUBLISHED))
    numbers = list(find_english_numbers(read_block))
    entities = with_english_names([read_block], [], [])
    quotes = list(find_english_quotations([read_block], entities))
    spans = [*times, *numbers, *quotes, *(m for e in entities for m in e.mentions)]
    spans += [quote for fact in quotes for quote in fact.quotes]
    spans += find_english_statistics([read_block], numbers)
    assert all(text[span.start : span.end] == span.text and span.text for span in spans)
