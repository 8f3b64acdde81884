"""Hard figures: every number of a sentence with its unit, and what it measures, against what, and when.

``figures.txt`` holds a sentence a line, and under it its numbers: ``words = value unit``, ``~`` before the
upper end of a range, in brackets what makes the number rough; for a statistic then what it measures, what it
is compared with and its time, ``-`` where the sentence does not say. The day is 15 March 2024.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.extract.quantity import find_quantities
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.model import Entity, Quantity, Span, Statistic
from tests.extract.documents import document

TABLE = Path(__file__).with_name("figures.txt")
FRIDAY = date(2024, 3, 15)


def cases() -> Iterator[tuple[str, list[str]]]:
    sentence, numbers = "", list[str]()
    for line in (*TABLE.read_text(encoding="utf-8").splitlines(), "#"):
        if line.startswith("  "):
            numbers.append(line.strip())
            continue
        if sentence:
            yield sentence, numbers
        sentence, numbers = ("" if line.startswith("#") else line), []


def written(quantity: Quantity, statistic: Statistic | None) -> str:
    """Write a number as the table does."""
    upto = "" if quantity.value_max is None else f"~{quantity.value_max}"
    value = "none" if quantity.value is None else quantity.value
    about = f" ({quantity.approx})" if quantity.approx else ""
    told = (statistic.measure, statistic.comparator, statistic.time) if statistic else ()
    return " | ".join(
        [f"{quantity.text} = {value}{upto} {quantity.unit}{about}", *(one or "-" for one in told)]
    )


@pytest.mark.parametrize(("sentence", "numbers"), list(cases()))
def test_figures(sentence: str, numbers: list[str]) -> None:
    read = document(sentence, day=FRIDAY)
    times = find_times(read)
    quantities = find_quantities(read, times)
    told = {one.start: one for one in find_statistics(read, quantities, times, [])}
    assert [written(one, told.pop(one.start, None)) for one in quantities] == numbers
    assert not told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("한빛전자는 1990년에 선 회사다. 지난해 매출은 3조원이다.", ["한빛전자 매출"]),
        (
            "한빛전자는 1990년에 선 회사다. 직원은 900명, 매출은 3조원이다.",
            ["한빛전자 직원", "한빛전자 매출"],
        ),
        ("한빛전자는 1990년에 선 회사다. 나래시의 인구는 3만명이다.", ["나래시의 인구"]),
        ("한빛전자는 1990년에 선 회사다. 누리의 매출은 3조원이다.", ["누리의 매출"]),
    ],
)
def test_a_firm_of_the_sentence_before_has_the_figures(text: str, expected: list[str]) -> None:
    firm = Entity(id="a", name="한빛전자", type="OG", mentions=(Span("한빛전자", 0, 0, 4),))
    read = document(text, day=FRIDAY)
    times = find_times(read)
    found = find_statistics(read, find_quantities(read, times), times, [firm])
    assert [one.measure for one in found] == expected
