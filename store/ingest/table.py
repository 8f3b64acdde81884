"""A CSV or Excel table to its rows: the header found, every cell a text, each row with its number."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from store.ingest.encoding import decode
from store.ingest.fields import mapped
from store.ingest.limits import MAX_SOURCE_BYTES, check_bytes
from store.model import SinmunError

HEADER_ROWS = 20
"""How many rows of titles and remarks may stand above the header."""
MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes that a workbook may hold unpacked."""
MAX_ROWS = 1_048_576
"""What a sheet of Excel can hold."""
_SEPARATORS = ",\t;|"
_SHEETS = "xl/workbook.xml"
_MAX_COLUMNS = 300
_DECLARES = tuple(text.encode(code) for text in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le"))

_DAMAGE = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, NotImplementedError),
    *(RuntimeError, SyntaxError, zipfile.BadZipFile, zlib.error),
)
"""What zipfile and openpyxl have been seen to raise on damaged workbooks; SyntaxError is the XML parser's."""

Row = tuple[int, dict[str, str]]
"""The 1-based number of a row in its sheet or file, and its cells under the names of the header."""


def is_workbook(data: bytes) -> bool:
    """Tell whether a ZIP archive is an Excel workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _SHEETS in archive.namelist()
    except _DAMAGE:
        return False


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row names the columns of a table of articles."""
    return (
        len([cell for cell in cells if cell.strip()]) > 1
        and {"title", "body"} <= mapped(dict.fromkeys(cells, "x")).keys()
    )


def begins_as_table(head: str) -> bool:
    """Tell whether a text begins as the header of a CSV table of articles."""
    line = head.lstrip("\ufeff").partition("\n")[0]
    return any(is_header(line.replace('"', "").split(mark)) for mark in _SEPARATORS if mark in line)


def read_rows(data: bytes) -> Iterator[Row]:
    """Give the rows under the header that are not empty; raises SinmunError where there is no such table."""
    check_bytes(data, MAX_SOURCE_BYTES, "the table")
    rows = _workbook(data) if data.startswith(b"PK") else _text(decode(data))
    header: list[str] = []
    number = 0
    for number, cells in enumerate(rows, start=1):
        if header:
            record = {name: cell for name, cell in zip(header, cells, strict=False) if name and cell}
            if record:
                yield number, record
        elif is_header(cells):
            header = [" ".join(cell.split()) for cell in cells]
        elif number >= HEADER_ROWS:
            break
    if not header:
        raise SinmunError(
            "no row of it names a title and a body (제목, 본문): it is no table of articles, "
            "or its header is missing"
        )


def _text(text: str) -> Iterator[list[str]]:
    first = text.partition("\n")[0]
    mark = max(_SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for cells in rows:
            yield [cell.strip() for cell in cells[:_MAX_COLUMNS]]
    except csv.Error as error:
        raise SinmunError(f"line {rows.line_num}: it is no CSV ({error}): save the table again") from None


def _workbook(data: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _check_parts(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = book.worksheets
        if sheets:
            # What the sheet says of its own size is often wrong in exports.
            sheets[0].reset_dimensions()
            yield from _cells(sheets[0].iter_rows(values_only=True))
    except (InvalidFileException, *_DAMAGE) as error:
        raise SinmunError(f"the workbook cannot be read ({type(error).__name__}): save it again") from None


def _cells(rows: Iterable[Sequence[Any]]) -> Iterator[list[str]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            # A row that claims a place far below has openpyxl make up all those above it.
            raise SinmunError(f"it claims more than {MAX_ROWS:,} rows, which no sheet has: save it again")
        yield [_shown(cell) for cell in row[:_MAX_COLUMNS]]


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    # A date like 20240305 is often a number.
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _check_parts(data: bytes) -> None:
    """Refuse what unpacks to too much, and parts that declare entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                raise SinmunError(f"it holds more than {MAX_UNPACKED:,} bytes when it is unpacked: split it")
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        head = stream.read(1 << 16).upper()
                    if any(declaration in head for declaration in _DECLARES):
                        raise SinmunError(
                            "a part of it declares XML entities, which can blow up: save it again"
                        )
    except _DAMAGE as error:
        raise SinmunError(f"the workbook is damaged ({error}): save it again") from None
