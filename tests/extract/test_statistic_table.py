"""Numbers of tables: rows of cells that bars, tabs or wide spaces part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.extract.document import Document, TextBlock
from store.extract.quantity import find_quantities
from store.extract.statistic import find_statistics
from store.extract.temporal import find_times
from store.model import Article, Block
from tests.extract.documents import WEDNESDAY, statistics_of

Row = tuple[str, float, str, str | None, str | None]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # short lines of a company's figures
        (
            ["매출액  1조2345억원  (+12.3%)", "영업이익  2345억원  (-3.1%)", "순이익  1200억원  (흑자전환)"],
            [
                ("1조2345억원", 1_234_500_000_000, "원", "매출액", None),
                ("12.3%", 12.3, "%", "매출액 증감", None),
                ("2345억원", 234_500_000_000, "원", "영업이익", None),
                ("-3.1%", -3.1, "%", "영업이익 증감", None),
                ("1200억원", 120_000_000_000, "원", "순이익", None),
            ],
        ),
        # the unit announced, the times in the heads
        (
            [
                "(단위: 억원, %)",
                "구분 | 2019년 1분기 | 2018년 1분기 | 증감률",
                "매출액 | 12,345 | 10,990 | 12.3",
                "영업손실 | -34 | 20 | -3.1",
            ],
            [
                ("12,345", 1_234_500_000_000, "원", "매출액", "2019-01/2019-03"),
                ("10,990", 1_099_000_000_000, "원", "매출액", "2018-01/2018-03"),
                ("12.3", 12.3, "%", "매출액 증감률", None),
                ("-34", -3_400_000_000, "원", "영업손실", "2019-01/2019-03"),
                ("20", 2_000_000_000, "원", "영업손실", "2018-01/2018-03"),
                ("-3.1", -3.1, "%", "영업손실 증감률", None),
            ],
        ),
        # the unit in the head of a column
        (
            ["지역\t인구(명)\t면적(㎢)", "가람\t1,200\t30.5", "누리\t900\t12"],
            [
                ("1,200", 1200, "명", "가람 인구", None),
                ("30.5", 30.5, "㎢", "가람 면적", None),
                ("900", 900, "명", "누리 인구", None),
                ("12", 12, "㎢", "누리 면적", None),
            ],
        ),
        # units in the cells, heads of columns
        (
            ["구분\t인원\t비율", "가람\t1,234명\t12.3%", "누리\t345명\t3.4%"],
            [
                ("1,234명", 1234, "명", "가람 인원", None),
                ("12.3%", 12.3, "%", "가람 비율", None),
                ("345명", 345, "명", "누리 인원", None),
                ("3.4%", 3.4, "%", "누리 비율", None),
            ],
        ),
    ],
)
def test_rows(lines: list[str], expected: list[Row]) -> None:
    found = [(one.text, one.value, one.unit, one.measure, one.time) for one in statistics_of(*lines)]
    assert found == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["매출은 12 | 13이다."],
        ["(단위: 억원)"],
        ["이누리 | 02-123-4567", "오세린 | 02-123-4568"],
        ["1 | 2 | 3", "4 | 5 | 6"],
        ["2019.3.5 | 나래", "2019.3.6 | 가람"],
    ],
)
def test_what_is_no_table(lines: list[str]) -> None:
    assert statistics_of(*lines) == []


_PIECES = st.sampled_from(
    ["매출", "12", "1,234", "%", "원", " | ", "\t", "  ", "(", ")", "-", "단위: ", "억원"]
)


@given(st.lists(st.lists(_PIECES, max_size=8).map("".join), max_size=4))
def test_any_rows_give_statistics_that_place(lines: list[str]) -> None:
    blocks = [TextBlock(index, line, "paragraph") for index, line in enumerate(lines)]
    article = Article(id="", source="", blocks=tuple(Block(line, "paragraph") for line in lines))
    read = Document(article, WEDNESDAY, blocks)
    times = find_times(read)
    found = find_statistics(read, find_quantities(read, times), times, [])
    for one in found:
        assert lines[one.block][one.start : one.end] == one.text
    assert len({(one.block, one.start) for one in found}) == len(found)
