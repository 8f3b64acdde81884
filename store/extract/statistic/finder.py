"""Numbers that measure something reported: how much, of what, compared with what, when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from store.extract.document import Document, TextBlock
from store.extract.quantity.units import load_units
from store.extract.statistic.compared import comparator_of, governing_time
from store.extract.statistic.measure import measure_of
from store.extract.statistic.number import Measured, Page
from store.extract.statistic.phrase import statement_start
from store.extract.statistic.series import series_of
from store.extract.statistic.table import Cell, statistics_of_cells, table_cells
from store.extract.statistic.whose import headed, line_head
from store.extract.whole_names import with_whole_names
from store.model import Entity, Quantity, Statistic, Time

_NOT_MEASURED = frozenset({"floor", "rank", "list"})
_RATE = re.compile(
    r"\s?당(?![가-힣]{2})|짜리|권(?![가-힣]{2})|\s?만점(?:에|\s(?:기준|중))|\s분기\s(?:만|연속)"
)
_RATIO = re.compile(r"경쟁률|비율|배율|교환비|합병비")
"""Words that make 3대 1 a measure; by itself it is a score."""

_ANNOUNCED = re.compile(r"단위\s?[:：]?\s?(?:\S+[,·]\s?)*$")
"""A unit that is announced: (단위: 억원)."""

_PRICED = re.compile(r"에\s(?=약?\s?\d)")
_SORT = re.compile(r"\s?(?:가구|세대|기업|시위|미디어|방송|체제|독재|회사|창조)")
"""What 1인 says the kind of, and counts nobody: 1인 가구."""

_NUMBERED = re.compile(r"\s(?!이상|이하|정도|가량|넘게|더\s|만에|연속|모두)[가-힣]{2,}")
_THRESHOLD = re.compile(r"대?[을를]\s?(?:넘|돌파)")
_ONE_EACH = re.compile(r"\s?[가-힣]{2,6}별")


def find_statistics(
    document: Document, quantities: Sequence[Quantity], times: Sequence[Time], entities: Sequence[Entity]
) -> list[Statistic]:
    """Find the quantities that report a measure; floors, ages, ranks and numbered lists are none."""
    found: list[Statistic] = []
    tables = table_cells(document, times)
    pages = _pages(document, quantities, times, entities)
    earlier: list[Measured] = []
    reached = 0
    for at, quantity in enumerate(quantities):
        page = pages[quantity.block]
        block = page.block
        if quantity.value is None or not _measures(block, quantity):
            continue
        if earlier and earlier[-1].quantity.block != quantity.block:
            earlier, reached = [], 0
        series = series_of(block, quantities, at, reached)
        reached = series.last
        first = statement_start(block, quantity.start)
        measured = measure_of(page, quantity, first, earlier, series)
        if head := line_head(block.text, quantity.start):
            measured = measured._replace(measure=headed(head, measured.measure))
        earlier.append(measured)
        found.append(_statistic(page, first, measured, found[-1] if found else None))
        if quantity.block in tables:
            found[-1] = _in_table(found[-1], tables[quantity.block])
    for index, cells in tables.items():
        taken = [one for one in found if one.block == index]
        found += statistics_of_cells(cells, document.blocks[index], taken)
    return sorted(found, key=lambda one: (one.block, one.start)) if tables else found


def _pages(
    document: Document, quantities: Sequence[Quantity], times: Sequence[Time], entities: Sequence[Entity]
) -> dict[int, Page]:
    """Prepare the blocks that quantities stand in, by their index."""
    mentions: dict[int, list[tuple[int, int]]] = defaultdict(list)
    bodies: dict[int, list[tuple[int, int]]] = defaultdict(list)
    named = [(m.block, m.start, m.end, e.type) for e in entities for m in e.mentions]
    for index, start, end, kind in sorted(named):
        mentions[index].append((start, end))
        if kind == "OG":
            bodies[index].append((start, end))
    pages = {}
    for index in dict.fromkeys(quantity.block for quantity in quantities):
        block = document.blocks[index]
        whole = replace(block, tokens=with_whole_names(block.tokens, mentions[index], always=True))
        pages[index] = Page(whole, {}, [time for time in times if time.block == index], bodies[index])
    for part in (*times, *quantities):
        if page := pages.get(part.block):
            page.covered.update(dict.fromkeys(range(part.start, part.end), (part.start, part.end)))
    return pages


def _in_table(statistic: Statistic, cells: Sequence[Cell]) -> Statistic:
    """Give a number of a table what its row and its column say of it."""
    cell = next((cell for cell in cells if statistic.start <= cell.start < statistic.end), None)
    if cell is None:
        return statistic
    return msgspec.structs.replace(
        statistic, measure=cell.measure, time=cell.time, comparator=None, rule="statistic:table"
    )


def _measures(block: TextBlock, quantity: Quantity) -> bool:
    """Tell what is measured from ages, floors, ranks and thresholds (4만명을 넘었다)."""
    unit = load_units().by_name.get(quantity.unit)
    if not quantity.unit or (unit and unit.kind in _NOT_MEASURED) or quantity.text[0] in "절반":
        return False
    if unit and unit.kind == "age" and not _is_average(block.text, quantity):
        return False
    lead = block.text[max(0, quantity.start - 12) : quantity.start]
    if quantity.unit == "경기" and lead.endswith("(") and block.text.startswith(")", quantity.end):
        return False
    if ("단위" in lead and _ANNOUNCED.search(lead)) or _explains_unit(block.text, quantity):
        return False
    if quantity.unit in ("회", "기") and lead.endswith(_EXAMS):
        return False
    if quantity.unit.startswith("대 ") and not _RATIO.search(lead):
        return False
    numbered = quantity.unit == "번" and quantity.text[0].isdecimal()
    if numbered and (_NUMBERED.match(block.text, quantity.end) or _names(block, quantity.end)):
        return False
    if (
        quantity.text.endswith("사람")
        or _RATE.match(block.text, quantity.end)
        or (quantity.value == 1 and _PRICED.match(block.text, quantity.end))
        or _ONE_EACH.match(block.text, quantity.end)
        or (quantity.text.endswith("인") and _SORT.match(block.text, quantity.end))
    ):
        return False
    return not _THRESHOLD.match(block.text, quantity.end)


def _explains_unit(text: str, quantity: Quantity) -> bool:
    """Tell what a unit is explained by from what is reported: (1bp=0.01%포인트), (1nm는 10억분의 1m)."""
    start, end = quantity.start, quantity.end
    if text[end : end + 1] == "=" or text[start - 1 : start] == "=":
        return True
    return quantity.value == 1 and (
        (_ONE_IS.match(text, end) is not None and "(" in text[max(0, start - 12) : start])
        or text.endswith("분의 ", 0, start)
    )


_ONE_IS = re.compile(r"[은는] (?:약 )?\d[^()]*\)")
"""What follows one of a unit that is explained in brackets."""

_EXAMS = ("고시 ", "사시 ", "행시 ", "외시 ", "시험 ", "공채 ", "연수원 ")
"""What a number behind it is the number of, and counts nothing: 행정고시 35회."""


def _names(block: TextBlock, end: int) -> bool:
    """Tell whether a noun is glued to the number: 3번시드, 4번타자."""
    at = bisect_left(block.tokens, end, key=lambda token: token.start)
    return at < len(block.tokens) and block.tokens[at].start == end and block.tokens[at].tag in ("NNG", "NNP")


def _is_average(text: str, quantity: Quantity) -> bool:
    """Tell a reported mean age (평균 49.3세) from the age of a person."""
    return isinstance(quantity.value, float) or "평균" in text[max(0, quantity.start - 12) : quantity.start]


def _statistic(page: Page, first: int, measured: Measured, before: Statistic | None) -> Statistic:
    text, quantity, measure = page.block.text, measured.quantity, measured.measure
    return Statistic(
        quantity.text,
        quantity.block,
        quantity.start,
        quantity.end,
        value=quantity.value or 0,
        value_max=quantity.value_max,
        unit=quantity.unit,
        measure=measure,
        approx=quantity.approx,
        comparator=comparator_of(text, first, quantity, page.times, before),
        time=governing_time(text, first, quantity.start, page.times),
        confidence=0.96 if measure else 0.85,
        rule="statistic:measured" if measure else "statistic:bare",
    )
