"""Tables in plain text: rows of cells that bars, tabs or wide spaces part, read by their heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.extract.document import Document, TextBlock
from store.extract.quantity.numerals import parse_number
from store.extract.quantity.units import load_units
from store.model import Statistic, Time

_PARTED = re.compile(r"\s*[|\t│]\s*|\s{2,}")
_NUMBER = re.compile(
    r"[(+▲]*(?P<minus>[-−–△])?\s?(?P<figure>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\d\s()]{0,8})\)?"
)
_NO_NUMBER = re.compile(r"[년월일기]$|\d[./-]\d+[./-]\d")
_UNITS = re.compile(r"단위\s?[:：]?\s?(?P<units>[^()\[\]\n]{1,20})")
_HEAD_UNIT = re.compile(r"\((?P<unit>[^()\d]{1,6})\)$")
_SCALED = re.compile(r"(?P<scale>[조억만천백십]*)(?P<unit>.+)")
_RATE = re.compile(r"[률율비]$|%|증감|대비|비중")
_CORNER = frozenset({"구분", "항목", "분류", "내용", "계정", "지표"})
_LONGEST = 24
"""Characters of the longest head of a row."""


class Cell(NamedTuple):
    """A number of a table: its place, what it measures, when, and its value where the head has the unit."""

    block: int
    start: int
    end: int
    measure: str
    time: str | None
    value: float | int | None
    unit: str


class _Part(NamedTuple):
    text: str
    start: int
    end: int


def table_cells(document: Document, times: Sequence[Time]) -> dict[int, list[Cell]]:
    """Find the numbers of an article's tables by block; two rows or more make one."""
    found: dict[int, list[Cell]] = {}
    run: list[tuple[TextBlock, list[_Part]]] = []
    for block in document.blocks:
        parts = _parts(block.text)
        if parts:
            run.append((block, parts))
            continue
        _read(document, run, times, found)
        run = []
    _read(document, run, times, found)
    return found


def statistics_of_cells(
    cells: Sequence[Cell], block: TextBlock, taken: Sequence[Statistic]
) -> Iterator[Statistic]:
    """Give the numbers whose unit the head alone says, and no one has read."""
    for cell in cells:
        if cell.value is None or any(one.start < cell.end and cell.start < one.end for one in taken):
            continue
        yield Statistic(
            block.text[cell.start : cell.end],
            cell.block,
            cell.start,
            cell.end,
            value=cell.value,
            unit=cell.unit,
            measure=cell.measure,
            time=cell.time,
            confidence=0.9,
            rule="statistic:table",
        )


def _parts(text: str) -> list[_Part]:
    """Cut a row into its cells; none for a line that is no row."""
    if "|" not in text and "\t" not in text and "  " not in text and "│" not in text:
        return []
    parts, at = [], 0
    for gap in (*_PARTED.finditer(text), None):
        end = gap.start() if gap else len(text)
        if end > at:
            parts.append(_Part(text[at:end], at, end))
        at = gap.end() if gap else end
    prose = any(len(part.text) > 2 * _LONGEST or part.text.endswith(("다.", "다")) for part in parts)
    return [] if len(parts) < 2 or prose else parts


def _is_number(part: _Part) -> re.Match[str] | None:
    return None if _NO_NUMBER.search(part.text) else _NUMBER.match(part.text)


def _read(
    document: Document,
    run: list[tuple[TextBlock, list[_Part]]],
    times: Sequence[Time],
    found: dict[int, list[Cell]],
) -> None:
    if len(run) < 2:
        return
    units = _units_before(document, run[0][0].index)
    heads: list[_Part] = []
    head_block: TextBlock | None = None
    for block, parts in run:
        if not any(_is_number(part) for part in parts[1:]):
            heads, head_block = parts, block
            continue
        row = parts[0]
        if _is_number(row) or len(row.text) > _LONGEST:
            continue
        cells = []
        for at, part in enumerate(parts[1:], 1):
            head = _head(heads, len(parts), at)
            when = _time_of(times, head_block, head)
            cell = _cell(block, row, part, head, when, units, at)
            if cell:
                cells.append(cell)
        found[block.index] = cells


def _head(heads: list[_Part], width: int, at: int) -> _Part | None:
    """Give the head of a column; a first row without a corner is one shorter."""
    at -= width - len(heads)
    return heads[at] if width - len(heads) in (0, 1) and 0 <= at < len(heads) else None


def _time_of(times: Sequence[Time], block: TextBlock | None, head: _Part | None) -> str | None:
    if block is None or head is None:
        return None
    inside = (
        t.value for t in times if t.block == block.index and head.start <= t.start and t.end <= head.end
    )
    return next(inside, None)


def _units_before(document: Document, index: int) -> list[str]:
    """Give the units that a line above the table announces: (단위: 억원, %)."""
    for block in document.blocks[max(0, index - 2) : index]:
        units = _UNITS.search(block.text)
        if units:
            return [unit.strip() for unit in re.split(r"[,·/]", units["units"]) if unit.strip()]
    return []


def _cell(
    block: TextBlock,
    row: _Part,
    part: _Part,
    head: _Part | None,
    when: str | None,
    units: list[str],
    at: int,
) -> Cell | None:
    number = _is_number(part)
    if number is None:
        return None
    label = head.text if head and not when and head.text not in _CORNER else ""
    rate = bool(_RATE.search(label)) or (at > 1 and part.text.rstrip(")").endswith("%"))
    unit = number["unit"] or _unit_of(row.text, label, units, rate)
    label = _HEAD_UNIT.sub("", label).strip()
    measure = " ".join(filter(None, (_HEAD_UNIT.sub("", row.text).strip(), label)))
    if rate and not label:
        measure = f"{measure} 증감" if part.text[0] in "(+-−▲△▼" else f"{measure} 비율"
    value, name = _value(number, unit) if not number["unit"] else (None, "")
    start = part.start + number.start("minus" if number["minus"] else "figure")
    return Cell(block.index, start, part.start + number.end("figure"), measure, when, value, name)


def _unit_of(row: str, label: str, units: list[str], rate: bool) -> str:
    own = _HEAD_UNIT.search(label) or _HEAD_UNIT.search(row)
    if own:
        return own["unit"]
    if rate:
        return "%"
    return next((unit for unit in units if unit != "%"), "")


def _value(number: re.Match[str], unit: str) -> tuple[float | int | None, str]:
    """Give a value in its plain unit: 1,234 억원 → 123400000000 원."""
    scaled = _SCALED.fullmatch(unit.replace(" ", ""))
    if scaled is None or scaled["unit"] not in load_units().units:
        return None, ""
    value = parse_number(number["figure"].rstrip(",") + scaled["scale"])
    if value is None:
        return None, ""
    return -value if number["minus"] else value, load_units().unit(scaled["unit"]).name
