"""Numbers that measure something reported: how much, of what, compared with what, when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from store.extract.document import Document, TextBlock
from store.extract.measure import measure_of, sentence_span
from store.extract.units import load_units
from store.model import Entity, Quantity, Statistic, Time

_NOT_MEASURED = frozenset({"floor", "age", "rank", "list", "half"})
_THRESHOLD = re.compile(r"대?[을를]\s?(?:넘|돌파)")
_ONE_EACH = re.compile(r"\s?[가-힣]{2,6}별")
_COMPARED = re.compile(
    r"(?P<with>(?:[가-힣\d]+\s){0,2}[가-힣\d]+?)(?:보다|\s?대비|에\s비해|[와과]\s비교해)(?=[는도\s])"
)
_COMPARED_TIME = re.compile(r"(?:\s?(?:같은\s기간|동기|동월))?(?:보다|\s?대비|에\s비해|[와과]\s비교)")


def find_statistics(
    document: Document, quantities: Sequence[Quantity], times: Sequence[Time], entities: Sequence[Entity]
) -> list[Statistic]:
    """Find the quantities that report a measure; floors, ages, ranks and numbered lists are none."""
    by_block: dict[int, list[Time]] = defaultdict(list)
    for time in times:
        by_block[time.block].append(time)
    found = []
    for quantity in quantities:
        block = document.blocks[quantity.block]
        if quantity.value is not None and _measures(block, quantity):
            found.append(_statistic(block, quantity, by_block[quantity.block]))
    return found


def _measures(block: TextBlock, quantity: Quantity) -> bool:
    unit = load_units().by_name.get(quantity.unit)
    if not quantity.unit or (unit and unit.kind in _NOT_MEASURED) or quantity.text == "절반":
        return False
    if quantity.text.endswith("사람") or _ONE_EACH.match(block.text, quantity.end):
        return False
    return not _THRESHOLD.match(block.text, quantity.end)


def _statistic(block: TextBlock, quantity: Quantity, times: list[Time]) -> Statistic:
    measure = measure_of(block, quantity, times)
    start, _ = sentence_span(block, quantity.start)
    return Statistic(
        quantity.text,
        quantity.block,
        quantity.start,
        quantity.end,
        value=quantity.value if quantity.value is not None else 0,
        value_max=quantity.value_max,
        unit=quantity.unit,
        measure=measure,
        approx=quantity.approx,
        comparator=_comparator(block.text, start, quantity.start),
        time=_governing_time(block.text, start, quantity.start, times),
        confidence=0.9 if measure else 0.7,
        rule="quantity+measure" if measure else "quantity",
    )


def _comparator(text: str, start: int, end: int) -> str | None:
    """Give what the number is compared with, as written: 전년보다, 지난해 같은 기간보다, 3월 대비."""
    last = None
    for match in _COMPARED.finditer(text, start, end):
        last = match
    return last.group().strip() if last and end - last.end() <= 20 else None


def _governing_time(text: str, start: int, end: int, times: list[Time]) -> str | None:
    """Give the date nearest before the number in its sentence that is no yardstick, else the first after it."""
    dated = [time for time in times if time.value and time.value[0].isdigit()]
    for time in reversed(dated):
        if start <= time.start < end and not _COMPARED_TIME.match(text, time.end):
            return time.value
    return None
